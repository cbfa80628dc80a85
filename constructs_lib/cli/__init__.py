"""The command `userpool`: judges templates and settings, and writes templates, without CDK and without Node."""
