"""An adoption → the Python module that puts the pool into a stack."""

from constructs_lib.adopting.adoption import Adoption
from constructs_lib.adopting.layout import Call, Code, Name, in_docstring, laid_out
from constructs_lib.resources.model import USER_POOL

_KEEP = """\
    for logical_id, resource in KEPT.items():
        kept = CfnResource(pool, logical_id, type=resource["Type"], properties=resource.get("Properties"))
        kept.override_logical_id(logical_id)
        for attribute in resource.keys() - {"Type", "Properties"}:
            kept.add_override(attribute, resource[attribute])
"""


_KEPT_TYPE = ": dict[str, dict[str, Any]]"


def stack_module(adoption: Adoption) -> str:
    """Write a module with a function that makes the pool."""
    kind = "CognitoUserPool" if adoption.settings.TYPE == USER_POOL else "CognitoIdentityPool"
    scope, scope_type = ("stack", "Stack") if adoption.identifiers else ("scope", "Construct")
    arguments = [(None, Name(scope)), (None, adoption.construct_id), ("settings", Name(adoption.name))]
    if adoption.logical_ids:
        arguments.append(("logical_ids", Name("LOGICAL_IDS")))
    made = laid_out(Call(kind, arguments), "pool = " if adoption.kept else "return ", indent=4)
    return "".join(
        [
            f'"""Puts the {adoption.kind} {in_docstring(adoption.called)} into a stack of yours."""\n\n',
            _imports(adoption, kind),
            _constant("LOGICAL_IDS", dict(adoption.logical_ids), "The ids that the resources have already."),
            _constant("KEPT", adoption.kept, "What the old constructs made too, and no setting says.", _KEPT_TYPE),
            f"\n\ndef add_{adoption.name}({scope}: {scope_type}) -> {kind}:\n",
            f'    """{_told(adoption)}"""\n    {made}\n',
            f"{_KEEP}    return pool\n" if adoption.kept else "",
        ]
    )


def _imports(adoption: Adoption, kind: str) -> str:
    standard = "from typing import Any\n\n" if adoption.kept else ""
    cdk = [*(["CfnResource"] if adoption.kept else []), *(["Stack"] if adoption.identifiers else [])]
    theirs = f"from aws_cdk import {', '.join(cdk)}\n" if cdk else ""
    constructs = "" if adoption.identifiers else "from constructs import Construct\n"
    ours = f"from constructs_lib.cdk import {kind}\n\nfrom {adoption.name}_settings import {adoption.name}\n"
    return standard + theirs + constructs + ours


def _constant(name: str, value: Code, told: str, annotation: str = "") -> str:
    return f'\n{laid_out(value, f"{name}{annotation} = ")}\n"""{told}"""\n' if value else ""


def _told(adoption: Adoption) -> str:
    if adoption.identifiers:
        return f"Make the {adoption.kind} in the stack itself: resource_mapping.json has the logical ids of that place."
    return f"Make the {adoption.kind} where the old one was made, every resource by the logical id that it has already."
