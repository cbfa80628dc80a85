"""Feature plans, and what they hold."""

from constructs_lib.resources.model import Resources
from tests.failures.resources import FUNCTION
from tests.failures.row import Row, failure, false_alarm, refused, warned
from tests.rules.case import pool


def guarded(tier: str | None, **add_ons: object) -> Resources:
    return pool(UserPoolAddOns=add_ons, **({} if tier is None else {"UserPoolTier": tier}))


def tokens(tier: str, version: str) -> Resources:
    config = {"LambdaArn": FUNCTION, "LambdaVersion": version}
    return pool(UserPoolTier=tier, LambdaConfig={"PreTokenGenerationConfig": config})


ROWS: list[Row] = [
    failure(
        "F062",
        "threat protection in a plan without it",
        *[
            refused(
                "feature-plan.threat-protection",
                guarded(tier, AdvancedSecurityMode=mode),
                guarded("PLUS", AdvancedSecurityMode=mode),
            )
            for tier in ("LITE", "ESSENTIALS")
            for mode in ("AUDIT", "ENFORCED")
        ],
        refused(
            "feature-plan.custom-threat-protection",
            guarded(
                "ESSENTIALS", AdvancedSecurityMode="OFF", AdvancedSecurityAdditionalFlows={"CustomAuthMode": "AUDIT"}
            ),
            guarded("PLUS", AdvancedSecurityMode="AUDIT", AdvancedSecurityAdditionalFlows={"CustomAuthMode": "AUDIT"}),
        ),
        warned(
            "feature-plan.unsaid",
            guarded(None, AdvancedSecurityMode="ENFORCED"),
            guarded("PLUS", AdvancedSecurityMode="ENFORCED"),
        ),
    ),
    false_alarm(
        "F064",
        "the plans below Plus without threat protection",
        "feature-plan.",
        pool(UserPoolTier="LITE"),
        pool(UserPoolTier="ESSENTIALS"),
        guarded("LITE", AdvancedSecurityMode="OFF"),
        guarded("ESSENTIALS", AdvancedSecurityMode="OFF"),
        guarded("PLUS", AdvancedSecurityMode="ENFORCED"),
    ),
    failure(
        "F065",
        "Plus is paid for, and nothing is protected",
        warned("feature-plan.plus-unused", pool(UserPoolTier="PLUS"), guarded("PLUS", AdvancedSecurityMode="AUDIT")),
        warned(
            "feature-plan.plus-unused",
            guarded("PLUS", AdvancedSecurityMode="OFF"),
            guarded("PLUS", AdvancedSecurityMode="ENFORCED"),
        ),
    ),
    failure(
        "F067",
        "access tokens are changed in the plan Lite",
        *[
            refused("feature-plan.access-token-customization", tokens("LITE", version), repaired)
            for version in ("V2_0", "V3_0")
            for repaired in (tokens("ESSENTIALS", version), tokens("PLUS", version), tokens("LITE", "V1_0"))
        ],
    ),
]
