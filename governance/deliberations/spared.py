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
    """Return what was held in fewer messages: cards once, statements of a topic side by side."""
    last = {d.subject or f"{n}": d for n, d in enumerate(found)}
    kept: list[Delivery] = []
    for each in last.values():
        before = next((d for d in kept if _goes_on(d, each)), None)
        if before is None:
            kept.append(each)
            continue
        facts = {**before.facts, "last": each.facts["last"]}
        kept[kept.index(before)] = replace(before, facts=facts)
    return tuple(kept)


def stands(answer: Delivery, shown: Iterable[Delivery]) -> bool:
    """Whether an answer is read already, under its statement in a message that is shown."""
    return answer.key == REPLY and any(_holds(each, answer) for each in shown)


def _holds(said: Delivery, answer: Delivery) -> bool:
    number = int(answer.facts["first"] or 0)
    return _of_one_talk(said, answer) and _first(said) <= number <= _last(said)


def _goes_on(before: Delivery, later: Delivery) -> bool:
    """Whether statements follow others and find room beside them; a voice has its own message."""
    if later.key != STATEMENTS or not _of_one_talk(before, later):
        return False
    # a message that was held before this was known may be a voice
    voice = before.facts.get("voice", True) or later.facts.get("voice", True)
    follows = _first(later) == _last(before) + 1
    return follows and not voice and _last(later) - _first(before) < TOGETHER


def _of_one_talk(said: Delivery, later: Delivery) -> bool:
    here = said.key == STATEMENTS and said.address.chat == later.address.chat
    return here and said.facts["topic"] == later.facts["topic"]


def _first(said: Delivery) -> int:
    return int(said.facts["first"] or 0)


def _last(said: Delivery) -> int:
    return int(said.facts["last"] or 0)
