"""What changes do, as rows with their sources."""
