"""Who sends mails: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from constructs_lib.resources.model import USER_POOL
from constructs_lib.resources.values import Json, is_list
from constructs_lib.rules.facts.regions import SES, SES_PERHAPS
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.view import DoesNotApply, Problem, View

_SENDER = "EmailConfiguration.EmailSendingAccount"
_IDENTITY = "EmailConfiguration.SourceArn"
_FROM = "EmailConfiguration.From"

_EMAIL = GUIDE + "user-pool-email.html"
_TYPE = API + "API_EmailConfigurationType.html"
_ISSUES = "https://github.com/aws/aws-cdk/issues/"

_PLACEHOLDER = re.compile(r"\$\{([^}]*)\}")
_UNKNOWN = "${}"


@dataclass(frozen=True)
class _Identity:
    """The ARN of an SES identity, in parts; ``None`` is a part that becomes known at deploy."""

    service: str | None
    region: str | None
    account: str | None
    resource: str | None

    @property
    def name(self) -> str:
        """The domain or address."""
        if self.resource is None or not self.resource.startswith("identity/"):
            raise DoesNotApply
        return self.resource.removeprefix("identity/").lower()


def _identity(pool: View) -> _Identity:
    """Take the identity's ARN apart, a literal one or one put together by an intrinsic function."""
    text = _PLACEHOLDER.sub(
        lambda match: pool.neighbours.pseudo({"Ref": match[1]}) or _UNKNOWN, _spelt(pool.get(_IDENTITY))
    )
    parts = text.split(":", 5)
    if len(parts) != 6 or parts[0] != "arn":
        raise DoesNotApply
    # In an alternate Region the guide writes the Region as *.
    _, _, *rest = (None if _UNKNOWN in part or part == "*" else part for part in parts)
    return _Identity(*rest)


def _spelt(value: Json) -> str:
    """Write an ARN as ``Fn::Sub`` does; CDK's tokens have the same form."""
    match value:
        case {"Fn::Sub": str(text)} if len(value) == 1:
            return text
        case {"Fn::Join": ["", pieces]} if len(value) == 1 and is_list(pieces):
            return "".join(piece if isinstance(piece, str) else _placeholder(piece) for piece in pieces)
        case str() if "{{resolve:" not in value:
            return value
    raise DoesNotApply


def _placeholder(value: Json) -> str:
    name = value.get("Ref") if isinstance(value, dict) else None
    return f"${{{name}}}" if isinstance(name, str) else _UNKNOWN


@rule(
    "email.identity-required",
    USER_POOL,
    why="Cognito cannot know from which of your addresses SES shall send",
    evidence="measured on AWS",
    source=_TYPE,
)
def identity_required(pool: View) -> Iterator[Problem]:
    """Ask for the identity that SES sends from."""
    if pool.text(_SENDER) == "DEVELOPER" and not pool.has(_IDENTITY):
        yield pool.problem(
            _IDENTITY,
            f"is needed where {{{_SENDER}}} is DEVELOPER",
            allowed="ARN of a verified SES identity",
            fix=f"name the verified domain or address, or set {{{_SENDER}}} to COGNITO_DEFAULT",
        )


@rule(
    "email.identity-arn",
    USER_POOL,
    why="AWS answers 'Email arn does not belong to your account' to any other ARN",
    evidence="reported",
    source=_ISSUES + "25115",
)
def identity_arn(pool: View) -> Iterator[Problem]:
    """Refuse the ARN of something that is no SES identity."""
    if not pool.has(_IDENTITY):
        return
    identity = _identity(pool)
    other_service = identity.service not in (None, "ses")
    other_resource = identity.resource is not None and not re.fullmatch("identity/.+", identity.resource)
    if other_service or other_resource:
        yield pool.problem(
            _IDENTITY,
            "must be the ARN of an SES identity",
            got=pool.get(_IDENTITY),
            allowed="arn:aws:ses:<region>:<account>:identity/<domain or address>",
            fix="give the ARN that the SES console shows for the verified domain or address",
        )


