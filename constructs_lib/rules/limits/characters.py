"""Characters of a few properties, where what they mean is more than a class of characters."""

import re
import unicodedata

from constructs_lib.rules.limits.kinds import Characters, matching

_WHOLE = re.compile(r"\+?[0-9]{1,400}(\.0*)?")
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")


def _attribute_length(text: str) -> bool:
    return _WHOLE.fullmatch(text) is not None and float(text) <= 2048


def _attribute_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None and abs(float(text)) <= 2.0**1023


def _key(text: str) -> bool:
    return all(character in "_.:/=+-@" or unicodedata.category(character)[0] in "LZN" for character in text)


def _tag_key(text: str) -> bool:
    return not text.startswith("aws:") and _key(text)


def _domain(text: str) -> bool:
    return not any(character.isspace() or character in "/:?#@" for character in text)


# Both are texts in the template, numbers for Cognito; no attribute holds more than 2,048 characters (quotas page).
ATTRIBUTE_LENGTH = Characters("", _attribute_length, noun="a whole number between 0 and 2,048")
ATTRIBUTE_NUMBER = Characters("", _attribute_number, noun="a number of at most 2^1023")
KEY = Characters("letters, digits, spaces and _.:/=+-@", _key)
TAG_KEY = Characters("letters, digits, spaces and _.:/=+-@, not beginning with aws:", _tag_key)
DOMAIN = Characters("without https://, port or path", _domain, noun="a domain")
CLIENT_ID = matching("", r"[\w+]+", noun="the id of an app client")
