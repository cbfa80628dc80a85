"""Looks from files and plain words."""

from pathlib import Path
from typing import Any

import pytest

from constructs_lib import check
from constructs_lib.settings import (
    BrandingAsset,
    ClientIdOf,
    ManagedLoginBranding,
    ManagedLoginColors,
    Terms,
    UserPoolSettings,
    branding_image,
    classic_css,
    managed_login_settings,
    privacy_policy,
    terms_of_use,
)
from constructs_lib.settings.managed_login_settings import _PLACES
from tests.rules.images import ICO, encoded, jpeg, png, svg, webp


def findings(style: ManagedLoginBranding) -> list[tuple[str, str]]:
    found = check(UserPoolSettings(managed_login_branding={"web": style}))
    return [(finding.path, finding.rule) for finding in found if finding.rule.startswith("branding.")]


@pytest.mark.parametrize(
    ("name", "content", "extension"),
    [
        ("logo.png", png(), "PNG"),
        ("logo.JPG", jpeg(), "JPEG"),
        ("logo.jpeg", jpeg(), "JPEG"),
        ("logo.webp", webp(), "WEBP"),
        ("logo.svg", svg(), "SVG"),
        ("logo.ico", ICO, "ICO"),
        ("logo", png(), "PNG"),
        ("logo.image", svg(), "SVG"),
        ("logo.png", jpeg(), "PNG"),
        ("logo.png", b"", "PNG"),
    ],
)
def test_an_image_has_the_format_of_its_name_and_else_of_its_content(
    tmp_path: Path, name: str, content: bytes, extension: Any
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    made = branding_image(file, category="FORM_LOGO")
    assert made == BrandingAsset(
        category="FORM_LOGO", color_mode="DYNAMIC", extension=extension, bytes=encoded(content)
    )
    assert branding_image(str(file), category="FORM_LOGO", color_mode="DARK", resource_id="mark").written() == {
        "Category": "FORM_LOGO",
        "ColorMode": "DARK",
        "Extension": extension,
        "Bytes": encoded(content),
        "ResourceId": "mark",
    }


def test_what_is_wrong_with_images_is_told_all_at_once(tmp_path: Path) -> None:
    files = {"fake.png": b"GIF89a", "large.png": png() + bytes(3_000_000), "empty.svg": b"", "shop.ico": ICO}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    style = ManagedLoginBranding(
        client_id=ClientIdOf("web"),
        assets=[branding_image(tmp_path / name, category="PAGE_BACKGROUND", resource_id=name) for name in files],
    )
    place = 'managed_login_branding["web"].assets'
    assert set(findings(style)) >= {
        (f"{place}[0].extension", "branding.asset-content"),
        (f"{place}[1].bytes", "branding.asset-bytes"),
        (f"{place}", "branding.request-size"),
        (f"{place}[2].bytes", "branding.asset-empty"),
        (f"{place}[3].extension", "branding.asset-ico"),
    }


def test_what_cannot_be_an_image_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "readme").write_text("Shop")
    with pytest.raises(ValueError, match=r"^branding_image: cannot read '.*logo\.png': No such file or directory$"):
        branding_image(tmp_path / "logo.png", category="FORM_LOGO")
    with pytest.raises(ValueError, match=r"^branding_image: cannot read '.*': Is a directory$"):
        branding_image(tmp_path, category="FORM_LOGO")
    with pytest.raises(ValueError, match=r"^branding_image: cannot read .*embedded null byte$"):
        branding_image("\0", category="FORM_LOGO")
    with pytest.raises(ValueError, match=r"^branding_image: must be one of PNG, JPEG, WEBP, ICO, SVG, got '.*readme'$"):
        branding_image(tmp_path / "readme", category="FORM_LOGO")


@pytest.mark.parametrize(("make", "name"), [(terms_of_use, "terms-of-use"), (privacy_policy, "privacy-policy")])
def test_a_document_is_a_link_for_every_language(make: Any, name: Any) -> None:
    wanted = Terms(name, links={"cognito:default": "https://shop.example"}, source="LINK", enforcement="NONE")
    assert make("https://shop.example") == wanted
    by_language = {"cognito:default": "https://shop.example", "cognito:german": "https://shop.example/de"}
    made = make(by_language, client_id=ClientIdOf("web"))
    assert (made.links, made.client_id, made.source) == (by_language, ClientIdOf("web"), "LINK")


def test_a_style_sheet_is_read_as_text(tmp_path: Path) -> None:
    file = tmp_path / "classic.css"
    file.write_bytes("\ufeff.banner-customizable { color: red } /* ä */\r\n".encode())
    assert classic_css(file) == ".banner-customizable { color: red } /* ä */\r\n"
    file.write_bytes(png())
    with pytest.raises(ValueError, match=r"^classic_css: must be a text in UTF-8, got '.*classic\.css'$"):
        classic_css(file)
    with pytest.raises(ValueError, match=r"^classic_css: cannot read '.*none\.css': No such file or directory$"):
        classic_css(tmp_path / "none.css")


def test_nothing_said_is_an_empty_document() -> None:
    assert managed_login_settings() == {}
    assert managed_login_settings(light=ManagedLoginColors()) == {}


def test_colours_and_switches_go_where_the_branding_editor_puts_them() -> None:
    assert managed_login_settings(
        light=ManagedLoginColors(page="#F8F6F1", button="0a5f38", text="#0a5f3880"),
        dark=ManagedLoginColors(page="none"),
        color_mode="DYNAMIC",
        form_logo=True,
        page_image=False,
        form_graphics=False,
    ) == {
        "categories": {"global": {"colorSchemeMode": "DYNAMIC"}, "form": {"displayGraphics": False}},
        "components": {
            "form": {"logo": {"enabled": True}},
            "pageBackground": {
                "image": {"enabled": False},
                "lightMode": {"color": "F8F6F1ff"},
                "darkMode": {"color": "none"},
            },
            "pageText": {"lightMode": {"bodyColor": "0a5f3880", "descriptionColor": "0a5f3880"}},
            "primaryButton": {"lightMode": {"defaults": {"backgroundColor": "0a5f38ff"}}},
        },
    }


def test_every_colour_has_a_place_and_a_form_that_the_rules_know() -> None:
    colors = ManagedLoginColors(**dict.fromkeys(_PLACES, "#0a5f38"))
    style = ManagedLoginBranding(
        client_id="1h57kf5cpq17m0eml12EXAMPLE",
        settings=managed_login_settings(light=colors, dark=colors, border_radius=8),
    )
    assert findings(style) == []
    assert set(_PLACES) == set(ManagedLoginColors.__dataclass_fields__)


def test_what_is_no_colour_is_told_by_the_rules() -> None:
    settings = managed_login_settings(light=ManagedLoginColors(link="red"))
    style = ManagedLoginBranding(client_id="1h57kf5cpq17m0eml12EXAMPLE", settings=settings)
    assert findings(style) == [('managed_login_branding["web"].settings["componentClasses"]', "branding.color")]
