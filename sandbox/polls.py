"""Native polls: how the bot sends and stops them, and how people vote."""

from typing import Any

from sandbox import shapes
from sandbox.entities import Entity
from sandbox.errors import BadRequestError, MistakeError
from sandbox.limits import LIMITS, utf16_length
from sandbox.messages import Content, Message, Poll
from sandbox.params import Params
from sandbox.reach import own_message
from sandbox.sending import send
from sandbox.stage import Sandbox
from sandbox.world import Person

Json = dict[str, Any]

_SHORTEST = 5  # seconds


def send_poll(sandbox: Sandbox, params: Params) -> Json:
    """Send a poll; of quizzes nothing is played."""
    if params.text("type") not in ("", "regular"):
        raise BadRequestError("quiz polls are not played here")
    poll = Poll(
        id=str(5_000_000_000_000 + len(sandbox.polls)),
        question=_question(params),
        options=_options(params),
        anonymous=params.text("is_anonymous") == "" or params.flag("is_anonymous"),
        multiple=params.flag("allows_multiple_answers"),
        revoting=params.text("allows_revoting") == "" or params.flag("allows_revoting"),
        hides=params.flag("hide_results_until_closes"),
        closed=params.flag("is_closed"),
    )
    _set_end(sandbox, params, poll)
    sent = send(sandbox, params, Content(poll=poll))
    sandbox.polls[poll.id] = poll
    return sent


def stop_poll(sandbox: Sandbox, params: Params) -> Json:
    """End a poll and return its last count."""
    message = own_message(sandbox, params, "message with poll to stop not found")
    poll = message.content.poll
    if poll is None:
        raise BadRequestError("message is not a poll")
    if poll.closed:
        raise BadRequestError("poll has already been closed")
    poll.closed = True
    message.markup = params.parsed("reply_markup")
    sandbox.events.publish("poll", chat=message.chat, message=message.id)
    sandbox.push("poll", shapes.poll(poll))
    return shapes.poll(poll)


def vote(sandbox: Sandbox, person: Person, message: Message, chosen: tuple[int, ...]) -> None:
    """Let a person vote, vote anew, or take the vote back by choosing nothing."""
    poll = message.content.poll
    _check_vote(sandbox, person, message, chosen)
    assert poll is not None  # noqa: S101 -- tells mypy what was checked
    if poll.votes.get(person.id, ()) == chosen:
        return
    poll.votes.pop(person.id, None)
    if chosen:
        poll.votes[person.id] = chosen
    sandbox.events.publish("poll", chat=message.chat, message=message.id)
    if not poll.anonymous:
        sandbox.push("poll_answer", shapes.poll_answer(sandbox.world, poll, person.id))
    sandbox.push("poll", shapes.poll(poll))


def close_due(sandbox: Sandbox) -> None:
    """End the polls whose time is over."""
    now = sandbox.clock.now()
    due = [p for p in sandbox.polls.values() if p.closes is not None and p.closes <= now]
    for poll in (one for one in due if not one.closed):
        poll.closed = True
        sandbox.push("poll", shapes.poll(poll))
        for chat in sandbox.world.chats.values():
            for message in chat.messages.values():
                if message.content.poll is poll:
                    sandbox.events.publish("poll", chat=chat.id, message=message.id)


def _check_vote(
    sandbox: Sandbox, person: Person, message: Message, chosen: tuple[int, ...]
) -> None:
    poll = message.content.poll
    if poll is None:
        raise MistakeError(f"Message {message.id} holds no poll.")
    if person.id not in sandbox.world.chat(message.chat).members:
        raise MistakeError(f"{person.name} is not in this chat; let them join first.")
    due = poll.closes is not None and poll.closes <= sandbox.clock.now()
    if poll.closed or due:
        raise MistakeError("The poll is closed.")
    if any(option not in range(len(poll.options)) for option in chosen):
        raise MistakeError(f"`options` must be numbers from 0 to {len(poll.options) - 1}.")
    if len(chosen) > 1 and not poll.multiple:
        raise MistakeError("This poll takes one answer.")
    if person.id in poll.votes and not poll.revoting:
        raise MistakeError("This poll takes no second answer.")


def _question(params: Params) -> str:
    question = params.text("question").strip()
    if not question:
        raise BadRequestError("poll question must be non-empty")
    if utf16_length(question) > LIMITS["poll_question"]:
        raise BadRequestError(f"poll question length must not exceed {LIMITS['poll_question']}")
    return question


def _options(params: Params) -> tuple[str, ...]:
    given = params.parsed("options") or []
    options = tuple(_option(one).strip() for one in given)
    if not options:
        raise BadRequestError("poll must have at least 1 answer option")
    if len(options) > LIMITS["poll_options"]:
        raise BadRequestError(f"poll can't have more than {LIMITS['poll_options']} options")
    if not all(options):
        raise BadRequestError("poll options must be non-empty")
    if any(utf16_length(option) > LIMITS["poll_option"] for option in options):
        raise BadRequestError(f"poll options length must not exceed {LIMITS['poll_option']}")
    return options


def _option(one: str | Entity) -> str:
    return str(one.get("text", "")) if isinstance(one, dict) else str(one)


def _set_end(sandbox: Sandbox, params: Params, poll: Poll) -> None:
    """Read when the poll ends by itself: after a period, or at a time."""
    now = sandbox.clock.now()
    period, date = params.number("open_period"), params.number("close_date")
    seconds = period if date is None else date - now // 1000
    if seconds is None:
        return
    if not _SHORTEST <= seconds <= LIMITS["poll_period"]:
        raise BadRequestError("invalid poll open period specified")
    poll.period = None if date is not None else seconds
    poll.closes = now + 1000 * seconds
