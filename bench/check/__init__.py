"""`userpool check` beside cfn-lint and beside a synth with cdk-preflight, on the same files."""
