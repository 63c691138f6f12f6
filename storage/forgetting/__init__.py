"""A person's data: what each store holds, and what becomes of it on request."""

from storage.forgetting.finding import Rule
from storage.forgetting.rules import RULES
from storage.forgetting.traces import FORGOTTEN, Traces, forgotten, still_here

__all__ = ["FORGOTTEN", "RULES", "Rule", "Traces", "forgotten", "still_here"]
