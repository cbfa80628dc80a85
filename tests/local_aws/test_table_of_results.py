"""The table at the end of the demonstration."""

from local_aws.results import DIFFERS, FAILED, NO_PROBE, WORKS, Result, Row, count, table, times

GOOD = Result("user_name", "People sign in by user name.", WORKS)
OTHER = Result("by_link", "A link verifies the address.", DIFFERS, "the mail has no link")
BAD = Result("by_phone", "People sign in by phone.", FAILED, "was refused")


def test_each_probe_has_a_line_with_verdict_name_and_claim() -> None:
    assert table([Row("Sign in", (GOOD, BAD))]).splitlines() == [
        "Sign in",
        "  works   user_name  People sign in by user name.",
        "  FAILED  by_phone   People sign in by phone.",
        "                     (was refused)",
    ]


def test_a_difference_says_how() -> None:
    assert table([Row("By link", (OTHER,))]).splitlines() == [
        "By link",
        "  emulator differs  by_link  A link verifies the address.",
        "                             (the mail has no link)",
    ]


def test_long_claims_are_folded_under_themselves() -> None:
    assert table([Row("Sign in", (GOOD,))], width=38).splitlines() == [
        "Sign in",
        "  works  user_name  People sign in by",
        "                    user name.",
    ]


def test_a_feature_without_a_probe_is_named_and_not_good() -> None:
    row = Row("Passkeys", ())
    assert not row.good
    assert table([row]).splitlines() == ["Passkeys", f"  {NO_PROBE}"]


def test_a_difference_of_the_emulator_is_good_and_a_failure_is_not() -> None:
    assert Row("x", (GOOD, OTHER)).good
    assert not Row("x", (GOOD, BAD)).good


def test_verdicts_are_counted_in_one_line() -> None:
    assert count([Row("x", (GOOD, GOOD, OTHER)), Row("y", (BAD,)), Row("z", ())]) == (
        "2 works, 1 emulator differs, 1 NO PROBE, 1 FAILED"
    )


def test_times_end_with_their_sum() -> None:
    assert times([("synth", 2.04), ("deploy", 1.5)]).splitlines() == [
        "  synth        2.0 s",
        "  deploy       1.5 s",
        "  together     3.5 s",
    ]
