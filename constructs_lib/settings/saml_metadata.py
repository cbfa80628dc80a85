"""SAML metadata from a file: what a SAML provider says of itself.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-integrating-3rd-party-saml-providers.html
"""

from os import PathLike, fspath
from pathlib import Path


def saml_metadata_file(path: str | PathLike[str]) -> str:
    """Read SAML metadata: the file's text as it is, since white space may be under a signature.

    What is no metadata is told by the rules, with everything else that is wrong.

    Args:
        path: The file that the provider lets you download, in UTF-8.

    Raises:
        ValueError: The file cannot be read.
    """
    try:
        return Path(path).read_bytes().decode("utf-8-sig").strip()
    except OSError as error:
        problem = f"cannot be read: {error.strerror or error}"
    except UnicodeDecodeError:
        problem = "is not text in UTF-8"
    raise ValueError(f"saml_metadata_file: {fspath(path)} {problem}")
