"""All that an app with customers has of Cognito.

A pool with a domain, app clients and their styles, identity providers, logs, risk and groups, and an identity pool
with its roles.
"""

IN_A_STACK = 25
"""CloudFormation takes 500 resources in a stack; these have 19 each, by hand."""
