"""Who mails are sent by, and what is in messages."""

from typing import Any

from constructs_lib.resources.model import Resources
from constructs_lib.rules import Deployment
from tests.failures.resources import ACCOUNT, FUNCTION, HERE, IN, SES
from tests.failures.row import Row, Told, failure, false_alarm, refused, unseen, warned
from tests.rules.case import client, domain, pool


def ses(identity: str = "shop.example", region: str = "eu-central-1", account: str = ACCOUNT, **said: Any) -> Resources:
    arn = f"arn:aws:ses:{region}:{account}:identity/{identity}"
    return pool(EmailConfiguration=SES | {"SourceArn": arn} | said)


def sent_from(sender: str, identity: str = "shop.example") -> Resources:
    return ses(identity, From=sender)


def identified(arn: str) -> Resources:
    return pool(EmailConfiguration=SES | {"SourceArn": arn})


def verification(**said: str) -> Resources:
    return pool(AutoVerifiedAttributes=["email"], VerificationMessageTemplate=said)


def by_link(text: str) -> Resources:
    template = {"DefaultEmailOption": "CONFIRM_WITH_LINK", "EmailMessageByLink": text}
    return pool(AutoVerifiedAttributes=["email"], VerificationMessageTemplate=template) | domain(Domain="shop")


def invitation(factors: Any = ("PASSWORD",), **said: str) -> Resources:
    policies = {"SignInPolicy": {"AllowedFirstAuthFactors": list(factors)}}
    return pool(AdminCreateUserConfig={"InviteMessageTemplate": said}, Policies=policies)


def signing_up(*, verified: tuple[str, ...] = (), **said: Any) -> Resources:
    return pool(
        AutoVerifiedAttributes=list(verified), AdminCreateUserConfig={"AllowAdminCreateUserOnly": False}, **said
    )


FULL = invitation(EmailMessage="{username}: {####}", SMSMessage="{username}: {####}")
MESSAGES: tuple[dict[str, Any], ...] = (
    {"LambdaConfig": {"CustomMessage": FUNCTION}},
    {"VerificationMessageTemplate": {"EmailMessage": "Your code is {####}"}},
    {"EmailVerificationMessage": "Your code is {####}"},
)

