"""What front ends need to know of a pool, taken from resources as they are rendered; never a secret."""
