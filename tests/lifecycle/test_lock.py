"""The lock's file: in an order that says nothing, read as it was written, and refused where it means nothing."""

import json
from typing import Any

import pytest

from constructs_lib.lifecycle.lock import Accepted, Lock, LockError, StackName, read, written
from constructs_lib.lifecycle.locking import accepting, differences, pools_in, updated
from constructs_lib.resources.deployment import Deployment

HERE = StackName(Deployment(region="eu-central-1", account="111122223333"), "Live/Shop")


def _pool(**properties: Any) -> dict[str, Any]:
    return {"Users": {"Type": "AWS::Cognito::UserPool", "Properties": properties}}


def _lock(**properties: Any) -> Lock:
    return updated(Lock(), {HERE: pools_in("Live/Shop", _pool(**properties))})


def test_a_lock_has_one_fact_a_line() -> None:
    lock = _lock(UsernameAttributes=["email"])
    lock.accepted.append(Accepted("Live/Shop", "Users", "all are robots", ("AliasAttributes",)))
    assert written(lock) == (
        '{\n "userpool lock": 1,\n'
        ' "about": "what can never be changed of user pools; written by `userpool lock`, to be committed",\n'
        ' "accepted": [\n'
        '  {"facts": ["AliasAttributes"], "pool": "Users", "reason": "all are robots", "stack": "Live/Shop"}\n'
        " ],\n"
        ' "stacks": {\n'
        '  "111122223333/eu-central-1/Live/Shop": {\n'
        '   "Users": {\n'
        '    "AliasAttributes": null,\n'
        '    "UsernameAttributes": ["email"],\n'
        '    "UsernameConfiguration.CaseSensitive": null,\n'
        '    "logical id": "Users"\n'
        "   }\n"
        "  }\n"
        " }\n"
        "}\n"
    )


def test_a_lock_is_read_as_it_was_written() -> None:
    lock = _lock(UsernameAttributes=["email"], Schema=[{"Name": "tenant", "AttributeDataType": "String"}])
    lock.accepted.append(Accepted("Live/Shop", "Users", "why", ("logical id",)))
    assert read(json.loads(written(lock))) == lock
    assert written(read(json.loads(written(lock)))) == written(lock)


@pytest.mark.parametrize(
    ("region", "account", "found"),
    [
        ("eu-central-1", "111122223333", True),
        ("eu-central-1", None, True),
        (None, None, True),
        ("us-east-1", "111122223333", False),
        ("eu-central-1", "444455556666", False),
    ],
)
def test_a_stack_is_found_by_account_region_and_path(region: str | None, account: str | None, found: bool) -> None:
    _, pools = _lock().of(StackName(Deployment(region=region, account=account), "Live/Shop"))
    assert bool(pools) is found


def test_a_stack_recorded_of_no_place_is_every_places() -> None:
    lock = updated(Lock(), {StackName(Deployment(), "Shop"): pools_in("Shop", _pool())})
    assert lock.of(StackName(HERE.deployment, "Shop"))[0] == "*/*/Shop"
    assert lock.of(StackName(HERE.deployment, "Live/Shop"))[1] == {}


def test_a_stack_that_is_gone_is_a_difference_where_all_stacks_are_known() -> None:
    assert [one.fact for one in differences(_lock(), {}, whole=True)] == ["logical id"]
    assert list(differences(_lock(), {}, whole=False)) == []


def test_stages_and_branches_do_not_meet() -> None:
    test = StackName(HERE.deployment, "Test/Shop")
    lock = updated(_lock(), {test: pools_in("Test/Shop", _pool(AliasAttributes=["email"]))})
    assert sorted(lock.stacks) == ["111122223333/eu-central-1/Live/Shop", "111122223333/eu-central-1/Test/Shop"]


def test_an_attribute_that_was_taken_out_on_purpose_is_retired() -> None:
    tenant = {"Name": "tenant", "AttributeDataType": "String"}
    without = {HERE: pools_in("Live/Shop", _pool())}
    lock = accepting(_lock(Schema=[tenant]), without, "Live/Shop/Users", "nobody has one", whole=True)
    assert lock is not None
    assert [(one.reason, one.facts) for one in lock.accepted] == [("nobody has one", ("attribute tenant",))]
    assert list(differences(lock, without, whole=True)) == []
    back = {HERE: pools_in("Live/Shop", _pool(Schema=[tenant]))}
    assert [one.is_new for one in differences(lock, back, whole=True)] == [True]
    other = {HERE: pools_in("Live/Shop", _pool(Schema=[{**tenant, "Mutable": False}]))}
    [said] = differences(lock, other, whole=True)
    assert said.does == "AWS refuses the update: the pool still has an attribute of this name, with other settings"
    assert "retired attribute tenant" in updated(lock, without).of(HERE)[1]["Users"]


def test_a_pool_that_is_given_up_on_purpose_is_forgotten() -> None:
    lock = accepting(_lock(), {}, "Live/Shop", "the shop is closed", whole=True)
    assert lock is not None
    assert list(differences(lock, {}, whole=True)) == []


def test_only_what_is_meant_is_accepted() -> None:
    changed = {HERE: pools_in("Live/Shop", _pool(AliasAttributes=["email"]))}
    assert accepting(_lock(), changed, "Live/Sho", "why", whole=True) is None
    assert accepting(_lock(), changed, "Live/Shop/Use", "why", whole=True) is None


@pytest.mark.parametrize(
    ("document", "says"),
    [
        ([], "is no lock, which `userpool lock` writes"),
        ({}, "is no lock, which `userpool lock` writes"),
        (
            {"userpool lock": 2},
            "is a lock of version 2, and this library knows version 1: use a newer one",
        ),
        (
            {"userpool lock": 1, "accepted": [], "stacks": {"a": {"b": {}}}},
            "is a damaged lock: stacks must be an object of pools, each an object of facts",
        ),
        (
            {"userpool lock": 1, "accepted": [{}], "stacks": {}},
            "is a damaged lock: accepted must be a list of stack, pool, facts and reason",
        ),
    ],
)
def test_what_is_no_lock_is_one_sentence(document: Any, says: str) -> None:
    with pytest.raises(LockError) as refused:
        read(document)
    assert str(refused.value) == says
