"""Each failure of the list is refused, warned of, accepted where AWS accepts it, or told of where nobody can see it."""

from pathlib import Path

import pytest

from constructs_lib.resources.model import Resources
from constructs_lib.rules import Deployment, judge
from constructs_lib.rules.catalogue import all_ids
from constructs_lib.rules.finding import Finding
from tests.failures import (
    app_clients,
    around,
    attributes,
    domains,
    feature_plans,
    identity_providers,
    immutability,
    messages_email,
    mfa,
    passwords,
    sign_in,
    sms,
    triggers,
)
from tests.failures.row import CHANGE, Row, Shape

ROOT = Path(__file__).parents[2]
TOPICS = (
    immutability,
    sign_in,
    attributes,
    passwords,
    mfa,
    feature_plans,
    messages_email,
    sms,
    triggers,
    app_clients,
    domains,
    identity_providers,
    around,
)
ROWS: list[Row] = [row for topic in TOPICS for row in topic.ROWS]

IDS = """
F001 F002 F004 F005 F007 F008 F010 F011 F013 F014 F016 F017 F019 F020 F022 F023 F025 F026 F028 F029 F031 F032 F034 F035
F037 F038 F040 F041 F043 F044 F046 F047 F049 F050 F052 F053 F055 F056 F058 F059 F061 F062 F064 F065 F067 F068 F070 F071
F073 F074 F076 F077 F079 F080 F082 F083 F085 F086 F088 F089 F091 F092 F094 F095 F097 F098 F100 F101 F103 F104 F106 F107
F109 F110 F112 F113 F115 F116 F118 F119 F121 F122 F124 F125 F127 F128 F130 F131 F133 F134 F136 F137 F139 F140 F142 F143
F145 F146 F148 F149 F151 F152 F154 F155 F157 F158 F160 F161 F163 F164 F166 F167 F169 F170 F172 F173 F175 F176 F178 F179
F181 F182 F184 F185 F187 F188 F190 F191 F193 F194 F196 F197 F199 F200 F202 F203 F205 F206 F208 F209 F211 F212
"""
"""Every failure of the list, so that none is dropped."""

SHAPES = [
    pytest.param(shape, id=f"{row.id}-{number}-{shape.rule}")
    for row in ROWS
    for number, shape in enumerate(row.shapes, start=1)
]
ACCEPTED = [
    pytest.param(row, resources, id=f"{row.id}-{number}")
    for row in ROWS
    for number, resources in enumerate(row.accepted, start=1)
]
UNSEEN = [pytest.param(row, id=row.id) for row in ROWS if row.unseen and row.unseen != CHANGE]


def errors(resources: Resources, where: Deployment) -> list[Finding]:
    return [finding for finding in judge(resources, where) if finding.severity == "error"]


def test_every_failure_of_the_list_has_one_row() -> None:
    assert sorted(row.id for row in ROWS) == IDS.split()


@pytest.mark.parametrize("row", [pytest.param(row, id=row.id) for row in ROWS])
def test_a_row_says_what_becomes_of_it(row: Row) -> None:
    assert row.shapes or row.unseen or row.accepted
    assert bool(row.told) == bool(row.unseen and row.unseen != CHANGE)


@pytest.mark.parametrize("shape", SHAPES)
def test_what_fails_is_found(shape: Shape) -> None:
    found = {finding.severity for finding in judge(shape.fails, shape.where) if finding.rule == shape.rule}
    assert found == {shape.severity}


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_repaired_is_not_found_again_and_nothing_else_is_refused(shape: Shape) -> None:
    assert shape.rule in all_ids()
    where = shape.moved or shape.where
    assert [finding for finding in judge(shape.repaired, where) if finding.rule == shape.rule] == []
    assert errors(shape.repaired, where) == []


@pytest.mark.parametrize(("row", "resources"), ACCEPTED)
def test_what_aws_accepts_is_not_refused(row: Row, resources: Resources) -> None:
    assert errors(resources, row.where) == []
    assert [finding for finding in judge(resources, row.where) if finding.rule.startswith(row.about)] == []


@pytest.mark.parametrize("row", UNSEEN)
def test_what_nobody_can_see_is_told(row: Row) -> None:
    assert row.told is not None
    text = " ".join((ROOT / row.told.file).read_text(encoding="utf-8").split())
    assert row.told.words in text
