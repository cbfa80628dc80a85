"""Rules: domains."""
