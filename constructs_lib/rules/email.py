"""Rules: email."""
