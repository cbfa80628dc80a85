"""One user's data on many devices: what Amazon Cognito Sync once kept, in an API in which everybody sees their own."""

from pathlib import Path

from aws_cdk import CfnOutput, Stack
from aws_cdk.aws_appsync import (
    AuthorizationConfig,
    BaseDataSource,
    CfnGraphQLApi,
    Code,
    Definition,
    FunctionRuntime,
    GraphqlApi,
    IntrospectionConfig,
    Resolver,
)
from aws_cdk.aws_dynamodb import (
    Attribute,
    AttributeType,
    BillingMode,
    PointInTimeRecoverySpecification,
    Table,
    TableEncryption,
)
from aws_cdk.aws_iam import ManagedPolicy, Role, ServicePrincipal
from aws_cdk.aws_logs import LogGroup, RetentionDays
from constructs import Construct

from constructs_lib import PrefixDomain, UserPoolSettings, native_app, profiles, ses_email, single_page_app
from constructs_lib.cdk import CognitoUserPool
from stacks.outputs import add_outputs

SCHEMA = Path(__file__).parent / "assets" / "user-data.graphql"
RESOLVERS = Path(__file__).parent / "resolvers" / "user_data"


class UserDataStack(Stack):
    """Readers keep bookmarks and notes on the web and on the phone; a device that was offline catches up."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)
        users = CognitoUserPool(self, "Readers", settings=readers())
        api = GraphqlApi(
            self,
            "Api",
            name="reader-data",
            definition=Definition.from_file(str(SCHEMA)),
            authorization_config=AuthorizationConfig(
                default_authorization=users.app_sync_authorization(app_clients=["web", "phone"])
            ),
            introspection_config=IntrospectionConfig.DISABLED,
            query_depth_limit=3,
        )
        _log_errors(api)
        items = api.add_dynamo_db_data_source("Items", _items(self))
        nothing = api.add_none_data_source("Nothing")
        _resolve(items, "items.js", "Query", "items")
        _resolve(items, "write-item.js", "Mutation", "putItem")
        _resolve(items, "write-item.js", "Mutation", "deleteItem")
        _resolve(nothing, "changed-item.js", "Subscription", "changedItem")
        add_outputs(self, users)
        CfnOutput(self, "ApiId", value=api.api_id)
        CfnOutput(self, "GraphqlUrl", value=api.graphql_url)


def readers() -> UserPoolSettings:
    """Say how readers get in: by e-mail address, on the web and on the phone."""
    return profiles.standard(
        name="reader-data",
        self_sign_up_enabled=True,
        email=ses_email(from_address="The Publisher <no-reply@publisher.example>", identity="publisher.example"),
        prefix_domain=PrefixDomain("reader-data"),
        app_clients={
            "web": single_page_app(callback_urls=["https://reader.publisher.example/signed-in"]),
            "phone": native_app(callback_urls=["reader://signed-in"]),
        },
    )


def _items(scope: Construct) -> Table:
    """Keep items by whose they are; the resolvers take that from the token, and no caller can say another."""
    owner = Attribute(name="owner", type=AttributeType.STRING)
    table = Table(
        scope,
        "Items",
        partition_key=owner,
        sort_key=Attribute(name="id", type=AttributeType.STRING),
        billing_mode=BillingMode.PAY_PER_REQUEST,
        encryption=TableEncryption.AWS_MANAGED,
        point_in_time_recovery_specification=PointInTimeRecoverySpecification(point_in_time_recovery_enabled=True),
        deletion_protection=True,
        time_to_live_attribute="expires",
    )
    table.add_local_secondary_index(index_name="changed", sort_key=Attribute(name="changed", type=AttributeType.STRING))
    return table


def _log_errors(api: GraphqlApi) -> None:
    """Log what fails and nothing of what is kept; CDK's own `log_config` brings a function that sets the retention."""
    role = Role(
        api,
        "LogRole",
        assumed_by=ServicePrincipal("appsync.amazonaws.com"),
        managed_policies=[ManagedPolicy.from_aws_managed_policy_name("service-role/AWSAppSyncPushToCloudWatchLogs")],
    )
    cfn = api.node.default_child
    assert isinstance(cfn, CfnGraphQLApi)
    cfn.log_config = CfnGraphQLApi.LogConfigProperty(
        cloud_watch_logs_role_arn=role.role_arn, exclude_verbose_content=True, field_log_level="ERROR"
    )
    LogGroup(api, "Log", log_group_name=f"/aws/appsync/apis/{api.api_id}", retention=RetentionDays.ONE_MONTH)


def _resolve(source: BaseDataSource, file: str, type_name: str, field: str) -> Resolver:
    return source.create_resolver(
        f"{type_name}{field}",
        type_name=type_name,
        field_name=field,
        runtime=FunctionRuntime.JS_1_0_0,
        code=Code.from_inline((RESOLVERS / file).read_text(encoding="utf-8")),
    )
