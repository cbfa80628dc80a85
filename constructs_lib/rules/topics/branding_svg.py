"""What is in the SVG images of a branding style.

Cognito takes the elements and attributes of a list that it does not publish.
https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-brandingeditor.html
"""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import MANAGED_LOGIN_BRANDING
from constructs_lib.rules.registry import GUIDE, rule
from constructs_lib.rules.topics.branding_assets import images
from constructs_lib.rules.view import Problem, View

_REPORT = "https://github.com/lgallard/terraform-aws-cognito-user-pool/pull/238"
_REFUSED = re.compile(r"svg#(role|aria-label)|[^#]+#dominant-baseline")
"""Attributes that Cognito has been seen to refuse."""
_ACTIVE = re.compile(r"(script|foreignObject|iframe|object|embed|handler)(#.*)?|.*#on[a-z]+", re.IGNORECASE)
_INSIDE = ("#", "data:image/")


@rule(
    "branding.svg-refused",
    MANAGED_LOGIN_BRANDING,
    why="AWS answers 'element [svg#role|aria-label] is not allowed'",
    evidence="reported",
    source=_REPORT,
)
def refused(style: View) -> Iterator[Problem]:
    """Refuse attributes that Cognito does not take."""
    for asset, image in images(style):
        found = sorted(part for part in image.parts if _REFUSED.fullmatch(part))
        if found:
            yield asset.problem(
                "Bytes",
                f"must be an SVG without {', '.join(found)}",
                got=", ".join(found),
                allowed="an SVG without role and aria-label on its root, and without dominant-baseline",
                fix="take the attributes out of the file",
            )


@rule(
    "branding.svg-active",
    MANAGED_LOGIN_BRANDING,
    severity="warning",
    why="scripts and files from elsewhere do not belong on a page for passwords; Cognito takes only what it knows",
    evidence="inferred",
    source=GUIDE + "managed-login-brandingeditor.html",
)
def active(style: View) -> Iterator[Problem]:
    """Warn of scripts, of files from elsewhere, and of entities, which may stand for either."""
    for asset, image in images(style):
        found = [
            *(["entities"] if image.entities else []),
            *sorted(part for part in image.parts if _ACTIVE.fullmatch(part)),
            *sorted(link for link in image.links if not link.lower().startswith(_INSIDE)),
        ]
        if found:
            yield asset.problem(
                "Bytes",
                "should be an SVG without scripts, files from elsewhere and entities",
                got=", ".join(found),
                allowed="an SVG of shapes, texts and colours",
                fix="take them out of the file; an SVG optimizer does it",
            )
