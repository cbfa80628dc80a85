"""Declarations that could never let anybody in are refused, all at once, before anything is made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from constructs_lib.authorizing.declarations import Allow, Routes
from constructs_lib.authorizing.known import Known
from constructs_lib.resources.values import Json, Path, is_unknown
from constructs_lib.rules.finding import Finding, in_order

METHODS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")

_GATEWAY = "https://docs.aws.amazon.com/apigateway/latest/developerguide/"
_ROUTES = f"{_GATEWAY}http-api-develop-routes.html"
_GUIDE = "https://docs.aws.amazon.com/cognito/latest/developerguide/"
_GROUPS = f"{_GUIDE}cognito-user-pools-user-groups.html"
_SCOPES = f"{_GUIDE}cognito-user-pools-define-resource-servers.html"
_PROGRAMS = f"{_GUIDE}federation-endpoints-oauth-grants.html"
_TOKENS = f"{_GUIDE}amazon-cognito-user-pools-using-the-access-token.html"
_SEGMENT = re.compile(r"[^{}/]+|\{[^{}/+]+\}")
_REST = re.compile(r"\{[^{}/+]+\+\}")


RULES: Mapping[str, tuple[str, str]] = {
    "access.no-route": ("Refuse an authorizer without a route.", _ROUTES),
    "access.method": ("Refuse a route whose method API Gateway does not have.", _ROUTES),
    "access.path": ("Refuse a path that no route can have.", _ROUTES),
    "access.twin": ("Refuse a route that is there twice, by other names of its parts.", _ROUTES),
    "access.any": ("Refuse ANY beside each method by itself.", _ROUTES),
    "access.nobody": ("Refuse a declaration that lets nobody in.", _ROUTES),
    "access.token": ("Refuse scopes of the ID token, which has none.", _TOKENS),
    "access.no-app-client": ("Refuse a declaration without an app client whose tokens count.", _TOKENS),
    "access.group": ("Refuse a group that is not there.", _GROUPS),
    "access.scope": ("Refuse a scope that no resource server has.", _SCOPES),
    "access.app-client": ("Refuse an app client that is not there.", _TOKENS),
    "access.unknown": ("Refuse a name that becomes known only when it is deployed.", _TOKENS),
    "access.program": ("Refuse groups and ID tokens of app clients that programs alone use.", _PROGRAMS),
}
"""What each finding is about, and who says so. They judge declarations, and so no template."""


def judge_routes(routes: Routes, known: Known, authorizer: str) -> list[Finding]:
    """Tell everything that is wrong with declarations.

    Args:
        routes: The declarations by route.
        known: What the pool has.
        authorizer: The authorizer's id.
    """
    told = _Told(authorizer)
    if not routes:
        fix = 'say who may call a route: routes={"GET /orders": allow(groups=["staff"])}'
        return [told.finding("access.no-route", (), "there is none, so nobody would be let in", None, _ANY, fix)]
    return in_order(
        [
            *(problem for route in routes for problem in _of_route(told, route)),
            *_shadowed(told, routes),
            *(problem for route, said in routes.items() for problem in _of_declaration(told, route, said, known)),
        ]
    )


_ANY = 'routes such as "GET /orders/{id}"'


@dataclass(frozen=True)
class _Told:
    """Findings of one authorizer, whose places are ``routes[…]`` and what is said there."""

    authorizer: str

    def finding(self, rule: str, place: Path, problem: str, got: Json, allowed: str, fix: str) -> Finding:
        steps = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in place[1:]]
        path = "".join(["routes", *(f'["{route}"]' for route in place[:1]), *steps])
        return Finding(
            rule=rule,
            severity="error",
            resource=self.authorizer,
            property=("routes", *place),
            path=path,
            problem=problem,
            got=got,
            allowed=allowed,
            fix=fix,
            source=RULES[rule][1],
        )


def _of_route(told: _Told, route: str) -> Iterator[Finding]:
    if route == "$default":
        return
    method, _, path = route.partition(" ")
    if method not in (*METHODS, "ANY"):
        fix = f"write {method.upper()} in capitals" if method.upper() in METHODS else "start with a method"
        allowed = f"ANY, {', '.join(METHODS)}"
        yield told.finding("access.method", (route,), "has no method of API Gateway's", method, allowed, fix)
    if not path.startswith("/"):
        fix = "put / in front of the path, after one space"
        yield told.finding("access.path", (route,), "its path does not begin with /", path, _ANY, fix)
    elif path != "/" and not _is_path(path):
        fix = "write the path as the API has it: no / at the end, {name} for a part, {name+} for the rest"
        yield told.finding("access.path", (route,), "has a path that no route can have", path, _ANY, fix)


def _is_path(path: str) -> bool:
    *before, last = path[1:].split("/")
    return all(map(_SEGMENT.fullmatch, before)) and bool(_SEGMENT.fullmatch(last) or _REST.fullmatch(last))


def _shadowed(told: _Told, routes: Routes) -> Iterator[Finding]:
    """Find routes that API Gateway cannot have beside each other, and those that others leave nothing to."""
    first: dict[str, str] = {}
    methods: dict[str, set[str]] = {}
    for route in routes:
        shape = re.sub(r"\{[^{}/+]+(\+?)\}", r"{\1}", route)
        twin = first.setdefault(shape, route)
        if twin != route:
            fix = "keep the one that the API has, with the names of its parts"
            yield told.finding("access.twin", (route,), f"is the same route as {twin}", None, "one of them", fix)
        method, _, path = route.partition(" ")
        methods.setdefault(path, set()).add(method)
    for path, declared in methods.items():
        if {*METHODS, "ANY"} <= declared:
            fix = "leave it out, or one of the methods"
            problem = "is never asked: each method is declared by itself"
            yield told.finding("access.any", (f"ANY {path}",), problem, None, "ANY for the other methods", fix)


def _of_declaration(told: _Told, route: str, said: Allow, known: Known) -> Iterator[Finding]:
    if not (said.groups or said.scopes or said.signed_in):
        fix = "name groups or scopes, or say signed_in=True for everybody with a token"
        allowed = "groups, scopes or signed_in"
        yield told.finding("access.nobody", (route,), "says of nobody that they may", None, allowed, fix)
    if said.scopes and said.token == "id":
        problem = "wants scopes of the ID token, which has none"
        fix = "leave token out, which takes the access token, or the scopes"
        yield told.finding("access.token", (route, "token"), problem, "id", "access", fix)
    yield from _unknown_names(told, route, said, known)
    yield from _of_programs(told, route, said, known)
    if not (known.app_clients if said.app_clients is None else said.app_clients):
        fix = "name an app client of the settings, or hand one in"
        place, problem = (route, "app_clients"), "there is none, so no token counts"
        yield told.finding("access.no-app-client", place, problem, None, _keys(known), fix)


def _unknown_names(told: _Told, route: str, said: Allow, known: Known) -> Iterator[Finding]:
    for index, name in _unless(known.has_group, said.groups):
        allowed = ", ".join(sorted(known.groups or ())) or "none: the settings have no groups"
        problem, fix = "there is no such group", "name a group of the settings, or add it to them"
        yield told.finding("access.group", (route, "groups", index), problem, name, allowed, fix)
    for index, name in _unless(known.has_scope, said.scopes):
        allowed = ", ".join(sorted(known.scopes or ()))
        problem = "no resource server has such a scope"
        fix = "write <resource server>/<scope>, or add it to the settings"
        yield told.finding("access.scope", (route, "scopes", index), problem, name, allowed, fix)
    for index, name in _unless(known.app_clients.__contains__, said.app_clients or ()):
        place, problem = (route, "app_clients", index), "there is no app client of this key"
        fix = "use the key that the app client has in the settings"
        yield told.finding("access.app-client", place, problem, name, _keys(known), fix)
    for field, names in (("groups", said.groups), ("scopes", said.scopes)):
        for index, name in enumerate(names):
            if is_unknown(name):
                place, problem = (route, field, index), "becomes known only when it is deployed"
                fix = "write the name as a text, here and in the settings"
                yield told.finding("access.unknown", place, problem, name, "a text", fix)


def _of_programs(told: _Told, route: str, said: Allow, known: Known) -> Iterator[Finding]:
    """Find what no program has: a group, and an ID token."""
    clients = known.app_clients if said.app_clients is None else said.app_clients
    if not clients or not known.programs.issuperset(clients):
        return
    for field, wanted, what in (("groups", bool(said.groups), "groups"), ("token", said.token == "id", "an ID token")):
        if wanted:
            problem = f"wants {what} of app clients that only programs use, which have none"
            fix = "name scopes, or an app client that people sign in with"
            yield told.finding("access.program", (route, field), problem, None, "scopes", fix)


def _unless(is_there: Callable[[str], bool], names: Sequence[str]) -> Iterator[tuple[int, str]]:
    return ((index, name) for index, name in enumerate(names) if not is_unknown(name) and not is_there(name))


def _keys(known: Known) -> str:
    return ", ".join(known.app_clients) or "none: the settings have no app clients"
