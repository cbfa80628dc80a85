"""What AppSync's resolvers ask of a table: MiniStack scans it all and heeds no condition, so its own DynamoDB is asked.

Operations of other kinds than the example stacks' are left to MiniStack.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from typing import Any

from ministack.services import appsync, dynamodb  # type: ignore[import-untyped]

from local_aws.extension.kind import RefusedError, call

Request = Mapping[str, Any]
_Handler = Callable[[str, Mapping[str, Any], Any, Any], Any]


def ask_tables() -> None:
    """Have resolvers' requests answered by DynamoDB."""
    own: _Handler = appsync._ds_dynamodb_in_region

    def answered(api_id: str, source: Mapping[str, Any], request: Any, context: Any) -> Any:
        operation = _OPERATIONS.get(request.get("operation", "")) if isinstance(request, Mapping) else None
        if operation is None:
            return own(api_id, source, request, context)
        try:
            return operation(source["dynamodbConfig"]["tableName"], request)
        except RefusedError as refused:
            raise appsync._AppSyncResolverError(str(refused), f"DynamoDB:{refused.code.rpartition('#')[2]}") from None

    appsync._ds_dynamodb_in_region = answered


def _query(table: str, request: Request) -> dict[str, Any]:
    asked = {
        **_expression("KeyCondition", request["query"]),
        "TableName": table,
        "IndexName": request.get("index"),
        "Limit": request.get("limit"),
        "ConsistentRead": request.get("consistentRead"),
        "ExclusiveStartKey": _from_token(request.get("nextToken")),
    }
    answer = call(dynamodb._query, **_said(asked))
    return {"items": [_plain(item) for item in answer["Items"]], "nextToken": _token(answer.get("LastEvaluatedKey"))}


def _put_item(table: str, request: Request) -> dict[str, Any]:
    item = {**request["key"], **request["attributeValues"]}
    call(dynamodb._put_item, TableName=table, Item=item, **_expression("Condition", request.get("condition") or {}))
    return _plain(item)


_OPERATIONS = {"Query": _query, "PutItem": _put_item}


def _expression(kind: str, said: Request) -> dict[str, Any]:
    return _said(
        {
            f"{kind}Expression": said.get("expression"),
            "ExpressionAttributeNames": said.get("expressionNames"),
            "ExpressionAttributeValues": said.get("expressionValues"),
        }
    )


def _said(request: Request) -> dict[str, Any]:
    return {name: value for name, value in request.items() if value is not None}


def _plain(item: Request) -> dict[str, Any]:
    return {name: appsync._ddb_plain(value) for name, value in item.items()}


def _token(key: Request | None) -> str | None:
    return None if key is None else base64.urlsafe_b64encode(json.dumps(key).encode()).decode()


def _from_token(token: str | None) -> Any:
    return None if token is None else json.loads(base64.urlsafe_b64decode(token))
