"""Every limit at its edges, generated from the tables; nothing here repeats a number of theirs."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from constructs_lib.resources.values import Path
from constructs_lib.rules import judge
from constructs_lib.rules.catalogue import all_limits, all_rules
from constructs_lib.rules.limits.characters import ATTRIBUTE_LENGTH, ATTRIBUTE_NUMBER, CLIENT_ID, DOMAIN, TAG_KEY
from constructs_lib.rules.limits.kinds import (
    ADDRESS,
    ARN,
    ARN_OR_NOTHING,
    CODE,
    LINK,
    NAME,
    POOL_ID,
    PRINTABLE,
    PRINTABLE_OR_BLANK,
    PRINTABLE_OR_SPACE,
    Characters,
    Flag,
    Kind,
    List,
    Map,
    Record,
    Text,
    Whole,
    Words,
)
from constructs_lib.rules.limits.table import Limit
from tests.rules.case import UNKNOWN, Case, client, pool
from tests.rules.edges import inside, outside

ROWS = [(table.resource, limit) for table in all_limits() for limit in table.rows]
UNKNOWNS = [UNKNOWN, {"Fn::If": ["Condition", 1, 2]}, "${Token[TOKEN.1]}", "{{resolve:ssm:name}}"]

every_limit = pytest.mark.parametrize(("resource", "limit"), ROWS, ids=[limit.id for _, limit in ROWS])


CASES = [
    Case(
        rule="password-policy.minimum-length",
        fails=pool(Policies={"PasswordPolicy": {"MinimumLength": 5}}),
        says="""\
Pool.Policies.PasswordPolicy.MinimumLength: must be between 6 and 99, got 5
   fix: use 15 or more, or 8 or more where a second factor is required
   [password-policy.minimum-length] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html""",
        passes=pool(Policies={"PasswordPolicy": {"MinimumLength": 6}}),
        silent=pool(Policies={"PasswordPolicy": {"MinimumLength": UNKNOWN}}),
    ),
    Case(
        rule="mfa.configuration",
        fails=pool(MfaConfiguration=False),  # what YAML makes of OFF without quotation marks
        says="""\
Pool.MfaConfiguration: must be one of OFF, OPTIONAL, ON, got False
   fix: use ON, OPTIONAL or OFF; in YAML in quotation marks, which keep them from being true and false
   [mfa.configuration] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html""",
        passes=pool(MfaConfiguration="OFF"),
        silent=pool(MfaConfiguration=UNKNOWN),
    ),
    Case(
        rule="messages.verification-email",
        fails=pool(VerificationMessageTemplate={"EmailMessage": "Your code is {###}"}),
        says="""\
