"""What watches over a pool."""

from __future__ import annotations

from local_aws.probe import recorded
from local_aws.world import World


@recorded("no metric of a pool is published, and alarms on an expression of several are not there")
def alarms_are_set(world: World) -> None:
    """Alarms on what Cognito publishes of the pool and its application are there, and tell one topic."""
    stack = world.high_security
    wanted = [each for each in stack.resources.values() if each.type == "AWS::CloudWatch::Alarm"]
    simple = {each.physical_id: each.properties for each in wanted if "MetricName" in each.properties}
    assert len(wanted) > len(simple) > 0
    found = world.aws.client("cloudwatch").describe_alarms(AlarmNames=[each.physical_id for each in wanted])
    alarms = {alarm["AlarmName"]: alarm for alarm in found["MetricAlarms"]}
    assert alarms.keys() == simple.keys()
    for name, alarm in alarms.items():
        assert alarm["AlarmActions"] == [stack.the("AWS::SNS::Topic").physical_id]
        assert {"Name": "UserPool", "Value": stack.outputs["UserPoolId"]} in alarm["Dimensions"]
        said = simple[name]
        assert (alarm["Namespace"], alarm["MetricName"]) == (said["Namespace"], said["MetricName"])
        assert alarm["Threshold"] == float(said["Threshold"])
