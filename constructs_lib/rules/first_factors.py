"""Rules: first_factors."""
