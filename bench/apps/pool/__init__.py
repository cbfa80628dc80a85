"""A user pool: attributes, policies, factors, messages, SES, a role, clients with styles, groups, a domain."""

IN_A_STACK = 40
"""CloudFormation takes 500 resources in a stack; these pools have ten each."""
