"""Which Regions serve a pool, spelt out: the module says the same with fewer words.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html
"""

import pytest

from constructs_lib.rules.facts.regions import SES, SES_PERHAPS, SNS, WITHOUT_END_USER_MESSAGING

SERVING = {
    # Region of the pool: SES as the guide lists it, what has worked beside that, SNS.
    "us-east-1": ("us-east-1 us-west-2 eu-west-1", "", "us-east-1"),
    "us-east-2": ("us-east-2 us-east-1 us-west-2 eu-west-1", "", "us-east-2 us-east-1"),
    "us-west-2": ("us-west-2 us-east-1 eu-west-1", "", "us-west-2"),
    "ca-central-1": ("ca-central-1 us-east-1 us-west-2 eu-west-1", "", "ca-central-1 us-east-1"),
    "ap-northeast-1": ("ap-northeast-1 us-east-1 us-west-2 eu-west-1", "", "ap-northeast-1"),
    "ap-northeast-2": ("ap-northeast-2 us-east-1 us-west-2 eu-west-1", "", "ap-northeast-1"),
    "ap-south-1": ("ap-south-1 us-east-1 us-west-2 eu-west-1", "", "ap-south-1 ap-southeast-1"),
    "ap-southeast-1": ("ap-southeast-1 us-east-1 us-west-2 eu-west-1", "", "ap-southeast-1"),
    "ap-southeast-2": ("ap-southeast-2 us-east-1 us-west-2 eu-west-1", "", "ap-southeast-2"),
    "eu-west-1": ("eu-west-1 us-east-1 us-west-2", "", "eu-west-1"),
    "eu-west-2": ("eu-west-2 us-east-1 us-west-2 eu-west-1", "", "eu-west-2 eu-west-1"),
    "eu-central-1": ("eu-central-1 us-east-1 us-west-2 eu-west-1", "", "eu-central-1 eu-west-1"),
    "us-west-1": ("us-west-1", "us-east-1 us-west-2 eu-west-1", "us-west-1"),
    "ap-northeast-3": ("ap-northeast-3", "us-east-1 us-west-2 eu-west-1", "ap-northeast-3"),
    "ap-southeast-3": ("ap-southeast-3", "us-east-1 us-west-2 eu-west-1", "ap-southeast-3"),
    "eu-west-3": ("eu-west-3", "us-east-1 us-west-2 eu-west-1", "eu-west-3"),
    "eu-north-1": ("eu-north-1", "us-east-1 us-west-2 eu-west-1", "eu-north-1"),
    "eu-south-1": ("eu-south-1", "us-east-1 us-west-2 eu-west-1", "eu-south-1"),
    "me-south-1": ("me-south-1", "us-east-1 us-west-2 eu-west-1", "me-south-1"),
    "sa-east-1": ("sa-east-1", "us-east-1 us-west-2 eu-west-1", "sa-east-1"),
    "il-central-1": ("il-central-1", "us-east-1 us-west-2 eu-west-1", "il-central-1"),
    "af-south-1": ("af-south-1", "us-east-1 us-west-2 eu-west-1", "af-south-1"),
    "ca-west-1": ("ca-central-1", "ca-west-1 us-east-1 us-west-2 eu-west-1 us-west-1", "ca-west-1"),
    "mx-central-1": ("us-east-1", "mx-central-1 us-west-2 eu-west-1", "mx-central-1"),
    "ap-east-1": ("ap-southeast-1", "ap-east-1 us-east-1 us-west-2 eu-west-1 ap-northeast-1", "ap-southeast-1"),
    "ap-southeast-5": (
        "ap-southeast-2",
        "ap-southeast-5 us-east-1 us-west-2 eu-west-1 ap-southeast-1",
        "ap-southeast-1",
    ),
    "ap-southeast-7": ("ap-southeast-1", "ap-southeast-7 us-east-1 us-west-2 eu-west-1 ap-south-1", "ap-south-1"),
    "ap-south-2": ("ap-south-1", "ap-south-2 us-east-1 us-west-2 eu-west-1 ap-southeast-1", "ap-south-2"),
    "ap-southeast-4": (
        "ap-southeast-2",
        "ap-southeast-4 us-east-1 us-west-2 eu-west-1 ap-southeast-1",
        "ap-southeast-4",
    ),
    "eu-central-2": ("eu-central-1", "eu-central-2 us-east-1 us-west-2 eu-west-1 eu-west-2", "eu-central-2"),
    "eu-south-2": ("eu-west-3", "eu-south-2 us-east-1 us-west-2 eu-west-1 eu-north-1", "eu-south-2"),
    "me-central-1": ("eu-central-1", "me-central-1 us-east-1 us-west-2 eu-west-1 eu-west-2", "me-central-1"),
}


@pytest.mark.parametrize("region", SERVING)
def test_these_regions_serve_a_pool(region: str) -> None:
    listed, perhaps, sns = (tuple(names.split()) for names in SERVING[region])
    assert SES[region] == listed
    assert set(SES_PERHAPS[region]) == {*listed, *perhaps}
    assert SNS[region] == sns


def test_no_other_region_is_known() -> None:
    assert SES.keys() == SES_PERHAPS.keys() == SNS.keys() == SERVING.keys()
    assert set(WITHOUT_END_USER_MESSAGING) == {"ap-east-1", "ap-southeast-5", "ap-southeast-7"}
