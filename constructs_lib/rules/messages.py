"""Rules: messages."""
