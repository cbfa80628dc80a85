"""Before a message is sent: an invitation in the language of whoever is invited."""

from typing import Any

TEXTS = {
    "de": ("Ihr Zugang", "Guten Tag, Sie melden sich als {name} mit dem Passwort {code} an."),
    "en": ("Your account", "Hello, you sign in as {name} with the password {code}."),
}


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """Write the invitation; every other message stays as the pool's settings say it."""
    if event["triggerSource"] == "CustomMessage_AdminCreateUser":
        asked = event["request"]
        language = asked["userAttributes"].get("locale", "en")[:2]
        subject, text = TEXTS.get(language, TEXTS["en"])
        written = text.format(name=asked["usernameParameter"], code=asked["codeParameter"])
        event["response"] |= {"emailSubject": subject, "emailMessage": written}
    return event
