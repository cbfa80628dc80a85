"""What MiniStack 1.5.33 lacks in CloudFormation and the example stacks need.

It wraps private handlers, hence the exact pin. It only adds what a deployment reads back: types that the emulator's own
API knows are routed to it, the others are recorded (`local_aws/not_emulated.py`); and what AppSync asks of a table is
routed to the emulator's own DynamoDB. Nothing here may ever change how
people sign in: a sign-in that works here has to work because of the template.
"""

from __future__ import annotations

from importlib.metadata import version

from local_aws.plain_error import PlainError

WRITTEN_FOR = "1.5.33"


def install() -> None:
    """Teach the emulator of this process the resource types and attributes that it lacks."""
    if version("ministack") != WRITTEN_FOR:
        raise PlainError(f"the extension is written for ministack {WRITTEN_FOR}, this is {version('ministack')}")
    # Imported here, since MiniStack reads its environment when it is imported.
    from local_aws.extension import (
        alarms,
        app_sync,
        federation,
        identity_pools,
        pages,
        recorded,
        user_pools,
        users,
        web_acls,
    )
    from local_aws.extension.kind import register

    user_pools.add_provider_url()
    alarms.record_alarms_on_expressions()
    app_sync.ask_tables()
    identity_pools.name_providers_in_role_mappings()
    for topic in (federation, users, pages, web_acls, recorded):
        for resource_type, kind in topic.KINDS.items():
            register(resource_type, kind)
