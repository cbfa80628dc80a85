"""One user's data on many devices: the template, and the resolvers' code, run by Node as AppSync runs it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk import App
from aws_cdk.assertions import Annotations, Match

from constructs_lib.cdk import lock_user_pools
from local_aws.node import find_node
from stacks.user_data import RESOLVERS, SCHEMA, UserDataStack
from tests.cdk.synth import ids_of, properties_of
from tests.stacks.templates import CLIENT, user_data

RESOLVER = "AWS::AppSync::Resolver"
ADA = {"sub": "ada"}

# What AppSync gives resolvers, as far as these three use it.
# https://docs.aws.amazon.com/appsync/latest/devguide/resolver-reference-js-version.html
UTILS = """
const typed = (value) => ({ string: { S: value }, number: { N: value }, boolean: { BOOL: value } })[typeof value];
export const filters = [];
export const extensions = { setSubscriptionFilter: (filter) => filters.push(filter) };
export const util = {
  dynamodb: {
    toMapValues: (map) => Object.fromEntries(Object.entries(map).map(([key, value]) => [key, typed(value)])),
  },
  error: (message, type, data) => { throw Object.assign(new Error(message), { type, data }); },
  time: { nowISO8601: () => '2026-11-24T18:00:00.000Z', nowEpochSeconds: () => 1795543200 },
  transform: { toSubscriptionFilter: (filter) => JSON.stringify(filter) },
};
"""
RUN = """
import { readFileSync } from 'node:fs';
import { filters } from '@aws-appsync/utils';
const [file, name] = process.argv.slice(2);
const handlers = await import(file);
const context = JSON.parse(readFileSync(0, 'utf8'));
let told = {};
try {
  told.result = handlers[name]({ ...context, arguments: context.args });
} catch (error) {
  told.error = { message: error.message, type: error.type, data: error.data };
}
console.log(JSON.stringify({ ...told, filters }));
"""

Run = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run a handler of a resolver with a context."""
    folder = tmp_path_factory.mktemp("resolvers")
    package = folder / "node_modules" / "@aws-appsync" / "utils"
    package.mkdir(parents=True)
    (package / "package.json").write_text('{"type": "module", "exports": "./index.js"}')
    (package / "index.js").write_text(UTILS)
    (folder / "package.json").write_text('{"type": "module"}')
    (folder / "run.js").write_text(RUN)
    for resolver in RESOLVERS.glob("*.js"):
        (folder / resolver.name).write_text(resolver.read_text(encoding="utf-8"))
    node = str(find_node().executable)

    def call(file: str, handler: str, *, args: Any = None, field: str = "", **context: Any) -> dict[str, Any]:
        given = {"args": args or {}, "identity": ADA, "info": {"fieldName": field}, **context}
        command = [node, "run.js", f"./{file}", handler]
        ended = subprocess.run(
            command, cwd=folder, input=json.dumps(given), capture_output=True, text=True, check=False
        )
        assert ended.returncode == 0, ended.stderr
        told: dict[str, Any] = json.loads(ended.stdout)
        return told

    return call


# --- the template ---


def test_tokens_of_the_readers_apps_alone_are_accepted() -> None:
    api = properties_of(user_data(), "AWS::AppSync::GraphQLApi")
    assert api["AuthenticationType"] == "AMAZON_COGNITO_USER_POOLS"
    assert "AdditionalAuthenticationProviders" not in api
    web, phone = ids_of(user_data(), CLIENT)
    clients = {"Fn::Join": ["", ["^(", {"Ref": web}, "|", {"Ref": phone}, ")$"]]}
    assert api["UserPoolConfig"]["AppIdClientRegex"] == clients


def test_nobody_can_look_around_and_no_log_holds_what_is_kept() -> None:
    api = properties_of(user_data(), "AWS::AppSync::GraphQLApi")
    assert (api["IntrospectionConfig"], api["QueryDepthLimit"]) == ("DISABLED", 3)
    assert (api["LogConfig"]["ExcludeVerboseContent"], api["LogConfig"]["FieldLogLevel"]) == (True, "ERROR")
    assert properties_of(user_data(), "AWS::Logs::LogGroup")["RetentionInDays"] == 30


