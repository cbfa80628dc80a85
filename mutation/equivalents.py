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
_ARNS = "constructs_lib/rules/arns.py"
_READ = "constructs_lib/rendering/read.py"
_MATCHED = "what the pattern matches has a key"

_SIBLINGS = (
    ("branding", "if sum(other.key < style.key for other in style.siblings) >= BRANDING_STYLES:"),
    ("domains", "if any(other.key < domain.key and is_custom(other) is custom for other in domain.siblings):"),
    (
        "groups",
        "if other.key < group.key and isinstance(theirs, str) and theirs != name "
        "and theirs.lower() == str(name).lower():",
    ),
    ("groups", 'if other.key < group.key and other.number("Precedence") == precedence and _differ(group, other):'),
    ("identity_providers", "if other.key < provider.key:"),
    ("resource_servers", "if sum(other.key < server.key for other in server.siblings) == RESOURCE_SERVERS:"),
    ("terms", "if sum(other.key < terms.key for other in terms.siblings) >= MOST:"),
)

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
        'wrong = re.match(rf"arn:aws:acm:(?!{CERTIFICATES}:)[^:]+:", domain.text(_CERTIFICATE) or "") is not None',
        'wrong = re.match(rf"arn:aws:acm:(?!{CERTIFICATES}:)[^:]+:", domain.text(_CERTIFICATE) or "XX") is not None',
        _NO_TEXT,
    ),
    Equivalent(
        _TOPICS + "domains.py",
        'policy = domain.text(f"{_CONFIG}.SecurityPolicy") if is_custom(domain) else ""',
        'policy = domain.text(f"{_CONFIG}.SecurityPolicy") if is_custom(domain) else "XX"',
        "neither is a policy that is warned of",
    ),
    Equivalent(
        _TOPICS + "email.py",
        'match = _FORM.fullmatch((pool.text(_FROM) or "").strip())',
        'match = _FORM.fullmatch((pool.text(_FROM) or "XX").strip())',
        _NO_TEXT,
    ),
    *(
        Equivalent(f"{_TOPICS}{topic}.py", line, line.replace("key <", "key <="), "no sibling has a resource's own key")
        for topic, line in _SIBLINGS
    ),
    *(
        Equivalent(f"{_TOPICS}{topic}.py", line, line.replace('""', '"XX"'), "no resource is called either")
        for topic, line in (
            ("identity_pool_providers", 'pool = provider.resource.neighbours.views.get(target(said) or "")'),
            ("identity_pool_providers", 'client = views.get(target(provider.get("ClientId")) or "")'),
            ("identity_role_trust", 'role = attachment.neighbours.views.get(target(holder.get(path)) or "")'),
        )
    ),
    Equivalent(
        _TOPICS + "replication.py",
        'single = re.search(r":key/(?!mrk-)[0-9a-f-]+$", replica.pool.text(_KEY) or "") is not None',
        'single = re.search(r":key/(?!mrk-)[0-9a-f-]+$", replica.pool.text(_KEY) or "XX") is not None',
        _NO_TEXT,
    ),
    Equivalent(
        _TOPICS + "lifecycle.py", 'parts = (arn or "").split(":")', 'parts = (arn or "XX").split(":")', _NO_TEXT
    ),
    Equivalent(
        _TOPICS + "risk_notifications.py",
        'yield place, _PLACEHOLDER.findall(risk.text(place) or "")',
        'yield place, _PLACEHOLDER.findall(risk.text(place) or "XX")',
        _NO_TEXT,
    ),
    Equivalent(
        _TOPICS + "risk_addresses.py",
        "if network is not None and network.prefixlen == 0:",
        "if network is not None and network.prefixlen <= 0:",
        "no prefix is shorter than nothing",
    ),
    Equivalent(
        _TOPICS + "recovery.py",
        "for option, name in zip(options, names, strict=True):",
        "for option, name in zip(options, names, strict=False):",
        "the names are made of the options, one of each",
    ),
    Equivalent(
        _TOPICS + "email_identity.py",
        'fix=f"verify the identity in {listed[0]} and name that one, or try it in a pool for tests",',
        'fix=f"verify the identity in {listed[ -1]} and name that one, or try it in a pool for tests",',
        "one is listed where more may serve",
    ),
    Equivalent(
        _TOPICS + "email_identity.py",
        'allowed=f"an identity in {listed[0]}",  # the list is longer only where it is all there is',
        'allowed=f"an identity in {listed[ -1]}",  # the list is longer only where it is all there is',
        "one is listed where more may serve",
    ),
    *(
        Equivalent(module, line, line.replace("len(value) == 1", "len(value) <= 1"), _MATCHED)
        for module, line in (
            (_ARNS, 'case {"Fn::Sub": str(text)} if len(value) == 1:'),
            (_ARNS, 'case {"Fn::Join": [str(between), pieces]} if len(value) == 1 and is_list(pieces):'),
        )
    ),
    *(
        Equivalent(_READ, line, line.replace("len(json) == 1", "len(json) <= 1"), _MATCHED)
        for line in (
            'case {"Ref": str(name)} if len(json) == 1 and name in siblings:',
            'case {"Fn::GetAtt": [str(name), *attribute]} if len(json) == 1 and name in siblings:',
        )
    ),
    Equivalent(
        _ARNS,
        'if len(parts) != 6 or parts[0] != "arn":',
        'if len(parts) < 6 or parts[0] != "arn":',
        "five cuts make six parts at most",
    ),
    Equivalent(_ARNS, '_UNKNOWN = "${}"', '_UNKNOWN = "XX${}"', "any mark will do that is in no ARN"),
    Equivalent(
        _READ,
        'S = TypeVar("S", bound=ResourcePart)',
        'S = TypeVar("XXS", bound=ResourcePart)',
        "the name is for people and type checkers",
    ),
    Equivalent(_READ, "return pools[0]", "return pools[ -1]", "there is one"),
    Equivalent(
        _READ,
        "key = self._keys.get(logical_id) or logical_id.removeprefix(field.path[0]) or logical_id",
        "key = self._keys.get(logical_id) or logical_id.removeprefix(field.path[ -1]) or logical_id",
        "the path of such a field has one step, its prefix",
    ),
    Equivalent(
        _READ,
        "return listed if any(new is not old for new, old in zip(listed, json, strict=True)) else json",
        "return listed if any(new is not old for new, old in zip(listed, json, strict=False)) else json",
        "one is made of the other, element by element",
    ),
    Equivalent(
        "constructs_lib/rules/judge.py", 'path="",', 'path="XX",', "the path is written when it is put into words"
    ),
    *(
        Equivalent("constructs_lib/rules/view.py", line, changed, reason)
        for line, changed, reason in (
            (
                'pool = self.neighbours.views.get(self.pool_key or "")',
                'pool = self.neighbours.views.get(self.pool_key or "XX")',
                "no resource is called either",
            ),
            (
                "earlier = [view for view in self.siblings if view.key < self.key]",
                "earlier = [view for view in self.siblings if view.key <= self.key]",
                "no sibling has a resource's own key",
            ),
            (
                "if value is not None and is_unknown(value):",
                "if value is not None or is_unknown(value):",
                "what is known and told stays what it is",
            ),
        )
    ),
    Equivalent(
        "constructs_lib/rules/neighbours.py",
        'name = value["Ref"] if isinstance(value, dict) and len(value) == 1 and "Ref" in value else None',
        'name = value["Ref"] if isinstance(value, dict) and len(value) <= 1 and "Ref" in value else None',
        "what has a reference in it is not empty",
    ),
    Equivalent(
        "constructs_lib/rules/policies.py",
        'known = role.neighbours.views.get(target(arn) or "")',
        'known = role.neighbours.views.get(target(arn) or "XX")',
        "no resource is called either",
    ),
    *(
        Equivalent("constructs_lib/rules/silence.py", "@lru_cache(maxsize=1024)", changed, _FASTER)
        for changed in ("", "@lru_cache(maxsize= 1023)", "@lru_cache(maxsize= 1025)")
    ),
    Equivalent(
        "constructs_lib/rules/silence.py",
        'super().__init__("", {"Type": type_name}, Neighbours({}, Deployment()))',
        'super().__init__("XX", {"Type": type_name}, Neighbours({}, Deployment()))',
        "nobody asks an empty resource for its name",
    ),
    Equivalent(
        "constructs_lib/rules/silence.py",
        '*("get", "has", "surely_has", "known", "text", "number", "flag", "texts", "each_text", "objects", '
        '"all_objects"),',
        '*("get", "has", "surely_has", "known", "text", "number", "flag", "texts", "XXeach_text", "objects", '
        '"all_objects"),',
        "it asks the neighbours too, and ends there",
    ),
)
