"""The certificate of a domain of one's own, in us-east-1 whatever the pool's Region.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aws_cdk import CfnOutput, Environment, Fn, Stack, Stage, Token
from constructs import Construct, IConstruct

from constructs_lib.rules.facts.regions import CERTIFICATES, OTHER_PARTITIONS

if TYPE_CHECKING:  # each of these modules takes long to import, and most pools need none
    from aws_cdk.aws_certificatemanager import ICertificate
    from aws_cdk.aws_route53 import IHostedZone


def certificate_for(scope: Construct, name: str, hosted_zone: IHostedZone) -> ICertificate:
    """Make the certificate of a domain, validated through its hosted zone.

    Where the stack is in us-east-1, it is made in ``scope``. Elsewhere it is made in a support stack,
    ``<stack name>-certificates-us-east-1`` beside the stack: one for all its domains, deployed before it and deleted
    after it. Make a stack of that id beforehand to give it options of your own, such as a synthesizer.

    The reference between the stacks is weak, ``Fn::GetStackOutput``, whatever the app's default: no stack gets a
    function to run, and one certificate can follow another. What a strong reference would guard, ACM guards: it refuses
    to delete a certificate that is in use. Whoever deploys needs ``cloudformation:DescribeStacks``.
    https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html

    Args:
        scope: Where to make it: a construct in the pool's stack.
        name: The domain's name.
        hosted_zone: The public zone in which the name lies.

    Returns:
        The certificate; its Region is us-east-1.

    Raises:
        ValueError: The name or the stack's Region is not known, the name lies in another zone, or the zone is made too
            late for the support stack.
    """
    from aws_cdk.aws_certificatemanager import Certificate, CertificateValidation

    stack = outermost(scope)
    if Token.is_unresolved(name):
        raise ValueError("hosted_zone: the name of custom_domain must be known; otherwise hand in a certificate")
    require_inside(name, hosted_zone, "custom_domain")
    _require_region(stack)
    validation = CertificateValidation.from_dns(hosted_zone)
    if stack.region == CERTIFICATES:
        return Certificate(scope, f"Certificate-{name}", domain_name=name, validation=validation)
    _require_earlier(hosted_zone, stack)
    support = _support_stack(stack)
    made = Certificate(support, name, domain_name=name, validation=validation)
    output = CfnOutput(made, "Arn", value=made.certificate_arn)
    stack.add_stack_dependency(support)
    arn = Fn.get_stack_output(support.stack_name, output.logical_id, CERTIFICATES)
    # Imported into the support stack, so that whoever asks for the certificate's Region is told us-east-1.
    return Certificate.from_certificate_arn(support, f"Reference-{name}", arn)


def require_inside(name: str, hosted_zone: IHostedZone, setting: str) -> None:
    """Refuse a name that lies in another zone, as far as both are known.

    Raises:
        ValueError: It does.
    """
    try:
        zone = hosted_zone.zone_name.rstrip(".")
    except RuntimeError:  # HostedZone.from_hosted_zone_id knows no name
        return
    if not Token.is_unresolved(zone) and not Token.is_unresolved(name) and not f".{name}".endswith(f".{zone}"):
        raise ValueError(f"{setting}: {name} does not lie in the hosted zone {zone}; give the zone that holds it")


def outermost(scope: IConstruct) -> Stack:
    """Give the stack that holds a construct and is nested in no other."""
    stack = Stack.of(scope)
    while stack.nested_stack_parent is not None:
        stack = stack.nested_stack_parent
    return stack


def _require_region(stack: Stack) -> None:
    fix = "hand in a certificate"
    if Token.is_unresolved(stack.region):
        raise ValueError(
            f"hosted_zone: the certificate must be in {CERTIFICATES}, and the Region of {stack.node.path} is not "
            f"known: give the stack one, such as env=Environment(region='eu-central-1'), or {fix}"
        )
    if stack.region.startswith(OTHER_PARTITIONS):
        raise ValueError(f"hosted_zone: {stack.region} cannot refer to {CERTIFICATES}: {fix}")


def _require_earlier(hosted_zone: IHostedZone, stack: Stack) -> None:
    here = outermost(hosted_zone).node.path == stack.node.path
    if here and Token.is_unresolved(hosted_zone.hosted_zone_id):
        raise ValueError(
            f"hosted_zone: the certificate's stack in {CERTIFICATES} is deployed before {stack.node.path} and "
            "cannot wait for its zone; make the zone in a stack of its own, look it up, or hand in a certificate"
        )


def _support_stack(stack: Stack) -> Stack:
    stage = Stage.of(stack)
    assert stage is not None, f"{stack.node.path}: CDK puts every stack into an app"
    name = f"{stack.stack_name}-certificates-{CERTIFICATES}"
    found = stage.node.try_find_child(name)
    if isinstance(found, Stack):
        return found
    return Stack(
        stage,
        name,
        stack_name=name,
        env=Environment(account=None if Token.is_unresolved(stack.account) else stack.account, region=CERTIFICATES),
        description=f"Certificates for the domains of {stack.stack_name}",
        termination_protection=stack.termination_protection,
    )
