"""Who sends mails: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from constructs_lib.resources.model import USER_POOL
from constructs_lib.resources.values import Json, is_list
from constructs_lib.rules.arns import arn_at
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.topics.email_identity import IDENTITY, name_of
from constructs_lib.rules.view import Problem, View

_SENDER = "EmailConfiguration.EmailSendingAccount"
_FROM = "EmailConfiguration.From"
_TYPE = API + "API_EmailConfigurationType.html"
_ISSUES = "https://github.com/aws/aws-cdk/issues/"


@dataclass(frozen=True)
class _Sender:
    """``Name <user@domain>``, in parts."""

    name: str
    user: str
    domain: str


_FORM = re.compile(r"(?:(?P<name>.*)<(?P<named>[^@\s]+@[^@\s]+)>|(?P<plain>[^@\s]+@[^@\s]+))", re.DOTALL)


def _sender(pool: View) -> _Sender | None:
    match = _FORM.fullmatch((pool.text(_FROM) or "").strip())
    if match is None:
        return None
    user, _, domain = (match["named"] or match["plain"]).partition("@")
    return _Sender((match["name"] or "").strip(), user, domain)


@rule(
    "email.from-syntax",
    USER_POOL,
    why="AWS answers 'Provided From email address is invalid'",
    evidence="measured on AWS",
    source=_TYPE,
)
def from_syntax(pool: View) -> Iterator[Problem]:
    """Refuse a sender that is no address."""
    if pool.text(_FROM) and _sender(pool) is None:
        yield pool.problem(
            _FROM,
            "must be an e-mail address, or a name and an address",
            got=pool.text(_FROM),
            allowed="no-reply@shop.example or Shop <no-reply@shop.example>",
            fix="write it in one of these two forms",
        )


@rule(
    "email.from-ascii",
    USER_POOL,
    why="other letters arrive as question marks, and AWS answers 'Provided From email address is invalid'",
    evidence="reported",
    source=_ISSUES + "8473",
)
def from_ascii(pool: View) -> Iterator[Problem]:
    """Refuse an address with letters that do not reach SES."""
    sender = _sender(pool)
    if sender is not None and not (sender.user + sender.domain).isascii():
        yield pool.problem(
            _FROM,
            "must have an address of ASCII characters alone",
            got=pool.text(_FROM),
            allowed="an address such as no-reply@xn--bcher-kva.example",
            fix="write the domain in Punycode (xn--...), and plain letters before the @",
        )


@rule(
    "email.from-name",
    USER_POOL,
    severity="warning",
    why="AWS has answered 'Provided From email address is invalid' to names with such characters",
    evidence="reported",
    source=_ISSUES + "18903",
)
def from_name(pool: View) -> Iterator[Problem]:
    """Warn of a sender's name that mail headers cannot carry as it is."""
    sender = _sender(pool)
    if sender is None or (sender.name.isascii() and re.fullmatch('"[^"]*"', sender.name)):
        return
    if not sender.name.isascii() or re.search(r'[@,;:<>()\[\]\\"]', sender.name):
        yield pool.problem(
            _FROM,
            "has a name with characters that may be refused",
            got=pool.text(_FROM),
            allowed='a name of plain letters, digits and spaces, or one in quotation marks: "Shop, Inc." <...>',
            fix="put the name in quotation marks, or encode it (=?UTF-8?Q?...?=)",
        )


@rule(
    "email.from-outside-identity",
    USER_POOL,
    severity="warning",
    why="SES sends only from a verified domain, its subdomains, or the one verified address",
    evidence="reported",
    source=_ISSUES + "19787",
)
def from_outside_identity(pool: View) -> Iterator[Problem]:
    """Warn of a sender that the identity does not cover."""
    sender = _sender(pool)
    arn = arn_at(pool, IDENTITY) if pool.text(_SENDER) == "DEVELOPER" else None
    if sender is None or arn is None:
        return
    identity, domain = name_of(arn), sender.domain.lower()
    address = f"{sender.user.partition('+')[0]}@{domain}".lower()  # SES takes labels (user+label@) for the address
    covered = address == identity if "@" in identity else f".{domain}".endswith(f".{identity}")
    if identity and not covered and f"{sender.user}@{domain}".lower() != identity:
        yield pool.problem(
            _FROM,
            f"is not covered by the SES identity {identity}",
            got=pool.text(_FROM),
            allowed=identity if "@" in identity else f"an address at {identity} or a subdomain of it",
            fix=f"send from there, or name the identity of this address in {{{IDENTITY}}}",
        )


@rule(
    "email.from-unsaid",
    USER_POOL,
    severity="warning",
    why="a domain has no address of its own that SES could send from",
    evidence="inferred",
    source=_TYPE,
)
def from_unsaid(pool: View) -> Iterator[Problem]:
    """Warn of a domain without an address."""
    arn = arn_at(pool, IDENTITY) if pool.text(_SENDER) == "DEVELOPER" and not pool.has(_FROM) else None
    identity = name_of(arn) if arn is not None else ""
    if identity and "@" not in identity:
        yield pool.problem(
            _FROM,
            "is needed where the SES identity is a domain",
            allowed=f"an address at {identity}, with or without a name",
            fix=f"set it, for example to no-reply@{identity}",
        )


@rule(
    "email.configuration-set-without-ses",
    USER_POOL,
    severity="warning",
    why="a configuration set is one of SES, and Cognito's own sender does not use yours",
    evidence="inferred",
    source=_TYPE,
)
def configuration_set_without_ses(pool: View) -> Iterator[Problem]:
    """Warn of a configuration set that nothing uses."""
    if pool.surely_has("EmailConfiguration.ConfigurationSet") and pool.text(_SENDER) in (None, "COGNITO_DEFAULT"):
        yield pool.problem(
            "EmailConfiguration.ConfigurationSet",
            f"is used only where {{{_SENDER}}} is DEVELOPER",
            got=pool.get("EmailConfiguration.ConfigurationSet"),
            allowed="nothing, where Cognito sends",
            fix=f"set {{{_SENDER}}} to DEVELOPER, or leave the configuration set out",
        )


# What makes a pool send mails to users: lists, and the word in them.
_MAILS = (
    ("AutoVerifiedAttributes", "email"),
    ("UsernameAttributes", "email"),
    ("AliasAttributes", "email"),
    ("UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate", "email"),
)


def _sends_mails(pool: View) -> bool:
    if any(word in _listed(pool.get(path)) for path, word in _MAILS):
        return True
    mechanisms = _listed(pool.get("AccountRecoverySetting.RecoveryMechanisms"))
    return any(isinstance(entry, dict) and entry.get("Name") == "verified_email" for entry in mechanisms)


def _listed(value: Json) -> tuple[Json, ...]:
    return tuple(value) if is_list(value) else ()


@rule(
    "email.daily-limit",
    USER_POOL,
    severity="warning",
    why="after 50 mails in a day, over all pools of the account, nobody can sign up or reset a password",
    evidence="developer guide",
    source=GUIDE + "quotas.html",
)
def daily_limit(pool: View) -> Iterator[Problem]:
    """Tell that Cognito's own sender is not for production."""
    cognito_sends = pool.text(_SENDER) in (None, "COGNITO_DEFAULT") and not pool.has("LambdaConfig.CustomEmailSender")
    if cognito_sends and _sends_mails(pool):
        yield pool.problem(
            "EmailConfiguration",
            "lets Cognito send: 50 mails a day for the whole account",
            allowed="SES in your account, for more than trying out",
            fix=f"verify a domain in Amazon SES and set {{{_SENDER}}} to DEVELOPER, or acknowledge this",
        )
