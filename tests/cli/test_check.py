"""`userpool check`: what it says, where, and its exit code."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Userpool

SHORT = """\
Resources:
  Users:
    Type: AWS::Cognito::UserPool
    Properties:
      MfaConfiguration: "OFF"
      Policies:
        PasswordPolicy:
          MinimumLength: 3
"""

ERROR = """\
template.yaml:8:11: error: Users.Policies.PasswordPolicy.MinimumLength: must be between 6 and 99, got 3
   fix: use 15 or more, or 8 or more where a second factor is required
   [password-policy.minimum-length] https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html
"""


def _write(text: str, name: str = "template.yaml") -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def test_an_error_is_told_with_its_place_and_the_exit_code_is_1(userpool: Userpool) -> None:
    _write(SHORT)
    answer = userpool("check", "template.yaml")
    assert ERROR in answer.out
    assert answer.out.endswith("1 error, 3 warnings in 1 file\n")
    assert (answer.code, answer.err) == (1, "")


def test_warnings_alone_are_no_failure(userpool: Userpool) -> None:
    _write(SHORT.replace(": 3", ": 15"))
    answer = userpool("check", "template.yaml")
    assert answer.code == 0
    assert answer.out.endswith("0 errors, 3 warnings in 1 file\n")


def test_a_template_without_cognito_is_fine(userpool: Userpool) -> None:
    _write("Resources: {Topic: {Type: AWS::SNS::Topic}}")
    assert userpool("check", "template.yaml") == (0, "0 errors, 0 warnings in 1 file\n", "")


def test_json_says_everything_by_name(userpool: Userpool) -> None:
    _write(SHORT)
    answer = userpool("check", "--format", "json", "template.yaml")
    told = json.loads(answer.out)
    assert [found for found in told["findings"] if found["severity"] == "error"] == [
        {
            "severity": "error",
            "rule": "password-policy.minimum-length",
            "file": "template.yaml",
            "line": 8,
            "column": 11,
            "resource": "Users",
            "path": "Users.Policies.PasswordPolicy.MinimumLength",
            "problem": "must be between 6 and 99",
            "got": 3,
            "allowed": "between 6 and 99",
            "fix": "use 15 or more, or 8 or more where a second factor is required",
            "source": "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html",
        }
    ]
    assert {name: told[name] for name in told if name != "findings"} == {
        "acknowledged": [],
        "unused_acknowledgements": [],
        "unreadable": [],
        "files": 1,
        "errors": 1,
        "warnings": 3,
    }


def test_github_gets_annotations(userpool: Userpool) -> None:
    _write(SHORT)
    answer = userpool("check", "--format", "github", "template.yaml")
    assert (
        "::error file=template.yaml,line=8,col=11,title=password-policy.minimum-length::"
        "Users.Policies.PasswordPolicy.MinimumLength: must be between 6 and 99, got 3%0A   fix: use 15 or more, or 8 "
        "or more where a second factor is required%0A   [password-policy.minimum-length] "
    ) in answer.out


@pytest.mark.parametrize("form", ["text", "github"])
def test_a_name_in_a_template_steers_neither_terminal_nor_github(userpool: Userpool, form: str) -> None:
    name = "Users\r\n::set-env name=x::y\x1b[2J"
    _write(json.dumps({"Resources": {name: {"Type": "AWS::Cognito::UserPool"}}}))
    lines = userpool("check", "--format", form, "template.yaml").out.splitlines()
    assert not [line for line in lines if line.startswith("::set-env") or "\x1b" in line]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: [", "template.yaml: "),
        ("", "template.yaml: is empty"),
        (
            "a: 1",
            "template.yaml: is neither a CloudFormation template, which has Resources, nor the output of "
            "`aws cognito-idp describe-user-pool` or one of its sisters",
        ),
    ],
    ids=["broken", "empty", "something else"],
)
def test_what_cannot_be_read_is_one_sentence_and_exit_code_2(userpool: Userpool, text: str, says: str) -> None:
    _write(text)
    answer = userpool("check", "template.yaml")
    first, last = answer.out.splitlines()
    assert first.startswith(says)
    assert last == "0 errors, 0 warnings, 1 unreadable in 0 files"
    assert answer.code == 2


def test_what_can_be_read_beside_it_is_judged_all_the_same(userpool: Userpool) -> None:
    _write("a: [", "broken.yaml")
    _write(SHORT)
    answer = userpool("check", "broken.yaml", "template.yaml", "missing.json")
    assert ERROR in answer.out
    assert "missing.json: cannot be read: no such file or directory" in answer.out.splitlines()
    assert answer.out.endswith("1 error, 3 warnings, 2 unreadable in 1 file\n")
    assert answer.code == 2


def test_a_folder_is_looked_through_for_what_is_cognitos(userpool: Userpool) -> None:
    _write(SHORT, "infra/auth/template.yaml")
    _write(SHORT, "node_modules/other/template.yaml")
    _write(SHORT, ".hidden/template.yaml")
    _write("Resources: {Topic: {Type: AWS::SNS::Topic}}", "infra/topic.yaml")
    _write("UserPool? no, a [ broken file of somebody else's", "infra/other.yml")
    _write("just: values", "infra/values.yaml")
    answer = userpool("check", ".")
    assert "infra/auth/template.yaml:8:11: error" in answer.out
    assert answer.out.endswith("1 error, 3 warnings in 1 file\n")


def test_a_broken_template_in_a_folder_is_told(userpool: Userpool) -> None:
    _write(SHORT + "  broken: [\n", "infra/template.yaml")
    answer = userpool("check", "infra")
    assert answer.code == 2
    assert answer.out.startswith("infra/template.yaml: ")


def test_a_folder_with_nothing_of_cognitos_is_told(userpool: Userpool) -> None:
    _write("just: values", "infra/values.yaml")
    answer = userpool("check", "infra")
    assert answer == (
        2,
        "infra: there is no template with Cognito resources in it, and no described pool\n"
        "0 errors, 0 warnings, 1 unreadable in 0 files\n",
        "",
    )


def test_the_region_given_is_judged_with(userpool: Userpool) -> None:
    arn = "arn:aws:ses:us-east-1:111122223333:identity/shop.example"
    _write(
        json.dumps(
            {
                "Resources": {
                    "Users": {
                        "Type": "AWS::Cognito::UserPool",
                        "Properties": {
                            "LambdaConfig": {"PreSignUp": "arn:aws:lambda:us-east-1:111122223333:function:check"},
                            "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER", "SourceArn": arn},
                        },
                    }
                }
            }
        )
    )
    assert "trigger" not in userpool("check", "template.yaml").out
    assert "[triggers.region]" in userpool("check", "--region", "eu-central-1", "template.yaml").out


def test_both_branches_of_a_condition_are_judged(userpool: Userpool) -> None:
    _write("""\
