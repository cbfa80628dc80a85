"""A CDK app of templates, judged by cdk-preflight as it synthesizes; prints how many things that found."""

import json
import sys
import tempfile
from pathlib import Path

from aws_cdk import App, Stack
from aws_cdk.cloudformation_include import CfnInclude
from cdk_preflight import Preflight


def main() -> None:
    """Synthesize, and count the findings of the report."""
    with tempfile.TemporaryDirectory() as outdir:
        app = App(outdir=outdir)
        Preflight.apply(app)
        for number, file in enumerate(sys.argv[1:]):
            CfnInclude(Stack(app, f"Stack{number}"), "Template", template_file=file)
        try:
            app.synth()
        except RuntimeError as error:  # findings fail the synthesis
            if "ValidationFailed" not in str(error) and "Validation failed" not in str(error):
                raise
        report = json.loads((Path(outdir) / "validation-report.json").read_text(encoding="utf-8"))
    violations = [violation for plugin in report["pluginReports"] for violation in plugin["violations"]]
    print(sum(len(violation["violatingConstructs"]) for violation in violations))


if __name__ == "__main__":
    main()
