"""The guide, and the tables that ``make docs`` writes from the code."""
