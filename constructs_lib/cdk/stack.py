"""What the constructs of a stack ask of it: once, since each answer is a round trip to Node."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary, WeakSet

from aws_cdk import Stack
from constructs import Construct

from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.values import is_token


@dataclass(frozen=True)
class StackFacts:
    """What does not change while a stack is made."""

    deployment: Deployment
    """Where it will live."""

    is_locked: bool
    """Whether a lock watches over its pools."""

    names_paths: bool
    """Whether every resource tells its path as metadata; the command line wants it."""


LOCKED: WeakSet[Construct] = WeakSet()
"""The apps and stacks that locks watch over."""

_FACTS: WeakKeyDictionary[Stack, StackFacts] = WeakKeyDictionary()


def stack_of(construct: Construct) -> Stack:
    """Give the stack that a construct is in, or is."""
    return construct if isinstance(construct, Stack) else Stack.of(construct)


def facts_of(stack: Stack) -> StackFacts:
    """Give what is known of a stack."""
    if stack not in _FACTS:
        region, account = (None if is_token(value) else value for value in (stack.region, stack.account))
        names_paths = stack.node.try_get_context("aws:cdk:enable-path-metadata")
        is_locked = bool(LOCKED) and any(scope in LOCKED for scope in stack.node.scopes)
        _FACTS[stack] = StackFacts(Deployment(region=region, account=account), is_locked, bool(names_paths))
    return _FACTS[stack]
