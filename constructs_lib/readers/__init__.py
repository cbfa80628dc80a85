"""What AWS, CDK and people write into files, read into resources: templates, assemblies, described pools."""
