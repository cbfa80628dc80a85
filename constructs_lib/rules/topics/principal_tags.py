"""Claims that become tags of the session.

https://docs.aws.amazon.com/cognito/latest/developerguide/using-afac-with-cognito-identity-pools.html
"""

from collections.abc import Iterator
from contextlib import suppress

from constructs_lib.resources.model import IDENTITY_POOL_PRINCIPAL_TAG, IDENTITY_POOL_ROLE_ATTACHMENT
from constructs_lib.rules.policies import tags_sessions
from constructs_lib.rules.registry import CLOUDFORMATION, GUIDE, rule
from constructs_lib.rules.topics.identity_pool_providers import HOSTS, names_of
from constructs_lib.rules.topics.identity_role_trust import given_roles
from constructs_lib.rules.view import DoesNotApply, Problem, View, is_there

_GUIDE = GUIDE + "using-afac-with-cognito-identity-pools.html"
_SESSION_TAGS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html"
_TAGS, _DEFAULTS, _PROVIDER = "PrincipalTags", "UseDefaults", "IdentityProviderName"


@rule(
    "principal-tags.no-tag-session",
    IDENTITY_POOL_PRINCIPAL_TAG,
    severity="warning",
    why="it deploys, but STS refuses to give a role with tags if the role's trust policy does not allow sts:TagSession",
    evidence="developer guide",
    source=_SESSION_TAGS,
)
def no_tag_session(tags: View) -> Iterator[Problem]:
    """Warn of tags where the role of all who have signed in may have none: they get no credentials at all."""
    yield from _without_tags(tags, mapped=False)


@rule(
    "principal-tags.mapped-no-tag-session",
    IDENTITY_POOL_PRINCIPAL_TAG,
    severity="warning",
    why="STS refuses to give a role with tags if the role's trust policy does not allow sts:TagSession",
    evidence="developer guide",
    source=_SESSION_TAGS,
)
def mapped_no_tag_session(tags: View) -> Iterator[Problem]:
    """Warn of tags where the role of a rule may have none: the users whom it is about get no credentials."""
    yield from _without_tags(tags, mapped=True)


def _has_tags(tags: View) -> bool:
    """Tell whether there is a tag for certain."""
    said = tags.known(_TAGS)
    return isinstance(said, dict) and any(map(is_there, said.values()))


def _without_tags(tags: View, *, mapped: bool) -> Iterator[Problem]:
    where = _TAGS if _has_tags(tags) else _DEFAULTS if tags.flag(_DEFAULTS) else None
    attachments = tags.neighbours.around(tags.pool_key, IDENTITY_POOL_ROLE_ATTACHMENT) if tags.pool_key else []
    lacking = set()
    for given in (given for attachment in attachments for given in given_roles(attachment) if where):
        with suppress(DoesNotApply):
            if given.mapped is mapped and not given.guests and not tags_sessions(given.role):
                lacking.add(given.role.key)
    for role in sorted(lacking):
        yield tags.problem(
            where or _TAGS,
            f"needs roles whose sessions may have tags, and that of {role} may not",
            got=tags.get(where or _TAGS),
            allowed="roles whose trust policy allows sts:TagSession to cognito-identity.amazonaws.com",
            fix=f"allow sts:TagSession beside sts:AssumeRoleWithWebIdentity in the trust policy of {role}",
        )


@rule(
    "principal-tags.defaults-and-tags",
    IDENTITY_POOL_PRINCIPAL_TAG,
    severity="warning",
    why="it is one or the other: the default tags, or tags of your own",
    evidence="inferred",
    source=_GUIDE,
)
def defaults_and_tags(tags: View) -> Iterator[Problem]:
    """Warn of two answers to one question."""
    if tags.flag(_DEFAULTS) and _has_tags(tags):
        yield tags.problem(
            _DEFAULTS,
            f"stands beside {{{_TAGS}}}: it is one or the other",
            got=tags.get(_DEFAULTS),
            allowed=f"false, or no {{{_TAGS}}}",
            fix="leave one of the two out",
        )


@rule(
    "principal-tags.nothing",
    IDENTITY_POOL_PRINCIPAL_TAG,
    severity="warning",
    why="no tag reaches the session",
    evidence="inferred",
    source=_GUIDE,
)
def nothing(tags: View) -> Iterator[Problem]:
    """Warn of tags that are none."""
    if not tags.flag(_DEFAULTS) and not tags.known(_TAGS):
        yield tags.problem(
            _TAGS,
            f"has no tag in it, and {{{_DEFAULTS}}} is off",
            got=tags.get(_TAGS),
            allowed=f"a claim for each tag, or {{{_DEFAULTS}}}",
            fix="say which claim each tag takes",
        )


@rule(
    "principal-tags.same-provider",
    IDENTITY_POOL_PRINCIPAL_TAG,
    why="a provider of an identity pool has one set of tags, and CloudFormation knows it by the two names",
    evidence="API model",
    source=CLOUDFORMATION + "aws-resource-cognito-identitypoolprincipaltag.html",
)
def same_provider(tags: View) -> Iterator[Problem]:
    """Refuse the tags of one provider twice."""
    if tags.twin(_PROVIDER) is not None:
        yield tags.problem(
            _PROVIDER,
            "has tags already",
            got=tags.get(_PROVIDER),
            allowed="each provider once",
            fix="put the tags of both together",
        )


@rule(
    "principal-tags.provider-missing",
    IDENTITY_POOL_PRINCIPAL_TAG,
    severity="warning",
    why="tags come from the tokens of a provider of the identity pool",
    evidence="inferred",
    source=_GUIDE,
)
def provider_missing(tags: View) -> Iterator[Problem]:
    """Warn of a provider that the identity pool does not have."""
    name = tags.text(_PROVIDER)
    if name is None or not (name in HOSTS or name.startswith("cognito-idp.")):
        return
    there = names_of(tags.identity_pool, with_client=False)
    if name not in there:
        yield tags.problem(
            _PROVIDER,
            "is no provider of the identity pool",
            got=name,
            allowed=", ".join(sorted(there)) or "nothing: the identity pool has none",
            fix="add the provider to the identity pool, or correct its name",
        )
