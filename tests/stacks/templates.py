"""The templates of the example app, synthesized once."""

from functools import cache

from aws_cdk import App
from aws_cdk.assertions import Template

from stacks.article import ArticleStack
from stacks.company import CompanyStack
from stacks.minimal import MinimalStack

POOL = "AWS::Cognito::UserPool"
CLIENT = "AWS::Cognito::UserPoolClient"
DOMAIN = "AWS::Cognito::UserPoolDomain"
GROUP = "AWS::Cognito::UserPoolGroup"


@cache
def minimal() -> Template:
    """Give the smallest useful pool."""
    return Template.from_stack(MinimalStack(App(), "Minimal"))


@cache
def article() -> Template:
    """Give the pool with everything in it that the article sets."""
    return Template.from_stack(ArticleStack(App(), "Article"))


@cache
def company() -> Template:
    """Give the pool of a company's own people."""
    return Template.from_stack(CompanyStack(App(), "Company"))
