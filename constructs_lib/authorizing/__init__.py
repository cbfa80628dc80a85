"""Who may call which route of an API: declarations, judged before anything is made."""

from constructs_lib.authorizing.declarations import Allow, Routes, allow
from constructs_lib.authorizing.judging import judge_routes
from constructs_lib.authorizing.known import Known, known_of

__all__ = ["Allow", "Known", "Routes", "allow", "judge_routes", "known_of"]
