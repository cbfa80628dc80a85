"""Settings in a Python module → a plain CloudFormation template, for people without CDK."""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from constructs_lib.cli.report import as_text
from constructs_lib.cli.settings_module import SettingsModule, check_module, read_settings
from constructs_lib.cli.told import Checked
from constructs_lib.cli.whole_file import write_whole
from constructs_lib.readers.source import UnreadableError
from constructs_lib.rendering.names import POOL
from constructs_lib.rendering.write import Settings, render
from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.model import Resources
from constructs_lib.resources.values import Json, is_foreign, is_list, is_token


def render_module(path: str, output: str | None, deployment: Deployment) -> Checked:
    """Judge the settings of a module and, where AWS would take them, write their template.

    What is wrong is told on standard error; then nothing is written.

    Raises:
        UnreadableError: There are no settings in the module, or they need CDK.
    """
    module = read_settings(path)
    checked = Checked(files=1, findings=[*check_module(module, deployment)])
    if checked.findings:
        print(as_text(checked), file=sys.stderr)
    if not checked.errors:
        template = {"AWSTemplateFormatVersion": "2010-09-09", "Resources": template_resources(module)}
        text = json.dumps(template, indent=2, ensure_ascii=False)
        if output is None:
            print(text)
        else:
            write_whole(Path(output), text + "\n")
    return checked


def template_resources(module: SettingsModule) -> Resources:
    """Render all settings of a module side by side; a variable's name goes in front of its resources' names.

    Raises:
        UnreadableError: Two resources would have the same name, or the settings need CDK.
    """
    path = module.file
    template: Resources = {}
    for variable, one in module.settings.items():
        resources = render(one, logical_ids(variable, one))
        twice = sorted(template.keys() & resources.keys())
        if twice:
            raise UnreadableError(f"{path}: two resources would be called {twice[0]}; rename the variable {variable}")
        template |= resources
    needs_cdk = next(_needing_cdk(template), None)
    if needs_cdk is not None:
        raise UnreadableError(f"{path}: {needs_cdk} holds an object of a CDK app, which only CDK can write")
    return template


def logical_ids(variable: str, settings: Settings) -> Mapping[str, str]:
    """Name the resources of a variable's settings, by their names in the fragment."""
    prefix = _camel(variable)
    return {name: prefix + ("" if name == POOL else name) for name in render(settings)}


def _camel(variable: str) -> str:
    """Make a logical id of a variable's name: letters and digits alone."""
    return "".join(word[:1].upper() + word[1:] for word in re.findall(r"[A-Za-z0-9]+", variable))


def _needing_cdk(value: Json, path: str = "") -> Iterator[str]:
    if is_foreign(value) or (is_token(value) and not str(value).startswith("{{resolve:")):
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if is_list(value) else ()
    for step, item in items:
        yield from _needing_cdk(item, f"{path}[{step}]" if isinstance(step, int) else f"{path}.{step}".lstrip("."))