def test_items_are_kept_by_owner_and_found_by_when_they_changed() -> None:
    table = properties_of(user_data(), "AWS::DynamoDB::Table")
    keys = [("owner", "HASH"), ("id", "RANGE")]
    assert [(key["AttributeName"], key["KeyType"]) for key in table["KeySchema"]] == keys
    [index] = table["LocalSecondaryIndexes"]
    keys = [("owner", "HASH"), ("changed", "RANGE")]
    assert [(key["AttributeName"], key["KeyType"]) for key in index["KeySchema"]] == keys
    assert table["TimeToLiveSpecification"] == {"AttributeName": "expires", "Enabled": True}


def test_what_people_keep_outlives_the_stack() -> None:
    user_data().has_resource(
        "AWS::DynamoDB::Table",
        {
            "DeletionPolicy": "Retain",
            "Properties": {
                "DeletionProtectionEnabled": True,
                "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": True},
            },
        },
    )


def test_every_field_of_the_schema_has_its_resolver() -> None:
    found = user_data().find_resources(RESOLVER).values()
    resolvers = {
        (each["Properties"]["TypeName"], each["Properties"]["FieldName"]): each["Properties"] for each in found
    }
    assert resolvers.keys() == {
        ("Query", "items"),
        ("Mutation", "putItem"),
        ("Mutation", "deleteItem"),
        ("Subscription", "changedItem"),
    }
    for (_, field), each in resolvers.items():
        assert each["Runtime"] == {"Name": "APPSYNC_JS", "RuntimeVersion": "1.0.0"}
        assert field in SCHEMA.read_text(encoding="utf-8")


def test_no_field_takes_a_user() -> None:
    arguments = [line for line in SCHEMA.read_text(encoding="utf-8").splitlines() if "(" in line and "#" not in line]
    assert len(arguments) >= 3
    assert [line for line in arguments if "owner" in line or "sub:" in line or "user" in line] == []


def test_no_warning_is_left_open() -> None:
    app = App()
    lock_user_pools(app)
    stack = UserDataStack(app, "UserData")
    assert Annotations.from_stack(stack).find_warning("*", Match.any_value()) == []


# --- the resolvers ---


def test_a_user_gets_everything_of_their_own(run: Run) -> None:
    assert run("items.js", "request")["result"] == {
        "operation": "Query",
        "index": "changed",
        "query": {
            "expression": "#owner = :owner",
            "expressionNames": {"#owner": "owner"},
            "expressionValues": {":owner": {"S": "ada"}},
        },
        "limit": 100,
        "consistentRead": True,
    }


def test_a_device_that_comes_back_asks_for_what_has_changed(run: Run) -> None:
    args = {"since": "2026-11-01T00:00:00.000Z", "limit": 20, "nextToken": "more"}
    request = run("items.js", "request", args=args)["result"]
    assert request["query"]["expression"] == "#owner = :owner AND #changed > :since"
    assert request["query"]["expressionNames"] == {"#owner": "owner", "#changed": "changed"}
    values = {":owner": {"S": "ada"}, ":since": {"S": "2026-11-01T00:00:00.000Z"}}
    assert request["query"]["expressionValues"] == values
    assert (request["limit"], request["nextToken"]) == (20, "more")


@pytest.mark.parametrize("limit", [101, 0, -1, None])
def test_a_page_has_at_most_a_hundred_items(run: Run, limit: int | None) -> None:
    assert run("items.js", "request", args={"limit": limit})["result"]["limit"] == 100


