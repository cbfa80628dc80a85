"""SAML metadata: what is wrong with a document that should be what a SAML provider says of itself."""

from xml.parsers import expat

_NAMESPACE = "urn:oasis:names:tc:SAML:2.0:metadata"
_ROOTS = ("EntityDescriptor", "EntitiesDescriptor")


class _DoctypeError(Exception):
    """The document declares a type, by which it could define entities and name other files."""


def unreadable(text: str) -> str | None:
    """Say, after "it", why nobody can read SAML metadata in a text; nothing where it is some."""
    try:
        elements = _elements(text)
    except _DoctypeError:
        return None
    except expat.ExpatError as error:
        return f"is not XML: {error}"
    if elements[0] not in [f"{_NAMESPACE} {name}" for name in _ROOTS] or f"{_NAMESPACE} {_ROOTS[0]}" not in elements:
        return "is no SAML metadata: its root is no EntityDescriptor"
    return None


def doubtful(text: str) -> str | None:
    """Say, after "it", what is odd about metadata that can be read."""
    try:
        elements = _elements(text)
    except _DoctypeError:
        return "has a DOCTYPE, which SAML metadata has not and nobody should trust"
    except expat.ExpatError:
        return None
    if f"{_NAMESPACE} {_ROOTS[0]}" in elements and f"{_NAMESPACE} IDPSSODescriptor" not in elements:
        return "is not the metadata of an identity provider: it has no IDPSSODescriptor"
    return None


def _elements(text: str) -> list[str]:
    """Give the elements of a document, each with its namespace; nothing outside of it is ever read."""
    found: list[str] = []
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")

    def doctype(*_: object) -> None:
        raise _DoctypeError

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = lambda name, _: found.append(name)
    parser.Parse(text.encode(errors="surrogatepass"), True)
    return found
