"""What AWS's two models say of every property, beside what our limits say.

CloudFormation's schemas are carried by cfn-lint, the models of the API by botocore; neither asks the network.
"""
