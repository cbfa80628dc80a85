"""What AWS prints of pools that are there → the resources that a template would have to say."""
