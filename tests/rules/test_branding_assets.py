"""Rules about the images of a branding style."""

from typing import Any

import pytest

from constructs_lib.resources.images import image
from constructs_lib.resources.model import Resources
from tests.rules.case import UNKNOWN, Case
from tests.rules.images import ICO, encoded, jpeg, png, svg, webp
from tests.rules.test_branding import style

_API = "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/"
_ASSET = _API + "API_AssetType.html"
_PR = "https://github.com/lgallard/terraform-aws-cognito-user-pool/pull/238"
_MEMORYSMITH = "https://github.com/memorysmithapp/memorysmithapp/blob/main/memorysmith-infra/stacks/identity.stack.ts"

PNG = encoded(png())


def asset(content: Any = PNG, category: Any = "FORM_LOGO", extension: Any = "PNG", **more: Any) -> dict[str, Any]:
    return {"Category": category, "ColorMode": "LIGHT", "Extension": extension, "Bytes": content} | more


def assets(*given: Any) -> Resources:
    return style(Settings={}, Assets=[UNKNOWN, *given])


CASES = [
    Case(
        rule="branding.asset-not-base64",
        fails=assets(asset("logo.png")),
        says=f"""\
Style.Assets[1].Bytes: must be Base64, got 'logo.png'
   allowed: the file in Base64
   fix: encode the file, or let branding_image read it
   [branding.asset-not-base64] {_ASSET}""",
        passes=assets(asset(PNG[:8] + "\n" + PNG[8:])),
        silent=assets(asset(UNKNOWN)),
    ),
    Case(
        rule="branding.asset-empty",
        fails=assets(asset("")),
        says=f"""\
Style.Assets[1].Bytes: should have a file in it, got ''
   allowed: the file in Base64
   fix: give the file, or leave the image out
   [branding.asset-empty] {_ASSET}""",
        passes=assets(asset()),
        silent=assets(asset(UNKNOWN)),
    ),
    Case(
        rule="branding.asset-content",
        fails=assets(asset(encoded(jpeg()))),
        says=f"""\
Style.Assets[1].Extension: does not go with the bytes: the file is JPEG, got 'PNG'
   fix: say JPEG, or convert the file
   [branding.asset-content] {_ASSET}""",
        passes=assets(asset(encoded(jpeg()), extension="JPEG")),
        silent=assets(asset(encoded(jpeg()), extension=UNKNOWN)),
    ),
    Case(
        rule="branding.asset-ico",
        fails=assets(asset(UNKNOWN, extension="ICO")),
        says=f"""\
Style.Assets[1].Extension: cannot be ICO for FORM_LOGO, got 'ICO'
   allowed: ICO for FAVICON_ICO alone
   fix: convert the file to PNG, JPEG, SVG or WEBP
   [branding.asset-ico] {_ASSET}""",
        passes=assets(asset(UNKNOWN, "FAVICON_ICO", "ICO")),
        silent=assets(asset(UNKNOWN, UNKNOWN, "ICO")),
    ),
    Case(
        rule="branding.asset-favicon-format",
        fails=assets(asset(UNKNOWN, "FAVICON_ICO", "SVG")),
        says="""\
Style.Assets[1].Extension: should be ICO for FAVICON_ICO, got 'SVG'
   fix: convert the file to ICO
   [branding.asset-favicon-format] https://github.com/lgallard/terraform-aws-cognito-user-pool/pull/238""",
        passes=assets(asset(UNKNOWN, "FAVICON_SVG", "SVG"), asset(UNKNOWN, "FORM_LOGO", "WEBP")),
        silent=assets(asset(UNKNOWN, "FAVICON_ICO", UNKNOWN)),
    ),
    Case(
        rule="branding.asset-dynamic-favicon",
        fails=assets(asset(UNKNOWN, "FAVICON_SVG", "SVG", ColorMode="DYNAMIC")),
        says=f"""\
Style.Assets[1].ColorMode: may keep the favicon from being shown, got 'DYNAMIC'
   allowed: LIGHT and DARK, each with the file
   fix: give the file twice, once for LIGHT and once for DARK
   [branding.asset-dynamic-favicon] {_MEMORYSMITH}""",
        passes=assets(asset(UNKNOWN, "FAVICON_SVG", "SVG"), asset(ColorMode="DYNAMIC")),
        silent=assets(asset(UNKNOWN, "FAVICON_SVG", "SVG", ColorMode=UNKNOWN)),
    ),
    Case(
        rule="branding.asset-twice",
        fails=assets(asset(), asset(UNKNOWN)),
        says=f"""\
Style.Assets[2].Category: has an image for LIGHT already, got 'FORM_LOGO'
   allowed: one image for each place and colour mode
   fix: leave one of the two out
   [branding.asset-twice] {_ASSET}""",
        passes=assets(asset(), asset(ColorMode="DARK"), asset(ResourceId="google")),
        silent=assets(asset(), asset(ResourceId=UNKNOWN), asset(ColorMode=UNKNOWN), asset(ColorMode=UNKNOWN)),
    ),
    Case(
        rule="branding.request-size",
        fails=assets(*[asset("A" * 700_000)] * 3),
        says=f"""\
Style.Assets: must not be larger than 2 MB together, got '2,100,000 characters of Base64'
   allowed: 2,097,152 characters
   fix: make the images smaller; a template of CloudFormation's holds 1 MB at most
   [branding.request-size] {_API}API_CreateManagedLoginBranding.html""",
        passes=assets(*[asset("A" * 699_000)] * 3),
        silent=assets(*[asset("A" * 700_000)] * 2, asset(UNKNOWN)),
    ),
    Case(
        rule="branding.asset-form-logo-shape",
        fails=assets(asset(encoded(png(480, 570)))),
        says=f"""\
Style.Assets[1].Bytes: must be at least as wide as high, and at most 4 times as wide, got '480 x 570'
   fix: put the image onto a transparent canvas of that shape
   [branding.asset-form-logo-shape] {_MEMORYSMITH}""",
        passes=assets(asset(encoded(png(100, 100))), asset(encoded(png(400, 100)))),
        silent=assets(asset(UNKNOWN)),
    ),
    Case(
        rule="branding.asset-page-logo-shape",
        fails=assets(asset(encoded(png(401, 100)), "PAGE_HEADER_LOGO")),
        says=f"""\
Style.Assets[1].Bytes: should be at least as wide as high, and at most 4 times as wide, got '401 x 100'
   fix: put the image onto a transparent canvas of that shape
   [branding.asset-page-logo-shape] {_MEMORYSMITH}""",
        passes=assets(
            asset(encoded(png(400, 100)), "PAGE_HEADER_LOGO"), asset(encoded(png(401, 100)), "PAGE_BACKGROUND")
        ),
        silent=assets(asset(UNKNOWN, "PAGE_HEADER_LOGO")),
    ),
    Case(
        rule="branding.asset-favicon-shape",
        fails=assets(asset(encoded(svg()), "FAVICON_SVG", "SVG")),
        says=f"""\
Style.Assets[1].Bytes: should be a square, got '4 x 2'
   fix: put the image onto a transparent canvas of that shape
   [branding.asset-favicon-shape] {_MEMORYSMITH}""",
        passes=assets(asset(encoded(svg(said='viewBox="0 0 32 32"')), "FAVICON_SVG", "SVG")),
        silent=assets(asset(UNKNOWN, "FAVICON_SVG", "SVG")),
    ),
    Case(
        rule="branding.svg-refused",
        fails=assets(asset(encoded(svg(said='role="img" aria-label="Shop"')), extension="SVG")),
        says=f"""\
Style.Assets[1].Bytes: must be an SVG without svg#aria-label, svg#role, got 'svg#aria-label, svg#role'
   allowed: an SVG without role and aria-label on its root, and without dominant-baseline
   fix: take the attributes out of the file
   [branding.svg-refused] {_PR}""",
        passes=assets(asset(encoded(svg('<path d="M0 0"/>')), extension="SVG")),
        silent=assets(asset(UNKNOWN, extension="SVG")),
    ),
    Case(
        rule="branding.svg-active",
        fails=assets(asset(encoded(svg("<script>alert(1)</script>")), extension="SVG")),
        says="""\
Style.Assets[1].Bytes: should be an SVG without scripts, files from elsewhere and entities, got 'script'
   allowed: an SVG of shapes, texts and colours
   fix: take them out of the file; an SVG optimizer does it
   [branding.svg-active] https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-brandingeditor.html""",
        passes=assets(
            asset(encoded(svg('<use href="#mark"/><image href="data:image/png;base64,AA"/>')), extension="SVG")
        ),
        silent=assets(asset(UNKNOWN, extension="SVG")),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


@pytest.mark.parametrize(
    ("content", "form", "size"),
    [
        (png(3, 5), "PNG", (3, 5)),
        (jpeg(3, 5), "JPEG", (3, 5)),
        (webp(b"VP8X", 3, 5), "WEBP", (3, 5)),
        (webp(b"VP8L", 3, 5), "WEBP", (3, 5)),
        (webp(b"VP8 ", 3, 5), "WEBP", (3, 5)),
        (ICO, "ICO", None),
        (svg(), "SVG", (4, 2)),
        (svg(said='width="4px" height="2px" viewBox="0 0 8 4"'), "SVG", (4, 2)),
        (svg(said='width="4" height="2" viewBox="0 0 8 8"'), "SVG", None),
        (svg(said='width="100%" viewBox="0 0 8 8"'), "SVG", None),
        (svg(said='viewBox="-1, -1, 8, .5"'), "SVG", (8, 0.5)),
        (svg().decode().replace("<svg", "<x:svg xmlns:x='urn:x'").replace("</svg", "</x:svg").encode(), "SVG", (4, 2)),
        (svg().decode().replace("?>", ' encoding="utf-16"?>').encode("utf-16"), "SVG", (4, 2)),
        (b"<html/>", None, None),
        (b"<svg>", None, None),
        (b"GIF89a", None, None),
        (b"", None, None),
    ],
)
def test_a_file_is_what_its_content_says(content: bytes, form: str | None, size: tuple[float, float] | None) -> None:
    found = image(content)
    assert (found.format, found.size) == (form, size)


@pytest.mark.parametrize("content", [png(), jpeg(), webp(b"VP8X"), webp(b"VP8L"), webp(b"VP8 "), svg()])
def test_a_file_that_ends_too_early_crashes_nothing(content: bytes) -> None:
    assert [image(content[:length]).size for length in range(len(content))].count(None) > 0


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<foreignObject/>", "foreignObject"),
        ('<g onclick="x()"/>', "g#onclick"),
        ('<image href="https://shop.example/logo.png"/>', "https://shop.example/logo.png"),
        ('<use xmlns:xlink="urn:x" xlink:href="other.svg#a"/>', "other.svg#a"),
        ('<a href="javascript:x()"/>', "javascript:x()"),
    ],
)
def test_an_svg_with_more_than_shapes_is_told_apart(inside: str, said: str) -> None:
    (message,) = BY_RULE["branding.svg-active"].messages(assets(asset(encoded(svg(inside)), extension="SVG")))
    assert f"got {said!r}" in message


