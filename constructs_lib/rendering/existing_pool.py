"""What is added to a pool of somewhere else names it by its id, where it would refer to a pool of its own."""

from constructs_lib.declarations.references import ROOT
from constructs_lib.resources.model import Resources
from constructs_lib.resources.values import Json, is_list
from constructs_lib.settings import ExistingUserPool

_POOLS = ["arn:", {"Ref": "AWS::Partition"}, ":cognito-idp:", {"Ref": "AWS::Region"}, ":", {"Ref": "AWS::AccountId"}]


def linked_to(pool: ExistingUserPool, resources: Resources) -> Resources:
    """Put the pool's id, or its ARN, in the place of each reference to the pool."""
    pool_id = pool.written()["UserPoolId"]
    name = [f":userpool/{pool_id}"] if isinstance(pool_id, str) else [":userpool/", pool_id]
    arn = {"Fn::Join": ["", [*_POOLS, *name]]}
    linked: Resources = _linked(resources, pool_id, arn)
    return linked


def _linked(json: Json, pool_id: Json, arn: Json) -> Json:
    match json:
        case {"Ref": name} if name is ROOT:
            return pool_id
        case {"Fn::GetAtt": [name, "Arn"]} if name is ROOT:
            return arn
    if isinstance(json, dict):
        return {key: _linked(item, pool_id, arn) for key, item in json.items()}
    return [_linked(item, pool_id, arn) for item in json] if is_list(json) else json
