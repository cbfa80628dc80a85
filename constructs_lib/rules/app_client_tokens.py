"""Rules: app_client_tokens."""