@rule(
    "email.identity-region",
    USER_POOL,
    why="Cognito reaches SES only in certain Regions",
    evidence="measured on AWS",
    source=_EMAIL,
)
def identity_region(pool: View) -> Iterator[Problem]:
    """Refuse an identity in a Region that the pool cannot reach."""
    region = _identity(pool).region if pool.has(_IDENTITY) else None
    if region is not None and region not in SES_PERHAPS.get(pool.region, (region,)):
        yield pool.problem(
            _IDENTITY,
            f"cannot be in {region} for a pool in {pool.region}",
            got=pool.get(_IDENTITY),
            allowed=f"an identity in {' or '.join(SES[pool.region])}",
            fix=f"verify the identity in {SES[pool.region][0]} and name that one",
        )


@rule(
    "email.identity-region-unconfirmed",
    USER_POOL,
    severity="warning",
    why="the guide does not list this Region of SES for the pool's, though AWS may take it",
    evidence="developer guide",
    source=_EMAIL,
)
def identity_region_unconfirmed(pool: View) -> Iterator[Problem]:
    """Warn of an identity in a Region that may or may not work."""
    region = _identity(pool).region if pool.text(_SENDER) == "DEVELOPER" and pool.has(_IDENTITY) else None
    listed = SES.get(pool.region, (pool.region,))
    if region is not None and region not in listed and region in SES_PERHAPS.get(pool.region, (region,)):
        yield pool.problem(
            _IDENTITY,
            f"is in {region}, which may not serve a pool in {pool.region}",
            got=pool.get(_IDENTITY),
            allowed=f"an identity in {' or '.join(listed)}",
            fix=f"verify the identity in {listed[0]} and name that one, or try it in a pool for tests",
        )


@rule(
    "email.identity-account",
    USER_POOL,
    severity="warning",
    why="the guide wants the identity in the pool's account; another one must at least let Cognito send",
    evidence="developer guide",
    source=_EMAIL,
)
def identity_account(pool: View) -> Iterator[Problem]:
    """Warn of an identity in another account."""
    account = _identity(pool).account if pool.has(_IDENTITY) else None
    if account is not None and account != pool.account:
        yield pool.problem(
            _IDENTITY,
            f"is in another account than the pool's ({pool.account})",
            got=pool.get(_IDENTITY),
            allowed="an identity in the pool's account",
            fix="verify the identity in the pool's account, or give it a sending authorization policy for Cognito",
        )


@rule(
    "email.cognito-sender-with-identity",
    USER_POOL,
    severity="warning",
    why="without a sending authorization policy on the identity AWS answers 'Cognito is not allowed to use your email "
    "identity'",
    evidence="measured on AWS",
    source=_EMAIL,
)
def cognito_sender_with_identity(pool: View) -> Iterator[Problem]:
    """Warn where Cognito's own sender shall use an identity of yours."""
    if pool.has(_IDENTITY) and pool.text(_SENDER) in (None, "COGNITO_DEFAULT"):
        yield pool.problem(
            _IDENTITY,
            "needs a sending authorization policy for email.cognito-idp.amazonaws.com where Cognito sends",
            got=pool.get(_IDENTITY),
            allowed=f"an identity with such a policy, or {{{_SENDER}}} DEVELOPER",
            fix=f"set {{{_SENDER}}} to DEVELOPER, or give the identity the policy",
        )


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
    if sender is None or not pool.has(_IDENTITY) or pool.text(_SENDER) != "DEVELOPER":
        return
    identity, domain = _identity(pool).name, sender.domain.lower()
    address = f"{sender.user.partition('+')[0]}@{domain}".lower()  # SES takes labels (user+label@) for the address
    covered = address == identity if "@" in identity else f".{domain}".endswith(f".{identity}")
    if identity and not covered and f"{sender.user}@{domain}".lower() != identity:
        yield pool.problem(
            _FROM,
            f"is not covered by the SES identity {identity}",
            got=pool.text(_FROM),
            allowed=identity if "@" in identity else f"an address at {identity} or a subdomain of it",
            fix=f"send from there, or name the identity of this address in {{{_IDENTITY}}}",
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
    if pool.text(_SENDER) != "DEVELOPER" or not pool.has(_IDENTITY) or pool.has(_FROM):
        return
    identity = _identity(pool).name
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
    if pool.has("EmailConfiguration.ConfigurationSet") and pool.text(_SENDER) in (None, "COGNITO_DEFAULT"):
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
