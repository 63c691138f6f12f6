"""What neighbours said while their group was left in peace, told in as few messages (idea 16).

A heading cannot stand for it: it is shown in its words after the list of the morning.
"""

from collections.abc import Iterable
from dataclasses import replace

from governance.notices import Delivery

STATEMENTS, REPLY = "topic-statements", "topic-reply"  # what was said, and the answer to it
WORDS = frozenset({STATEMENTS, REPLY})
TOGETHER = 5  # statements in one message


def together(found: Iterable[Delivery]) -> tuple[Delivery, ...]:
    """Return what was held in fewer messages: cards once, statements of a topic side by side.

    An answer that stands under its statement is not said again; a voice keeps its own message.
    """
    last = {d.subject or f"{n}": d for n, d in enumerate(found)}
    kept: list[Delivery] = []
    for each in last.values():
        before = next((d for d in kept if _speaks(d, each)), None)
        if before is None:
            kept.append(each)
        elif each.key == STATEMENTS:
            facts = {**before.facts, "last": each.facts["last"]}
            kept[kept.index(before)] = replace(before, facts=facts)
    return tuple(kept)


def _speaks(before: Delivery, later: Delivery) -> bool:
    """Whether a message of statements holds what a later one tells, or can take it up."""
    if before.key != STATEMENTS or before.address.chat != later.address.chat:
        return False
    if before.facts["topic"] != later.facts.get("topic"):
        return False
    first, last = int(before.facts["first"] or 0), int(before.facts["last"] or 0)
    if later.key == REPLY:
        return first <= int(later.facts["first"] or 0) <= last
    if later.key != STATEMENTS or before.facts.get("voice") or later.facts.get("voice"):
        return False
    return later.facts["first"] == last + 1 and int(later.facts["last"] or 0) - first < TOGETHER
