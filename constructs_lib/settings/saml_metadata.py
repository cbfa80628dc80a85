"""SAML metadata from a file: what a SAML provider says of itself.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-integrating-3rd-party-saml-providers.html
"""

from os import PathLike, fspath
from pathlib import Path
from xml.parsers import expat

_NAMESPACE = "urn:oasis:names:tc:SAML:2.0:metadata"
_ROOTS = ("EntityDescriptor", "EntitiesDescriptor")


class _DoctypeError(Exception):
    """The document declares a type, by which it could define entities and name other files."""


def saml_metadata_file(path: str | PathLike[str]) -> str:
    """Read SAML metadata: the file's text as it is, since white space may be under a signature.

    Args:
        path: The file that the provider lets you download, in UTF-8.

    Raises:
        ValueError: The file cannot be read, or is no SAML metadata of an identity provider.
    """
    try:
        text = Path(path).read_bytes().decode("utf-8-sig").strip()
        elements = _elements(text)
    except OSError as error:
        raise _refuse(path, f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise _refuse(path, "is not text in UTF-8") from None
    except _DoctypeError:
        raise _refuse(path, "has a DOCTYPE, which SAML metadata has not and nobody should trust") from None
    except expat.ExpatError as error:
        raise _refuse(path, f"is not XML: {error}") from None
    if elements[0] not in [f"{_NAMESPACE} {name}" for name in _ROOTS] or f"{_NAMESPACE} {_ROOTS[0]}" not in elements:
        raise _refuse(path, "is no SAML metadata: its root is no EntityDescriptor")
    if f"{_NAMESPACE} IDPSSODescriptor" not in elements:
        raise _refuse(path, "is SAML metadata, but not of an identity provider: it has no IDPSSODescriptor")
    return text


def _refuse(path: str | PathLike[str], problem: str) -> ValueError:
    return ValueError(f"saml_metadata_file: {fspath(path)} {problem}")


def _elements(text: str) -> list[str]:
    """Give the elements of a document, each with its namespace; nothing outside of it is ever read."""
    found: list[str] = []
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")

    def doctype(*_: object) -> None:
        raise _DoctypeError

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = lambda name, _: found.append(name)
    parser.Parse(text.encode(), True)
    return found
