"""Changes of what belongs to a user pool, but for its app clients: before, after, and all that is told."""

from constructs_lib.resources.model import (
    LOG_DELIVERY,
    MANAGED_LOGIN_BRANDING,
    TERMS,
    USER_POOL_DOMAIN,
    USER_POOL_GROUP,
    USER_POOL_IDENTITY_PROVIDER,
    USER_POOL_MEMBERSHIP,
    USER_POOL_REGIONAL_CONFIGURATION,
    USER_POOL_REPLICA,
    USER_POOL_RESOURCE_SERVER,
    USER_POOL_RISK_CONFIGURATION,
    USER_POOL_UI_CUSTOMIZATION,
    USER_POOL_USER,
)
from tests.lifecycle.told import Case

CASES = [
    Case(
        USER_POOL_DOMAIN,
        {"Domain": "shop", "UserPoolId": {"Ref": "Pool"}},
        {"Domain": "store", "UserPoolId": {"Ref": "Pool"}},
        (
            "loses: Domain: shop → store\n"
            "the old address ends: apps that send people there cannot sign anybody in, sessions at the pages"
            " end, and passkeys that were made for it stop working; tokens that are out stay\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolDomain.html"
        ),
    ),
    Case(
        USER_POOL_DOMAIN,
        {"Domain": "shop", "UserPoolId": {"Ref": "Pool"}},
        {"Domain": "shop", "UserPoolId": {"Ref": "Other"}},
        (
            "refused: UserPoolId: {'Ref': 'Pool'} → {'Ref': 'Other'}\n"
            "the new one is made before the old one is deleted, and AWS refuses two of one name: give it a "
            "new name\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html"
        ),
    ),
    Case(
        USER_POOL_DOMAIN,
        {"UserPoolId": {"Ref": "Pool"}},
        {"UserPoolId": {"Ref": "Other"}},
        (
            "loses: UserPoolId: {'Ref': 'Pool'} → {'Ref': 'Other'}\n"
            "the old pool loses its pages: nobody of its users can sign in there, and sessions at the pages "
            "end\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolDomain.html"
        ),
    ),
    Case(
        USER_POOL_DOMAIN,
        {"ManagedLoginVersion": 2},
        {},
        (
            "loses: ManagedLoginVersion: 2 → None\n"
            "the classic pages know no passkeys: users who have nothing else are locked out there\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html"
        ),
    ),
    Case(
        USER_POOL_DOMAIN,
        {},
        {"ManagedLoginVersion": 2},
        (
            "in place: ManagedLoginVersion: None → 2\n"
            "the pages look new, and show nothing for an app client without a branding style; sessions stay\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html"
        ),
    ),
    Case(
        USER_POOL_DOMAIN,
        {"CustomDomainConfig": {"CertificateArn": "arn:1"}},
        {"CustomDomainConfig": {"CertificateArn": "arn:2"}},
        (
            "in place: CustomDomainConfig.CertificateArn: arn:1 → arn:2\n"
            "the address stays, and so do sessions\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolDomain.html"
        ),
    ),
    Case(
        USER_POOL_GROUP,
        {"GroupName": "staff"},
        {"GroupName": "team"},
        (
            "loses: GroupName: staff → team\n"
            "a new group is made, which has no members, and the old one is deleted: nobody's tokens name it "
            "any more\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteGroup.html"
        ),
    ),
    Case(
        USER_POOL_GROUP,
        {"UserPoolId": {"Ref": "Pool"}},
        {"UserPoolId": {"Ref": "Other"}},
        (
            "loses: UserPoolId: {'Ref': 'Pool'} → {'Ref': 'Other'}\n"
            "the group moves to another pool, without its members: nobody's tokens name it any more\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteGroup.html"
        ),
    ),
    Case(
        USER_POOL_GROUP,
        {"RoleArn": "arn:1"},
        {"RoleArn": "arn:2"},
        (
            "in place: RoleArn: arn:1 → arn:2\n"
            "members get the other role with their next tokens; memberships stay\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateGroup.html"
        ),
    ),
    Case(
        USER_POOL_IDENTITY_PROVIDER,
        {"ProviderName": "Okta"},
        {"ProviderName": "Entra"},
        (
            "loses: ProviderName: Okta → Entra\n"
            "the users of this provider are named after it: they come back as new users, and the old ones "
            "cannot sign in\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteIdentityProvider.html"
        ),
    ),
    Case(
        USER_POOL_IDENTITY_PROVIDER,
        {"ProviderName": "Okta", "ProviderType": "SAML"},
        {"ProviderName": "Okta", "ProviderType": "OIDC"},
        (
            "refused: ProviderType: SAML → OIDC\n"
            "the new one is made before the old one is deleted, and AWS refuses two of one name: give it a "
            "new name\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html"
        ),
    ),
    Case(
        USER_POOL_IDENTITY_PROVIDER,
        {"ProviderType": "SAML"},
        {"ProviderType": "OIDC"},
        (
            "loses: ProviderType: SAML → OIDC\n"
            "the users of this provider are named after it: they come back as new users, and the old ones "
            "cannot sign in\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteIdentityProvider.html"
        ),
    ),
    Case(
        USER_POOL_IDENTITY_PROVIDER,
        {"UserPoolId": {"Ref": "Pool"}},
        {"UserPoolId": {"Ref": "Other"}},
        (
            "loses: UserPoolId: {'Ref': 'Pool'} → {'Ref': 'Other'}\n"
            "users of this provider cannot sign in to the old pool any more\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteIdentityProvider.html"
        ),
    ),
    Case(
        USER_POOL_IDENTITY_PROVIDER,
        {"ProviderDetails": {"oidc_issuer": "a"}},
        {"ProviderDetails": {"oidc_issuer": "b"}},
        (
            "in place: ProviderDetails.oidc_issuer: a → b\n"
            "if the provider names people otherwise from now on, they come back as new users; sessions stay\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html"
        ),
    ),
    Case(
        USER_POOL_IDENTITY_PROVIDER,
        {"ProviderDetails": {"client_id": "a"}},
        {"ProviderDetails": {"client_id": "b"}},
        (
            "in place: ProviderDetails.client_id: a → b\n"
            "if the provider names people otherwise from now on, they come back as new users; sessions stay\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html"
        ),
    ),
    Case(
        USER_POOL_IDENTITY_PROVIDER,
        {"ProviderDetails": {"MetadataURL": "a"}},
        {"ProviderDetails": {"MetadataURL": "b"}},
        (
            "in place: ProviderDetails.MetadataURL: a → b\n"
            "if the provider names people otherwise from now on, they come back as new users; sessions stay\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html"
        ),
    ),
    Case(
        USER_POOL_IDENTITY_PROVIDER,
        {"ProviderDetails": {"MetadataFile": "a"}},
        {"ProviderDetails": {"MetadataFile": "b"}},
        (
            "in place: ProviderDetails.MetadataFile: a → b\n"
            "if the provider names people otherwise from now on, they come back as new users; sessions stay\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html"
        ),
    ),
    Case(
        USER_POOL_IDENTITY_PROVIDER,
        {"AttributeMapping": {"email": "mail", "name": "cn"}},
        {"AttributeMapping": {"email": "mail"}},
        (
            "in place: AttributeMapping.name: cn → None\n"
            "users keep the value that they have, which no sign-in brings up to date any more\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html"
        ),
    ),
    Case(
        USER_POOL_IDENTITY_PROVIDER,
        {"IdpIdentifiers": ["shop.example"]},
        {},
        (
            "in place: IdpIdentifiers: ['shop.example'] → None\n"
            "people who are sent to the provider by shop.example do not find it any more; users and sessions"
            " stay\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managing-saml-idp-naming.html"
        ),
    ),
    Case(
        USER_POOL_RESOURCE_SERVER,
        {"Identifier": "orders"},
        {"Identifier": "sales"},
        (
            "loses: Identifier: orders → sales\n"
            "no new token holds the scopes of the old identifier, and app clients that name them are refused\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteResourceServer.html"
        ),
    ),
    Case(
        USER_POOL_RESOURCE_SERVER,
        {"UserPoolId": {"Ref": "Pool"}},
        {"UserPoolId": {"Ref": "Other"}},
        (
            "loses: UserPoolId: {'Ref': 'Pool'} → {'Ref': 'Other'}\n"
            "no new token of the old pool holds its scopes\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteResourceServer.html"
        ),
    ),
    Case(
        USER_POOL_RESOURCE_SERVER,
        {"Scopes": [{"ScopeName": "read", "ScopeDescription": "r"}, {"ScopeName": "write", "ScopeDescription": "w"}]},
        {"Scopes": [{"ScopeName": "write", "ScopeDescription": "w"}]},
        (
            "loses: Scopes[read]: {'ScopeName': 'read', 'ScopeDescription': 'r'} → None\n"
            "no new token holds this scope, and apps that ask for it are refused\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html"
        ),
    ),
    Case(
        USER_POOL_USER,
        {"UserPoolId": {"Ref": "Pool"}},
        {"UserPoolId": {"Ref": "Other"}},
        (
            "loses: UserPoolId: {'Ref': 'Pool'} → {'Ref': 'Other'}\n"
            "the user is deleted and made anew: password, second factors, passkeys, groups and sessions of "
            "the old one are lost\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
    Case(
        USER_POOL_USER,
        {"Username": "ann"},
        {"Username": "bob"},
        (
            "loses: Username: ann → bob\n"
            "the user is deleted and made anew: password, second factors, passkeys, groups and sessions of "
            "the old one are lost\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
    Case(
        USER_POOL_USER,
        {"Username": "ann", "ClientMetadata": {"a": "1"}},
        {"Username": "ann", "ClientMetadata": {"a": "2"}},
        (
            "refused: ClientMetadata: {'a': '1'} → {'a': '2'}\n"
            "a user cannot be changed: the new one is made before the old one is deleted, and AWS refuses "
            "two of one name: give it a new name\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html"
        ),
    ),
    Case(
        USER_POOL_USER,
        {"ClientMetadata": {"a": "1"}},
        {"ClientMetadata": {"a": "2"}},
        (
            "loses: ClientMetadata: {'a': '1'} → {'a': '2'}\n"
            "the user is deleted and made anew: password, second factors, passkeys, groups and sessions of "
            "the old one are lost\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
    Case(
        USER_POOL_USER,
        {"Username": "ann", "DesiredDeliveryMediums": ["SMS"]},
        {"Username": "ann", "DesiredDeliveryMediums": ["EMAIL"]},
        (
            "refused: DesiredDeliveryMediums: ['SMS'] → ['EMAIL']\n"
            "a user cannot be changed: the new one is made before the old one is deleted, and AWS refuses "
            "two of one name: give it a new name\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html"
        ),
    ),
    Case(
        USER_POOL_USER,
        {"DesiredDeliveryMediums": ["SMS"]},
        {"DesiredDeliveryMediums": ["EMAIL"]},
        (
            "loses: DesiredDeliveryMediums: ['SMS'] → ['EMAIL']\n"
            "the user is deleted and made anew: password, second factors, passkeys, groups and sessions of "
            "the old one are lost\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
    Case(
        USER_POOL_USER,
        {"Username": "ann", "ForceAliasCreation": True},
        {"Username": "ann", "ForceAliasCreation": False},
        (
            "refused: ForceAliasCreation: True → False\n"
            "a user cannot be changed: the new one is made before the old one is deleted, and AWS refuses "
            "two of one name: give it a new name\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html"
        ),
    ),
    Case(
        USER_POOL_USER,
        {"ForceAliasCreation": True},
        {"ForceAliasCreation": False},
        (
            "loses: ForceAliasCreation: True → False\n"
            "the user is deleted and made anew: password, second factors, passkeys, groups and sessions of "
            "the old one are lost\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
    Case(
        USER_POOL_USER,
        {"Username": "ann", "MessageAction": "SUPPRESS"},
        {"Username": "ann", "MessageAction": "RESEND"},
        (
            "refused: MessageAction: SUPPRESS → RESEND\n"
            "a user cannot be changed: the new one is made before the old one is deleted, and AWS refuses "
            "two of one name: give it a new name\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html"
        ),
    ),
    Case(
        USER_POOL_USER,
        {"MessageAction": "SUPPRESS"},
        {"MessageAction": "RESEND"},
        (
            "loses: MessageAction: SUPPRESS → RESEND\n"
            "the user is deleted and made anew: password, second factors, passkeys, groups and sessions of "
            "the old one are lost\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
    Case(
        USER_POOL_USER,
        {"Username": "ann", "UserAttributes": [{"Name": "email", "Value": "a"}]},
        {"Username": "ann", "UserAttributes": [{"Name": "email", "Value": "b"}]},
        (
            "refused: UserAttributes: [{'Name': 'email', 'Value': 'a'}] → [{'Name': 'email', 'Value': 'b'}]\n"
            "a user cannot be changed: the new one is made before the old one is deleted, and AWS refuses "
            "two of one name: give it a new name\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html"
        ),
    ),
    Case(
        USER_POOL_USER,
        {"UserAttributes": [{"Name": "email", "Value": "a"}]},
        {"UserAttributes": [{"Name": "email", "Value": "b"}]},
        (
            "loses: UserAttributes: [{'Name': 'email', 'Value': 'a'}] → [{'Name': 'email', 'Value': 'b'}]\n"
            "the user is deleted and made anew: password, second factors, passkeys, groups and sessions of "
            "the old one are lost\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
    Case(
        USER_POOL_USER,
        {"Username": "ann", "ValidationData": [{"Name": "a", "Value": "a"}]},
        {"Username": "ann", "ValidationData": [{"Name": "a", "Value": "b"}]},
        (
            "refused: ValidationData: [{'Name': 'a', 'Value': 'a'}] → [{'Name': 'a', 'Value': 'b'}]\n"
            "a user cannot be changed: the new one is made before the old one is deleted, and AWS refuses "
            "two of one name: give it a new name\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html"
        ),
    ),
    Case(
        USER_POOL_USER,
        {"ValidationData": [{"Name": "a", "Value": "a"}]},
        {"ValidationData": [{"Name": "a", "Value": "b"}]},
        (
            "loses: ValidationData: [{'Name': 'a', 'Value': 'a'}] → [{'Name': 'a', 'Value': 'b'}]\n"
            "the user is deleted and made anew: password, second factors, passkeys, groups and sessions of "
            "the old one are lost\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
    Case(
        USER_POOL_MEMBERSHIP,
        {"GroupName": "a"},
        {"GroupName": "b"},
        (
            "replaced: GroupName: a → b\n"
            "the user leaves the old group for the new one, from the next tokens on\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
    Case(
        USER_POOL_MEMBERSHIP,
        {"Username": "a"},
        {"Username": "b"},
        (
            "replaced: Username: a → b\n"
            "the user leaves the old group for the new one, from the next tokens on\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
    Case(
        USER_POOL_MEMBERSHIP,
        {"UserPoolId": {"Ref": "Pool"}},
        {"UserPoolId": {"Ref": "Other"}},
        (
            "replaced: UserPoolId: {'Ref': 'Pool'} → {'Ref': 'Other'}\n"
            "the user leaves the old group for the new one, from the next tokens on\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
    Case(
        USER_POOL_REPLICA,
        {"RegionName": "eu-west-1"},
        {"RegionName": "eu-west-2"},
        (
            "loses: RegionName: eu-west-1 → eu-west-2\n"
            "the replica of the old Region is deleted, which AWS does only while it is inactive: nobody "
            "signs in there\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolReplica.html"
        ),
    ),
    Case(
        USER_POOL_REPLICA,
        {"UserPoolId": {"Ref": "Pool"}},
        {"UserPoolId": {"Ref": "Other"}},
        (
            "loses: UserPoolId: {'Ref': 'Pool'} → {'Ref': 'Other'}\n"
            "the replica of the old pool is deleted, which AWS does only while it is inactive: nobody signs "
            "in there\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolReplica.html"
        ),
    ),
    Case(
        USER_POOL_REPLICA,
        {"RegionName": "eu-west-1", "UserPoolTagsAtCreate": {"a": "1"}},
        {"RegionName": "eu-west-1", "UserPoolTagsAtCreate": {"a": "2"}},
        (
            "refused: UserPoolTagsAtCreate: {'a': '1'} → {'a': '2'}\n"
            "the tags of a replica are given when it is made, and a pool has one in a Region: take it back, "
            "and set tags by a regional configuration\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html"
        ),
    ),
    Case(
        USER_POOL_REPLICA,
        {"UserPoolTagsAtCreate": {"a": "1"}},
        {"UserPoolTagsAtCreate": {"a": "2"}},
        (
            "loses: UserPoolTagsAtCreate: {'a': '1'} → {'a': '2'}\n"
            "the old replica is deleted with its Region\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-multi-region-replication.html"
        ),
    ),
    Case(
        USER_POOL_REGIONAL_CONFIGURATION,
        {"UserPoolId": {"Ref": "Pool"}},
        {"UserPoolId": {"Ref": "Other"}},
        (
            "replaced: UserPoolId: {'Ref': 'Pool'} → {'Ref': 'Other'}\n"
            "the old pool keeps the settings of its Region, unmanaged\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
    Case(
        USER_POOL_REGIONAL_CONFIGURATION,
        {"Status": "ACTIVE"},
        {"Status": "INACTIVE"},
        (
            "loses: Status: ACTIVE → INACTIVE\n"
            "the replica serves nobody while it is inactive: users of its Region cannot sign in there\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-multi-region-replication.html"
        ),
    ),
    Case(
        MANAGED_LOGIN_BRANDING,
        {"ClientId": "a"},
        {"ClientId": "b"},
        (
            "replaced: ClientId: a → b\n"
            "the pages of the old app client lose their style; sessions stay\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
    Case(
        MANAGED_LOGIN_BRANDING,
        {"UserPoolId": {"Ref": "Pool"}},
        {"UserPoolId": {"Ref": "Other"}},
        (
            "replaced: UserPoolId: {'Ref': 'Pool'} → {'Ref': 'Other'}\n"
            "the pages of the old pool lose their style; sessions stay\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
    Case(
        TERMS,
        {"ClientId": "a"},
        {"ClientId": "b"},
        (
            "replaced: ClientId: a → b\n"
            "the pages of the old app client lose the document; sessions stay\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
    Case(
        TERMS,
        {"UserPoolId": {"Ref": "Pool"}},
        {"UserPoolId": {"Ref": "Other"}},
        (
            "replaced: UserPoolId: {'Ref': 'Pool'} → {'Ref': 'Other'}\n"
            "the pages of the old pool lose the document; sessions stay\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
    Case(
        USER_POOL_RISK_CONFIGURATION,
        {"ClientId": "a"},
        {"ClientId": "b"},
        (
            "replaced: ClientId: a → b\n"
            "threat protection acts for others from now on; users and sessions stay\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
    Case(
        USER_POOL_RISK_CONFIGURATION,
        {"UserPoolId": {"Ref": "Pool"}},
        {"UserPoolId": {"Ref": "Other"}},
        (
            "replaced: UserPoolId: {'Ref': 'Pool'} → {'Ref': 'Other'}\n"
            "threat protection acts for others from now on; users and sessions stay\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
    Case(
        USER_POOL_UI_CUSTOMIZATION,
        {"ClientId": "a"},
        {"ClientId": "b"},
        (
            "replaced: ClientId: a → b\n"
            "other pages get the style, and the old ones lose it; sessions stay\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
    Case(
        USER_POOL_UI_CUSTOMIZATION,
        {"UserPoolId": {"Ref": "Pool"}},
        {"UserPoolId": {"Ref": "Other"}},
        (
            "replaced: UserPoolId: {'Ref': 'Pool'} → {'Ref': 'Other'}\n"
            "other pages get the style, and the old ones lose it; sessions stay\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
    Case(
        LOG_DELIVERY,
        {"UserPoolId": {"Ref": "Pool"}},
        {"UserPoolId": {"Ref": "Other"}},
        (
            "replaced: UserPoolId: {'Ref': 'Pool'} → {'Ref': 'Other'}\n"
            "the old pool is logged no more; users and sessions stay\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
]
