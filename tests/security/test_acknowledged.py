"""A profile's acknowledgements, handed to the construct, satisfy scanners that go by CDK's."""

from pathlib import Path
from typing import Any

import pytest
from aws_cdk import App, Stack, Validations
from cdk_nag import AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R4Checks, NIST80053R5Checks, PCIDSS321Checks

from constructs_lib import profiles
from constructs_lib.cdk import CognitoUserPool
from constructs_lib.profiles import Profile
from tests.profiles.test_renderings import settings_of

PACKS = (AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R4Checks, NIST80053R5Checks, PCIDSS321Checks)


def _synth(place: Path, profile: Profile[..., Any], acknowledge: Any) -> None:
    app = App(outdir=str(place))
    CognitoUserPool(Stack(app, "Stack"), "Users", settings=settings_of(profile), acknowledge=acknowledge)
    Validations.of(app).add_plugins(*(pack(app) for pack in PACKS))
    app.synth()


@pytest.mark.parametrize("profile", profiles.USER_POOL_PROFILES, ids=lambda profile: profile.name)
def test_the_packs_pass(tmp_path: Path, profile: Profile[..., Any]) -> None:
    _synth(tmp_path, profile, profile.acknowledgements)


def test_without_them_the_packs_fail(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="ValidationFailed"):
        _synth(tmp_path, profiles.consumer, None)
