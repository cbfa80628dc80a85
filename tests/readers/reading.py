"""How the tests of readers ask: for the value of a text, or for the sentence that refuses it."""

import pytest

from constructs_lib.readers.documents.document import read_document
from constructs_lib.readers.source import UnreadableError
from constructs_lib.resources.values import Json


def value(text: str | bytes, name: str = "file") -> Json:
    """Read a value."""
    return read_document(text.encode() if isinstance(text, str) else text, name).value


def refusal(text: str | bytes, name: str = "file") -> str:
    """Give the sentence that refuses a text."""
    with pytest.raises(UnreadableError) as caught:
        value(text, name)
    return str(caught.value)


def told(text: str | bytes) -> str | None:
    """Give the sentence that refuses a text, if it is refused."""
    try:
        value(text)
    except UnreadableError as error:
        return str(error)
    return None
