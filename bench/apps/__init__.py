"""The three apps that are measured against each other, each run as a whole process: ``<app> <number of pools>``."""
