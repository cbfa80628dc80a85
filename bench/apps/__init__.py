"""The apps that are measured against each other, each run as a whole process with how many of a thing it makes.

Each package is one comparison: the same thing `ours` and `hand_written`; `empty` is the floor of all of them.
"""
