"""Logical ids are a contract: another id is another pool, without the users."""

import pytest
from aws_cdk import CfnOutput, Stack, aws_cognito
from aws_cdk.assertions import Template

from constructs_lib import CustomDomain, Group, PrefixDomain, Sms, native_app, profiles, single_page_app
from constructs_lib.cdk import CognitoUserPool
from tests.cdk.synth import ids_of, template_of
from tests.everything import everything

EVERYTHING = profiles.standard(
    app_clients={
        "web": single_page_app(callback_urls=["https://shop.example/in"]),
        "phone-app": native_app(callback_urls=["shop://in"]),
    },
    prefix_domain=PrefixDomain("shop"),
    custom_domain=CustomDomain("auth.shop.example", certificate_arn="arn:aws:acm:us-east-1:111122223333:certificate/1"),
    groups={"admins": Group()},
    sms=Sms(),
)


def test_the_ids_of_everything_are_pinned() -> None:
    """A change here replaces users' pools, app clients, domains and groups."""
    template = template_of(lambda stack: CognitoUserPool(stack, "Users", settings=everything()))
    assert ids_of(template) == {
        "Users0A0EEA89": "AWS::Cognito::UserPool",
        "UsersAppClientapi883FEA06": "AWS::Cognito::UserPoolClient",
        "UsersAppClientphoneappFDFE4B98": "AWS::Cognito::UserPoolClient",
        "UsersAppClientwebE58627A9": "AWS::Cognito::UserPoolClient",
        "UsersBucketPolicyactivityFADEA295": "AWS::S3::BucketPolicy",
        "UsersCustomDomainBEC3307C": "AWS::Cognito::UserPoolDomain",
        "UsersDomainA55E36A5": "AWS::Cognito::UserPoolDomain",
        "UsersGroupadminsDB776BFE": "AWS::Cognito::UserPoolGroup",
        "UsersIdentityProvidergoogle1C3ED0D8": "AWS::Cognito::UserPoolIdentityProvider",
        "UsersKmsKeydataBA92F0AF": "AWS::KMS::Key",
        "UsersLogBucketactivity79BC0549": "AWS::S3::Bucket",
        "UsersLogDeliveryEA667BF2": "AWS::Cognito::LogDeliveryConfiguration",
        "UsersLogGroupmessages5F0EB9B0": "AWS::Logs::LogGroup",
        "UsersLogGrouprequests7E775164": "AWS::Logs::LogGroup",
        "UsersLogPolicymessages7DC3257E": "AWS::Logs::ResourcePolicy",
        "UsersLogStreamactivity489D0C96": "AWS::KinesisFirehose::DeliveryStream",
        "UsersManagedLoginBrandingphoneapp4D474176": "AWS::Cognito::ManagedLoginBranding",
        "UsersManagedLoginBrandingweb5D958C5C": "AWS::Cognito::ManagedLoginBranding",
        "UsersMembershipanna2FCCE6D7": "AWS::Cognito::UserPoolUserToGroupAttachment",
        "UsersRegionalConfigurationA96F57E8": "AWS::Cognito::UserPoolRegionalConfigurationAttachment",
        "UsersReplicawest98E95583": "AWS::Cognito::UserPoolReplica",
        "UsersResourceServerordersF86D1168": "AWS::Cognito::UserPoolResourceServer",
        "UsersRiskConfigurationpool3D1BED49": "AWS::Cognito::UserPoolRiskConfigurationAttachment",
        "UsersRiskConfigurationwebE14EDF36": "AWS::Cognito::UserPoolRiskConfigurationAttachment",
        "UsersSmsRole9E79A9FE": "AWS::IAM::Role",
        "UsersSmsRolePolicy0FD9DE9D": "AWS::IAM::ManagedPolicy",
        "UsersStreamRoleactivity640FC648": "AWS::IAM::Role",
        "UsersTermsprivacyFC9F48E4": "AWS::Cognito::Terms",
        "UsersTermsterms139DB81A": "AWS::Cognito::Terms",
        "UsersUICustomizationallA275116F": "AWS::Cognito::UserPoolUICustomizationAttachment",
        "UsersUserannaB53BB43C": "AWS::Cognito::UserPoolUser",
        "UsersWebAclAssociation27C1A802": "AWS::WAFv2::WebACLAssociation",
        "UsersWebAclDB0B391F": "AWS::WAFv2::WebACL",
        "UsersWebAclLoggingFF129C61": "AWS::WAFv2::LoggingConfiguration",
    }


