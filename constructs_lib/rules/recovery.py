"""Rules: recovery."""