Pool.VerificationMessageTemplate.EmailMessage: must be a text of 6 to 20,000 characters with {####} in it: letters, \
digits, symbols, punctuation and spaces, got 'Your code is {###}'
   fix: put {####} where the code shall stand
   [messages.verification-email] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerificationMessageTemplateType.html""",
        passes=pool(VerificationMessageTemplate={"EmailMessage": "Your code is {####}"}),
        silent=pool(VerificationMessageTemplate=UNKNOWN),
    ),
    Case(
        rule="app-client.refresh-token-amount",
        fails=client(RefreshTokenValidity=0),
        says="""\
Client.RefreshTokenValidity: must be between 1 and 315,360,000, got 0
   fix: use 60 minutes to 10 years, with the unit in Client.TokenValidityUnits.RefreshToken
   [app-client.refresh-token-amount] \
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html""",
        passes=client(RefreshTokenValidity=1),
        silent=client(RefreshTokenValidity=UNKNOWN),
    ),
    Case(
        rule="recovery.mechanism-form",
        fails=pool(AccountRecoverySetting={"RecoveryMechanisms": [UNKNOWN, {"Name": "verified_email"}]}),
        says="""\
Pool.AccountRecoverySetting.RecoveryMechanisms[1]: must be an object with Name, Priority, got {'Name': 'verified_email'}
   fix: give each way its name and its priority, 1 for the one tried first
   [recovery.mechanism-form] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RecoveryOptionType.html""",
        passes=pool(AccountRecoverySetting={"RecoveryMechanisms": [UNKNOWN, {"Name": "x", "Priority": UNKNOWN}]}),
        silent=pool(AccountRecoverySetting={"RecoveryMechanisms": [UNKNOWN, UNKNOWN]}),
    ),
]


@every_limit
def test_what_is_just_inside_a_limit_passes(resource: str, limit: Limit) -> None:
    assert [value for value in inside(limit.kind) if _findings(resource, limit, value)] == []


@every_limit
def test_what_is_just_outside_a_limit_is_found_in_its_place(resource: str, limit: Limit) -> None:
    found = [(_findings(resource, limit, value), value) for value in outside(limit.kind)]
    assert found == [([(_place(limit.path), limit.severity)], value) for _, value in found]
    assert found


@every_limit
def test_what_nobody_knows_before_deploy_is_not_judged(resource: str, limit: Limit) -> None:
    # A resource's own properties are never a text.
    values = [value for value in UNKNOWNS if limit.path or isinstance(value, dict)]
    assert [value for value in values if _findings(resource, limit, value)] == []


@every_limit
def test_every_limit_says_what_to_do_and_where_aws_says_so(resource: str, limit: Limit) -> None:
    assert limit.source.startswith("https://docs.aws.amazon.com/")
    assert resource.startswith("AWS::")
    for text in (limit.fix, limit.kind.allowed):
        assert text == text.strip(". ")
        assert text


def test_ids_are_unique_over_rules_and_limits() -> None:
    ids = [*(rule.id for rule in all_rules()), *(limit.id for _, limit in ROWS)]
    assert sorted({one for one in ids if ids.count(one) > 1}) == []


def test_two_limits_of_one_property_never_both_say_error() -> None:
    """Twice the same error would be one too many; a second row is there to warn."""
    errors = [(resource, limit.path) for resource, limit in ROWS if limit.severity == "error"]
    assert len(errors) == len(set(errors))


@pytest.mark.parametrize(
    ("kind", "value", "passes"),
    [
        (Whole(6, 99), "8", True),
        (Whole(6, 99), "100", False),
        (Whole(6, 99), 8.0, True),
        (Whole(6, 99), 8.5, False),
        (Whole(6, 99), "eight", False),
        (Flag(), "true", True),
        (Flag(), "False", True),
        (Flag(), 1, False),
        (Text(1, 4), True, True),
        (Text(1, 4), 1234, True),
        (Text(1, 4), 12345, False),
        (Words(("1",)), 1, False),
        (Whole(6, 99), "+8", True),
        (Whole(6, 99), "8 ", False),
        (Whole(6, 99), "0" * 29 + "8", True),
        (Whole(6, 99), "0" * 30 + "8", False),
        (Whole(6), 10**9, True),
        (Whole(0, 1), True, False),
        (Whole(6, 99), None, False),
        (Text(0, 4), None, False),
        (Text(0, 4), {}, False),
        (Text(0, 4), "", True),
        (Text(5, 5), False, True),
        (Text(0, 2, holding=(CODE,)), "xx", False),
        (Text(0, holding=(CODE, LINK)), "{##here##}", False),
        (Text(0, holding=(CODE, LINK)), "{####} {##here##}", True),
        (Record(("A", "B")), {"A": 1, "B": 0}, True),
        (Record(("A", "B")), {"A": 1, "B": None}, False),
        (Record(), [], False),
        (List(), "a", False),
        (List(1), [], False),
        (List(1), ["a"] * 100, True),
        (Map(Text(1, 2), most=1), {"a": 1}, True),
        (Map(Text(1, 2), most=1), {"a": 1, "b": 1}, False),
        (Map(Text(1, 2)), {"abc": 1}, False),
        (Map(Text(1, 2), Text(1, 2)), {"a": "abc"}, False),
        (Map(Text(1, 2), as_text=True), "{}", True),
        (Map(Text(1, 2)), "{}", False),
    ],
)
def test_values_are_taken_as_cloudformation_takes_them(kind: Kind, value: Any, passes: bool) -> None:
    assert kind.admits(value) is passes


@pytest.mark.parametrize(
    ("characters", "text", "passes"),
    [
        (ATTRIBUTE_LENGTH, "0", True),
        (ATTRIBUTE_LENGTH, "2048", True),
        (ATTRIBUTE_LENGTH, "2049", False),
        (ATTRIBUTE_LENGTH, "-1", False),
        (ATTRIBUTE_LENGTH, "12.5", False),
        (ATTRIBUTE_LENGTH, "", False),
        (ATTRIBUTE_NUMBER, "-1.5", True),
        (ATTRIBUTE_NUMBER, "1e9", True),
        (ATTRIBUTE_NUMBER, str(2**1023), True),
        (ATTRIBUTE_NUMBER, "1e309", False),
        (ATTRIBUTE_NUMBER, "9" * 10_000, False),
        (ATTRIBUTE_NUMBER, "nan", False),
        (ATTRIBUTE_NUMBER, "1_000", False),
        (DOMAIN, "auth.shop.example", True),
        (DOMAIN, "localhost", True),
        (DOMAIN, "https://auth.shop.example", False),
        (DOMAIN, "shop.example/passkeys", False),
        (DOMAIN, "X.example:443", False),
        (DOMAIN, "X.example", True),
        (DOMAIN, "shop example", False),
        (CLIENT_ID, "abc+1", True),
        (CLIENT_ID, "a b", False),
        (TAG_KEY, "team aws:", True),
        (TAG_KEY, "a_b.c:d/e=f+g-h@i", True),
        (TAG_KEY, "a*b", False),
        (TAG_KEY, "aws:team", False),
        (PRINTABLE, "äe\u0301日👍", True),
        (PRINTABLE, "a b", False),
        (PRINTABLE, "\U000323af", True),  # not assigned yet: an older Unicode than AWS's must not refuse it
        (PRINTABLE_OR_SPACE, "a\u200bb", False),
        (NAME, "a\nb", True),
        (NAME, "a*b", False),
        (PRINTABLE_OR_BLANK, "a\u2003b", True),
        (PRINTABLE_OR_BLANK, "a\nb", False),
        (PRINTABLE_OR_SPACE, "a\nb ä", True),
        (PRINTABLE, "a\x7f", False),
        (ADDRESS, "a@b", True),
        (ADDRESS, "@b", False),
        (ADDRESS, "a@", False),
        (ADDRESS, "a b@c", False),
        (ARN, "arn:aws:iam::111122223333:role/a", True),
        (ARN, "arn:aws:iam::role/a", False),
        (ARN, "", False),
        (ARN_OR_NOTHING, "", True),
        (ARN_OR_NOTHING, "x", False),
        (POOL_ID, "eu-central-1_AbCdEfGhI", True),
        (POOL_ID, "eu-central-1", False),
    ],
)
def test_characters_with_a_meaning(characters: Characters, text: str, passes: bool) -> None:
    assert characters.admit(text) is passes


@pytest.mark.parametrize(
    ("kind", "allowed"),
    [
        (Text(), "a text"),
        (Text(0, 4), "a text of up to 4 characters"),
        (Text(1, 2048), "a text of 1 to 2,048 characters"),
        (Text(1, 4, NAME), "a text of 1 to 4 characters: letters, digits, spaces and _+=,.@-"),
        (Text(20, 2048, ARN), "an ARN of 20 to 2,048 characters"),
        (Text(0, 9, holding=(CODE,)), "a text of up to 9 characters with {####} in it"),
        (
            Text(0, 9, PRINTABLE, (CODE, LINK)),
            "a text of up to 9 characters with {####} and {##text of the link##} in it: "
            "letters, digits, symbols and punctuation without spaces",
        ),
        (Words(("A", "B")), "one of A, B"),
        (Whole(6, 9999), "between 6 and 9,999"),
        (Whole(1000), "a whole number from 1,000 on"),
        (Whole(1, 365, "days"), "between 1 and 365 days"),
        (List(), "a list"),
        (List(2), "a list of 2 or more"),
        (List(0, 5), "a list of up to 5"),
        (List(1, 5), "a list of 1 to 5"),
        (Map(Text(1, 2)), "an object, each key a text of 1 to 2 characters"),
        (
            Map(Text(1, 2), Text(0, 3), most=4),
            "an object of up to 4 entries, each key a text of 1 to 2 characters, "
            "each value a text of up to 3 characters",
        ),
        (Record(), "an object"),
        (Record(("A", "B")), "an object with A, B"),
        (Flag(), "true or false"),
    ],
)
def test_a_kind_says_what_is_allowed(kind: Kind, allowed: str) -> None:
    assert kind.allowed == allowed


def test_an_element_that_may_turn_out_to_be_none_is_not_one_too_many() -> None:
    assert List(1, 2).admits(["a", "b", UNKNOWN])
    assert not List(1, 2).admits(["a", "b", UNKNOWN, "c"])


def test_elements_that_may_turn_out_to_be_two_are_not_one_twice() -> None:
    assert List(unique=True).admits([UNKNOWN, UNKNOWN, 1, "1", {"Key": "a"}, {"Key": "b"}])
    assert not List(unique=True).admits([{"Key": "a"}, UNKNOWN, {"Key": "a"}])


def test_a_tag_that_is_unknown_is_not_judged() -> None:
    tags = Map(Text(1, 4), Text(0, 4))
    assert tags.admits({"team": UNKNOWN, "${Token[TOKEN.1]}": "blue"})
    assert not tags.admits({"team": UNKNOWN, "colour": "blue"})


def test_a_resource_that_names_no_pool_is_refused() -> None:
    resources: Resources = {"Client": {"Type": "AWS::Cognito::UserPoolClient", "Properties": {}}}
    assert [str(finding).splitlines()[0] for finding in judge(resources) if finding.rule == "app-client.form"] == [
        "Client: must be an object with UserPoolId, got {}"
    ]


def _findings(resource: str, limit: Limit, value: Any) -> list[tuple[Path, str]]:
    template = {"Resource": {"Type": resource, "Properties": _around(limit.path, value)}}
    return [(finding.property, finding.severity) for finding in judge(template) if finding.rule == limit.id]


def _around(path: str, value: Any) -> Any:
    for step in reversed(path.split(".") if path else ()):
        inner = [value] if step.endswith("[]") else {"key": value} if step.endswith("{}") else value
        value = {step.rstrip("[]{}"): inner}
    return value


def _place(path: str) -> Path:
    steps = path.replace("[]", ".[]").replace("{}", ".{}").split(".") if path else ()
    return tuple(0 if step == "[]" else "key" if step == "{}" else step for step in steps)
