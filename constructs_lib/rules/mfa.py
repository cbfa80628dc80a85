"""Rules: mfa."""
