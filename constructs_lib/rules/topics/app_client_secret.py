"""The secret of an app client, and who gets to see it.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html
"""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL_CLIENT
from constructs_lib.resources.values import Json, is_list
from constructs_lib.rules.registry import CLOUDFORMATION, GUIDE, rule
from constructs_lib.rules.view import Problem, View

_CLIENT = CLOUDFORMATION + "aws-resource-cognito-userpoolclient.html"
_KEEPERS = ("AWS::SecretsManager::Secret", "AWS::Cognito::")
"""What keeps a secret for itself, and what has no place for one."""


@rule(
    "app-client.secret-given",
    USER_POOL_CLIENT,
    why="CloudFormation refuses it as read-only, and a secret in a template is no secret any more",
    evidence="API model",
    source=_CLIENT,
)
def secret_given(client: View) -> Iterator[Problem]:
    """Refuse a secret of one's own; it is not shown again."""
    if client.surely_has("ClientSecret"):
        yield client.problem(
            "ClientSecret",
            "cannot be in a template",
            allowed="nothing: Cognito makes up a secret where {GenerateSecret} is true",
            fix="leave it out and set {GenerateSecret} to true; if it is in use anywhere, change it there",
        )


def _tells_secret(value: Json, client: str) -> bool:
    """Tell whether a value holds the secret of an app client anywhere in it."""
    match value:
        case {"Fn::GetAtt": [name, "ClientSecret"]} if name == client:
            return True
        case {"Fn::GetAtt": str(text)} if text == f"{client}.ClientSecret":
            return True
        case {"Fn::Sub": said} if re.search(rf"\$\{{{re.escape(client)}\.ClientSecret\}}", str(said)):
            return True
    items = value.values() if isinstance(value, dict) else value if is_list(value) else ()
    return any(_tells_secret(item, client) for item in items)


@rule(
    "app-client.secret-in-plain-text",
    USER_POOL_CLIENT,
    severity="warning",
    why="whoever may look at the resource (a function's environment, a parameter) reads the secret there",
    evidence="inferred",
    source=_CLIENT,
)
def secret_in_plain_text(client: View) -> Iterator[Problem]:
    """Warn of a secret that is written into another resource as it is."""
    if client.get("GenerateSecret") in (None, False):
        return
    for view in client.neighbours.views.values():
        if not view.type.startswith(_KEEPERS) and _tells_secret(view.source, client.key):
            yield client.problem(
                "GenerateSecret",
                f"makes a secret that {view.key} holds in plain text",
                allowed="a secret that AWS Secrets Manager alone holds",
                fix="keep it in an AWS::SecretsManager::Secret, and let the application read that one",
            )


def _public(client: View) -> str:
    """Name what shows that an application runs where its users can read all that it has."""
    if any(grant == "implicit" for _, grant in client.each_text("AllowedOAuthFlows")):
        return "a page that gets its tokens in the address bar ({AllowedOAuthFlows} has implicit)"
    urls = [url for _, url in client.each_text("CallbackURLs")]
    own = [url for url in urls if ":" in url and not url.lower().startswith(("http:", "https:"))]
    return f"an application on the user's device ({own[0]})" if own else ""


@rule(
    "app-client.secret-on-device",
    USER_POOL_CLIENT,
    severity="warning",
    why="whoever has the application has its secret, and sign-in without it fails: 'Unable to verify secret hash'",
    evidence="developer guide",
    source=GUIDE + "user-pool-settings-client-apps.html",
)
def secret_on_device(client: View) -> Iterator[Problem]:
    """Warn of a secret for those who cannot keep one."""
    public = _public(client) if client.flag("GenerateSecret") else ""
    if public:
        yield client.problem(
            "GenerateSecret",
            f"makes a secret for {public}",
            got=client.get("GenerateSecret"),
            allowed="false, for applications that their users can take apart",
            fix="leave it out, which makes another app client; give a server of yours an app client of its own",
        )
