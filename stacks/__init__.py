"""Small deployable stories: each stack wires, the settings decide."""
