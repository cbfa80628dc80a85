"""Pools from settings, as many as the argument says."""

import sys

from aws_cdk import App, Stack

from bench.settings import POOLS_IN_A_STACK, customers
from constructs_lib.cdk import CognitoUserPool

app = App()
for number in range(int(sys.argv[1])):
    if number % POOLS_IN_A_STACK == 0:
        stack = Stack(app, f"Pools{number}")
    CognitoUserPool(stack, f"Pool{number}", settings=customers(number))
app.synth()
