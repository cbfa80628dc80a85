"""What is asked of the deployed pools, one module per topic."""