def test_the_pool_takes_the_place_of_the_l2_of_the_same_id() -> None:
    before = template_of(lambda stack: aws_cognito.UserPool(stack, "Pool"))
    after = template_of(lambda stack: CognitoUserPool(stack, "Pool"))
    assert list(ids_of(before, "AWS::Cognito::UserPool")) == ["PoolD3F588B8"]
    assert ids_of(before, "AWS::Cognito::UserPool") == ids_of(after, "AWS::Cognito::UserPool")


def _by_hand(stack: Stack) -> None:
    pool = aws_cognito.UserPool(stack, "Pool", mfa=aws_cognito.Mfa.OPTIONAL)
    pool.add_client("Web", generate_secret=True)
    pool.add_domain("Domain", cognito_domain=aws_cognito.CognitoDomainOptions(domain_prefix="shop"))
    pool.add_group("Admins", group_name="admins")


def test_pinned_ids_leave_every_resource_of_an_l2_app_where_it_is() -> None:
    before = template_of(_by_hand)
    ids = {type_name: logical_id for logical_id, type_name in ids_of(before).items()}

    def by_settings(stack: Stack) -> None:
        settings = profiles.standard(
            app_clients={"web": single_page_app(callback_urls=["https://shop.example/in"], generate_secret=True)},
            prefix_domain=PrefixDomain("shop"),
            groups={"admins": Group()},
            sms=Sms(),
        )
        logical_ids = {
            "AppClientweb": ids["AWS::Cognito::UserPoolClient"],
            "Domain": ids["AWS::Cognito::UserPoolDomain"],
            "Groupadmins": ids["AWS::Cognito::UserPoolGroup"],
            "SmsRole": ids["AWS::IAM::Role"],
        }
        CognitoUserPool(stack, "Pool", settings=settings, logical_ids=logical_ids)

    after = template_of(by_settings)
    assert ids_of(before).items() <= ids_of(after).items()
    new = {"AWS::IAM::ManagedPolicy", "AWS::Cognito::ManagedLoginBranding"}
    assert {ids_of(after)[name] for name in ids_of(after).keys() - ids_of(before).keys()} == new


def test_references_follow_a_pinned_id() -> None:
    def build(stack: Stack) -> None:
        users = CognitoUserPool(stack, "Pool", settings=EVERYTHING, logical_ids={"Resource": "OldPool"})
        CfnOutput(stack, "Id", value=users.user_pool.user_pool_id)

    template = template_of(build)
    template.has_output("Id", {"Value": {"Ref": "OldPool"}})
    template.all_resources_properties("AWS::Cognito::UserPoolClient", {"UserPoolId": {"Ref": "OldPool"}})


def test_the_dependency_on_the_role_follows_a_pinned_id() -> None:
    def build(stack: Stack) -> None:
        CognitoUserPool(stack, "Pool", settings=EVERYTHING, logical_ids={"SmsRolePolicy": "OldPolicy"})

    template_of(build).has_resource("AWS::Cognito::UserPool", {"DependsOn": ["OldPolicy"]})


def test_an_id_for_what_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^logical_ids: there is no AppClientweb; there are Resource$"):
        template_of(lambda stack: CognitoUserPool(stack, "Pool", logical_ids={"AppClientweb": "Old"}))


def test_two_pools_of_one_stack_share_nothing() -> None:
    def build(stack: Stack) -> None:
        CognitoUserPool(stack, "Customers", settings=EVERYTHING)
        CognitoUserPool(stack, "People", settings=EVERYTHING)

    template = template_of(build)
    template.resource_count_is("AWS::Cognito::UserPool", 2)
    for name, resource in template.find_resources("AWS::Cognito::UserPoolClient").items():
        owner = "Customers" if name.startswith("Customers") else "People"
        assert resource["Properties"]["UserPoolId"]["Ref"].startswith(owner)


def test_a_new_key_leaves_the_others_where_they_are() -> None:
    def with_groups(*names: str) -> Template:
        settings = profiles.standard(groups={name: Group() for name in names})
        return template_of(lambda stack: CognitoUserPool(stack, "Users", settings=settings))

    assert ids_of(with_groups("admins")).items() <= ids_of(with_groups("authors", "admins")).items()
