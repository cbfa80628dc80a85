"""The clients that others wrote: a machine without a browser is told, and the page fits together."""

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from local_aws.probes import front_ends
from local_aws.results import SKIPPED
from local_aws.workplace import CHECKOUT

WEB = CHECKOUT / "examples" / "web"


def _read(name: str) -> str:
    return (WEB / name).read_text(encoding="utf-8")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(_read("index.html"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def test_without_a_browser_the_page_is_skipped_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    nobody: Any = None
    for probe in (front_ends.page_signs_in_and_out, front_ends.page_renews_the_session):
        result = probe.run(nobody)
        assert (result.verdict, result.note) == (SKIPPED, "there is no Chromium on this machine")


def test_the_module_finds_what_it_looks_for_on_the_page() -> None:
    there = {attributes["id"] for _, attributes in _Page().elements if "id" in attributes}
    wanted = set(re.findall(r'(?:at|onClick)\("([^"]+)"', _read("app.js")))
    assert wanted <= there
    assert len(wanted) == 8


def test_the_page_runs_nothing_but_its_own_files() -> None:
    [policy] = [str(meta["content"]) for meta in _Page().all("meta") if meta.get("http-equiv")]
    assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
    assert "unsafe" not in policy
    assert [script for script in _Page().all("script") if "://" in str(script.get("src"))] == []


def test_the_page_can_be_read_aloud_and_used_by_keyboard() -> None:
    page = _Page()
    assert page.all("html") == [{"lang": "en"}]
    assert [button.get("type") for button in page.all("button")] == ["button"] * 3
    assert all("aria-label" in each or "aria-labelledby" in each for each in page.all("section"))
    assert {"id": "status", "role": "status"} in page.all("p")
    assert ":focus-visible" in _read("style.css")


def test_the_page_has_the_library_that_is_tested() -> None:
    own, tested = json.loads(_read("package.json")), json.loads((CHECKOUT / "package.json").read_text(encoding="utf-8"))
    assert own["dependencies"] == {"oidc-client-ts": tested["devDependencies"]["oidc-client-ts"]}
