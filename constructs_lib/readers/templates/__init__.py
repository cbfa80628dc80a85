"""CloudFormation templates → the resources that they can come to, in every way in which they can come out."""
