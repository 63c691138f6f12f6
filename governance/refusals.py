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
    "refusal-no-resident",
    "refusal-own-household",
    "refusal-door",
    "refusal-face",
    "refusal-waiting",
    "refusal-forget-open",
    "refusal-forget-dispute",
    "refusal-forget-post",
    "refusal-other-case",
    "refusal-other-closed",
    "refusal-no-reviewer",
    "refusal-day",
    "refusal-away",
    "refusal-often",
    "refusal-office",
    "refusal-no-dispute",
    "refusal-mediators",
    "refusal-dispute",
    "refusal-photo",
    "refusal-many-files",
    "refusal-unreadable",
    "refusal-quoted",
    "refusal-unreached",
    "refusal-chat-bound",
    "refusal-chat-elsewhere",
    "refusal-chat-kind-taken",
    "refusal-chat-not-bound",
    "refusal-chat-administrator",
    "refusal-chat-gone",
    "refusal-chat-untold",
    "refusal-decide",
    "refusal-execute",
    "refusal-supervise",
    "refusal-witness",
    "refusal-read",
    "refusal-on-duty",
    "refusal-conflicted",
    "refusal-seat-link",
    "refusal-seat-used",
    "refusal-seat-late",
    "refusal-seat-held",
    "refusal-seat-asked",
    "refusal-seat-over",
    "refusal-seat-taken",
    "refusal-seat-term",
    "refusal-seat-nobody",
    "refusal-seat-first",
    "refusal-ballot-untalked",
    "refusal-ballot-method",
    "refusal-ballot-paper",
    "refusal-ballot-numbers",
    "refusal-ballot-nobody",
    "refusal-ballot-secret",
    "refusal-vote-early",
    "refusal-vote-late",
    "refusal-vote-roll",
    "refusal-vote-marks",
    "refusal-vote-secret",
    "refusal-vote-household",
    "refusal-vote-own",
    "refusal-topic-elements",
    "refusal-topic-review",
    "refusal-topic-party",
    "refusal-topic-queue",
    "refusal-topic-untalked",
    "refusal-topic-discussion",
    "refusal-topic-objection",
    "refusal-topic-window",
    "refusal-no-edition",
    "refusal-edition-problems",
    "refusal-edition-empty",
    "refusal-edition-other",
    "refusal-edition-window",
    "refusal-edition-unsigned",
)
