"""What AppSync's resolvers ask of a table is asked of DynamoDB, with its keys, indexes, pages and conditions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from local_aws.node import find_node
from local_aws.server import LocalAws, running
from local_aws.workplace import workplace
from local_aws.world import World
from tests.local_aws.stacks import deploy, outputs_of, reasons, resource

API = {"Fn::GetAtt": ["Api", "ApiId"]}
SCHEMA = """
type Note { owner: ID! id: ID! text: String }
type Notes { items: [Note!]! nextToken: String }
type Query { notes(owner: ID!, nextToken: String): Notes!  byText(owner: ID!, text: String!): Notes! }
type Mutation { put(owner: ID!, id: ID!, text: String): Note!  remove(id: ID!): Note  fill(id: ID!): Note }
"""
NOTES = """
export function request(ctx) {
  const expressionValues = util.dynamodb.toMapValues({ ':owner': ctx.args.owner });
  const query = { expression: '#owner = :owner', expressionNames: { '#owner': 'owner' }, expressionValues };
  return { operation: 'Query', query, limit: 2, nextToken: ctx.args.nextToken };
}
export function response(ctx) { return ctx.result; }
"""
BY_TEXT = """
export function request(ctx) {
  const expressionValues = util.dynamodb.toMapValues({ ':owner': ctx.args.owner, ':text': ctx.args.text });
  const expressionNames = { '#owner': 'owner', '#text': 'text' };
  const query = { expression: '#owner = :owner AND #text > :text', expressionNames, expressionValues };
  return { operation: 'Query', index: 'text', query, consistentRead: true };
}
export function response(ctx) { return ctx.result; }
"""
PUT = """
export function request(ctx) {
  const { owner, id, text } = ctx.args;
  const key = util.dynamodb.toMapValues({ owner, id });
  const condition = { expression: 'attribute_not_exists(#id)', expressionNames: { '#id': 'id' } };
  return { operation: 'PutItem', key, attributeValues: util.dynamodb.toMapValues({ text }), condition };
}
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result;
}
"""
BROKEN = """
export function request(ctx) {
  const attributeValues = util.dynamodb.toMapValues({ text: 'no owner' });
  return { operation: 'PutItem', key: util.dynamodb.toMapValues({ id: ctx.args.id }), attributeValues };
}
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result;
}
"""
REMOVE = """
export function request(ctx) { return { operation: 'DeleteItem', key: { id: { S: ctx.args.id } } }; }
export function response(ctx) { return ctx.result; }
"""


def _resolver(type_name: str, field: str, code: str) -> dict[str, Any]:
    imported = f"import {{ util }} from '@aws-appsync/utils';\n{code}"
    runtime = {"Name": "APPSYNC_JS", "RuntimeVersion": "1.0.0"}
    return resource(
        "AWS::AppSync::Resolver",
        ApiId=API,
        TypeName=type_name,
        FieldName=field,
        DataSourceName={"Fn::GetAtt": ["Source", "Name"]},
        Runtime=runtime,
        Code=imported,
    )


def _keys(*names: str) -> list[dict[str, str]]:
    return [{"AttributeName": name, "KeyType": kind} for name, kind in zip(names, ("HASH", "RANGE"), strict=True)]


STACK = {
    "Table": resource(
        "AWS::DynamoDB::Table",
        AttributeDefinitions=[{"AttributeName": name, "AttributeType": "S"} for name in ("owner", "id", "text")],
        KeySchema=_keys("owner", "id"),
        LocalSecondaryIndexes=[
            {"IndexName": "text", "KeySchema": _keys("owner", "text"), "Projection": {"ProjectionType": "ALL"}}
        ],
        BillingMode="PAY_PER_REQUEST",
    ),
    "Api": resource("AWS::AppSync::GraphQLApi", Name="notes", AuthenticationType="API_KEY"),
    "Key": resource("AWS::AppSync::ApiKey", ApiId=API),
    "Schema": resource("AWS::AppSync::GraphQLSchema", ApiId=API, Definition=SCHEMA),
    "Source": resource(
        "AWS::AppSync::DataSource",
        ApiId=API,
        Name="notes",
        Type="AMAZON_DYNAMODB",
        DynamoDBConfig={"AwsRegion": {"Ref": "AWS::Region"}, "TableName": {"Ref": "Table"}},
    ),
    "Notes": _resolver("Query", "notes", NOTES),
    "ByText": _resolver("Query", "byText", BY_TEXT),
    "Put": _resolver("Mutation", "put", PUT),
    "Fill": _resolver("Mutation", "fill", BROKEN),
    "Remove": _resolver("Mutation", "remove", REMOVE),
}


@pytest.fixture(scope="module")
def aws() -> Iterator[LocalAws]:
    with workplace("test-app-sync") as place, running(place, find_node()) as started:
        outputs = {"Api": API, "Key": {"Fn::GetAtt": ["Key", "ApiKey"]}}
        assert deploy(started, "Notes", STACK, outputs) == "CREATE_COMPLETE", reasons(started, "Notes")
        yield started


def _ask(aws: LocalAws, query: str) -> Mapping[str, Any]:
    outputs = outputs_of(aws, "Notes")
    answer = World(aws, {}).http.request(
        "POST",
        f"{aws.endpoint}/v1/apis/{outputs['Api']}/graphql",
        body=json.dumps({"query": query}),
        headers={"Content-Type": "application/json", "x-api-key": outputs["Key"]},
    )
    found: Mapping[str, Any] = answer.json()
    return found


def _put(aws: LocalAws, owner: str, id_: str, text: str = "some") -> Mapping[str, Any]:
    return _ask(aws, f'mutation {{ put(owner: "{owner}", id: "{id_}", text: "{text}") {{ owner id text }} }}')


def test_a_query_gives_what_has_its_key_page_by_page(aws: LocalAws) -> None:
    for owner in ("ada", "bob"):
        for id_ in ("1", "2", "3"):
            assert "errors" not in _put(aws, owner, id_)
    first = _ask(aws, '{ notes(owner: "bob") { items { owner id } nextToken } }')["data"]["notes"]
    assert first["items"] == [{"owner": "bob", "id": "1"}, {"owner": "bob", "id": "2"}]
    query = f'{{ notes(owner: "bob", nextToken: "{first["nextToken"]}") {{ items {{ owner id }} nextToken }} }}'
    assert _ask(aws, query)["data"]["notes"] == {"items": [{"owner": "bob", "id": "3"}], "nextToken": None}


def test_a_query_may_go_by_an_index(aws: LocalAws) -> None:
    for id_, text in (("a", "early"), ("b", "late"), ("c", "later")):
        _put(aws, "eve", id_, text)
    found = _ask(aws, '{ byText(owner: "eve", text: "early") { items { id } } }')["data"]["byText"]
    assert found["items"] == [{"id": "b"}, {"id": "c"}]


def test_a_condition_that_does_not_hold_is_an_error_and_nothing_is_written(aws: LocalAws) -> None:
    assert _put(aws, "joe", "1", "first")["data"]["put"] == {"owner": "joe", "id": "1", "text": "first"}
    [error] = _put(aws, "joe", "1", "second")["errors"]
    assert error["errorType"] == "DynamoDB:ConditionalCheckFailedException"
    [note] = _ask(aws, '{ notes(owner: "joe") { items { text } } }')["data"]["notes"]["items"]
    assert note["text"] == "first"


def test_what_dynamodb_refuses_is_an_error(aws: LocalAws) -> None:
    [error] = _ask(aws, 'mutation { fill(id: "1") { id } }')["errors"]
    assert error["errorType"] == "DynamoDB:ValidationException"


def test_other_operations_are_ministacks_own(aws: LocalAws) -> None:
    assert _ask(aws, 'mutation { remove(id: "never there") { id } }') == {"data": {"remove": None}}
