"""`userpool check cdk.out`: stacks, stages and nested stacks, where they will live, and what the app acknowledges."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Userpool

POOL = {"Type": "AWS::Cognito::UserPool", "Properties": {"Policies": {"PasswordPolicy": {"MinimumLength": 3}}}}
RULE = "password-policy.minimum-length"


def _write(name: str, value: Any) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(json.dumps(value), encoding="utf-8")


def _template(resources: dict[str, Any]) -> dict[str, Any]:
    return {"Resources": resources}


def _pool(path: str = "Shop/Users/Resource") -> dict[str, Any]:
    return {**POOL, "Metadata": {"aws:cdk:path": path}}


def _stack(file: str, environment: str = "aws://unknown-account/unknown-region", **more: Any) -> dict[str, Any]:
    properties = {"templateFile": file}
    return {"type": "aws:cloudformation:stack", "environment": environment, "properties": properties, **more}


def _assembly(artifacts: dict[str, Any], folder: str = "cdk.out") -> None:
    _write(f"{folder}/manifest.json", {"version": "55.0.0", "artifacts": artifacts})
    _write(f"{folder}/cdk.out", {"version": "55.0.0"})


def _errors(userpool: Userpool, *paths: str) -> list[tuple[str, str]]:
    told = json.loads(userpool("check", "--format", "json", *paths).out)
    return [(one["file"], one["path"]) for one in told["findings"] if one["severity"] == "error"]


def test_a_resource_is_called_by_its_constructs_path(userpool: Userpool) -> None:
    _write("cdk.out/Shop.template.json", _template({"Users1A2B": _pool()}))
    _assembly({"Shop": _stack("Shop.template.json")})
    path = "Shop/Users/Resource.Policies.PasswordPolicy.MinimumLength"
    assert _errors(userpool, "cdk.out") == [("cdk.out/Shop.template.json", path)]


def test_stages_and_nested_stacks_are_judged_too(userpool: Userpool) -> None:
    nested = {"Type": "AWS::CloudFormation::Stack", "Metadata": {"aws:asset:path": "Auth.nested.template.json"}}
    _write("cdk.out/assembly-Live/Shop.template.json", _template({"Nested": nested}))
    _write("cdk.out/assembly-Live/Auth.nested.template.json", _template({"Users": POOL}))
    _assembly({"Shop": _stack("Shop.template.json")}, "cdk.out/assembly-Live")
    _assembly({"Live": {"type": "cdk:cloud-assembly", "properties": {"directoryName": "assembly-Live"}}})
    file = "cdk.out/assembly-Live/Auth.nested.template.json"
    assert _errors(userpool, "cdk.out") == [(file, "Users.Policies.PasswordPolicy.MinimumLength")]


def test_files_that_name_each_other_are_read_once(userpool: Userpool) -> None:
    again = {"Type": "AWS::CloudFormation::Stack", "Metadata": {"aws:asset:path": "Shop.template.json"}}
    _write("cdk.out/Shop.template.json", _template({"Again": again, "Users": POOL}))
    around = {"type": "cdk:cloud-assembly", "properties": {"directoryName": "."}}
    _assembly({"Shop": _stack("Shop.template.json"), "Around": around})
    assert len(_errors(userpool, "cdk.out")) == 1


@pytest.mark.parametrize(
    ("environment", "arguments", "found"),
    [
        ("aws://111122223333/eu-central-1", [], True),
        ("aws://unknown-account/unknown-region", [], False),
        ("aws://unknown-account/unknown-region", ["--region", "eu-central-1"], True),
        ("aws://unknown-account/us-east-1", ["--region", "eu-central-1"], False),
    ],
)
def test_a_stack_is_judged_where_it_will_live(
    userpool: Userpool, environment: str, arguments: list[str], found: bool
) -> None:
    trigger = {"PreSignUp": "arn:aws:lambda:us-east-1:111122223333:function:check"}
    pool = {"Type": "AWS::Cognito::UserPool", "Properties": {"LambdaConfig": trigger}}
    _write("cdk.out/Shop.template.json", _template({"Users": pool}))
    _assembly({"Shop": _stack("Shop.template.json", environment)})
    assert ("[triggers.region]" in userpool("check", *arguments, "cdk.out").out) is found


@pytest.mark.parametrize("beside", [True, False], ids=["beside", "in the manifest"])
@pytest.mark.parametrize("said", [f"constructs-lib::{RULE}", f"Annotation::{RULE}", RULE])
def test_what_the_app_acknowledges_is_acknowledged(userpool: Userpool, said: str, beside: bool) -> None:
    entry = {"type": "aws:cdk:acknowledged-rules", "data": {said: "they are robots"}}
    metadata = {"/Shop/Users": [entry], "/Shop/Other": [], "/Shop": [{"type": "aws:cdk:logicalId", "data": "x"}]}
    _write("cdk.out/Shop.template.json", _template({"Users": _pool(), "More": _pool("Shop/UsersToo/Resource")}))
    if beside:
        _write("cdk.out/Shop.metadata.json", metadata)
    more = {"additionalMetadataFile": "Shop.metadata.json"} if beside else {"metadata": metadata}
    _assembly({"Shop": _stack("Shop.template.json", **more)})
    told = json.loads(userpool("check", "--format", "json", "cdk.out").out)
    assert [(one["resource"], one["reason"]) for one in told["acknowledged"]] == [("Users", "they are robots")]
    assert [one["resource"] for one in told["findings"] if one["rule"] == RULE] == ["More"]


def test_the_file_of_acknowledgements_takes_a_constructs_path(userpool: Userpool) -> None:
    _write("cdk.out/Shop.template.json", _template({"Users1A2B": _pool()}))
    _assembly({"Shop": _stack("Shop.template.json")})
    _write("userpool.yaml", {"acknowledge": [{"rule": RULE, "reason": "robots", "resource": "Shop/Users/*"}]})
    assert _errors(userpool, "cdk.out") == []


@pytest.mark.parametrize(
    ("manifest", "says"),
    [
        ([], "cdk.out/manifest.json: is no manifest of a cloud assembly: it has no artifacts"),
        ({"artifacts": {"Shop": _stack("no.json")}}, "cdk.out/no.json: cannot be read: no such file or directory"),
        (
            {"artifacts": {"Shop": {"type": "aws:cloudformation:stack"}}},
            "cdk.out/manifest.json: Shop names no file",
        ),
    ],
    ids=["no artifacts", "no template", "no name"],
)
def test_an_assembly_that_cannot_be_read_is_one_sentence(userpool: Userpool, manifest: Any, says: str) -> None:
    _assembly({})
    _write("cdk.out/manifest.json", manifest)
    answer = userpool("check", "cdk.out")
    assert answer.out.splitlines()[0] == says
    assert answer.code == 2
