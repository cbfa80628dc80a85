"""Identity providers, whatever their kind: names, identifiers, secrets, and the domain that they need.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress

from constructs_lib.resources.model import USER_POOL_DOMAIN, USER_POOL_IDENTITY_PROVIDER
from constructs_lib.resources.values import is_intrinsic, is_unknown
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.view import DoesNotApply, Problem, View

SOCIAL = ("Facebook", "Google", "LoginWithAmazon", "SignInWithApple")
_LOCAL = "COGNITO"
_SECRETS = ("client_secret", "private_key")

_API = API + "API_CreateIdentityProvider.html"
_DYNAMIC = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references"


@rule(
    "identity-provider.duplicate-name",
    USER_POOL_IDENTITY_PROVIDER,
    why="a pool has each name once, and AWS refuses the second",
    evidence="API model",
    source=_API,
)
def duplicate_name(provider: View) -> Iterator[Problem]:
    """Refuse two providers of one name."""
    if provider.twin("ProviderName") is not None:
        yield provider.problem(
            "ProviderName",
            "is that of another identity provider of the pool",
            got=provider.get("ProviderName"),
            allowed="a name that no other identity provider of the pool has",
            fix="use another name, or leave one of the two out; each social provider can be there once",
        )


@rule(
    "identity-provider.social-name",
    USER_POOL_IDENTITY_PROVIDER,
    why="AWS answers 'Provider MyGoogle cannot be of type Google' to any other name",
    evidence="measured on AWS",
    source=_API,
)
def social_name(provider: View) -> Iterator[Problem]:
    """Refuse another name for a social provider."""
    kind, name = provider.text("ProviderType"), provider.text("ProviderName")
    if kind in SOCIAL and name is not None and name != kind:
        yield provider.problem(
            "ProviderName",
            f"must be {kind} where {{ProviderType}} is {kind}",
            got=name,
            allowed=str(kind),
            fix=f"name it {kind}; in settings its key may be any",
        )


@rule(
    "identity-provider.name-taken",
    USER_POOL_IDENTITY_PROVIDER,
    severity="warning",
    why="app clients name the pool's own users and the social providers by these words",
    evidence="inferred",
    source=API + "API_CreateUserPoolClient.html",
)
def name_taken(provider: View) -> Iterator[Problem]:
    """Warn of names that mean something else to an app client."""
    name = provider.text("ProviderName")
    if name == _LOCAL or (name in SOCIAL and provider.text("ProviderType") in ("OIDC", "SAML")):
        yield provider.problem(
            "ProviderName",
            "is the name that Cognito itself gives to "
            + ("the pool's own users" if name == _LOCAL else "the social provider"),
            got=name,
            allowed=f"a name other than {', '.join((_LOCAL, *SOCIAL))}",
            fix="use a name of your own, such as that of the company",
        )


@rule(
    "identity-provider.duplicate-identifier",
    USER_POOL_IDENTITY_PROVIDER,
    severity="warning",
    why="an identifier chooses one provider, so it must be unique within the pool",
    evidence="developer guide",
    source=GUIDE + "cognito-user-pools-managing-saml-idp-naming.html",
)
def duplicate_identifier(provider: View) -> Iterator[Problem]:
    """Warn of identifiers that are there twice, in one provider or in two."""
    own = provider.each_text("IdpIdentifiers")
    if not own:
        return
    taken: Counter[str] = Counter()
    for other in provider.siblings:
        if other.key < provider.key:
            with suppress(DoesNotApply):  # one provider says nothing about the next
                taken.update(text for _, text in other.each_text("IdpIdentifiers"))
    for index, identifier in own:
        if taken[identifier]:
            yield provider.problem(
                ("IdpIdentifiers", index),
                "chooses an identity provider of the pool already",
                got=identifier,
                allowed="identifiers that are there once in the pool",
                fix="leave it out in one of the places",
            )
        taken[identifier] += 1


@rule(
    "identity-provider.no-domain",
    USER_POOL_IDENTITY_PROVIDER,
    severity="warning",
    why="users come back from the provider to the pool's domain, and sign in nowhere else",
    evidence="developer guide",
    source=GUIDE + "cognito-user-pools-identity-federation.html",
)
def no_domain(provider: View) -> Iterator[Problem]:
    """Warn of providers that nobody can sign in with."""
    if not provider.pool.all_around(USER_POOL_DOMAIN):
        yield provider.problem(
            (),
            "needs a domain of the pool, and there is none here",
            allowed="identity providers of a pool with a domain",
            fix="add a prefix domain or a custom domain to the pool",
        )


@rule(
    "identity-provider.literal-secret",
    USER_POOL_IDENTITY_PROVIDER,
    severity="warning",
    why="whoever can read the template, the stack or the repository can read it",
    evidence="developer guide",
    source=_DYNAMIC + "-secretsmanager.html",
)
def literal_secret(provider: View) -> Iterator[Problem]:
    """Warn of secrets that stand in the template; they are not shown again."""
    for name in _SECRETS:
        with suppress(DoesNotApply):
            if provider.text(f"ProviderDetails.{name}"):
                yield provider.problem(
                    f"ProviderDetails.{name}",
                    "is a secret that can be read in the template",
                    allowed="a reference to AWS Secrets Manager, which CloudFormation resolves when it deploys",
                    fix="keep it in Secrets Manager; refer to it by secret(…) in settings, "
                    "{{resolve:secretsmanager:…}} in a template, or a SecretValue of CDK",
                )


@rule(
    "identity-provider.secure-parameter",
    USER_POOL_IDENTITY_PROVIDER,
    why="CloudFormation resolves secure strings of Parameter Store for a few properties, and these are not among them",
    evidence="reported",
    source=_DYNAMIC + "-ssm-secure-strings.html",
)
def secure_parameter(provider: View) -> Iterator[Problem]:
    """Refuse references that CloudFormation does not resolve here."""
    details = provider.get("ProviderDetails")
    if not isinstance(details, dict) or is_intrinsic(details):
        return
    for name, value in details.items():
        if isinstance(value, str) and "{{resolve:ssm-secure:" in value and not is_unknown(name):
            yield provider.problem(
                ("ProviderDetails", name),
                "cannot be a secure string of Parameter Store",
                got=value,
                allowed="a reference to AWS Secrets Manager",
                fix="keep it in Secrets Manager: secret(…) in settings, {{resolve:secretsmanager:…}} in a template",
            )
