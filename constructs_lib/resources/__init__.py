"""CloudFormation resources as plain data: the ground on which settings, rules and the CDK layer meet."""
