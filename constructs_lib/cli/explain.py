"""What a rule is about, for whoever has met its id."""

import re
from difflib import get_close_matches

from constructs_lib.readers.source import UnreadableError
from constructs_lib.rules.catalogue import all_ids, all_limits, all_rules


def explain(rule_id: str) -> str:
    """Tell what a rule or limit wants, why, and who says so.

    Raises:
        UnreadableError: There is no such rule.
    """
    for rule in all_rules():
        if rule.id == rule_id:
            what = re.sub(r"\s+", " ", rule.check.__doc__ or "").strip()
            about = [("what", what), ("why", rule.why), ("evidence", rule.evidence), ("source", rule.source)]
            return _told(rule_id, rule.severity, rule.resource, about)
    for table in all_limits():
        for limit in table.rows:
            if limit.id == rule_id:
                what = f"{limit.path or 'the resource'} must be {limit.kind.allowed}"
                about = [("what", what), ("fix", limit.fix), ("evidence", limit.evidence), ("source", limit.source)]
                return _told(rule_id, limit.severity, table.resource, about)
    near = get_close_matches(rule_id, all_ids(), n=3)
    raise UnreadableError(f"there is no rule {rule_id!r}" + (f"; there is {', '.join(near)}" if near else ""))


def _told(rule_id: str, severity: str, resource: str, about: list[tuple[str, str]]) -> str:
    return "\n".join([f"{rule_id}: {severity}, {resource}", *(f"   {name}: {text}" for name, text in about)])
