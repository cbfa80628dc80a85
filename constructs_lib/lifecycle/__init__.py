"""How pools live on: what can never be changed, what a lock records of it, and what a change does to users."""
