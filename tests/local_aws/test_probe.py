"""Probes: a claim, and a body that can fail."""

from local_aws.probe import SkippedError, differs, recorded, shows
from local_aws.results import DIFFERS, FAILED, RECORDED, SKIPPED, WORKS, Result, Row


def one_is_one(number: int) -> None:
    """One is
    one.
    """  # noqa: D205
    assert number == 1


def test_a_body_that_ends_shows_the_claim() -> None:
    assert shows(one_is_one).run(1) == Result("one_is_one", "One is one.", WORKS)


def test_a_body_that_fails_is_told_with_its_line() -> None:
    line = one_is_one.__code__.co_firstlineno + 4
    result = shows(one_is_one).run(2)
    assert result.verdict == FAILED
    assert result.note.endswith(f"(line {line} of the probe's file)")


def test_an_error_is_told_with_its_kind() -> None:
    def broken(number: int) -> None:
        """Break."""
        _ = 1 / number

    assert shows(broken).run(0).note.startswith("ZeroDivisionError: division by zero (line ")


def test_a_difference_and_a_record_carry_their_notes() -> None:
    assert differs("how")(one_is_one).run(1) == Result("one_is_one", "One is one.", DIFFERS, "how")
    assert recorded("why")(one_is_one).run(1) == Result("one_is_one", "One is one.", RECORDED, "why")


def test_a_difference_that_is_none_any_more_fails() -> None:
    assert differs("how")(one_is_one).run(2).verdict == FAILED


def test_what_a_machine_lacks_is_told_and_is_no_failure() -> None:
    def needy(_: int) -> None:
        """Need it."""
        raise SkippedError("there is none here")

    result = shows(needy).run(1)
    assert result == Result("needy", "Need it.", SKIPPED, "there is none here")
    assert Row("a feature", (result,)).good
