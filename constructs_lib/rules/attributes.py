"""Rules: attributes."""
