"""Mutants that no test can tell from the original, each with its reason; they do not count."""

from typing import NamedTuple

EVERYWHERE = ""
_UNASSIGNED = "nothing assigns to a field, and mypy sees to it"
_FASTER = "what is kept is only found faster"
_NO_TEXT = "the other text matches as little as the empty one"


class Equivalent(NamedTuple):
    """A mutant by the line that it changes, wherever in the module that is."""

    module: str
    before: str
    after: str
    reason: str

    def is_about(self, module: str) -> bool:
        """Tell whether it may be a mutant of a module."""
        return self.module in (EVERYWHERE, module)


_TOPICS = "constructs_lib/rules/topics/"

EQUIVALENTS = (
    Equivalent(EVERYWHERE, "@dataclass(frozen=True)", "@dataclass(frozen=False)", _UNASSIGNED),
    Equivalent(
        EVERYWHERE, "@dataclass(frozen=True, kw_only=True)", "@dataclass(frozen=False, kw_only=True)", _UNASSIGNED
    ),
    Equivalent(EVERYWHERE, "@cache", "", _FASTER),
    Equivalent(
        "constructs_lib/rendering/names.py",
        'return FragmentName(field.path[0], key or "", field.name)',
        'return FragmentName(field.path[ -1], key or "", field.name)',
        "the path of such a field has one step, its prefix",
    ),
    Equivalent(
        _TOPICS + "app_client_links.py",
        'pools = [view.neighbours.views.get(one.pool_key or "") for one in (view, client)]',
        'pools = [view.neighbours.views.get(one.pool_key or "XX") for one in (view, client)]',
        "no resource is called either",
    ),
    *(
        Equivalent(
            _TOPICS + "app_client_providers.py",
            "around = client.pool.around(_PROVIDER) if len(named) > 1 else []",
            f"around = client.pool.around(_PROVIDER) if len(named) {test} else []",
            "one provider alone stands beside no other: the condition only spares the search",
        )
        for test in ("!= 1", ">= 1", "> 0")
    ),
    Equivalent(
        _TOPICS + "app_client_scopes.py",
        'identifier = servers[0].source.get("Identifier")',
        'identifier = servers[ -1].source.get("Identifier")',
        "all of them have the identifier that was looked for",
    ),
    Equivalent(
        _TOPICS + "domains.py",
        'place = "Domain" if "." in (domain.text("Domain") or "") else None',
        'place = "Domain" if "." in (domain.text("Domain") or "XX") else None',
        _NO_TEXT,
    ),
    Equivalent(
        _TOPICS + "domains.py",
        'wrong = re.match(r"arn:aws:acm:(?!us-east-1:)[^:]+:", domain.text(_CERTIFICATE) or "") is not None',
        'wrong = re.match(r"arn:aws:acm:(?!us-east-1:)[^:]+:", domain.text(_CERTIFICATE) or "XX") is not None',
        _NO_TEXT,
    ),
    Equivalent(
        _TOPICS + "domains.py",
        "if any(other.key < domain.key and is_custom(other) is custom for other in domain.siblings):",
        "if any(other.key <= domain.key and is_custom(other) is custom for other in domain.siblings):",
        "a domain is none of its siblings, and no two resources have one key",
    ),
    Equivalent(
        _TOPICS + "domains.py",
        'policy = domain.text(f"{_CONFIG}.SecurityPolicy") if is_custom(domain) else ""',
        'policy = domain.text(f"{_CONFIG}.SecurityPolicy") if is_custom(domain) else "XX"',
        "neither is a policy that is warned of",
    ),
    Equivalent(
        _TOPICS + "branding.py",
        "if sum(other.key < style.key for other in style.siblings) >= _MOST:",
        "if sum(other.key <= style.key for other in style.siblings) >= _MOST:",
        "a style is none of its siblings, and no two resources have one key",
    ),
    Equivalent(
        _TOPICS + "email.py",
        'match = _FORM.fullmatch((pool.text(_FROM) or "").strip())',
        'match = _FORM.fullmatch((pool.text(_FROM) or "XX").strip())',
        _NO_TEXT,
    ),
)
