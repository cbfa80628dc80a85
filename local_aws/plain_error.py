"""What a person can put right: told in one plain sentence, without a traceback."""


class PlainError(Exception):
    """One sentence that says what is wrong and what to do."""
