"""What scanners find in each profile has a reason there, and no reason is without a finding."""

import pytest
from aws_cdk import Stack
from aws_cdk.aws_cognito import CfnIdentityPool, CfnUserPool

from constructs_lib import check
from docs import tables
from docs.scanners.scan import SCANNERS, Findings, has_checkov, scan
from docs.security import PROFILES, builds
from tests.profiles.test_renderings import settings_of

CARELESS = {
    "cdk-nag": "AwsSolutions-COG7",
    "checkov": "CKV_AWS_366",
    "cfn-lint": "E3030",
    "aws-cdk-lib": "W3030",
    "Security Hub": "Cognito.2",
    "prowler": "cognito_identity_pool_guest_access_disabled",
}
"""What each scanner finds in a stack with an identity pool for guests and a pool with a word that Cognito has not."""


def _careless(stack: Stack) -> None:
    CfnUserPool(stack, "Pool", mfa_configuration="SOMETIMES")
    CfnIdentityPool(stack, "Guests", allow_unauthenticated_identities=True)


@pytest.fixture(scope="module")
def scans() -> dict[str, Findings]:
    """Scan the pool of every profile, and a careless one, once for all tests."""
    return scan({**builds(), "careless": _careless}, skip=() if has_checkov() else ("checkov",))


def _of(scans: dict[str, Findings], scanner: str) -> Findings:
    if scanner not in scans:
        pytest.skip("there is no checkov in .scanners: make setup")
    return scans[scanner]


def _acknowledged(profile: str) -> dict[str, str]:
    return dict(PROFILES[profile].acknowledgements)


@pytest.mark.parametrize("scanner", SCANNERS)
def test_a_scanner_finds_what_is_careless(scans: dict[str, Findings], scanner: str) -> None:
    assert CARELESS[scanner] in {found.id for found in _of(scans, scanner)["careless"]}


@pytest.mark.parametrize("scanner", SCANNERS)
@pytest.mark.parametrize("profile", PROFILES)
def test_nothing_is_found_without_a_reason(scans: dict[str, Findings], profile: str, scanner: str) -> None:
    acknowledged = _acknowledged(profile)
    assert [found for found in _of(scans, scanner)[profile] if not acknowledged.get(found.id)] == []


@pytest.mark.parametrize("profile", PROFILES)
def test_no_reason_is_without_a_finding(scans: dict[str, Findings], profile: str) -> None:
    """An acknowledgement may answer a rule of our own too."""
    found = {it.id for findings in scans.values() for it in findings[profile]}
    own = {it.rule for settings in (PROFILES[profile](), settings_of(PROFILES[profile])) for it in check(settings)}
    unseen = () if has_checkov() else ("CKV_",)
    assert [id_ for id_ in _acknowledged(profile).keys() - found - own if not id_.startswith(unseen)] == []


@pytest.mark.parametrize("scanner", ["cfn-lint", "aws-cdk-lib"])
@pytest.mark.parametrize("profile", PROFILES)
def test_templates_are_valid(scans: dict[str, Findings], profile: str, scanner: str) -> None:
    """There can be no reason for a template that is not."""
    assert scans[scanner][profile] == []


def test_the_security_page_is_what_scanners_say(scans: dict[str, Findings]) -> None:
    """Write it anew with ``make docs``."""
    _of(scans, "checkov")
    assert (tables.FOLDER / "security.md").read_text(encoding="utf-8") == tables.security(scans)
