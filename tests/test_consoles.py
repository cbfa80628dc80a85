"""Documents with a console: files are written and changed, and every command says what it says now."""

from pathlib import Path

import pytest

from docs import consoles

TEMPLATE = "```json pools/template.json\n{}\n```\n"


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(consoles, "FOLDER", tmp_path)


def run(text: str) -> str:
    (consoles.FOLDER / "page.md").write_text(text, encoding="utf-8")
    return consoles.run("page.md")


def test_each_command_of_a_block_is_answered() -> None:
    text = "```text note\nof old\n```\n```console\n$ cat note\nwrong\n$ cat note note\n```\n"
    assert run(text).endswith("```console\n$ cat note\nof old\n$ cat note note\nof old\nof old\n```\n")


def test_files_stand_in_folders() -> None:
    says = "pools/template.json: is no CloudFormation template, which has Resources\n"
    assert says in run(f"{TEMPLATE}```console\n$ userpool lock pools/template.json\n```\n")


def test_a_difference_changes_a_file_and_stays_as_it_is() -> None:
    change = "```diff note\n a\n-b\n+c\n```\n"
    answer = run(f"```text note\na\nb\nb\n```\n{change}```console\n$ cat note\n```\n")
    assert answer.endswith(f"{change}```console\n$ cat note\na\nc\nb\n```\n")


def test_a_difference_that_does_not_fit_once_fails() -> None:
    with pytest.raises(AssertionError, match="note has not once"):
        run("```text note\nb\nb\n```\n```diff note\n-b\n+c\n```\n")


def test_a_program_that_is_not_known_fails() -> None:
    with pytest.raises(KeyError):
        run("```console\n$ rm note\n```\n")
