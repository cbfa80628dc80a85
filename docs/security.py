"""The security page: what each scanner says of each profile, and why that stays so."""

import re
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from constructs_lib import profiles
from constructs_lib.profiles import Profile
from constructs_lib.settings import IdentityPoolSettings
from docs.scanners.restated import CHECKS, checks_of
from docs.scanners.scan import SCANNERS, Build, Findings, Found, scan, versions

if TYPE_CHECKING:
    from aws_cdk import Stack

PROFILES: dict[str, Profile[..., Any]] = {
    profile.name: profile
    for profile in sorted(
        (it for it in vars(profiles).values() if isinstance(it, Profile)),
        key=lambda profile: (profile.name != "standard", profile.name),
    )
}
"""Every profile there is, by name; the standard one first."""


def builds() -> dict[str, Build]:
    """Give what fills a stack with the pool of each profile, and with a little of everything around it."""
    return {name: partial(_fill, profile) for name, profile in PROFILES.items()}


def _fill(profile: Profile[..., Any], stack: "Stack") -> None:
    from constructs_lib.cdk import CognitoIdentityPool, CognitoUserPool
    from tests.profiles.test_renderings import settings_of

    settings = settings_of(profile)
    if isinstance(settings, IdentityPoolSettings):
        CognitoIdentityPool(stack, "Identities", settings=settings)
    else:
        CognitoUserPool(stack, "Users", settings=settings)


def security(scans: Mapping[str, Findings] | None = None) -> str:
    """Tell what scanners say of every profile; let them look first, if they have not yet."""
    found = scan(builds()) if scans is None else scans
    return _PAGE.format(
        scanners="\n".join(f"| {name} | {versions()[name]} | {it.what} |" for name, it in SCANNERS.items()),
        head=_row(["profile", *SCANNERS]),
        line="|---" * (len(SCANNERS) + 1) + "|",
        score="\n".join(_row([name, *(_score(it, found[it][name]) for it in SCANNERS)]) for name in PROFILES),
        profiles="\n".join(_section(profile, found) for profile in PROFILES.values()),
        checks="\n".join(f"| `{check.id}` | {check.source} | {check.demands} |" for check in CHECKS),
    )


_PAGE = """\
# Security

Every profile is scanned in the tests, with app clients, text messages, domains and a group around the pool. A finding
without a reason fails them, and so does a reason without a finding.

| scanner | version | what of it |
|---|---|---|
{scanners}

Security Hub and prowler judge what is deployed. Their checks are restated here on templates (the last table); what a
template leaves unsaid counts as not done, and a check of something that is not there (an identity pool) as passed.

## Score

{head}
{line}
{score}

{profiles}
## The restated checks

| id | scanner | what must be so |
|---|---|---|
{checks}
"""


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _score(scanner: str, found: list[Found]) -> str:
    of = len(checks_of(scanner))
    if of:
        return f"{of - len(found)} of {of}"
    return f"{len(found)} finding{'s' if len(found) > 1 else ''}" if found else "clean"


def _section(profile: Profile[..., Any], scans: Mapping[str, Findings]) -> str:
    rows = "\n".join(
        _row([scanner, f"`{found.id}`", _cell(found.says), _cell(_reason(profile, found))])
        for scanner in SCANNERS
        for found in scans[scanner][profile.name]
    )
    table = f"| scanner | finding | what it says or asks for | why it stays |\n|---|---|---|---|\n{rows}"
    return f"## {profile.name}\n\n{table if rows else 'No scanner finds anything.'}\n"


def _reason(profile: Profile[..., Any], found: Found) -> str:
    return profile.acknowledgements.get(found.id, "*no reason given yet*")


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "\\|").strip()
