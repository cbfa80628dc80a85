"""The hosted sign-in page by plain HTTP, as a browser and an app use it: authorization code with PKCE."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

import urllib3

from local_aws.people import AppClient

_HIDDEN_INPUT = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)"')
_ACTION = re.compile(r'<form method="POST" action="([^"]*)"')
_MOST_PAGES = 4
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def _asks(page: str, name: str) -> bool:
    return re.search(rf'<input type="(?:text|password)" id="{name}"', page) is not None


@dataclass(frozen=True)
class Visit:
    """One visit to the hosted page by an app that has made up its state and its PKCE verifier."""

    client: AppClient
    callback: str
    scope: str = "openid"
    state: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(48))

    def open(self, **changed: str) -> urllib3.BaseHTTPResponse:
        """Send the browser to the page; keywords replace what the app would have asked for."""
        digest = hashlib.sha256(self.verifier.encode()).digest()
        asked = {
            "response_type": "code",
            "client_id": self.client.client_id,
            "redirect_uri": self.callback,
            "scope": self.scope,
            "state": self.state,
            "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        return self._http.request("GET", f"{self._host}/oauth2/authorize?{urlencode(asked | changed)}", redirect=False)

    def sign_in(self, username: str, password: str) -> urllib3.BaseHTTPResponse:
        """Fill the form in and send it, page after page, until the browser is sent on or an error comes."""
        page = self.open()
        assert page.status == 200, f"the page answers {page.status}: {page.data.decode()}"
        for _ in range(_MOST_PAGES):
            text = page.data.decode()
            if page.status != 200 or 'class="error"' in text:
                break
            typed = {
                name: value for name, value in (("username", username), ("password", password)) if _asks(text, name)
            }
            page = self.send(page, **typed)
        return page

    def send(self, page: urllib3.BaseHTTPResponse, **typed: str) -> urllib3.BaseHTTPResponse:
        """Fill one page in, or press one of its buttons, and get the next."""
        text = page.data.decode()
        hidden = {name: html.unescape(value) for name, value in _HIDDEN_INPUT.findall(text)}
        address = urljoin(self._host, _ACTION.findall(text)[0])
        return self._http.request("POST", address, body=urlencode(hidden | typed), headers=_FORM, redirect=False)

    def code(self, answer: urllib3.BaseHTTPResponse) -> str:
        """Read the code from the redirect to the app, which must carry the app's own state."""
        assert answer.status == 302, f"no redirect to the app: {answer.status} {answer.data.decode()[:300]}"
        location = answer.headers["Location"]
        assert location.startswith(f"{self.callback}?"), f"the browser is sent to {location}"
        query = parse_qs(urlsplit(location).query)
        assert query["state"] == [self.state], "the state is not the one that the app sent"
        return query["code"][0]

    def exchange(self, code: str, **changed: str) -> tuple[int, Mapping[str, Any]]:
        """Change the code for tokens, with the verifier and, from a server, with the client's secret."""
        sent = {
            "grant_type": "authorization_code",
            "client_id": self.client.client_id,
            "code": code,
            "redirect_uri": self.callback,
            "code_verifier": self.verifier,
        } | changed
        headers = dict(_FORM)
        if self.client.secret is not None:
            headers |= urllib3.make_headers(basic_auth=f"{self.client.client_id}:{self.client.secret}")
        answer = self._http.request("POST", f"{self._host}/oauth2/token", body=urlencode(sent), headers=headers)
        return answer.status, json.loads(answer.data)

    def user_info(self, access_token: str) -> Mapping[str, Any]:
        """Ask who that is."""
        headers = {"Authorization": f"Bearer {access_token}"}
        answer = self._http.request("GET", f"{self._host}/oauth2/userInfo", headers=headers)
        assert answer.status == 200, f"userInfo answers {answer.status}"
        said: Mapping[str, Any] = json.loads(answer.data)
        return said

    def sign_out(self, target: str) -> urllib3.BaseHTTPResponse:
        """Send the browser to the sign-out page."""
        asked = urlencode({"client_id": self.client.client_id, "logout_uri": target})
        return self._http.request("GET", f"{self._host}/logout?{asked}", redirect=False)

    @property
    def _http(self) -> urllib3.PoolManager:
        return self.client.world.http

    @property
    def _host(self) -> str:
        return self.client.world.aws.endpoint
