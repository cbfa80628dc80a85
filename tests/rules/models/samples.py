"""Texts that tell patterns apart."""

SEEDS = (
    "a",
    "0",
    "Shop customers",
    "ff00",
    "openid",
    "shop/read",
    "a@b",
    "no-reply@shop.example",
    "auth.shop.example",
    "https://shop.example/signed-in?x=1#y",
    "eu-central-1_AbCd12",
    "arn:aws:iam::123456789012:role/path/name",
    "arn:aws:kms:eu-central-1:123456789012:alias/key",
    "arn:aws:lambda:eu-central-1:123456789012:function:name:alias",
    "arn:aws:ses:eu-central-1:123456789012:identity/shop.example",
    "arn:aws:s3:::bucket",
    "Your code is {####}",
    "Your name is {username}, your code {####}",
    "Press {##here##}",
    "{####}",
)
_PIECES = ("a", "Z", "7", "ä", "日", "👍", "€", " ", "\t", "\n", "\u00a0", "\u2003", "\u2028", "\x00", "\u200b")
ALPHABET = (*_PIECES, *"+=,.@-_/:#{}[]()<>!?*'\"\\|~^%&$;`")


def _samples() -> list[str]:
    """Vary every seed by every character, at its beginning, in its middle and at its end."""
    return sorted(
        {
            seed[:at] + character + seed[at:]
            for seed in SEEDS
            for character in ALPHABET
            for at in (0, len(seed) // 2, len(seed))
        }
        | set(SEEDS)
    )


SAMPLES = _samples()
