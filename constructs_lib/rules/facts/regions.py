"""Which Regions of Amazon SES and Amazon SNS serve a pool, by the pool's own Region, and where certificates must be.

From the developer guide, read 2026-11: AWS adds Regions more often than anybody reads it, so a Region that is not here
is unknown and not wrong.
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html
"""


def _regions(names: str) -> tuple[str, ...]:
    return tuple(names.split())


# Pools have sent through these three since before SES was asked in their own Region.
_FIRST = _regions("us-east-1 us-west-2 eu-west-1")

_OWN_OR_FIRST = _regions(
    "us-east-1 us-east-2 us-west-2 ca-central-1 ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 "
    "eu-west-1 eu-west-2 eu-central-1"
)

_OWN_ALONE = _regions(
    "us-west-1 ap-northeast-3 ap-southeast-3 eu-west-3 eu-north-1 eu-south-1 me-south-1 sa-east-1 il-central-1 "
    "af-south-1"
)

# Where SES of yours is, and where Cognito's own sender is.
_ELSEWHERE = {
    "ca-west-1": ("ca-central-1", "us-west-1"),
    "mx-central-1": ("us-east-1", "us-west-2"),
    "ap-east-1": ("ap-southeast-1", "ap-northeast-1"),
    "ap-southeast-5": ("ap-southeast-2", "ap-southeast-1"),
    "ap-southeast-7": ("ap-southeast-1", "ap-south-1"),
    "ap-south-2": ("ap-south-1", "ap-southeast-1"),
    "ap-southeast-4": ("ap-southeast-2", "ap-southeast-1"),
    "eu-central-2": ("eu-central-1", "eu-west-2"),
    "eu-south-2": ("eu-west-3", "eu-north-1"),
    "me-central-1": ("eu-central-1", "eu-west-2"),
}

SES: dict[str, tuple[str, ...]] = {
    **{region: tuple(dict.fromkeys((region, *_FIRST))) for region in _OWN_OR_FIRST},
    **{region: (region,) for region in _OWN_ALONE},
    **{region: (yours,) for region, (yours, _) in _ELSEWHERE.items()},
}
"""Region of a pool → Regions of an SES identity that the guide lists for it."""

SES_PERHAPS: dict[str, tuple[str, ...]] = {
    region: tuple(dict.fromkeys((*listed, region, *_FIRST, *_ELSEWHERE.get(region, ()))))
    for region, listed in SES.items()
}
"""As ``SES``, with what some pool was seen to use beside the list; outside it AWS surely refuses."""

_SNS_MORE = {
    "us-east-2": "us-east-1",
    "ca-central-1": "us-east-1",
    "eu-central-1": "eu-west-1",
    "eu-west-2": "eu-west-1",
    "ap-south-1": "ap-southeast-1",
}

_SNS_ELSEWHERE = {
    "ap-northeast-2": "ap-northeast-1",
    "ap-east-1": "ap-southeast-1",
    "ap-southeast-5": "ap-southeast-1",
    "ap-southeast-7": "ap-south-1",
}

SNS: dict[str, tuple[str, ...]] = {
    **{region: (region,) for region in SES},
    **{region: (region, more) for region, more in _SNS_MORE.items()},
    **{region: (forced,) for region, forced in _SNS_ELSEWHERE.items()},
}
"""Region of a pool → Regions whose SNS sends its text messages."""

WITHOUT_END_USER_MESSAGING = ("ap-east-1", "ap-southeast-5", "ap-southeast-7")
"""Regions of pools that Cognito cannot send from by AWS End User Messaging, only by SNS (developer guide, 2026-10)."""

CERTIFICATES = "us-east-1"
"""Where CloudFront, which serves a domain of one's own, looks for its certificate."""

OTHER_PARTITIONS = ("cn-", "us-gov-", "us-iso", "eu-iso", "eusc-")
"""How Regions begin from which nothing leads there (China, GovCloud, isolated and sovereign clouds)."""

WITHOUT_DOMAINS = ("ca-west-1",)
"""Regions in which CloudFormation was seen to refuse domains (formkiq/formkiq-core#238, 2024-07, still open)."""
