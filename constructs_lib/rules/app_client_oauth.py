"""Rules: app_client_oauth."""
