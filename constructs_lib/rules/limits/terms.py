"""Limits of ``AWS::Cognito::Terms``.

From the CloudFormation schema (cfn-lint 1.58.0) and the API model (botocore 1.43.106), read 2026-11.
"""

from functools import partial

from constructs_lib.resources.model import TERMS
from constructs_lib.rules.limits.characters import CLIENT_ID
from constructs_lib.rules.limits.kinds import POOL_ID, PRINTABLE, Map, Record, Text, Words, matching
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import API, CLOUDFORMATION

_terms = partial(Limit, source=API + "API_CreateTerms.html")
_resource = partial(Limit, source=CLOUDFORMATION + "aws-resource-cognito-terms.html")

LANGUAGES = (
    "default",
    "dutch",
    "english",
    "french",
    "spanish",
    "german",
    "bahasa-indonesia",
    "italian",
    "japanese",
    "korean",
    "portuguese-brazil",
    "chinese-simplified",
    "chinese-traditional",
)
_LANGUAGE = matching(", ".join(LANGUAGES), f"cognito:({'|'.join(LANGUAGES)})", noun="cognito: and a language")

LIMITS = Limits(
    TERMS,
    [
        _terms(
            "terms.form",
            "",
            Record(("UserPoolId", "ClientId", "TermsName", "TermsSource", "Enforcement", "Links")),
            "say which document of which app client it is, TermsSource LINK, Enforcement NONE, and the links",
        ),
        _resource("terms.pool-id", "UserPoolId", Text(1, 55, POOL_ID), "refer to the user pool"),
        _resource("terms.client-id", "ClientId", Text(1, 128, CLIENT_ID), "refer to the app client"),
        _terms(
            "terms.name",
            "TermsName",
            Words(("terms-of-use", "privacy-policy")),
            "use terms-of-use or privacy-policy; the other one is a resource of its own",
        ),
        _terms("terms.source", "TermsSource", Words(("LINK",)), "use LINK, which is the only way so far"),
        _terms("terms.enforcement", "Enforcement", Words(("NONE",)), "use NONE, which is the only way so far"),
        _terms(
            "terms.links",
            "Links",
            Map(Text(characters=_LANGUAGE), Text(1, 1024, PRINTABLE), fewest=1),
            "give a URL for cognito:default, and more for languages of their own",
        ),
    ],
)
