"""The settings document of a branding style: colours, and what Cognito keeps for later.

No page describes the document; its form is that of the branding editor's exports, such as the example of the AWS CLI.
https://docs.aws.amazon.com/cli/latest/reference/cognito-idp/update-managed-login-branding.html
"""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import MANAGED_LOGIN_BRANDING
from constructs_lib.resources.values import Json, Path, is_list, is_unknown
from constructs_lib.rules.registry import API, rule
from constructs_lib.rules.view import Problem, View

_EXAMPLE = "https://docs.aws.amazon.com/cli/latest/reference/cognito-idp/update-managed-login-branding.html"
_COLOR = re.compile(r"[0-9a-fA-F]{8}")
_FORM = "Settings.categories.form."
_OFF = {"languageSelector.enabled": False, "instructions.enabled": False, "sessionTimerDisplay": "NONE"}
"""What Cognito keeps for later, and how an export says that it is off."""


@rule(
    "branding.color",
    MANAGED_LOGIN_BRANDING,
    severity="warning",
    why="every export writes colours like this, and no other form is known to work",
    evidence="inferred",
    source=_EXAMPLE,
)
def color(style: View) -> Iterator[Problem]:
    """Warn of colours in another form than the branding editor's."""
    for path, value in _colors(style.known("Settings"), ("Settings",)):
        if not _COLOR.fullmatch(value):
            yield style.problem(
                path,
                "should be a colour as the branding editor writes it",
                got=value,
                allowed="eight hexadecimal digits without #, the last two for opacity, such as 0a5f38ff",
                fix="write red, green, blue and opacity in two digits each, or let managed_login_settings do it",
            )


def _colors(json: Json, path: Path) -> Iterator[tuple[Path, str]]:
    for step, item in json.items() if isinstance(json, dict) else enumerate(json) if is_list(json) else ():
        if isinstance(item, str):
            if str(step).lower().endswith("color") and not is_unknown(item):
                yield (*path, step), item
        elif not is_unknown(item):
            yield from _colors(item, (*path, step))


@rule(
    "branding.reserved-setting",
    MANAGED_LOGIN_BRANDING,
    severity="warning",
    why="Cognito has not implemented it; a later version may show what nobody has seen in tests",
    evidence="API model",
    source=API + "API_CreateManagedLoginBranding.html",
)
def reserved_setting(style: View) -> Iterator[Problem]:
    """Warn of settings that do nothing yet."""
    for name, off in _OFF.items():
        value = style.get(_FORM + name)
        if value is not None and not is_unknown(value) and value != off:
            yield style.problem(
                _FORM + name,
                "does nothing yet: Cognito keeps it for later",
                got=value,
                allowed=f"{off!r}, as exports say it, or nothing",
                fix="leave it out",
            )
