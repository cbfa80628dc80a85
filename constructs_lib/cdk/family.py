"""What the constructs have in common: settings are judged before anything is made, included, and told about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from aws_cdk import Acknowledgment, CfnResource, Validations
from constructs import Construct

from constructs_lib.cdk.fragment import Fragment
from constructs_lib.cdk.log_groups import require_plain_log_groups
from constructs_lib.cdk.stack import facts_of, stack_of
from constructs_lib.cdk.template_size import require_room
from constructs_lib.checking import findings_of, refuse_errors
from constructs_lib.lifecycle.facts import pools_of
from constructs_lib.rendering.names import children_of, fragment_id
from constructs_lib.rendering.write import Settings, render
from constructs_lib.rules.catalogue import all_ids

L1 = TypeVar("L1", bound=CfnResource)

PARENT_RECORD_WARNING = "domain.parent-record"
NOT_LOCKED = "lifecycle.not-locked"
"""The warnings that no rule over resources can give: no template shows what a name server answers, or who watches."""

_NOT_LOCKED = (
    "no lock watches what can never be changed of this pool: a mistake would fail in the middle of a deployment, or "
    "cost users\n   fix: call lock_user_pools(app) before pools are made, run `userpool lock`, and commit its file; or "
    "acknowledge this"
)


_OURS = re.compile(r"[a-z0-9-]+\.[a-z0-9-]+")  # other tools' ids have capitals or no dot


class Family(Construct):
    """Resources that settings say, as one construct.

    Args:
        scope: The construct around it.
        construct_id: Its id.
        judged: The settings as rules see them, with what is known of the objects that were handed in.
        acknowledge: Warnings that are known and wanted, by rule id, each with its reason; also findings of scanners
            that go by CDK's acknowledgements, such as cdk-nag.

    Raises:
        InvalidSettingsError: Everything that AWS would refuse, before any resource is made.
        ValueError: Something is acknowledged that is no rule.
    """

    def __init__(
        self, scope: Construct, construct_id: str, judged: Settings, acknowledge: Mapping[str, str] | None
    ) -> None:
        ours = {id_ for id_ in acknowledge or () if _OURS.fullmatch(id_)}
        unknown = sorted(ours - all_ids() - {PARENT_RECORD_WARNING, NOT_LOCKED}) if ours else []
        if unknown:
            raise ValueError(f"acknowledge: there is no rule {', '.join(unknown)}; see docs/rules.md")
        self._judged, self._rendered = judged, render(judged)
        self._stack = stack_of(scope)
        warnings = refuse_errors(findings_of(judged, self._rendered, facts_of(self._stack).deployment))
        super().__init__(scope, construct_id)
        if warnings:
            told = Validations.of(self)
            for finding in warnings:
                told.add_warning(finding.rule, str(finding))
        if NOT_LOCKED not in (acknowledge or {}) and not facts_of(self._stack).is_locked and self._is_to_last():
            Validations.of(self).add_warning(NOT_LOCKED, _NOT_LOCKED)
        self._acknowledge = acknowledge or {}
        self._silence()

    def _is_to_last(self) -> bool:
        return next(pools_of(self._rendered), None) is not None

    def _silence(self) -> None:
        """Acknowledge what is known and wanted; old releases of CDK silence only what has been told already."""
        for rule, reason in self._acknowledge.items():
            Validations.of(self).acknowledge(Acknowledgment(id=rule, reason=reason))

    def _include(self, settings: Settings, logical_ids: Mapping[str, str] | None) -> None:
        """Make the resources.

        Raises:
            ValueError: They do not fit into the stack's template, or an id is pinned of something that is not there.
        """
        self._said = settings
        resources = self._rendered if settings is self._judged else render(settings)
        require_plain_log_groups(self, resources)
        require_room(self._stack, self, resources)
        self._resources = Fragment(self, resources, names_paths=facts_of(self._stack).names_paths)
        unknown = logical_ids.keys() - set(self._resources.names) if logical_ids else set()
        if unknown:
            there = ", ".join(self._resources.names)
            raise ValueError(f"logical_ids: there is no {', '.join(sorted(unknown))}; there are {there}")
        for name, logical_id in (logical_ids or {}).items():
            self._resources[name].override_logical_id(logical_id)
        if FAMILIES.watched:
            FAMILIES.append(self)

    def logical_ids(self) -> Iterator[str]:
        """Walk the logical ids of the resources."""
        return (str(self._stack.resolve(self._resources[name].logical_id)) for name in self._resources.names)

    def _around(self, name: str, kind: type[L1]) -> Mapping[str, L1]:
        """Give the L1s of a field's resources by your keys; by an empty text where there is but one."""
        found = ((field, key) for field, key, _ in children_of(self._said) if field.name == name)
        return _Handles(self, kind, {key or "": fragment_id(field, key) for field, key in found})

    def _typed(self, kind: type[L1], name: str) -> L1:
        resource = self._resources[name]
        assert isinstance(resource, kind), f"{name}: CDK made a {type(resource).__name__}, not a {kind.__name__}"
        return resource


class _Families(list["Family"]):
    """The constructs made so far, held only where somebody judges whole templates."""

    watched = False


FAMILIES = _Families()


class _Handles(Mapping[str, L1]):
    """L1s by your keys; each costs a round trip to Node, and so is made when it is asked for."""

    def __init__(self, family: Family, kind: type[L1], names: Mapping[str, str]) -> None:
        self._family, self._kind, self._names = family, kind, names

    def __getitem__(self, key: str) -> L1:
        return self._family._typed(self._kind, self._names[key])

    def __contains__(self, key: object) -> bool:
        return key in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
