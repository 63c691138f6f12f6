"""Marking a paper with several taps in private, and handing it in with one more.

What is marked and not handed in is no vote; it stands in a talk, and goes with it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from governance.ballots.ballot import Ballot
from governance.ballots.base import Marks
from governance.ballots.states import BallotStatus
from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from governance.refusals import Refusal, Unknown
from services import talks
from services.ballots import telling, voting
from services.hearing import Heard
from services.ports import Work

RANKED = frozenset({"borda", "schulze"})
GRADED = frozenset({"score", "evaluation"})
Enters = Callable[[Work, Ballot, Dialogue, Marks], object]
MARK = "o"  # before the number of an option, as the field of a tap


def begin(work: Work, ballot: Ballot, **more: str | int | None) -> Dialogue:
    """Open the paper in private, marked as the unit voted before; Refusal where it is closed."""
    if ballot.status is not BallotStatus.OPEN:
        raise Refusal("refusal-vote-late" if ballot.closes <= work.now else "refusal-vote-early")
    data: dict[str, str | int | None] = {"ballot": ballot.id, "number": ballot.number, **more}
    if "unit" not in more:
        units = work.ballots.units_of(ballot.id, work.by.id)
        if not units:
            raise Refusal("refusal-vote-roll")
        before = work.ballots.pressed(ballot.id, units[0].key)
        data |= {_field(ballot, o): n for o, n in before.marks.items()} if before else {}
    return talks.open_form(work, DialogueKind.MARK, 0, **data)


def marks(ballot: Ballot, talk: Dialogue) -> Mapping[str, int]:
    """Return what is marked so far: option → what stands beside it."""
    every = ((o, talk.whole(_field(ballot, o))) for o in ballot.paper.options)
    return {option: n for option, n in every if n}


def _field(ballot: Ballot, option: str) -> str:
    return f"{MARK}{ballot.paper.options.index(option)}"


@dataclass(frozen=True, slots=True)
class MarkTalk:
    """The talk in which a paper is marked; `enter` takes one that is marked for somebody else."""

    enter: Enters

    def offers(self, work: Work, dialogue: Dialogue, field: str, value: str) -> bool:
        """Whether a button of the paper could say this."""
        ballot = work.ballots.get(dialogue.whole("ballot"))
        if field == talks.SUBMIT:
            return True
        number = field.removeprefix(MARK)
        known = field.startswith(MARK) and number.isdecimal()
        return known and int(number) < len(ballot.paper.options) and value.isdecimal()

    def hear(self, _work: Work, _dialogue: Dialogue, _heard: Heard) -> object:
        """Refuse words: a paper is marked by taps."""
        raise Refusal("refusal-tap")

    def take(self, work: Work, dialogue: Dialogue, field: str, value: str) -> object:
        """Mark an option, or hand the paper in."""
        ballot = work.ballots.get(dialogue.whole("ballot"))
        if field == talks.SUBMIT:
            return self._hand_in(work, ballot, dialogue)
        option = ballot.paper.options[int(field.removeprefix(MARK))]
        now = marked(ballot, marks(ballot, dialogue), option, int(value))
        kept = {k: v for k, v in dialogue.data.items() if not _is_mark(k)}
        dialogue = replace(dialogue, data=kept | {_field(ballot, o): n for o, n in now.items()})
        dialogue = work.dialogues.save(dialogue)
        talks.show(work, dialogue)
        return dialogue

    def back(self, work: Work, dialogue: Dialogue) -> object:
        """Leave: there is no question before this one."""
        return talks.end(work, dialogue, DialogueStatus.CANCELLED)

    def _hand_in(self, work: Work, ballot: Ballot, talk: Dialogue) -> object:
        found, hand = marks(ballot, talk), self.enter
        if talk.text("unit"):
            done = hand(work, ballot, talk, found)
        else:
            done = voting.cast(work, ballot, found)
            telling.own(work, ballot)
        _let_go(work, talk)
        return done


def _is_mark(field: str) -> bool:
    return field.startswith(MARK) and field[1:].isdecimal()


def marked(ballot: Ballot, before: Marks, option: str, value: int) -> dict[str, int]:
    """Return the marks after one more tap; Refusal where no more may be marked."""
    others = {o: n for o, n in before.items() if o != option}
    if ballot.method in RANKED:
        return _ranked(before, others, option)
    if ballot.method in GRADED:
        return {**others, option: value} if 0 < value <= ballot.paper.best else others
    if option in before:
        return others
    if ballot.paper.most == 1 or ballot.method == "motion":
        return {option: 1}
    if len(others) >= ballot.paper.most:
        raise Refusal("refusal-vote-most", most=ballot.paper.most)
    return {**others, option: 1}


def _ranked(before: Marks, others: dict[str, int], option: str) -> dict[str, int]:
    """Give the next place, or take one back: those behind it move up."""
    if option not in before:
        return {**others, option: len(others) + 1}
    return {o: n - (n > before[option]) for o, n in others.items()}


def _let_go(work: Work, talk: Dialogue) -> None:
    """End the talk, and let it forget what was marked: the box holds it."""
    ended = talks.end(work, talk, DialogueStatus.DONE)
    kept = {k: v for k, v in ended.data.items() if k in {"ballot", "number"}}
    work.dialogues.save(replace(ended, data=kept))


def arrive(work: Work, ballot_id: int) -> None:
    """Show whoever comes by the link the ballot, and what he votes with: a card, or a paper."""
    ballot = work.ballots.get(ballot_id)
    telling.card(work, ballot, work.by.id)
    running = ballot.status is BallotStatus.OPEN and work.now < ballot.closes
    marked_here = running and not ballot.secret and not voting.one_tap(ballot)
    if marked_here and work.ballots.units_of(ballot.id, work.by.id):
        begin(work, ballot)


def open_paper(work: Work, ballot_id: int, chat: int) -> Dialogue:
    """Open the paper for whoever wants to vote; who has no vote hears why before he marks it."""
    voting.here(work, chat)
    ballot = work.ballots.get(ballot_id)
    if ballot.secret or voting.one_tap(ballot):
        raise Unknown("refusal-no-dialogue")
    if ballot.status is BallotStatus.OPEN:
        units = tuple(work.ballots.units_of(ballot.id, work.by.id))
        voting.check_eligible(work, ballot, units or (voting.NOBODYS,))
        for unit in units:
            voting.check_lives(work, ballot, unit)
    return begin(work, ballot)
