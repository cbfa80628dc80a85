#!/usr/bin/env python3
"""The example stacks, composed."""

import os

from aws_cdk import App, Environment
from aws_cdk.aws_lambda import Architecture, Runtime

from stacks.article import ArticleStack
from stacks.company import CompanyStack
from stacks.customer_app import CustomerAppStack
from stacks.front_end import FrontEndStack
from stacks.high_security import HighSecurityStack
from stacks.machines import MachinesStack
from stacks.minimal import MinimalStack
from stacks.partner import PartnerStack
from stacks.passwordless import PasswordlessStack
from stacks.platform import PlatformStack
from stacks.protected_api import ProtectedApiStack
from stacks.shop_apis import ShopApisStack
from stacks.triggers import LinkedAccountsStack, PortalStack
from stacks.user_data import UserDataStack
from stacks.workforce import WorkforceStack

app = App()
# Where the command line is signed in; `cdk synth` without that needs a Region too, for the certificate of a domain.
here = Environment(
    account=os.environ.get("CDK_DEFAULT_ACCOUNT"), region=os.environ.get("CDK_DEFAULT_REGION", "us-east-1")
)
MinimalStack(app, "Minimal")
ArticleStack(app, "Article", min_length=int(app.node.try_get_context("demo:password-min-length") or 12))
CompanyStack(app, "Company")
CustomerAppStack(app, "CustomerApp", env=here, zone_id=app.node.try_get_context("demo:zone-id") or "Z0SHOPEXAMPLE")
WorkforceStack(app, "Workforce")
MachinesStack(app, "Machines")
HighSecurityStack(app, "HighSecurity")
PasswordlessStack(app, "Passwordless")
platform = PlatformStack(app, "Platform")
PartnerStack(app, "Partner", user_pool_arn=platform.users.user_pool.user_pool_arn)
ProtectedApiStack(
    app,
    "ProtectedApi",
    architecture=Architecture.X86_64 if app.node.try_get_context("demo:machine") == "x86_64" else Architecture.ARM_64,
    runtime=Runtime(f"python{app.node.try_get_context('demo:python') or '3.13'}"),
    endpoint=app.node.try_get_context("demo:endpoint"),
)
FrontEndStack(app, "FrontEnd")
PortalStack(app, "Portal")
LinkedAccountsStack(app, "LinkedAccounts")
ShopApisStack(app, "ShopApis")
UserDataStack(app, "UserData")
app.synth()
