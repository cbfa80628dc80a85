"""What several topics need to know of AWS, as data."""
