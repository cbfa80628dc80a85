"""The logical ids that CDK makes up are known without CDK."""

import aws_cdk as cdk
import pytest
from constructs import Construct

from constructs_lib.adopting.adoption import construct, variable
from constructs_lib.adopting.logical_ids import construct_of, is_in_stack, made_up

PATHS = [
    ("Pool",),
    ("my-pool",),
    ("Users", "Resource"),
    ("Users", "Default", "AppClientweb"),
    ("Auth", "UsersAuth", "Auth", "Resource"),
    ("App", "App", "Client_one.two"),
    ("L" * 200, "M" * 100),
    ("L" * 256,),
]


@pytest.mark.parametrize("path", PATHS, ids="/".join)
def test_an_id_is_the_one_that_cdk_makes_up(path: tuple[str, ...]) -> None:
    stack = cdk.Stack(cdk.App(analytics_reporting=False), "Shop")
    scope: Construct = stack
    for step in path[:-1]:
        scope = Construct(scope, step)
    made = cdk.CfnResource(scope, path[-1], type="AWS::Cognito::UserPool")
    assert made_up(*path) == stack.resolve(made.logical_id)


@pytest.mark.parametrize(
    ("path", "is_called"),
    [("Shop/Users/Resource", "Shop/Users"), ("Shop/Users", "Shop/Users"), ("Resource", "Resource")],
)
def test_a_construct_is_called_as_in_its_app(path: str, is_called: str) -> None:
    assert construct_of(path) == is_called


def test_only_an_l2_in_its_stack_itself_hands_its_id_on() -> None:
    assert is_in_stack("Stage/Shop/Users/Resource", "Users0A0EEA89")
    assert not is_in_stack("Shop/Auth/Users/Resource", made_up("Auth", "Users", "Resource"))
    assert not is_in_stack("Shop/Users", "Users")


@pytest.mark.parametrize(
    ("name", "id_", "called"),
    [
        ("people", "People", "people"),
        ("shop customers (EU)", "ShopCustomersEU", "shop_customers_eu"),
        ("4 teams", "4Teams", "pool_4_teams"),
        ("class", "Class", "class_pool"),
        ("secret", "Secret", "secret_pool"),
        ("Käufer", "KUfer", "k_ufer"),
        ("人", "Pool", "pool_pool"),
    ],
)
def test_any_name_becomes_a_constructs_id_and_a_variable(name: str, id_: str, called: str) -> None:
    assert (construct(name), variable(construct(name))) == (id_, called)
