"""Tables of operations.md: how processes end, and how long each store is kept."""

import generate

from bot import exits
from governance.retention import Retention
from storage.retention import PURGED, RULES

WHEN = {
    exits.OK: ("told to end (SIGTERM, Ctrl-C), and ended in order", "nothing"),
    exits.FAILED: ("`run`: what nobody foresaw. Other commands: no", "start again"),
    exits.MISTAKE: ("a mistake in the settings, the community file or the command", "correct it"),
    exits.DISK: ("the database is damaged, or cannot be written", "restore, or mount it anew"),
    exits.LATER: (
        "no room on the disk at the start; the database is held; a second copy",
        "start again",
    ),
    exits.UNFIT: ("Telegram does not know the token; a newer version wrote", "correct it"),
}
WHY = {
    "chain": "the proof that nothing was altered; words that stand for people, no texts",
    "office": "who held an office is public; posts, the file and counts, no residents' words",
    "chats": "the register of groups, by number",
    "person": "name, language and account of whoever uses the bot; deleted on request",
    "consent": "the proof that somebody agreed, or took it back; deleted on request",
    "cards": "where a message stands, so that it can be edited; no texts",
    "topics": "deliberations stay on record; what somebody said, answered or voted is let go of",
    "papers": "what was published, in the very bytes that were sent",
    "rosters": "that a list was imported, when and by whom; no names",
    "copies": "which copy of the program does which work; nothing about anybody",
    "again": "tells after a restore whom to forget again; leads to nobody",
}


def endings() -> str:
    """Return the exit codes."""
    heads = ("code", "when", "what helps", "a supervisor")
    rows = (
        (f"{code}", when, cure, "leaves it" if code in {exits.OK, *exits.NOT_AGAIN} else "again")
        for code, (when, cure) in WHEN.items()
    )
    return generate.table(heads, rows)


def retention() -> str:
    """Return the table of storage/retention/rules.py, one row a rule."""
    kept = Retention()
    purged = (
        (
            f"`{rule.table}`",
            f"`{rule.keeps}`",
            f"{getattr(kept, rule.keeps).days}d",
            f"{', '.join(rule.writes)} blanked" if rule.writes else "deleted",
        )
        for rule in PURGED
    )
    stays = ((f"`{r.table}`", "–", "kept", WHY[r.why]) for r in RULES if r.why)
    heads = ("table", "setting", "proposal", "what becomes of it")
    return generate.table(heads, (*purged, *stays))
