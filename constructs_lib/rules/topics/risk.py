"""What threat protection does about risks, and whether it is on at all.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL_RISK_CONFIGURATION
from constructs_lib.resources.values import is_unknown
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.view import Problem, View

MODE = "UserPoolAddOns.AdvancedSecurityMode"
_CUSTOM = "UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode"
_ON = ("AUDIT", "ENFORCED")

_ADAPTIVE = GUIDE + "cognito-user-pool-settings-adaptive-authentication.html"
_ACTIONS = tuple(f"AccountTakeoverRiskConfiguration.Actions.{level}Action" for level in ("Low", "Medium", "High"))
_COMPROMISED = "CompromisedCredentialsRiskConfiguration.Actions.EventAction"


def is_protected(pool: View) -> bool:
    """Tell whether threat protection watches a pool, if only custom authentication."""
    return pool.text(MODE) in _ON or pool.text(_CUSTOM) in _ON


def takeover_actions(risk: View) -> Iterator[tuple[str, str]]:
    """Walk the known actions of the levels of risk, each with its place."""
    for place in _ACTIONS:
        action = risk.get(f"{place}.EventAction")
        if isinstance(action, str) and not is_unknown(action):
            yield f"{place}.EventAction", action


@rule(
    "risk.threat-protection-off",
    USER_POOL_RISK_CONFIGURATION,
    why="AWS answers with UserPoolAddOnNotEnabledException while threat protection is off",
    evidence="API model",
    source=API + "API_SetRiskConfiguration.html",
)
def threat_protection_off(risk: View) -> Iterator[Problem]:
    """Refuse what to do about risks that nobody looks for."""
    if not is_protected(risk.pool):
        yield risk.problem(
            "",
            f"needs threat protection, and {{pool.{MODE}}} is {risk.pool.text(MODE) or 'left out, which means OFF'}",
            allowed=f"a risk configuration where {{pool.{MODE}}} is AUDIT or ENFORCED",
            fix=f"set {{pool.{MODE}}} to ENFORCED and {{pool.UserPoolTier}} to PLUS, or leave the risk configuration "
            "out",
        )


@rule(
    "risk.only-watched",
    USER_POOL_RISK_CONFIGURATION,
    severity="warning",
    why="threat protection that only audits writes down risks and lets everybody in",
    evidence="developer guide",
    source=GUIDE + "cognito-user-pool-settings-advanced-security-threat-protection.html",
)
def only_watched(risk: View) -> Iterator[Problem]:
    """Warn of actions that are not taken."""
    pool = risk.pool
    if pool.text(MODE) != "AUDIT" or pool.text(_CUSTOM) == "ENFORCED":
        return
    compromised = risk.get(_COMPROMISED)
    for place, action in [*takeover_actions(risk), (_COMPROMISED, compromised)]:
        if action in ("BLOCK", "MFA_IF_CONFIGURED", "MFA_REQUIRED"):
            yield risk.problem(
                place,
                f"is not done while {{pool.{MODE}}} is AUDIT",
                got=action,
                allowed=f"NO_ACTION, or {{pool.{MODE}}} ENFORCED",
                fix=f"set {{pool.{MODE}}} to ENFORCED once two weeks of audit look right",
            )


@rule(
    "risk.mfa-not-optional",
    USER_POOL_RISK_CONFIGURATION,
    severity="warning",
    why="a second factor is asked for by risk where MFA is optional: nobody has one where it is off, and everybody is "
    "asked where it is required",
    evidence="developer guide",
    source=_ADAPTIVE,
)
def mfa_not_optional(risk: View) -> Iterator[Problem]:
    """Warn of a second factor by risk that makes no difference."""
    asking = [found for found in takeover_actions(risk) if found[1] in ("MFA_IF_CONFIGURED", "MFA_REQUIRED")]
    mfa = risk.pool.text("MfaConfiguration") or "OFF" if asking else "OPTIONAL"
    for place, action in asking if mfa in ("OFF", "ON") else ():
        yield risk.problem(
            place,
            f"makes no difference while {{pool.MfaConfiguration}} is {mfa}"
            if mfa == "ON"
            else f"finds no second factor while {{pool.MfaConfiguration}} is {mfa}",
            got=action,
            allowed="NO_ACTION or BLOCK, or {pool.MfaConfiguration} OPTIONAL",
            fix="set {pool.MfaConfiguration} to OPTIONAL, or use NO_ACTION or BLOCK",
        )
