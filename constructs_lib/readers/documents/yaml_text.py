"""Text in YAML as CloudFormation's tools read it: its value, and where in the text each of its values stands."""

from collections.abc import Callable, Iterator
from typing import Any

import yaml
from yaml.events import DocumentStartEvent
from yaml.reader import Reader, ReaderError

from constructs_lib.readers.documents.bounds import MAX_TAG_DIRECTIVES, LineAndColumn, at
from constructs_lib.readers.documents.yaml_values import Values, start_of
from constructs_lib.readers.source import UnreadableError
from constructs_lib.resources.values import Json, Path

try:
    from yaml import CSafeLoader as Parser
except ImportError:  # PyYAML without libyaml: the same events, some ten times slower
    from yaml import SafeLoader as Parser  # type: ignore[assignment]

_LONGEST_PROBLEM = 100


def read(text: str) -> tuple[Json, Callable[[Path], LineAndColumn]]:
    """Read the one document of a text; with it comes what finds line and column of a value."""
    if text.count("%TAG") > MAX_TAG_DIRECTIVES:
        raise UnreadableError(f"holds more than {MAX_TAG_DIRECTIVES:,} %TAG directives")
    try:
        return _read(iter(Parser(text).get_event, None))
    except ReaderError:
        raise UnreadableError(_unprintable(text)) from None
    except yaml.MarkedYAMLError as error:
        raise UnreadableError(_told(error)) from None
    except UnreadableError:
        raise
    except (ValueError, OverflowError):  # the parser in Python lets these through
        raise UnreadableError("not YAML: it holds an escape or a version that is out of range") from None


def _read(events: Iterator[Any]) -> tuple[Json, Callable[[Path], LineAndColumn]]:
    next(events)
    if not isinstance(next(events), DocumentStartEvent):
        raise UnreadableError("holds only comments")
    root = next(events)
    values = Values(events)
    value = values.build(root, 1)
    next(events)
    following = next(events)
    if isinstance(following, DocumentStartEvent):
        raise UnreadableError(f"holds more than one YAML document, the second {at(start_of(following))}")

    def find(path: Path) -> LineAndColumn:
        place, inner = start_of(root), value
        for step in path:
            places = values.places[id(inner)] if isinstance(inner, (dict, list)) else {}
            if step not in places:
                break
            place, inner = places[step], inner[step]
        return place

    return value, find


def _told(error: yaml.MarkedYAMLError) -> str:
    """Say in one sentence where a text stops being YAML."""
    mark = error.problem_mark or error.context_mark
    where = at((mark.line + 1, mark.column + 1)) if mark else ""
    return f"not YAML: {str(error.problem)[:_LONGEST_PROBLEM]} {where}".rstrip()


def _unprintable(text: str) -> str:
    match = Reader.NON_PRINTABLE.search(text)
    if match is None:
        return "not YAML: it holds characters that cannot be printed"
    line = text.count("\n", 0, match.start()) + 1
    return f"not YAML: the character U+{ord(match[0]):04X} in line {line} is none that a text may hold"
