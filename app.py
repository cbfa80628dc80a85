#!/usr/bin/env python3
"""The example stacks, composed."""

from aws_cdk import App

from stacks.article import ArticleStack
from stacks.company import CompanyStack
from stacks.minimal import MinimalStack

app = App()
MinimalStack(app, "Minimal")
ArticleStack(app, "Article", min_length=int(app.node.try_get_context("demo:password-min-length") or 12))
CompanyStack(app, "Company")
app.synth()
