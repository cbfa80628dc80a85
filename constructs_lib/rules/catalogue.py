"""Every rule and every limit there is: a topic's module registers its own when it is imported here."""

from constructs_lib.rules import password_policy
from constructs_lib.rules.limits import user_pool
from constructs_lib.rules.limits.table import Limits
from constructs_lib.rules.registry import RULES

TOPICS = (password_policy,)

LIMITS: dict[str, Limits] = {limits.resource: limits for limits in (user_pool.LIMITS,)}

__all__ = ["LIMITS", "RULES", "TOPICS"]
