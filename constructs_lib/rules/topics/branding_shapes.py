"""The shapes of the images of a branding style: one table; each of its rows is a rule.

Cognito publishes none of them; they are what its refusals say.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from constructs_lib.resources.model import MANAGED_LOGIN_BRANDING
from constructs_lib.rules.finding import Severity
from constructs_lib.rules.registry import Check, Evidence, rule
from constructs_lib.rules.topics.branding_assets import images, said
from constructs_lib.rules.view import Problem, View

_REPORT = "https://github.com/memorysmithapp/memorysmithapp/blob/main/memorysmith-infra/stacks/identity.stack.ts"


@dataclass(frozen=True)
class Shape:
    """A row: how wide an image may be for its height. Each row is a rule."""

    id: str
    categories: tuple[str, ...]
    widest: int
    why: str
    severity: Severity
    evidence: Evidence
    source: str

    def holds(self, width: float, height: float) -> bool:
        """Tell whether an image has the shape; a favicon's may be off by a hundredth."""
        return height * 0.99 <= width <= height * self.widest * (1.01 if self.widest == 1 else 1)


SHAPES = (
    Shape(
        "branding.asset-form-logo-shape",
        ("FORM_LOGO",),
        4,
        "AWS answers 'Assets of SubType LOGO must have a width:height ratio between 1:1 and 4:1'",
        "error",
        "reported",
        _REPORT,
    ),
    Shape(
        "branding.asset-page-logo-shape",
        ("PAGE_HEADER_LOGO", "PAGE_FOOTER_LOGO"),
        4,
        "AWS refuses other shapes of the form's logo, and calls them logos in general",
        "warning",
        "inferred",
        _REPORT,
    ),
    Shape(
        "branding.asset-favicon-shape",
        ("FAVICON_SVG",),
        1,
        "favicons are square, and AWS is said to want them so",
        "warning",
        "reported",
        _REPORT,
    ),
)


def _shaped(shape: Shape) -> Check:
    allowed = "a square" if shape.widest == 1 else f"at least as wide as high, and at most {shape.widest} times as wide"

    verb = "must" if shape.severity == "error" else "should"

    def check(style: View) -> Iterator[Problem]:
        """Judge the shape of an image."""
        for asset, image in images(style):
            if image.size is None or min(image.size) <= 0 or said(asset, "Category") not in shape.categories:
                continue
            if not shape.holds(*image.size):
                yield asset.problem(
                    "Bytes",
                    f"{verb} be {allowed}",
                    got="{:g} x {:g}".format(*image.size),
                    allowed=allowed,
                    fix="put the image onto a transparent canvas of that shape",
                )

    return check


for _shape in SHAPES:
    rule(
        _shape.id,
        MANAGED_LOGIN_BRANDING,
        severity=_shape.severity,
        why=_shape.why,
        evidence=_shape.evidence,
        source=_shape.source,
    )(_shaped(_shape))
