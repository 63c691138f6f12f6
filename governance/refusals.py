"""What a rule says when it refuses: a key and facts, never prose; the edge finds the words."""


class Refusal(Exception):
    """A rule refused; `key` names the sentence, `facts` fill its blanks."""

    def __init__(self, key: str, **facts: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts


class NotAllowed(Refusal):
    """The table has no such step from here for this person."""


class Conflict(Refusal):
    """Somebody else was faster; what was read is no longer so."""

    def __init__(self) -> None:
        super().__init__("refusal-conflict")


class Unknown(Refusal):
    """What was asked for does not exist, or not for this person."""


# every key a rule may refuse with; a test asks each language for its words
REFUSALS = (
    "refusal-not-allowed",
    "refusal-not-yours",
    "refusal-closed",
    "refusal-conflict",
    "refusal-no-case",
    "refusal-no-dialogue",
    "refusal-not-author",
    "refusal-reason",
    "refusal-proof",
    "refusal-receiver",
    "refusal-own-case",
    "refusal-incomplete",
    "refusal-number",
    "refusal-tap",
)
