"""Pools from settings."""

from aws_cdk import Stack

from bench.apps.pool import IN_A_STACK
from bench.apps.pool.settings import customers
from bench.apps.stacks import synth
from constructs_lib.cdk import CognitoUserPool


def add(stack: Stack, number: int) -> None:
    """Make one pool."""
    CognitoUserPool(stack, f"Pool{number}", settings=customers(number))


synth(add, in_a_stack=IN_A_STACK)
