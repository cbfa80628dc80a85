"""The floor: a CDK app with one empty stack."""

from aws_cdk import App, Stack

app = App()
Stack(app, "Stack0")
app.synth()
