"""Functions of the example stacks, as they run in Lambda."""
