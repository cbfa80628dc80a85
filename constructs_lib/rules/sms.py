"""Rules: sms."""
