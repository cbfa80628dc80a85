"""How many of something a pool or an account may have, where one template has room for more.

From the developer guide, read 2026-11.
https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
"""

BRANDING_STYLES = 20
"""Of a pool; AWS raises it for nobody."""

CUSTOM_DOMAINS = 4
"""Of an account in a Region; AWS raises it for nobody."""

RESOURCE_SERVERS, RESOURCE_SERVERS_RAISED = 25, 300
"""Of a pool, and what AWS raises it to at most."""

TERMS = 40
"""Documents of a pool; AWS raises it for nobody."""
