"""Rules: sign_in."""
