"""Remembered devices.

https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html
"""

from constructs_lib.declarations import Part, Setting, declared, prop


@declared
class DeviceTracking(Part):
    """How devices are remembered; given at all, they are. Can be changed at any time."""

    challenge_required_on_new_device: Setting[bool] = prop("ChallengeRequiredOnNewDevice")
    """Whether a remembered device takes the place of a second factor. Default: False."""

    device_only_remembered_on_user_prompt: Setting[bool] = prop("DeviceOnlyRememberedOnUserPrompt")
    """Whether users are asked before a device is remembered. Default: False."""
