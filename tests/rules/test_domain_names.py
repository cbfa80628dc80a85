"""Rules about the names of domains."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from tests.rules.case import UNKNOWN, Case, domain

CERTIFICATE = {"CertificateArn": "arn:aws:acm:us-east-1:111122223333:certificate/1"}


def custom(name: Any) -> Resources:
    return domain(Domain=name, CustomDomainConfig=CERTIFICATE)


def second(name: str) -> Resources:
    return {"Second": custom(name)["Domain"]}


CASES = [
    Case(
        rule="domain.prefix-characters",
        fails=domain(Domain="Shop"),
        says="""\
Domain.Domain: must be lower-case letters, digits and hyphens, with no hyphen at either end, got 'Shop'
   fix: use a prefix such as shop-customers
   [domain.prefix-characters] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html""",
        passes=domain(Domain="shop"),
        silent=domain(Domain="Shop", CustomDomainConfig=UNKNOWN),
    ),
    Case(
        rule="domain.reserved-word",
        fails=domain(Domain="shop-aws"),
        says="""\
Domain.Domain: cannot have aws as a word of its own, got 'shop-aws'
   allowed: a prefix without the words aws, amazon and cognito
   fix: leave the word out, or use another
   [domain.reserved-word] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html""",
        passes=domain(Domain="shop-awsome"),
        silent=domain(Domain=UNKNOWN),
    ),
    Case(
        rule="domain.reserved-text",
        fails=domain(Domain="shop-awsome"),
        says="""\
Domain.Domain: has aws in it, which AWS keeps for itself, got 'shop-awsome'
   allowed: a prefix without aws, amazon or cognito in it
   fix: use another prefix
   [domain.reserved-text] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html""",
        passes=domain(Domain="shop-awesome"),
        silent=domain(Domain=UNKNOWN),
    ),
    Case(
        rule="domain.custom-name",
        fails=custom("auth_1.shop.example"),
        says="""\
Domain.Domain: must be a host name, got 'auth_1.shop.example'
   allowed: lower-case letters, digits and hyphens between dots, with no hyphen beside a dot or at either end
   fix: use a name such as auth.shop.example
   [domain.custom-name] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html""",
        passes=custom("auth-1.shop.example"),
        silent=custom(UNKNOWN),
    ),
    Case(
        rule="domain.custom-subdomain",
        fails=custom("shop.example"),
        says="""\
Domain.Domain: must be a subdomain of a domain of yours, got 'shop.example'
   fix: put a label in front, such as auth.shop.example
   [domain.custom-subdomain] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html""",
        passes=custom("auth.shop.example"),
        silent=custom(UNKNOWN),
    ),
    Case(
        rule="domain.parent-and-child",
        fails=custom("auth.shop.example") | second("uk.auth.shop.example"),
        says="""\
Second.Domain: is beneath auth.shop.example, which is a domain here too, got 'uk.auth.shop.example'
   allowed: a domain beside auth.shop.example, not beneath it
   fix: use names side by side, such as auth.shop.example and auth-uk.shop.example
   [domain.parent-and-child] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html""",
        passes=custom("auth.shop.example") | second("uk-auth.shop.example"),
        silent=custom(UNKNOWN) | second("uk.auth.shop.example"),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


@pytest.mark.parametrize("prefix", ["a", "shop-1", "1shop", "shop--customers"])
def test_prefixes_that_are_labels(prefix: str) -> None:
    assert BY_RULE["domain.prefix-characters"].messages(domain(Domain=prefix)) == []


@pytest.mark.parametrize("prefix", ["-shop", "shop-", "shop_1", "Shop", "shop 1"])
def test_prefixes_that_are_none(prefix: str) -> None:
    assert len(BY_RULE["domain.prefix-characters"].messages(domain(Domain=prefix))) == 1


@pytest.mark.parametrize("prefix", ["aws", "amazon-shop", "shop-cognito-1"])
def test_a_reserved_word_is_said_once_and_as_an_error(prefix: str) -> None:
    assert len(BY_RULE["domain.reserved-word"].messages(domain(Domain=prefix))) == 1
    assert BY_RULE["domain.reserved-text"].messages(domain(Domain=prefix)) == []


@pytest.mark.parametrize("rule", ["domain.prefix-characters", "domain.reserved-word", "domain.reserved-text"])
def test_a_domain_of_ones_own_may_have_any_words(rule: str) -> None:
    assert BY_RULE[rule].messages(custom("aws.awsome.example")) == []


@pytest.mark.parametrize("name", ["auth", "shop.example"])
def test_a_domain_of_ones_own_has_three_labels(name: str) -> None:
    assert len(BY_RULE["domain.custom-subdomain"].messages(custom(name))) == 1


@pytest.mark.parametrize("name", ["Auth.shop.example", "auth..shop.example", "auth-.shop.example", "*.shop.example"])
def test_names_that_are_no_host_names(name: str) -> None:
    assert len(BY_RULE["domain.custom-name"].messages(custom(name))) == 1


PREFIX_RULES = ["domain.prefix-characters", "domain.reserved-word", "domain.reserved-text"]


@pytest.mark.parametrize("rule", PREFIX_RULES)
@pytest.mark.parametrize("template", [domain(), domain(Domain="aws.awsome.example")])
def test_a_domain_without_a_name_or_with_dots_has_no_prefix(rule: str, template: Resources) -> None:
    assert BY_RULE[rule].messages(template) == []


@pytest.mark.parametrize("rule", ["domain.custom-name", "domain.custom-subdomain", "domain.parent-and-child"])
@pytest.mark.parametrize("template", [domain(Domain="Shop_"), domain(CustomDomainConfig={"CertificateArn": "arn"})])
def test_a_prefix_or_nothing_is_no_domain_of_ones_own(rule: str, template: Resources) -> None:
    assert BY_RULE[rule].messages(template) == []


def test_the_first_of_awss_words_is_named() -> None:
    (word,) = BY_RULE["domain.reserved-word"].messages(domain(Domain="cognito-aws"))
    assert word.startswith("Domain.Domain: cannot have cognito as a word of its own")
    (inside,) = BY_RULE["domain.reserved-text"].messages(domain(Domain="xaws-cognitox"))
    assert inside.startswith("Domain.Domain: has aws in it")


@pytest.mark.parametrize(("name", "better"), [("auth", "auth.shop.example"), ("a.example", "auth.a.example")])
def test_a_label_goes_in_front_of_what_is_there(name: str, better: str) -> None:
    (message,) = BY_RULE["domain.custom-subdomain"].messages(custom(name))
    assert f"\n   fix: put a label in front, such as {better}\n" in message


@pytest.mark.parametrize("name", ["a.b.c.example", "auth.", ".example"])
def test_a_deep_subdomain_is_one_and_no_host_name_is_told_so_elsewhere(name: str) -> None:
    assert BY_RULE["domain.custom-subdomain"].messages(custom(name)) == []


def test_only_domains_have_domains_beneath_them() -> None:
    other = {"Other": {"Type": "Custom::Other", "Properties": {"Domain": "shop.example"}}}
    assert BY_RULE["domain.parent-and-child"].messages(custom("auth.shop.example") | other) == []
