"""The texts that Cognito sends, and what a user clicks or types to verify an address.

A code goes where ``{####}`` stands, a link where ``{##text##}`` stands, the user name where ``{username}`` stands.
Long texts belong here and not into a parameter of the template: the default of one holds 4,096 characters.
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-customizations.html
"""

from typing import Literal

from constructs_lib.declarations import Part, Setting, declared, prop


@declared
class VerificationMessages(Part):
    """How users verify an e-mail address or phone number, and the texts for it. Can be changed at any time."""

    default_email_option: Setting[Literal["CONFIRM_WITH_CODE", "CONFIRM_WITH_LINK"]] = prop("DefaultEmailOption")
    """Whether the mail after sign-up brings a code, which your application asks for, or a link, whose page Cognito
    serves on the pool's domain. Default: Cognito takes the code."""

    email_subject: Setting[str] = prop("EmailSubject")
    """Subject of mails with a code. Default: Cognito's own text."""

    email_message: Setting[str] = prop("EmailMessage")
    """Body of mails with a code, ``{####}`` in it. With links too, since they serve sign-up alone and every other
    mail (forgotten password, changed address) brings a code. Default: Cognito's own text."""

    email_subject_by_link: Setting[str] = prop("EmailSubjectByLink")
    """Subject of mails with a link. Default: Cognito's own text."""

    email_message_by_link: Setting[str] = prop("EmailMessageByLink")
    """Body of mails with a link, ``{##text##}`` in it. Default: Cognito's own text."""

    sms_message: Setting[str] = prop("SmsMessage")
    """Text message with a code, ``{####}`` in it. Default: Cognito's own text."""


@declared
class Invitation(Part):
    """What a user made by an administrator is sent: user name and temporary password. Can be changed at any time."""

    email_subject: Setting[str] = prop("EmailSubject")
    """Subject of the mail. Default: Cognito's own text."""

    email_message: Setting[str] = prop("EmailMessage")
    """Body of the mail, ``{username}`` and ``{####}`` in it. Default: Cognito's own text."""

    sms_message: Setting[str] = prop("SMSMessage")
    """Text message, ``{username}`` and ``{####}`` in it. Default: Cognito's own text."""