def test_a_new_item_is_written_only_where_there_is_none(run: Run) -> None:
    args = {"id": "moby-dick", "content": "page 3", "version": 0}
    assert run("write-item.js", "request", args=args, field="putItem")["result"] == {
        "operation": "PutItem",
        "key": {"owner": {"S": "ada"}, "id": {"S": "moby-dick"}},
        "attributeValues": {
            "version": {"N": 1},
            "deleted": {"BOOL": False},
            "changed": {"S": "2026-11-24T18:00:00.000Z"},
            "content": {"S": "page 3"},
        },
        "condition": {"expression": "attribute_not_exists(#id)", "expressionNames": {"#id": "id"}},
    }


def test_an_item_is_written_only_over_the_version_that_the_device_has_seen(run: Run) -> None:
    args = {"id": "moby-dick", "content": "page 9", "version": 4}
    request = run("write-item.js", "request", args=args, field="putItem")["result"]
    assert request["attributeValues"]["version"] == {"N": 5}
    assert request["condition"] == {
        "expression": "#version = :version",
        "expressionNames": {"#version": "version"},
        "expressionValues": {":version": {"N": 4}},
    }


def test_a_deleted_item_leaves_word_for_thirty_days_and_nothing_of_what_it_was(run: Run) -> None:
    request = run("write-item.js", "request", args={"id": "moby-dick", "version": 4}, field="deleteItem")["result"]
    assert request["attributeValues"] == {
        "version": {"N": 5},
        "deleted": {"BOOL": True},
        "changed": {"S": "2026-11-24T18:00:00.000Z"},
        "expires": {"N": 1795543200 + 30 * 24 * 60 * 60},
    }


def test_what_was_never_there_is_not_deleted(run: Run) -> None:
    request = run("write-item.js", "request", args={"id": "moby-dick", "version": 0}, field="deleteItem")["result"]
    assert request["condition"]["expression"] == "#version = :version"


@pytest.mark.parametrize(
    ("file", "field", "args"),
    [
        ("items.js", "items", {}),
        ("write-item.js", "putItem", {"id": "moby-dick", "content": "mine now", "version": 0}),
        ("write-item.js", "deleteItem", {"id": "moby-dick", "version": 1}),
    ],
)
def test_no_argument_reaches_what_is_anothers(run: Run, file: str, field: str, args: dict[str, Any]) -> None:
    for name in ("owner", ":owner", "sub", "identity", "key"):
        claimed = run(file, "request", args={**args, name: "bob"}, field=field)["result"]
        assert claimed == run(file, "request", args=args, field=field)["result"]
        assert "bob" not in json.dumps(claimed)


def test_a_device_that_was_slower_is_told_what_is_there_now(run: Run) -> None:
    there = {"owner": "ada", "id": "moby-dick", "content": "page 12", "version": 5}
    error = {"type": "DynamoDB:ConditionalCheckFailedException", "message": "The conditional request failed"}
    told = run("write-item.js", "response", result=there, error=error)
    assert told["error"] == {"message": "another device was faster", "type": "Conflict", "data": there}


@pytest.mark.parametrize("file", ["items.js", "write-item.js"])
def test_whatever_else_goes_wrong_is_told_as_it_is(run: Run, file: str) -> None:
    told = run(file, "response", error={"type": "DynamoDB:ValidationException", "message": "Item size is too large"})
    assert told["error"] == {"message": "Item size is too large", "type": "DynamoDB:ValidationException"}


def test_what_was_found_or_written_is_answered(run: Run) -> None:
    page = {"items": [{"id": "moby-dick"}], "nextToken": "more"}
    assert run("items.js", "response", result={**page, "scannedCount": 1})["result"] == page
    assert run("write-item.js", "response", result={"id": "moby-dick", "version": 1})["result"]["version"] == 1


def test_devices_hear_of_what_their_own_user_changes(run: Run) -> None:
    assert run("changed-item.js", "request")["result"] == {"payload": None}
    told = run("changed-item.js", "response", args={"owner": "bob"})
    assert told["result"] is None
    assert [json.loads(each) for each in told["filters"]] == [{"owner": {"eq": "ada"}}]
