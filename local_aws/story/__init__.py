"""A pool that lives: locked, changed, and two others adopted, with the same people signing in all the while."""
