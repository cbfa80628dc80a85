"""Whatever stands in a file: one sentence, exit code 2, and no stack trace."""

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Userpool

LAUGHS = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 10)
)

HOSTILE = {
    "aliases.yaml": (LAUGHS.encode(), "holds more than 250,000 values once its aliases are expanded"),
    "deep.json": (b"[" * 100_000, "is nested more than 100 levels deep"),
    "deep.yaml": (b"[" * 100_000, "is nested more than 100 levels deep"),
    "twice.json": (
        b'{"Resources": {}, "Resources": {}}',
        "the key 'Resources' is there twice, in line 1, column 2 and in line 1",
    ),
    "latin.yaml": ("Resources: {\xe4: 1}".encode("latin-1"), "is no UTF-8 text from byte 13 on; save it as UTF-8"),
    "binary.json": (b"\x00\x01\x02", "holds NUL characters: it is no text, or not in UTF-8; save it as UTF-8"),
    "no-resources.json": (b'{"Resources": 1}', "is neither a CloudFormation template"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_a_file_holds_is_refused_in_one_sentence(userpool: Userpool, name: str) -> None:
    data, says = HOSTILE[name]
    Path(name).write_bytes(data)
    answer = userpool("check", name)
    sentence, _ = answer.out.splitlines()
    assert sentence.startswith(f"{name}: {says}")
    assert (answer.code, answer.err) == (2, "")


def test_a_huge_file_is_not_read(userpool: Userpool) -> None:
    with Path("huge.json").open("wb") as file:
        file.truncate(50_000_000)
    sentence, _ = userpool("check", "huge.json").out.splitlines()
    assert sentence == "huge.json: is larger than 10 MB; CloudFormation takes templates of up to 1 MB"


def test_a_pipe_is_not_waited_for(userpool: Userpool) -> None:
    os.mkfifo("pipe.json")
    sentence, _ = userpool("check", "pipe.json").out.splitlines()
    assert sentence == "pipe.json: is no regular file"


@pytest.mark.parametrize(
    "template",
    [
        '{"Resources": {"A": 1, "B": {"Type": 2}, "C": {"Type": "AWS::Cognito::UserPool", "Properties": []}}}',
        '{"Resources": {"A": {"Type": "AWS::Cognito::UserPool", "Properties": {"Fn::If": 1}}}}',
        '{"Resources": {"A": {"Type": "AWS::Cognito::UserPool"}}, "Conditions": 1, "Parameters": [], "Mappings": null}',
        '{"Resources": {"A": {"Type": "AWS::Cognito::UserPool", "Condition": "C"}}, '
        '"Conditions": {"C": {"Condition": "C"}}}',
    ],
)
def test_junk_inside_of_a_template_is_judged_as_far_as_it_goes(userpool: Userpool, template: str) -> None:
    Path("template.json").write_text(template, encoding="utf-8")
    answer = userpool("check", "template.json")
    assert answer.code in (0, 1)
    assert answer.out.splitlines()[-1].endswith("in 1 file")
