"""What Lambda gets: source and packages, the same everywhere, whole or not at all."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from aws_cdk import App, Stack
from aws_cdk.assertions import Template
from aws_cdk.aws_lambda import Architecture, Function, Runtime

from constructs_lib.cdk.bundling import assembled, python_code
from constructs_lib.wheels import BundlingError, installed

WHEEL = "greeting-1.0-py3-none-any.whl"


@pytest.fixture
def wheels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder that pip finds packages in, and nowhere else."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    with ZipFile(folder / WHEEL, "w") as wheel:
        wheel.writestr("greeting.py", "TEXT = 'hello'\n")
        wheel.writestr("greeting-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: greeting\nVersion: 1.0\n")
        tag = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        wheel.writestr("greeting-1.0.dist-info/WHEEL", tag)
        wheel.writestr("greeting-1.0.dist-info/entry_points.txt", "[console_scripts]\ngreet = greeting:TEXT\n")
        wheel.writestr("greeting-1.0.dist-info/RECORD", "")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


@pytest.fixture
def requirements(wheels: Path, tmp_path: Path) -> Path:
    """Give a list that pins the package by its hash."""
    file = tmp_path / "requirements.txt"
    file.write_text(f"greeting==1.0 --hash=sha256:{sha256((wheels / WHEEL).read_bytes()).hexdigest()}\n")
    return file


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "handler.py"
    file.write_text("import greeting\n\n\ndef handle(event, context):\n    return greeting.TEXT\n")
    return file


def _names(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def _asset(outdir: Path, **code: Any) -> tuple[Mapping[str, Any], Path]:
    app = App(outdir=str(outdir))
    stack = Stack(app, "Stack")
    code_of = python_code(**code)
    machine = Architecture.ARM_64
    Function(stack, "F", code=code_of, handler="handler.handle", runtime=Runtime.PYTHON_3_13, architecture=machine)
    template = Template.from_stack(stack).to_json()
    (folder,) = (path for path in outdir.iterdir() if path.is_dir() and path.name.startswith("asset."))
    return template, folder


def test_a_function_gets_its_source_and_its_packages(tmp_path: Path, source: Path, requirements: Path) -> None:
    _, folder = _asset(tmp_path / "out", source=source, requirements=requirements, cache=tmp_path / "cache")
    assert [name for name in _names(folder) if "dist-info" not in name] == ["greeting.py", "handler.py"]
    said = subprocess.run(
        [sys.executable, "-S", "-c", "import handler; print(handler.handle({}, None))"],
        cwd=folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert said.stdout == "hello\n"


def test_what_is_kept_needs_no_index_any_more(tmp_path: Path, source: Path, requirements: Path, wheels: Path) -> None:
    cache = tmp_path / "cache"
    first, _ = _asset(tmp_path / "one", source=source, requirements=requirements, cache=cache)
    (wheels / WHEEL).unlink()
    second, _ = _asset(tmp_path / "two", source=source, requirements=requirements, cache=cache)
    assert first == second


def test_the_template_is_the_same_wherever_it_is_made(tmp_path: Path, source: Path, requirements: Path) -> None:
    first, _ = _asset(tmp_path / "one", source=source, requirements=requirements, cache=tmp_path / "here")
    second, _ = _asset(tmp_path / "two", source=source, requirements=requirements, cache=tmp_path / "there")
    assert first == second


def _with_other_source(source: Path, _: Path) -> None:
    source.write_text(source.read_text() + "\n")


def _with_other_packages(_: Path, requirements: Path) -> None:
    requirements.write_text("# another list\n" + requirements.read_text())


@pytest.mark.parametrize("change", [_with_other_source, _with_other_packages])
def test_what_changes_the_code_changes_its_hash(
    change: Callable[[Path, Path], None], tmp_path: Path, source: Path, requirements: Path
) -> None:
    def code() -> Path:
        cache = tmp_path / "cache"
        return assembled(source, installed(requirements, "3.13", "arm64", cache), cache)

    before = code()
    change(source, requirements)
    assert code() != before


def test_packages_are_kept_by_python_and_machine(tmp_path: Path, requirements: Path) -> None:
    ways = [("3.13", "arm64"), ("3.13", "x86_64"), ("3.12", "arm64")]
    assert len({installed(requirements, *way, tmp_path / "cache") for way in ways}) == 3


def test_a_package_stays_one_and_a_plain_folder_is_the_code(tmp_path: Path) -> None:
    for name in ("plain/handler.py", "plain/inner/more.py", "package/__init__.py", "package/handler.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    (tmp_path / "package/__pycache__").mkdir()
    (tmp_path / "package/__pycache__/handler.pyc").write_text("")
    (tmp_path / "package/requirements.txt").write_text("")
    cache = tmp_path / "cache"
    assert _names(assembled(tmp_path / "plain", None, cache)) == ["handler.py", "inner/more.py"]
    assert _names(assembled(tmp_path / "package", None, cache)) == ["package/__init__.py", "package/handler.py"]


def test_no_packages_ask_nothing(tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", None)
    _, folder = _asset(tmp_path / "out", source=source, cache=tmp_path / "cache")
    assert _names(folder) == ["handler.py"]


def test_what_is_kept_hides_from_git(tmp_path: Path, requirements: Path) -> None:
    installed(requirements, "3.13", "arm64", tmp_path / "cache")
    assert (tmp_path / "cache/.gitignore").read_text() == "*\n"


def test_no_command_names_the_python_of_this_machine(tmp_path: Path, requirements: Path) -> None:
    place = installed(requirements, "3.13", "arm64", tmp_path / "cache")
    assert "bin" not in {path.name for path in place.iterdir()}


def test_installing_is_told_once(tmp_path: Path, requirements: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = installed(requirements, "3.13", "arm64", tmp_path / "cache")
    assert capsys.readouterr().err == f"Installing packages for Lambda (Python 3.13, arm64), once: {place}\n"
    assert installed(requirements, "3.13", "arm64", tmp_path / "cache") == place
    assert capsys.readouterr().err == ""


def _refusal(*given: Any) -> str:
    with pytest.raises(BundlingError) as refused:
        installed(*given)
    return str(refused.value)


def test_another_file_than_the_pinned_one_is_refused_and_nothing_stays(tmp_path: Path, wheels: Path) -> None:
    wrong, cache = tmp_path / "wrong.txt", tmp_path / "cache"
    wrong.write_text(f"greeting==1.0 --hash=sha256:{'0' * 64}\n")
    told = _refusal(wrong, "3.13", "arm64", cache)
    assert told.startswith(
        f"requirements: the packages of {wrong} cannot be installed for Python 3.13 on manylinux_2_34_aarch64: "
    )
    assert told.endswith("; make a package index reachable once, or hand in a layer that has them")
    assert "\n" not in told
    assert [path.name for path in cache.iterdir()] == [".gitignore"]
    assert wheels.is_dir()


def test_a_list_without_hashes_is_refused(tmp_path: Path, wheels: Path) -> None:
    loose = tmp_path / "loose.txt"
    loose.write_text("greeting==1.0\n")
    assert "hash" in _refusal(loose, "3.13", "arm64", tmp_path / "cache").lower()
    assert wheels.is_dir()


def test_a_list_that_is_not_there_is_refused(tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    told = f"requirements: {missing} cannot be read: No such file or directory"
    assert _refusal(missing, "3.13", "arm64", tmp_path) == told


@pytest.mark.parametrize("way", [("3.9", "arm64"), ("3.13", "riscv")])
def test_a_platform_without_wheels_is_refused(way: tuple[str, str], tmp_path: Path, requirements: Path) -> None:
    assert _refusal(requirements, *way, tmp_path) == (
        f"runtime: there are no packages for python{way[0]} on {way[1]}; use one of Python 3.10, 3.11, 3.12, 3.13, "
        "3.14 on arm64 or x86_64, or hand in a layer that has them"
    )


def test_a_cache_that_cannot_be_written_is_refused(tmp_path: Path, requirements: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = tmp_path / "file" / "cache"
    assert _refusal(requirements, "3.13", "arm64", cache) == f"cache: {cache} cannot be written: Not a directory"


def test_a_source_that_is_not_there_is_refused(tmp_path: Path) -> None:
    missing = tmp_path / "missing.py"
    with pytest.raises(BundlingError) as refused:
        python_code(missing, cache=tmp_path / "cache")
    assert str(refused.value) == f"source: there is no code at {missing}; give a file in Python, or a folder of them"
