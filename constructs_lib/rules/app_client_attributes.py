"""Rules: app_client_attributes."""
