"""Rules: app_client_flows."""
