"""What a password must look like, and how long a temporary one lives.

Passwords never expire by themselves and are at most 256 characters long; Cognito lets neither be set.
https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
"""

from constructs_lib.declarations import Part, Setting, declared, prop


@declared
class PasswordPolicy(Part):
    """The password policy of local users; it applies to new passwords and can be changed at any time."""

    min_length: Setting[int] = prop("MinimumLength")
    """Fewest characters of a password. Default: Cognito takes 8."""

    require_lowercase: Setting[bool] = prop("RequireLowercase")
    """Whether a password needs a lower-case letter. Default: Cognito takes True where no policy is given at all."""

    require_uppercase: Setting[bool] = prop("RequireUppercase")
    """Whether a password needs an upper-case letter. Default: as for `require_lowercase`."""

    require_digits: Setting[bool] = prop("RequireNumbers")
    """Whether a password needs a digit. Default: as for `require_lowercase`."""

    require_symbols: Setting[bool] = prop("RequireSymbols")
    r"""Whether a password needs one of ``^ $ * . [ ] { } ( ) ? - " ! @ # % & / \ , > < ' : ; | _ ~ ` + =`` or an inner
    space. Default: as for `require_lowercase`."""

    password_history_size: Setting[int] = prop("PasswordHistorySize")
    """How many earlier passwords a new one must differ from; needs the Essentials plan. Default: none (0)."""

    temp_password_validity_days: Setting[int] = prop("TemporaryPasswordValidityDays")
    """Days until the temporary password of a user made by an administrator expires; then only an administrator can
    renew it. Default: Cognito takes 7 (0 means 7 too)."""
