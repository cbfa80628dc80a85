"""The keys that name the resources around a pool: they become parts of logical ids, which are for ever."""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL_CLIENT, USER_POOL_GROUP
from constructs_lib.rules.registry import CLOUDFORMATION, rule
from constructs_lib.rules.view import Problem, View

_ID = re.compile(r"[A-Za-z0-9_-]+")


def characters(view: View) -> Iterator[Problem]:
    """Refuse a key that no logical id can be made of."""
    if not _ID.fullmatch(view.key):
        yield view.problem(
            (),
            "must have a key that a logical id can be made of",
            got=view.key,
            allowed="letters, digits, - and _",
            fix="choose another key; the name that people see is a setting of its own",
        )


for _topic, _resource in (("app-client", USER_POOL_CLIENT), ("group", USER_POOL_GROUP)):
    rule(
        f"{_topic}.key-characters",
        _resource,
        why="CDK and CloudFormation refuse other characters in the ids of resources",
        evidence="reported",
        source=CLOUDFORMATION.replace("TemplateReference", "UserGuide") + "resources-section-structure.html",
    )(characters)