Parameters: {Stage: {Type: String, Default: dev}}
Conditions: {Live: !Equals [!Ref Stage, live]}
Resources:
  Users:
    Type: AWS::Cognito::UserPool
    Properties:
      Policies:
        PasswordPolicy:
          MinimumLength: !If [Live, 12, 3]
""")
    answer = userpool("check", "template.yaml")
    assert (
        "template.yaml:9:41: error: Users.Policies.PasswordPolicy.MinimumLength: must be between 6 and 99, "
        "where Stage is not 'live', got 3"
    ) in answer.out


def test_nothing_to_judge_is_a_usage_error(userpool: Userpool, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        userpool("check")
    assert stopped.value.code == 2
    assert capsys.readouterr().err.endswith("error: say what to judge: a file or a folder\n")


def test_a_rule_is_explained(userpool: Userpool) -> None:
    assert userpool("check", "--explain", "mfa.factor-required") == (
        0,
        "mfa.factor-required: error, AWS::Cognito::UserPool\n"
        "   what: Refuse a second factor that is none.\n"
        "   why: without a factor of its own Cognito takes text messages, and refuses a pool that cannot send any\n"
        "   evidence: measured on AWS\n"
        "   source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html\n",
        "",
    )


def test_a_limit_is_explained(userpool: Userpool) -> None:
    answer = userpool("check", "--explain", "password-policy.minimum-length")
    assert answer.out.splitlines()[:2] == [
        "password-policy.minimum-length: error, AWS::Cognito::UserPool",
        "   what: Policies.PasswordPolicy.MinimumLength must be between 6 and 99",
    ]


def test_an_unknown_rule_is_told_with_what_is_near(userpool: Userpool) -> None:
    answer = userpool("check", "--explain", "password-policy.minimum-lenght")
    assert answer.code == 2
    assert answer.err.startswith("there is no rule 'password-policy.minimum-lenght'; there is password-policy.minimum-")
