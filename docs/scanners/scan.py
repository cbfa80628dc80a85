"""Every scanner over stacks: one synthesis for all of them, and one run of checkov, in an environment of its own."""

import json
import os
import subprocess
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from docs.scanners.restated import PROWLER, SECURITY_HUB, checks_of

if TYPE_CHECKING:  # Node starts with it
    from aws_cdk import Stack

Build: TypeAlias = Callable[["Stack"], object]
"""A function that fills a stack."""

ENVIRONMENT = Path(__file__).parents[2] / ".scanners"
"""Where `make setup` installs checkov: it wants another botocore than MiniStack does."""

PACKS = (
    "AwsSolutionsChecks",
    "HIPAASecurityChecks",
    "NIST80053R4Checks",
    "NIST80053R5Checks",
    "PCIDSS321Checks",
    "ServerlessChecks",
)


class Found(NamedTuple):
    """One finding."""

    id: str
    """The rule or check that found it."""

    says: str
    """What is wrong, or what is asked for."""


Findings: TypeAlias = dict[str, list[Found]]
"""What one scanner found in each stack, by its name; each rule once."""


class Synthesized(NamedTuple):
    """Stacks, and the folder with their templates."""

    folder: Path
    stacks: "Mapping[str, Stack]"

    def template(self, name: str) -> Path:
        """Give the file of a stack's template."""
        return self.folder / f"{self.stacks[name].stack_name}.template.json"

    def each(self, find: Callable[[str], Iterable[Found]]) -> Findings:
        """Ask a scanner about one stack after the other."""
        return {name: _once(find(name)) for name in self.stacks}


def _once(found: Iterable[Found]) -> list[Found]:
    return sorted({it.id: it for it in found}.values())


def synthesize(builds: Mapping[str, Build], folder: Path) -> Synthesized:
    """Synthesize a stack of each name; CDK's own validation runs, and its errors are errors."""
    from local_aws.node import find_node

    os.environ.setdefault("JSII_NODE", str(find_node().executable))
    from aws_cdk import App, CloudFormationValidatePlugin, Stack, Validations

    app = App(outdir=str(folder), context={"@aws-cdk/core:validateAgainstDefaultRules": True})
    Validations.of(app).add_plugins(CloudFormationValidatePlugin())  # by hand, it runs whatever CDK_VALIDATION says
    stacks = {name: Stack(app, name.replace("_", "-")) for name in builds}
    for name, build in builds.items():
        build(stacks[name])
    try:
        app.synth()
    except RuntimeError:
        if not _report(folder).exists():  # else it is what the validation found, which is read from there
            raise
    return Synthesized(folder, stacks)


def _report(folder: Path) -> Path:
    return folder / "validation-report.json"


def _cdk_nag(synthesized: Synthesized) -> Findings:
    import cdk_nag

    def find(name: str) -> Iterable[Found]:
        stack = synthesized.stacks[name]
        for pack in PACKS:
            for violation in getattr(cdk_nag, pack)(stack).validate_scope(stack).violations:
                yield Found(violation.rule_name, violation.description)

    return synthesized.each(find)


def _cdk(synthesized: Synthesized) -> Findings:
    report = json.loads(_report(synthesized.folder).read_text(encoding="utf-8"))
    violations = [violation for plugin in report["pluginReports"] for violation in plugin["violations"]]

    def find(name: str) -> Iterable[Found]:
        for violation in violations:
            resources = [it.get("cloudFormationResource", {}) for it in violation["violatingConstructs"]]
            paths = {it.get("templatePath") for it in resources} - {None}
            if not paths or synthesized.template(name).name in paths:  # what has no place is everybody's
                yield Found(violation["ruleName"], violation["description"])

    return synthesized.each(find)


def _cfn_lint(synthesized: Synthesized) -> Findings:
    import cfnlint  # type: ignore[import-untyped]

    def find(name: str) -> Iterable[Found]:
        for match in cfnlint.api.lint_file(synthesized.template(name)):
            yield Found(match.rule.id, match.message)

    return synthesized.each(find)


def has_checkov() -> bool:
    """Tell whether `make setup` has been there."""
    return (ENVIRONMENT / ".ready").exists()


def _checkov(synthesized: Synthesized) -> Findings:
    if not has_checkov():
        raise FileNotFoundError(f"there is no checkov in {ENVIRONMENT}: make setup")
    command = "-m checkov.main --directory . --framework cloudformation --output json --compact --soft-fail"
    done = subprocess.run(
        [ENVIRONMENT / "bin" / "python", *command.split(), "--skip-download"],
        cwd=synthesized.folder,
        # Neither the user's configuration nor an API key of theirs is seen, and nobody is asked for news.
        env={"HOME": str(synthesized.folder), "PATH": os.defpath, "CKV_SKIP_PACKAGE_UPDATE_CHECK": "true"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    told = json.loads(done.stdout)
    if told.get("summary", told)["parsing_errors"]:
        raise ValueError(f"checkov cannot read a template: {done.stdout}")
    failed = told.get("results", {}).get("failed_checks", [])

    def find(name: str) -> Iterable[Found]:
        for check in failed:
            if Path(check["file_path"]).name == synthesized.template(name).name:
                yield Found(check["check_id"], check["check_name"])

    return synthesized.each(find)


def _restated(source: str, synthesized: Synthesized) -> Findings:
    def find(name: str) -> Iterable[Found]:
        template: dict[str, Any] = json.loads(synthesized.template(name).read_text(encoding="utf-8"))
        return (Found(check.id, check.demands) for check in checks_of(source) if not check.passes(template))

    return synthesized.each(find)


class Scanner(NamedTuple):
    """One scanner."""

    find: Callable[[Synthesized], Findings]
    what: str
    """What of it looks at the templates."""


SCANNERS = {
    "cdk-nag": Scanner(_cdk_nag, "AwsSolutions, HIPAA, NIST 800-53 R4 and R5, PCI DSS 3.2.1, Serverless"),
    "checkov": Scanner(_checkov, "everything that it has for CloudFormation"),
    "cfn-lint": Scanner(_cfn_lint, "its default rules"),
    "aws-cdk-lib": Scanner(_cdk, "the validation of templates, with errors on"),
    SECURITY_HUB: Scanner(partial(_restated, SECURITY_HUB), "all controls for Cognito, restated"),
    PROWLER: Scanner(partial(_restated, PROWLER), "all checks for Cognito, restated"),
}
"""The scanners by name."""


def versions() -> dict[str, str]:
    """Give the versions of the scanners; of what is restated, the one that was read."""
    wanted = (ENVIRONMENT.parent / "requirements" / "scanners.in").read_text(encoding="utf-8")
    checkov = next(line for line in wanted.splitlines() if line.startswith("checkov=="))
    here = {name: metadata.version(name) for name in ("cdk-nag", "cfn-lint", "aws-cdk-lib")}
    return {**here, "checkov": checkov.removeprefix("checkov=="), SECURITY_HUB: "November 2026", PROWLER: "5.46.0"}


def scan(builds: Mapping[str, Build], skip: Iterable[str] = ()) -> dict[str, Findings]:
    """Let every scanner look at stacks, but those to skip; tell what each found."""
    with TemporaryDirectory() as folder:
        synthesized = synthesize(builds, Path(folder))
        return {name: scanner.find(synthesized) for name, scanner in SCANNERS.items() if name not in skip}
