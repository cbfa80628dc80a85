"""Opinions, each in one place with its reason: a profile fills every field that the user leaves unsaid."""

from constructs_lib.profiles.consumer import consumer
from constructs_lib.profiles.opinion import Opinion, Profile
from constructs_lib.profiles.standard import standard

__all__ = ["Opinion", "Profile", "consumer", "standard"]