def test_an_svg_with_entities_is_not_expanded() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>'
    (message,) = BY_RULE["branding.svg-active"].messages(assets(asset(encoded(bomb.encode()), extension="SVG")))
    assert "got 'entities'" in message


def test_a_doctype_alone_is_fine() -> None:
    drawn = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg/>'
    assert BY_RULE["branding.svg-active"].messages(assets(asset(encoded(drawn), extension="SVG"))) == []
    assert image(drawn).format == "SVG"


def test_dominant_baseline_is_refused_on_any_element() -> None:
    drawn = encoded(svg('<text dominant-baseline="middle" role="note">Shop</text>'))
    (message,) = BY_RULE["branding.svg-refused"].messages(assets(asset(drawn, extension="SVG")))
    assert "got 'text#dominant-baseline'" in message


def test_what_is_no_image_at_all_is_told_so() -> None:
    (message,) = BY_RULE["branding.asset-content"].messages(assets(asset(encoded(b"Shop"))))
    assert message.startswith("Style.Assets[1].Extension: does not go with the bytes: the file is no image")
    assert "fix: convert the file\n" in message


def test_an_image_without_bytes_is_told_too() -> None:
    nothing = {name: value for name, value in asset().items() if name != "Bytes"}
    assert len(BY_RULE["branding.asset-empty"].messages(assets(nothing))) == 1


