"""Every fact of the catalogue became a rule, a limit, a change for the lock, or a reason why nothing can know it."""

import re
from collections import Counter

import pytest

from constructs_lib.rules.catalogue import all_ids, all_limits, all_rules
from constructs_lib.rules.topics.regional_configuration import SHARED, regional_id
from docs.catalogue import CHANGES, IDS, KNOWN, UNKNOWN
from docs.tables import rules

FACTS = {
    "POOL": 31,
    "SCH": 26,
    "PWD": 10,
    "FAC": 21,
    "MFA": 18,
    "REC": 6,
    "EML": 15,
    "MSG": 17,
    "SMS": 12,
    "LAM": 20,
    "CLI": 61,
    "DOM": 22,
    "RSV": 11,
    "GRP": 9,
    "IDP": 28,
    "RSK": 17,
    "LOG": 11,
    "WAF": 5,
    "BRD": 12,
    "TRM": 6,
    "IDN": 12,
    "MRR": 6,
    "USR": 1,
}
"""How many facts each section of the catalogue has, numbered from 1."""

MAPPED = [*KNOWN, *CHANGES, *UNKNOWN]
OF_OURS = {*(rule.id for rule in all_rules()), *(limit.id for table in all_limits() for limit in table.rows)}


def test_every_fact_stands_in_one_table() -> None:
    assert [fact for fact, times in Counter(MAPPED).items() if times > 1] == []


def test_no_fact_is_missing_and_none_is_made_up() -> None:
    wanted = {f"{section}-{number:02}" for section, count in FACTS.items() for number in range(1, count + 1)}
    assert sorted(wanted.symmetric_difference(MAPPED)) == []
    assert len(wanted) == 377


def test_every_fact_that_is_known_is_known_to_a_rule_or_limit_there_is() -> None:
    assert {fact: ours for fact, ours in KNOWN.items() if not ours or not set(ours) <= OF_OURS} == {}
    assert all_ids() == OF_OURS


def test_what_a_fact_names_it_names_once() -> None:
    assert [fact for fact, ours in KNOWN.items() if len(ours) != len(set(ours))] == []


@pytest.mark.parametrize("fact", UNKNOWN)
def test_what_no_template_shows_has_a_reason_and_a_place_that_is_there(fact: str) -> None:
    why, told = UNKNOWN[fact]
    assert why
    assert [name for name in re.findall(r"`([a-z-]+\.[a-z-]+)`", told) if name not in OF_OURS] == []


def test_a_rule_that_holds_in_a_region_as_well_has_the_ids_of_the_pools_own() -> None:
    assert {one: IDS.get(regional_id(one)) for one in SHARED} == {one: IDS.get(one) for one in SHARED}


def test_the_documents_name_every_fact() -> None:
    document = rules()
    assert [fact for fact in MAPPED if not re.search(rf"\b{fact}\b", document)] == []
    assert [fact for fact in UNKNOWN if f"\n| {fact} | " not in document] == []
