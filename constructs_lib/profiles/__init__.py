"""Opinions, each in one place with its reason: a profile fills every field that the user leaves unsaid."""

from constructs_lib.profiles.consumer import consumer
from constructs_lib.profiles.high_security import high_security
from constructs_lib.profiles.identity_pool import identity_pool
from constructs_lib.profiles.machine_to_machine import machine_to_machine
from constructs_lib.profiles.opinion import Opinion, Profile
from constructs_lib.profiles.passwordless import passwordless
from constructs_lib.profiles.standard import standard
from constructs_lib.profiles.workforce import workforce

USER_POOL_PROFILES = (standard, consumer, workforce, high_security, machine_to_machine, passwordless)
"""The profiles of user pools."""

__all__ = [
    "USER_POOL_PROFILES",
    "Opinion",
    "Profile",
    "consumer",
    "high_security",
    "identity_pool",
    "machine_to_machine",
    "passwordless",
    "standard",
    "workforce",
]