def test_an_empty_canvas_has_no_shape() -> None:
    assert BY_RULE["branding.asset-form-logo-shape"].messages(assets(asset(encoded(png(4, 0))))) == []


def test_all_that_is_active_in_an_svg_is_named() -> None:
    drawn = encoded(svg('<script/><image href="https://shop.example/logo.png"/>'))
    (message,) = BY_RULE["branding.svg-active"].messages(assets(asset(drawn, extension="SVG")))
    assert "got 'script, https://shop.example/logo.png'\n" in message


def test_an_icon_file_goes_into_the_place_of_either_favicon() -> None:
    rule = BY_RULE["branding.asset-favicon-format"]
    assert rule.messages(assets(asset(UNKNOWN, "FAVICON_SVG", "ICO"))) == []
    assert len(rule.messages(assets(asset(UNKNOWN, "FAVICON_SVG", "PNG")))) == 1


def test_two_megabytes_are_not_too_many() -> None:
    rule = BY_RULE["branding.request-size"]
    nothing = {name: value for name, value in asset().items() if name != "Bytes"}
    assert rule.messages(assets(asset("A" * 1_048_576), asset("A" * 1_048_576), nothing)) == []
    assert len(rule.messages(assets(asset("A" * 1_048_576), asset("A" * 1_048_577)))) == 1


def test_what_is_no_image_at_all_may_be_any_of_five() -> None:
    (message,) = BY_RULE["branding.asset-content"].messages(assets(asset(encoded(b"Shop"))))
    assert "\n   allowed: the format of a PNG, JPEG, SVG, WEBP or ICO file\n" in message


@pytest.mark.parametrize(
    ("width", "height", "square"),
    [(100, 100, True), (101, 100, True), (102, 100, False), (99, 100, True), (98, 100, False)],
)
def test_a_favicon_may_be_off_by_a_hundredth(width: int, height: int, square: bool) -> None:
    drawn = encoded(svg(said=f'viewBox="0 0 {width} {height}"'))
    messages = BY_RULE["branding.asset-favicon-shape"].messages(assets(asset(drawn, "FAVICON_SVG", "SVG")))
    assert (messages == []) is square


def test_the_footers_logo_has_the_shape_of_the_headers() -> None:
    messages = BY_RULE["branding.asset-page-logo-shape"].messages(
        assets(asset(UNKNOWN), asset(encoded(png(401, 100)), "PAGE_FOOTER_LOGO"))
    )
    assert len(messages) == 1


def test_a_pixel_is_wide_enough_to_have_a_shape_and_an_image_without_one_hides_no_other() -> None:
    rule = BY_RULE["branding.asset-form-logo-shape"]
    assert len(rule.messages(assets(asset(encoded(png(4, 0))), asset(encoded(png(5, 1)))))) == 1
