"""Two sets of resources → every change between them, the worst first."""

from collections.abc import Iterator

from constructs_lib.lifecycle import mutability
from constructs_lib.lifecycle.change import Change, whole
from constructs_lib.lifecycle.matching import Matched, by_logical_ids, by_names, of_cognito, with_names
from constructs_lib.lifecycle.meaning import key_of
from constructs_lib.lifecycle.properties import changes_of
from constructs_lib.lifecycle.tables.whole import RETYPED
from constructs_lib.lifecycle.whole_resources import as_policies_say, beside, come, gone, renamed
from constructs_lib.resources.model import Resources, properties


def diff(old: Resources, new: Resources, *, same_ids: bool = True, managed: bool = True) -> list[Change]:
    """Tell every change between two sets of resources, in the order of harm.

    Args:
        old: What is deployed.
        new: What shall be.
        same_ids: Whether logical ids say which resource is which, as between two versions of a template. Else names do,
            as between a template and what AWS describes.
        managed: Whether both are what a stack manages, so that what is left out is deleted; what AWS describes is not.
    """
    old, new = of_cognito(old), of_cognito(new)
    matched = by_logical_ids(old, new) if same_ids else by_names(old, new)
    if not managed:
        old, new = _bare(old), _bare(new)
    found = [
        *_between(old, new, matched),
        *renamed(old, new, matched),
        *gone(old, matched, managed=managed),
        *come(old, new, matched, managed=managed),
    ]
    return sorted(found, key=_in_order)


def _bare(resources: Resources) -> Resources:
    """Leave out what only a stack knows of its resources."""
    return {name: {"Type": one["Type"], "Properties": properties(one)} for name, one in resources.items()}


def _in_order(change: Change) -> tuple[int, bool, str, str, str]:
    from_schema = change.source == mutability.BY_SCHEMA
    return change.effect, from_schema, change.resource, change.words, key_of([change.before, change.after])


def _between(old: Resources, new: Resources, matched: Matched) -> Iterator[Change]:
    names = {name: other for name, other in matched.same.items() if name != other}
    everything = frozenset((*old, *new))
    for name, other in matched.same.items():
        before, after = old[name], new[other]
        if before == after:
            continue
        if names:
            before = with_names(before, names)
        if before["Type"] != after["Type"]:
            yield whole(other, after, RETYPED, before["Type"], after["Type"], path="Type")
            continue
        yield from beside(other, before, after)
        for change in changes_of(other, before, after, everything):
            yield as_policies_say(change, before, after)
