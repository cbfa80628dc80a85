"""An Amazon Cognito user pool for AWS CDK apps.

`constructs_lib.cdk` has the construct; everything else is plain Python, without jsii, Node or AWS.
"""
