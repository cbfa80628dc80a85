"""The command line: what can be asked, and what is answered to the shell."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from constructs_lib.readers.source import UnreadableError
from constructs_lib.resources.deployment import Deployment

FINE, ERRORS, UNREADABLE = 0, 1, 2
"""Exit codes: nothing that AWS would refuse; something; or an input that cannot be read."""

_ENDS = "exit code: 0 no errors, 1 errors, 2 an input that cannot be read"

_WRITES_ENDS = "exit code: 0 written, 2 an input that cannot be read"

_DIFF_ENDS = "exit code: 0 nothing harmful, 1 something is refused or lost, 2 an input that cannot be read"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a name that the terminal cannot show is no reason to fail
            stream.reconfigure(errors="backslashreplace")
    asked = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = asked.run
    gc.disable()  # what a short life keeps, it needs: looking through it for garbage took a tenth of the time
    try:
        code = run(asked)
        sys.stdout.flush()
        return code
    except UnreadableError as error:
        print(error, file=sys.stderr)
        return UNREADABLE
    except BrokenPipeError:  # whoever read the answer has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        return 130
    finally:
        gc.enable()


def command() -> NoReturn:
    """Be the process: leave at once, since giving all memory back piece by piece takes longer than judging a pool."""
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="userpool", description="Amazon Cognito in CloudFormation templates, judged.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _check(commands.add_parser("check", help="tell what AWS would refuse", epilog=_ENDS))
    _diff(commands.add_parser("diff", help="tell what an update does to users, tokens and sessions", epilog=_DIFF_ENDS))
    _render(commands.add_parser("render", help="write settings as a CloudFormation template", epilog=_ENDS))
    _lock(commands.add_parser("lock", help="record what can never be changed", epilog=_ENDS))
    _adopt(commands.add_parser("adopt", help="turn a pool that is there into settings code", epilog=_ENDS))
    _front_end(commands.add_parser("front-end", help="write what a front end reads", epilog=_WRITES_ENDS))
    return parser


def _check(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Judge the Cognito resources of CloudFormation and SAM templates, cloud assemblies (cdk.out), the JSON of "
        "`aws cognito-idp describe-user-pool` and its sisters, and settings modules."
    )
    parser.add_argument("paths", nargs="*", metavar="FILE|DIR", help="what to judge")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="default: text")
    parser.add_argument("--explain", metavar="RULE", help="tell what a rule is about, and judge nothing")
    parser.add_argument(
        "--acknowledge", metavar="FILE", help="what is known and wanted, with reasons; default: userpool.yaml, if there"
    )
    _deployment(parser)
    parser.set_defaults(run=_run_check, parser=parser)


def _diff(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Tell every change between two templates, cloud assemblies (cdk.out), described pools or settings modules, in "
        "the order of harm: refused by AWS, users or sessions lost, replaced, in place, none."
    )
    parser.add_argument("old", metavar="OLD", help="what is deployed")
    parser.add_argument("new", metavar="NEW", help="what shall be")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="default: text")
    _deployment(parser)
    parser.set_defaults(run=_run_diff)


def _render(parser: argparse.ArgumentParser) -> None:
    parser.description = "Write the settings of a Python module as a plain CloudFormation template."
    parser.add_argument("settings", metavar="SETTINGS.py", help="a module with settings as its variables")
    parser.add_argument("--output", metavar="FILE", help="where to; default: standard output")
    _deployment(parser)
    parser.set_defaults(run=_run_render)


def _lock(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Record what can never be changed of the pools of an app, in a file to be committed. Where something of it has "
        "changed, that is told, and nothing is written."
    )
    parser.add_argument("paths", nargs="*", default=["cdk.out"], metavar="DIR|TEMPLATE", help="default: cdk.out")
    parser.add_argument("--lock", default="userpool.lock.json", metavar="FILE", help="default: userpool.lock.json")
    parser.add_argument("--check", action="store_true", help="write nothing; what is not recorded yet is an error too")
    parser.add_argument("--accept", metavar="CONSTRUCT", help="record a replacement that is meant, such as Shop/Users")
    parser.add_argument("--reason", help="why it is meant")
    _deployment(parser)
    parser.set_defaults(run=_run_lock, parser=parser)


def _adopt(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Write the code that says just the pool that is there: its settings, what keeps it in its place, and for pools "
        "in no stack yet the resource mapping of `cdk import`. Tells what the rules say of it, and improves nothing."
    )
    parser.add_argument("paths", nargs="*", metavar="FILE|DIR", help="a template, cdk.out, or described pools")
    parser.add_argument("--pool", metavar="NAME", help="which: its logical id, construct path, own id or name")
    parser.add_argument("--pool-id", metavar="ID", help="ask AWS for this pool; needs boto3, and reads only")
    parser.add_argument("--profile", help="whose credentials of the AWS configuration to ask with")
    parser.add_argument("--output", metavar="DIR", default=".", help="where to; default: this folder")
    parser.add_argument("--construct", metavar="ID", help="the id of the new construct; default: that of the old one")
    parser.add_argument("--force", action="store_true", help="overwrite files that are there")
    _deployment(parser)
    parser.set_defaults(run=_run_adopt, parser=parser)


def _front_end(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Write amplify_outputs.json, and oidc.json where there are hosted pages, from what `cdk deploy --outputs-file` "
        "has written of an app with a FrontEnd in it."
    )
    parser.add_argument("outputs", metavar="OUTPUTS.json", help="the outputs of the deployed stacks")
    parser.add_argument("--name", metavar="NAME", help="which front end, such as Shop/Web; default: the only one")
    parser.add_argument("--output", metavar="DIR", default=".", help="where to; default: this folder")
    parser.set_defaults(run=_run_front_end)


def _deployment(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--region", help="where the resources will live, such as eu-central-1")
    parser.add_argument("--account", help="the account's twelve digits")


def _run_check(asked: argparse.Namespace) -> int:
    if asked.explain is not None:
        from constructs_lib.cli.explain import explain

        print(explain(asked.explain))
        return FINE
    if not asked.paths:
        asked.parser.error("say what to judge: a file or a folder")
    from constructs_lib.cli.check import check_paths
    from constructs_lib.cli.report import FORMATS

    checked = check_paths(asked.paths, _where(asked), asked.acknowledge)
    print(FORMATS[asked.format](checked))
    return UNREADABLE if checked.unreadable else ERRORS if checked.errors else FINE


def _run_diff(asked: argparse.Namespace) -> int:
    from constructs_lib.cli.diff import diff_paths
    from constructs_lib.cli.diff_report import FORMATS

    found = diff_paths(asked.old, asked.new, _where(asked))
    print(FORMATS[asked.format](found))
    return ERRORS if found.is_harmful else FINE


def _run_render(asked: argparse.Namespace) -> int:
    from constructs_lib.cli.render import render_module

    return ERRORS if render_module(asked.settings, asked.output, _where(asked)).errors else FINE


def _run_lock(asked: argparse.Namespace) -> int:
    from constructs_lib.cli.lock import accept_difference, check_lock, lock_pools

    if asked.accept is not None and not (asked.reason or "").strip():
        asked.parser.error("--accept needs a --reason")
    if asked.accept is not None and asked.check:
        asked.parser.error("--accept writes, and --check does not: say one of them")
    file, where = Path(asked.lock), _where(asked)
    if asked.accept is not None:
        accept_difference(asked.paths, file, where, asked.accept, asked.reason)
        return FINE
    differing = (check_lock if asked.check else lock_pools)(asked.paths, file, where)
    return ERRORS if differing else FINE


def _run_adopt(asked: argparse.Namespace) -> int:
    if bool(asked.paths) == bool(asked.pool_id):
        asked.parser.error("say what to adopt: files and folders, or --pool-id")
    from constructs_lib.cli.adopt import adopt, adopt_from_aws

    into = {"folder": asked.output, "construct_id": asked.construct, "force": asked.force}
    if asked.pool_id:
        checked = adopt_from_aws(asked.pool_id, asked.region, asked.profile, **into)
    else:
        checked = adopt(asked.paths, _where(asked), pool=asked.pool, **into)
    return ERRORS if checked.errors else FINE


def _run_front_end(asked: argparse.Namespace) -> int:
    from constructs_lib.cli.front_end import write_front_end

    write_front_end(asked.outputs, asked.name, Path(asked.output))
    return FINE


def _where(asked: argparse.Namespace) -> Deployment:
    return Deployment(region=asked.region, account=asked.account)
