"""A pool that is there → the code that says it: settings as Python, what keeps it in its place, what stays behind."""
