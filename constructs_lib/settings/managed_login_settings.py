"""The usual colours and switches of managed login, written as the branding editor exports them.

No page describes the document. Each place below stands in the example of the AWS CLI, which is such an export; what is
not written stays Cognito's own.
https://docs.aws.amazon.com/cli/latest/reference/cognito-idp/update-managed-login-branding.html
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal

from constructs_lib.resources.values import Json


@dataclass(frozen=True, kw_only=True)
class ManagedLoginColors:
    """Colours of the pages in one colour mode, each ``#0a5f38`` or, with opacity, ``#0a5f38ff``."""

    page: str | None = None
    """The page behind the form. Default: Cognito's own."""

    form: str | None = None
    """The form. Default: Cognito's own."""

    form_border: str | None = None
    """The line around the form. Default: Cognito's own."""

    heading: str | None = None
    """Headings. Default: Cognito's own."""

    text: str | None = None
    """Texts and descriptions. Default: Cognito's own."""

    link: str | None = None
    """Links. Default: Cognito's own."""

    link_hover: str | None = None
    """Links under the pointer. Default: Cognito's own."""

    button: str | None = None
    """The primary button. Default: Cognito's own."""

    button_hover: str | None = None
    """The primary button under the pointer and while it is pressed. Default: Cognito's own."""

    button_text: str | None = None
    """The text of the primary button. Default: Cognito's own."""

    focus: str | None = None
    """The frame around what has the keyboard. Default: Cognito's own."""


_BUTTON = "components.primaryButton.{mode}"
_PLACES: Mapping[str, tuple[str, ...]] = {
    "page": ("components.pageBackground.{mode}.color",),
    "form": ("components.form.{mode}.backgroundColor",),
    "form_border": ("components.form.{mode}.borderColor",),
    "heading": ("components.pageText.{mode}.headingColor",),
    "text": ("components.pageText.{mode}.bodyColor", "components.pageText.{mode}.descriptionColor"),
    "link": ("componentClasses.link.{mode}.defaults.textColor",),
    "link_hover": ("componentClasses.link.{mode}.hover.textColor",),
    "button": (f"{_BUTTON}.defaults.backgroundColor",),
    "button_hover": (f"{_BUTTON}.hover.backgroundColor", f"{_BUTTON}.active.backgroundColor"),
    "button_text": tuple(f"{_BUTTON}.{state}.textColor" for state in ("defaults", "hover", "active")),
    "focus": ("componentClasses.focusState.{mode}.borderColor",),
}
"""The places of each colour in the document; ``{mode}`` is ``lightMode`` or ``darkMode``."""

_CORNERS = ("componentClasses.buttons", "componentClasses.input", "componentClasses.dropDown", "components.form")


def managed_login_settings(
    *,
    light: ManagedLoginColors | None = None,
    dark: ManagedLoginColors | None = None,
    color_mode: Literal["LIGHT", "DARK", "DYNAMIC"] | None = None,
    border_radius: float | None = None,
    form_logo: bool | None = None,
    page_image: bool | None = None,
    form_graphics: bool | None = None,
) -> dict[str, Json]:
    """Write the usual settings of a branding style, for ``ManagedLoginBranding(settings=managed_login_settings(…))``.

    Args:
        light: Colours of the light mode. Default: Cognito's own.
        dark: Colours of the dark mode. Default: Cognito's own.
        color_mode: Which of the two is shown; DYNAMIC leaves it to the browser. Default: Cognito's own.
        border_radius: How round the corners are of buttons, inputs, lists and the form. Default: Cognito's own.
        form_logo: Whether the form shows the image of FORM_LOGO. Default: Cognito's own.
        page_image: Whether the page shows the image of PAGE_BACKGROUND. Default: Cognito's own.
        form_graphics: Whether the form shows its pictures for e-mail, passkeys and so on. Default: Cognito's own.

    """
    said: dict[str, Json] = {
        "categories.global.colorSchemeMode": color_mode,
        "categories.form.displayGraphics": form_graphics,
        "components.form.logo.enabled": form_logo,
        "components.pageBackground.image.enabled": page_image,
        **{f"{place}.borderRadius": border_radius for place in _CORNERS},
    }
    for mode, colors in (("lightMode", light), ("darkMode", dark)):
        for field in fields(ManagedLoginColors) if colors is not None else ():
            color = getattr(colors, field.name)
            if color is not None:
                said |= {place.format(mode=mode): _color(color) for place in _PLACES[field.name]}
    settings: dict[str, Json] = {}
    for path, value in said.items():
        if value is not None:
            *around, last = path.split(".")
            inside = settings
            for step in around:
                inside = inside.setdefault(step, {})
            inside[last] = value
    return settings


def _color(text: str) -> str:
    """Write a colour in eight digits; what is none is left for the rules."""
    digits = text.removeprefix("#")
    if re.fullmatch("[0-9a-fA-F]{6}", digits):
        return f"{digits}ff"
    return digits if re.fullmatch("[0-9a-fA-F]{8}", digits) else text