ROWS: list[Row] = [
    unseen(
        "F068",
        "one address is named, of which SES has verified the domain alone",
        "only SES knows what is verified; a template shows what is verified in it",
        Told("constructs_lib/settings/email.py", "ARN of the verified SES identity"),
        warned("email.from-outside-identity", sent_from("no-reply@other.example"), sent_from("no-reply@shop.example")),
        warned(
            "email.from-outside-identity",
            sent_from("no-reply@shop.example", "hello@shop.example"),
            sent_from("hello@shop.example", "hello@shop.example"),
        ),
        warned(
            "email.from-outside-identity",
            sent_from("no-reply@shop.example", "mail.shop.example"),
            sent_from("no-reply@mail.shop.example", "shop.example"),
        ),
    ),
    failure(
        "F070",
        "a sender's name that mail headers do not carry",
        *[
            warned("email.from-name", sent_from(f"{name} <no-reply@shop.example>"), sent_from(good))
            for name, good in (
                ("Shop, Inc.", '"Shop, Inc." <no-reply@shop.example>'),
                ("shop.example @ home", "Shop at home <no-reply@shop.example>"),
                ("Café", "=?UTF-8?Q?Caf=C3=A9?= <no-reply@shop.example>"),
                ("Shop (Berlin)", "Shop Berlin <no-reply@shop.example>"),
            )
        ],
        refused(
            "email.from-syntax", sent_from("Shop no-reply@shop.example"), sent_from("Shop <no-reply@shop.example>")
        ),
        refused("email.from-syntax", sent_from("Shop"), sent_from("no-reply@shop.example")),
    ),
    failure(
        "F071",
        "a sender's address with letters that do not reach SES",
        *[
            refused("email.from-ascii", sent_from(sender), sent_from(good))
            for sender, good in (
                ("noreply@пример.example", "noreply@xn--e1afmkfd.example"),
                ("café@shop.example", "cafe@shop.example"),
                ("Shop <no-replyü@shop.example>", "Shop <no-reply@shop.example>"),
                ("Shop <no-reply@bücher.example>", "Shop <no-reply@xn--bcher-kva.example>"),
            )
        ],
    ),
    *[
        false_alarm(
            "F073",
            "SES in the pool's own Region, which an old list of three does not have",
            "email.identity-region",
            ses(region="eu-north-1"),
            where=Deployment(region="eu-north-1", account=ACCOUNT),
        )
    ],
    failure(
        "F074",
        "an identity that is none, or of another account",
        *[
            refused("email.identity-arn", identified(arn), ses(), HERE)
            for arn in (
                f"arn:aws:ses:eu-central-1:{ACCOUNT}:identity/",
                f"arn:aws:ses:eu-central-1:{ACCOUNT}:configuration-set/shop",
                f"arn:aws:sns:eu-central-1:{ACCOUNT}:shop.example",
            )
        ],
        warned("email.identity-account", ses(account="444455556666"), ses(), HERE),
    ),
    failure(
        "F076",
        "SES shall send, and nobody says from where",
        refused("email.identity-required", pool(EmailConfiguration={"EmailSendingAccount": "DEVELOPER"}), ses()),
        refused(
            "email.identity-required",
            pool(EmailConfiguration={"EmailSendingAccount": "DEVELOPER", "From": "no-reply@shop.example"}),
            ses(),
        ),
    ),
    failure(
        "F077",
        "SES in a Region that does not serve the pool's",
        refused("email.identity-region", ses(region="eu-west-3"), ses(region="eu-central-1"), HERE),
        refused("email.identity-region", ses(region="sa-east-1"), ses(region="eu-west-1"), HERE),
        warned(
            "email.identity-region-unconfirmed",
            ses(region="us-east-1"),
            ses(region="eu-north-1"),
            Deployment(region="eu-north-1", account=ACCOUNT),
        ),
    ),
    failure(
        "F088",
        "a code where a link belongs, or a link where a code belongs",
        refused("messages.link-text-empty", by_link("Verify: {####}"), by_link("Verify: {##here##}")),
        refused("messages.verification-link-email", by_link("Verify your address"), by_link("Verify {##it##}")),
        refused(
            "messages.verification-email",
            verification(EmailMessage="Verify {##here##}"),
            verification(EmailMessage="Your code is {####}"),
        ),
        refused(
            "messages.verification-email",
            verification(EmailMessage="Your code is on its way"),
            verification(EmailMessage="Your code is {####}"),
        ),
        refused(
            "messages.verification-sms",
            verification(SmsMessage="Your code"),
            verification(SmsMessage="Your code {####}"),
        ),
        refused(
            "messages.old-verification-email",
            pool(EmailVerificationMessage="Your code"),
            pool(EmailVerificationMessage="Your code {####}"),
        ),
    ),
    false_alarm(
        "F089",
        "any text of a link",
        "messages.verification",
        *[by_link(f"Welcome. {{##{text}##}}") for text in ("verify your email", "Verify Email", "Hier klicken", "→")],
    ),
    failure(
        "F091",
        "an invitation without the temporary password, or without the user name",
        *[
            refused("messages.invitation-without-password", invitation(**{name: "Welcome, {username}"}), FULL)
            for name in ("EmailMessage", "SMSMessage")
        ],
        *[
            warned("messages.invitation-without-user-name", invitation(**{name: "Welcome: {####}"}), FULL)
            for name in ("EmailMessage", "SMSMessage")
        ],
        refused(
            "messages.invitation-without-password",
            invitation(EmailMessage="Welcome, {username}"),
            invitation(("PASSWORD", "EMAIL_OTP"), EmailMessage="Welcome, {username}"),
        ),
    ),
    failure(
        "F092",
        "an empty text, where none was meant",
        refused("messages.invitation-sms", invitation(EmailMessage="{username}: {####}", SMSMessage=""), FULL),
        refused("messages.invitation-email", invitation(EmailMessage="", SMSMessage="{username}: {####}"), FULL),
        refused(
            "messages.invitation-subject",
            invitation(EmailSubject="", EmailMessage="{username}: {####}"),
            invitation(EmailMessage="{username}: {####}"),
        ),
        refused("messages.verification-sms", verification(SmsMessage=""), verification(SmsMessage="{####} it is")),
    ),
    unseen(
        "F094",
        "the text of a mail as the default of a parameter, which holds 4,096 characters",
        "resources are judged, and parameters are none",
        Told("constructs_lib/settings/messages.py", "4,096 characters"),
    ),
    failure(
        "F095",
        "a property with a name that CloudFormation does not know",
        warned(
            "user-pool.property-unknown",
            pool(AdminCreateUserConfig={"InviteMessageTemplate": {"SmsMessage": "{username}: {####}"}}),
            invitation(SMSMessage="{username}: {####}"),
        ),
        warned(
            "user-pool.property-unknown",
            pool(AutoVerifiedAttribute=["email"]),
            pool(AutoVerifiedAttributes=["email"]),
        ),
        warned("app-client.property-unknown", client(CallbackUrls=[IN]), client(CallbackURLs=[IN])),
    ),
    failure(
        "F097",
        "messages for people who sign up, and nothing that sends them",
        *[
            warned("messages.none-at-sign-up", signing_up(**said), signing_up(verified=("email",), **said))
            for said in MESSAGES
        ],
        warned(
            "messages.none-at-sign-up",
            pool(LambdaConfig={"CustomMessage": FUNCTION}),
            pool(LambdaConfig={"CustomMessage": FUNCTION, "PreSignUp": FUNCTION}),
        ),
    ),
    false_alarm(
        "F098",
        "texts of several lines",
        "messages.",
        verification(EmailMessage="<html>\n<p>\nYour code\n{####}\n</p>\n</html>\n"),
        verification(EmailMessage="{####}" + "\n" * 20),
        by_link("<html>\n<a>\n{##Verify\nyour address##}\n</a>\n</html>"),
        verification(SmsMessage="Your code\n{####}"),
        invitation(EmailMessage="Welcome\n{username}\n\n{####}\n"),
    ),
]
