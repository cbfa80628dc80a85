"""Whether a test notices when a rule is wrong: ``make mutation``, with cosmic-ray's mutants."""
