"""Limits of single properties as data, and the one rule that judges them all."""
