"""The wheel, installed beside CDK, serves an app that knows nothing of the checkout."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

APP = """
from aws_cdk import App, Stack
import constructs_lib
from constructs_lib.cdk import CognitoUserPool

print(constructs_lib.__file__)
app = App(outdir="out")
CognitoUserPool(Stack(app, "Users"), "Users")
app.synth()
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel as ``make package`` does."""
    folder = tmp_path_factory.mktemp("wheel")
    _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    (built,) = folder.glob("*.whl")
    return built


def _pip(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--quiet", *arguments], check=True)


def test_the_wheel_holds_the_library_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {"constructs_lib", "constructs_lib-0.1.0.dist-info"}
    assert "constructs_lib/py.typed" in names
    assert {f"constructs_lib/functions/triggers.{end}" for end in ("in", "txt")} <= {*names}


def test_an_app_outside_the_checkout_synthesizes_with_it(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    _pip("install", "--no-deps", "--no-index", "--target", str(installed), str(wheel))
    app = tmp_path / "app"
    app.mkdir()
    (app / "app.py").write_text(APP, encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run([sys.executable, "app.py"], cwd=app, env=env, check=True, capture_output=True, text=True)
    assert done.stdout.startswith(str(installed))
    template = json.loads((app / "out" / "Users.template.json").read_text(encoding="utf-8"))
    assert [resource["Type"] for resource in template["Resources"].values()] == ["AWS::Cognito::UserPool"]
