"""What a probe can reach: the deployed stacks, the user pools' API, and HTTPS to the hosted pages and the mailbox."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import urllib3

from local_aws.deployed import Stack
from local_aws.server import LocalAws


@dataclass(frozen=True)
class Mail:
    """One mail that the user pool has handed over for delivery."""

    sender: str
    to: tuple[str, ...]
    subject: str
    text: str


@dataclass(frozen=True)
class World:
    """One local AWS with the example stacks on it."""

    aws: LocalAws
    stacks: Mapping[str, Stack]

    @cached_property
    def cognito(self) -> Any:
        """The user pools' API; the calls of users are unsigned, those of administrators are signed."""
        return self.aws.client("cognito-idp")

    @cached_property
    def iam(self) -> Any:
        return self.aws.client("iam")

    @cached_property
    def http(self) -> urllib3.PoolManager:
        """A browser without a screen: it follows no redirect by itself and knows no proxy."""
        return urllib3.PoolManager(ca_certs=str(self.aws.place.certificate), retries=False)

    @property
    def minimal(self) -> Stack:
        return self.stacks["Minimal"]

    @property
    def article(self) -> Stack:
        return self.stacks["Article"]

    @property
    def company(self) -> Stack:
        return self.stacks["Company"]

    @property
    def customer_app(self) -> Stack:
        return self.stacks["CustomerApp"]

    @property
    def workforce(self) -> Stack:
        return self.stacks["Workforce"]

    @property
    def machines(self) -> Stack:
        return self.stacks["Machines"]

    @property
    def high_security(self) -> Stack:
        return self.stacks["HighSecurity"]

    @property
    def passwordless(self) -> Stack:
        return self.stacks["Passwordless"]

    @property
    def platform(self) -> Stack:
        return self.stacks["Platform"]

    @property
    def partner(self) -> Stack:
        return self.stacks["Partner"]

    @property
    def protected_api(self) -> Stack:
        return self.stacks["ProtectedApi"]

    @property
    def front_end(self) -> Stack:
        return self.stacks["FrontEnd"]

    @property
    def portal(self) -> Stack:
        return self.stacks["Portal"]

    @property
    def linked_accounts(self) -> Stack:
        return self.stacks["LinkedAccounts"]

    @property
    def shop_apis(self) -> Stack:
        return self.stacks["ShopApis"]

    @property
    def user_data(self) -> Stack:
        return self.stacks["UserData"]

    def mails_to(self, address: str) -> list[Mail]:
        """Everything that arrived at an address, the oldest first."""
        response = self.http.request("GET", f"{self.aws.endpoint}/_ministack/ses/messages")
        delivered = [each for account in json.loads(response.data)["messages"].values() for each in account]
        mails = [
            Mail(
                each["Source"],
                tuple(each["To"]),
                each["Subject"],
                each["BodyText"] or html.unescape(each["BodyHtml"] or ""),
            )
            for each in delivered
        ]
        return [mail for mail in mails if address in mail.to]

    def last_mail_to(self, address: str) -> Mail:
        mails = self.mails_to(address)
        assert mails, f"no mail has arrived at {address}"
        return mails[-1]
