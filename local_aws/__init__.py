"""A local AWS on this machine's loopback, and the people who sign in to what is deployed there.

Development only: `python -m local_aws.demo` deploys the example stacks with the real CDK command line to MiniStack, an
emulator, and shows what works. Nothing here talks to a real AWS account, and nothing is written outside the checkout.
"""
