"""Plain scalars of YAML 1.1, which is what CloudFormation reads.

They are resolved as by PyYAML, which the AWS CLI, SAM and cfn-lint read templates with: ``yes``, ``no``, ``on`` and
``off`` are booleans, ``012345670123`` is octal and ``1:30`` is 90. A date stays text: CloudFormation has no timestamps.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/745 (octal account ids)
https://github.com/aws-cloudformation/cfn-language-discussion/issues/31 (numbers to the base of 60)
"""

import re

from constructs_lib.readers.documents.bounds import MAX_DIGITS, NOT_FINITE, NumberError, finite, shown, whole
from constructs_lib.readers.source import UnreadableError

Scalar = str | int | float | bool | None

NULLS = ("", "~", "null", "Null", "NULL")
"""What stands for nothing, and is no key."""

_WORDS: dict[str, bool | None] = dict.fromkeys(NULLS) | {
    spelling: value
    for words, value in (("true yes on", True), ("false no off", False))
    for word in words.split()
    for spelling in (word, word.capitalize(), word.upper())
}

_KINDS: dict[str, type] = {"str": str, "int": int, "float": float, "bool": bool, "null": type(None)}

_NUMBER_STARTS = frozenset("+-.0123456789")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9_]*)")
_OCTAL = re.compile(r"[-+]?0[0-7_]+")
_PREFIXED = re.compile(r"[-+]?0(?:b_*[01][01_]*|x_*[0-9a-fA-F][0-9a-fA-F_]*)")
_FLOAT = re.compile(r"(?:[-+]?[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?")
_SIXTIES = re.compile(r"[-+]?(?:[1-9][0-9_]*(?::[0-5]?[0-9])+|[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


def resolve(text: str) -> Scalar:
    """Give what a scalar without quotes stands for."""
    return _number(text) if text[:1] in _NUMBER_STARTS else _WORDS.get(text, text)


def tagged(tag: str, text: str) -> Scalar:
    """Give what a scalar with one of YAML's own tags stands for."""
    if tag not in _KINDS:
        raise UnreadableError(f"CloudFormation does not take the tag {shown(tag)}")
    value = text if tag == "str" else resolve(text)
    if tag == "float" and type(value) is int:
        return finite(str(value))
    if type(value) is not _KINDS[tag]:
        raise UnreadableError(f"{shown(text)} is no !!{tag}")
    return value


def _number(text: str) -> Scalar:
    digits = text.replace("_", "")
    if _DECIMAL.fullmatch(text):
        return whole(digits)
    if _FLOAT.fullmatch(text):
        return finite(digits)
    if _NOT_FINITE.fullmatch(text):
        raise NumberError(text, NOT_FINITE)
    if _OCTAL.fullmatch(text):
        return whole(digits, 8)
    if _PREFIXED.fullmatch(text):
        return whole(digits, 0)
    if len(text) <= MAX_DIGITS and _SIXTIES.fullmatch(text):
        return _of_sixties(digits)
    return text


def _of_sixties(digits: str) -> int | float:
    """Read hours, minutes and seconds, as YAML 1.1 takes what has colons in it."""
    total: int | float = 0
    for part in digits.lstrip("+-").split(":"):
        total = total * 60 + (finite(part) if "." in part else whole(part))
    return -total if digits.startswith("-") else total
