"""What runs in Lambda. It knows nothing of the library: only what Lambda has, and what stands in the list beside it."""
