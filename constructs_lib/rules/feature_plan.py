"""Rules: feature_plan."""
