"""Names of domains: prefixes, and host names of one's own.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html
"""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL_DOMAIN
from constructs_lib.rules.registry import GUIDE, rule
from constructs_lib.rules.topics.domains import is_custom
from constructs_lib.rules.view import Problem, View

_PREFIX_PAGE = GUIDE + "cognito-user-pools-assign-domain-prefix.html"
_CUSTOM_PAGE = GUIDE + "cognito-user-pools-add-custom-domain.html"
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?")
_RESERVED = ("aws", "amazon", "cognito")


def _prefix(domain: View) -> str:
    """Give the prefix; a name with dots is a domain of one's own whose certificate is missing."""
    name = "" if is_custom(domain) else domain.text("Domain") or ""
    return "" if "." in name else name


def _custom_name(domain: View) -> str:
    return (domain.text("Domain") or "") if is_custom(domain) else ""


@rule(
    "domain.prefix-characters",
    USER_POOL_DOMAIN,
    why="the prefix is a label of a host name",
    evidence="measured on AWS",
    source=_PREFIX_PAGE,
)
def prefix_characters(domain: View) -> Iterator[Problem]:
    """Refuse prefixes that are no label of a host name."""
    prefix = _prefix(domain)
    if prefix and not _LABEL.fullmatch(prefix):
        yield domain.problem(
            "Domain",
            "must be lower-case letters, digits and hyphens, with no hyphen at either end",
            got=prefix,
            allowed="lower-case letters, digits and hyphens, with no hyphen at either end",
            fix="use a prefix such as shop-customers",
        )


@rule(
    "domain.reserved-word",
    USER_POOL_DOMAIN,
    why="AWS keeps the words aws, amazon and cognito for itself, and refuses them with a message that does not say so",
    evidence="measured on AWS",
    source=_PREFIX_PAGE,
)
def reserved_word(domain: View) -> Iterator[Problem]:
    """Refuse AWS's own words between hyphens."""
    prefix = _prefix(domain)
    words = [word for word in prefix.split("-") if word in _RESERVED]
    if words:
        yield domain.problem(
            "Domain",
            f"cannot have {words[0]} as a word of its own",
            got=prefix,
            allowed="a prefix without the words aws, amazon and cognito",
            fix="leave the word out, or use another",
        )


@rule(
    "domain.reserved-text",
    USER_POOL_DOMAIN,
    severity="warning",
    why="AWS says that aws, amazon and cognito cannot be in a prefix at all, though it has taken them inside a word",
    evidence="developer guide",
    source=_PREFIX_PAGE,
)
def reserved_text(domain: View) -> Iterator[Problem]:
    """Warn of AWS's own words inside other words."""
    prefix = _prefix(domain)
    inside = [text for text in _RESERVED if text in prefix]
    if inside and not any(word in _RESERVED for word in prefix.split("-")):
        yield domain.problem(
            "Domain",
            f"has {inside[0]} in it, which AWS keeps for itself",
            got=prefix,
            allowed="a prefix without aws, amazon or cognito in it",
            fix="use another prefix",
        )


@rule(
    "domain.custom-name",
    USER_POOL_DOMAIN,
    why="it is a host name",
    evidence="API model",
    source=_CUSTOM_PAGE,
)
def custom_name(domain: View) -> Iterator[Problem]:
    """Refuse domains of one's own that are no host name."""
    name = _custom_name(domain)
    if name and not all(_LABEL.fullmatch(label) for label in name.split(".")):
        yield domain.problem(
            "Domain",
            "must be a host name",
            got=name,
            allowed="lower-case letters, digits and hyphens between dots, with no hyphen beside a dot or at either end",
            fix="use a name such as auth.shop.example",
        )


@rule(
    "domain.custom-subdomain",
    USER_POOL_DOMAIN,
    why="the parent must be a domain with an A record, and a top-level domain has none",
    evidence="measured on AWS",
    source=_CUSTOM_PAGE,
)
def custom_subdomain(domain: View) -> Iterator[Problem]:
    """Refuse a domain of one's own that is no subdomain."""
    name = _custom_name(domain)
    if name and name.count(".") < 2 and all(name.split(".")):
        yield domain.problem(
            "Domain",
            "must be a subdomain of a domain of yours",
            got=name,
            allowed="a subdomain of a domain of yours",
            fix=f"put a label in front, such as auth.{name if '.' in name else 'shop.example'}",
        )


@rule(
    "domain.parent-and-child",
    USER_POOL_DOMAIN,
    severity="warning",
    why="the browser sends the parent's cookies to the child too, and sign-in gets confused",
    evidence="developer guide",
    source=_CUSTOM_PAGE,
)
def parent_and_child(domain: View) -> Iterator[Problem]:
    """Warn of a custom domain beneath another."""
    name = _custom_name(domain)
    for other in domain.neighbours.views.values() if name else ():
        parent = other.get("Domain") if other.type == USER_POOL_DOMAIN and other is not domain else None
        if isinstance(parent, str) and "." in parent and name.endswith(f".{parent}"):
            yield domain.problem(
                "Domain",
                f"is beneath {parent}, which is a domain here too",
                got=name,
                allowed=f"a domain beside {parent}, not beneath it",
                fix="use names side by side, such as auth.shop.example and auth-uk.shop.example",
            )
