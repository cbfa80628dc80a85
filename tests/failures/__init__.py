"""What went wrong for people with user pools, and what is said of it before deploy."""
