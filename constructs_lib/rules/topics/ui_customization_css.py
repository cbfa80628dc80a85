"""The style sheet of the classic hosted pages: Cognito takes it whole, or refuses it for one selector.

https://docs.aws.amazon.com/cognito/latest/developerguide/hosted-ui-classic-branding.html
"""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL_UI_CUSTOMIZATION
from constructs_lib.rules.registry import GUIDE, rule
from constructs_lib.rules.view import Problem, View

_PAGE = GUIDE + "hosted-ui-classic-branding.html"
_CLASSES = tuple(
    f"{name}-customizable"
    for name in (
        "background",
        "banner",
        "errorMessage",
        "idpButton",
        "idpDescription",
        "inputField",
        "label",
        "legalText",
        "logo",
        "passwordCheck-notValid",
        "passwordCheck-valid",
        "redirect",
        "socialButton",
        "submitButton",
        "textDescription",
    )
)
_COMMENT = re.compile(r"/\*.*?(\*/|\Z)", re.DOTALL)
_CLASS = re.compile(r"\.([A-Za-z_-][\w-]*)")
_AT_RULE = re.compile(r"@(import|supports|page|media)\b", re.IGNORECASE)


@rule(
    "ui-customization.css-class",
    USER_POOL_UI_CUSTOMIZATION,
    why="AWS answers 'The CSS class … is not in the list of allowed classes'",
    evidence="measured on AWS",
    source=_PAGE,
)
def css_class(customization: View) -> Iterator[Problem]:
    """Refuse classes that are none of Cognito's own."""
    for selector in _selectors(customization.text("CSS") or ""):
        unknown = [name for name in _CLASS.findall(selector) if name not in _CLASSES]
        if unknown:
            yield customization.problem(
                "CSS",
                f"must not style {unknown[0]}",
                got=selector,
                allowed="classes " + ", ".join(_CLASSES),
                fix="use one of Cognito's classes, or leave the block out",
            )


@rule(
    "ui-customization.css-selector",
    USER_POOL_UI_CUSTOMIZATION,
    severity="warning",
    why="the guide lists the classes that can be styled, and nothing else",
    evidence="developer guide",
    source=_PAGE,
)
def css_selector(customization: View) -> Iterator[Problem]:
    """Warn of selectors without a class."""
    for selector in _selectors(customization.text("CSS") or ""):
        if not _CLASS.search(selector):
            yield customization.problem(
                "CSS",
                "styles what has none of Cognito's classes, and may be refused",
                got=selector,
                allowed="classes " + ", ".join(_CLASSES),
                fix="use one of Cognito's classes, or leave the block out",
            )


def _selectors(css: str) -> Iterator[str]:
    """Walk the selectors of the blocks, each once; what begins with @ is none."""
    seen: set[str] = set()
    for before in _COMMENT.sub(" ", css).split("{")[:-1]:
        for part in re.split("[};]", before)[-1].split(","):
            selector = part.strip()
            if selector and selector[0] != "@" and selector not in seen:
                seen.add(selector)
                yield selector


@rule(
    "ui-customization.css-at-rule",
    USER_POOL_UI_CUSTOMIZATION,
    why="the guide rules @import, @supports, @page and @media out",
    evidence="developer guide",
    source=_PAGE,
)
def css_at_rule(customization: View) -> Iterator[Problem]:
    """Refuse at-rules."""
    css = _COMMENT.sub(" ", customization.text("CSS") or "")
    for name in sorted({match[0].lower() for match in _AT_RULE.finditer(css)}):
        yield customization.problem(
            "CSS",
            f"must not have {name} in it",
            got=name,
            allowed="blocks of Cognito's classes",
            fix="write the blocks without it",
        )
