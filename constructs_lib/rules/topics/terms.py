"""Links to the terms of use and the privacy policy, which managed login shows at sign-up.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import TERMS
from constructs_lib.resources.values import is_unknown, same
from constructs_lib.rules.facts.quotas import TERMS as MOST
from constructs_lib.rules.registry import API, CLOUDFORMATION, GUIDE, rule
from constructs_lib.rules.view import DoesNotApply, Problem, View, is_there

_CREATE = API + "API_CreateTerms.html"
_DEFAULT, _DUTCH = "cognito:default", "cognito:dutch"
_OTHER = {"terms-of-use": "privacy-policy", "privacy-policy": "terms-of-use"}


@rule(
    "terms.second-of-its-kind",
    TERMS,
    why="an app client has each document once, and AWS refuses the second (TermsExistsException)",
    evidence="API model",
    source=_CREATE,
)
def second_of_its_kind(terms: View) -> Iterator[Problem]:
    """Refuse two documents of one kind for one app client."""
    if terms.twin("TermsName", "ClientId") is not None:
        yield terms.problem(
            "TermsName",
            "is there for this app client already",
            got=terms.get("TermsName"),
            allowed="each document once for an app client",
            fix="put the links of both into one",
        )


@rule(
    "terms.other-document-missing",
    TERMS,
    severity="warning",
    why="Cognito shows neither document until an app client has both",
    evidence="API model",
    source=_CREATE,
)
def other_document_missing(terms: View) -> Iterator[Problem]:
    """Warn of a document that nobody sees for want of the other one."""
    name, client = terms.text("TermsName"), terms.get("ClientId")
    if name not in _OTHER:
        return
    for other in terms.pool.all_around(TERMS):
        its = other.get("ClientId")
        if other.text("TermsName") == _OTHER[name]:
            if same(its, client):
                return
            if any(is_unknown(one.get("ClientId")) and one.neighbour("ClientId") is None for one in (terms, other)):
                raise DoesNotApply
    yield terms.problem(
        "TermsName",
        f"is not shown without {_OTHER[name]}, which is not there for this app client",
        got=name,
        allowed="both documents for an app client",
        fix=f"add {_OTHER[name]} for the same app client",
    )


@rule(
    "terms.no-links",
    TERMS,
    why="a document has at least one link, and both CloudFormation and the API refuse it without",
    evidence="API model",
    source=_CREATE,
)
def no_links(terms: View) -> Iterator[Problem]:
    """Refuse a document that links to nothing."""
    if terms.known("Links") == {}:
        yield terms.problem(
            "Links",
            "must have a link in it",
            got={},
            allowed=f"a URL for {_DEFAULT}, and more for languages of their own",
            fix=f"give a URL for {_DEFAULT}",
        )


@rule(
    "terms.no-default-link",
    TERMS,
    severity="warning",
    why="people whose language has no link get that of cognito:default",
    evidence="API model",
    source=_CREATE,
)
def no_default_link(terms: View) -> Iterator[Problem]:
    """Warn of languages for which there is no link."""
    links = terms.known("Links")
    if not isinstance(links, dict) or _DEFAULT in links or any(map(is_unknown, links)):
        return
    if any(map(is_there, links.values())):
        yield terms.problem(
            "Links",
            f"has no link for {_DEFAULT}",
            got=links,
            allowed=f"a URL for {_DEFAULT}, and more for languages of their own",
            fix=f"give a URL for {_DEFAULT}",
        )


@rule(
    "terms.dutch",
    TERMS,
    severity="warning",
    why="the API knows Dutch; CloudFormation's schema does not yet",
    evidence="API model",
    source=CLOUDFORMATION + "aws-resource-cognito-terms.html",
)
def dutch(terms: View) -> Iterator[Problem]:
    """Warn of the one language that the two sources disagree about."""
    links = terms.known("Links")
    if isinstance(links, dict) and is_there(links.get(_DUTCH)):
        yield terms.problem(
            ("Links", _DUTCH),
            "may be refused by CloudFormation",
            got=links[_DUTCH],
            allowed="the languages of CloudFormation's own list",
            fix=f"leave it out where CloudFormation refuses it; {_DEFAULT} stands in",
        )


@rule(
    "terms.not-a-url",
    TERMS,
    severity="warning",
    why="the pages link to it as it is",
    evidence="inferred",
    source=_CREATE,
)
def not_a_url(terms: View) -> Iterator[Problem]:
    """Warn of links that lead nowhere."""
    links = terms.known("Links")
    for language, link in links.items() if isinstance(links, dict) else ():
        if isinstance(link, str) and not is_unknown(link) and not link.startswith("https://"):
            yield terms.problem(
                ("Links", language),
                "should be the URL of a page",
                got=link,
                allowed="https:// and the rest of the URL",
                fix="give the whole URL, with https:// in front",
            )


@rule(
    "terms.too-many",
    TERMS,
    why=f"a pool has at most {MOST} documents, a quota that AWS does not raise (LimitExceededException)",
    evidence="developer guide",
    source=GUIDE + "quotas.html",
)
def too_many(terms: View) -> Iterator[Problem]:
    """Refuse the documents after the fortieth."""
    if sum(other.key < terms.key for other in terms.siblings) >= MOST:
        yield terms.problem(
            (),
            "is one document too many for the pool",
            allowed=f"{MOST} documents",
            fix="use one app client for several applications, or make another pool",
        )
