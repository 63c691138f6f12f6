"""What each verb of a story does in a town, and what the transcript tells of it."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

from sandbox.client import NotSeen, duration, listed, quoted
from sandbox.many import DEEDS as OF_MANY
from sandbox.scene import Scene
from sandbox.story import Step

Deed = Callable[[Step, Scene], object]


def _presses(step: Step, scene: Scene) -> None:
    extras = {key: value for key, value in step.extras.items() if key != "toast"}
    toast = scene.town.presses(step.who, step.value, chat=step.chat, **extras)
    answer = f" → toast “{toast}”" if toast else ""
    scene.transcript.tell(f"{step.who} presses [{step.value}]{answer}")
    expected = listed(step.extras.get("toast", ()))
    if not all(word in (toast or "") for word in expected):
        raise NotSeen(f"a toast with {quoted(expected)}", toast or "no toast")


def _votes(step: Step, scene: Scene) -> None:
    scene.town.votes(step.who, step.value, chat=step.chat, **step.extras)
    chosen = " ".join(f"[{option}]" for option in listed(step.value))
    scene.transcript.tell(
        f"{step.who} votes {chosen}" if chosen else f"{step.who} takes the vote back"
    )


def _blocks(step: Step, scene: Scene) -> None:
    scene.town.blocks(step.who)
    scene.transcript.tell(f"{step.who} blocks the bot")


def _makes(step: Step, scene: Scene) -> None:
    scene.town.makes(step.who, **step.value)


def _admins(step: Step, scene: Scene) -> None:
    office = {key: value for key, value in step.value.items() if key != "who"}
    scene.town.admins(step.value["who"], step.chat, **office)
    what = "an anonymous administrator" if office.get("anonymous") else "an administrator"
    verb = "becomes" if office.get("admin", True) else "is no longer"
    scene.transcript.tell(f"{step.value['who']} {verb} {what} of {step.chat}")


def _mutes(step: Step, scene: Scene) -> None:
    scene.town.mutes(step.chat, can_send=not step.value)
    may = "may not write" if step.value else "may write again"
    scene.transcript.tell(f"the bot {may} in {step.chat}")


def _arrives(step: Step, scene: Scene) -> None:
    scene.town.arrives(**step.value)
    scene.transcript.tell(f"{step.value['name']} comes to town")


def _operator(step: Step, scene: Scene) -> None:
    scene.transcript.tell(f"operator: {step.value}")
    code, output = scene.town.operator(step.value)
    if code:
        raise NotSeen(f"`{step.value}` to do it", output.strip() or f"exit code {code}")
    for name, pattern in step.keeps().items():
        found = re.search(pattern, output)
        if found is None:
            raise NotSeen(f"`{step.value}` to print {pattern}", output.strip())
        scene.kept[name] = found[1]
        scene.transcript.hide(found[1], name)


def _waits(step: Step, scene: Scene) -> None:
    scene.town.waits(step.value)
    transcript = scene.transcript
    if step.value == "next":
        now = datetime.fromtimestamp(scene.town.world()["now"] / 1000, UTC)
        transcript.now = now.astimezone(transcript.now.tzinfo)
        transcript.tell("the next thing is due")
    else:
        transcript.now += duration(step.value)
        transcript.tell(f"{step.value} later")


def _sees(step: Step, scene: Scene) -> None:
    message = scene.town.sees(step.who, step.value, chat=step.chat, **step.extras)
    scene.town.looks(step.who, step.chat, message["id"])


def _never_sees(step: Step, scene: Scene) -> None:
    for word in listed(step.value):
        if found := scene.transcript.ever_showed(step.who, step.chat, word):
            raise NotSeen(f"{step.who} never to see “{word}”", f"“{found}”")


DEEDS: dict[str, Deed] = {
    "says": lambda step, scene: scene.town.says(
        step.who, step.value, chat=step.chat, **step.extras
    ),
    "edits": lambda step, scene: scene.town.edits(
        step.who, step.value, chat=step.chat, **step.extras
    ),
    "presses": _presses,
    "votes": _votes,
    "starts": lambda step, scene: scene.town.starts(step.who, step.value),
    "joins": lambda step, scene: scene.town.joins(step.who, step.value),
    "leaves": lambda step, scene: scene.town.leaves(step.who, step.value),
    "blocks": _blocks,
    "makes": _makes,
    "adds": lambda step, scene: scene.town.adds(step.chat, step.who),
    "kicks": lambda step, scene: scene.town.kicks(step.value, step.chat),
    "admins": _admins,
    "mutes": _mutes,
    "migrates": lambda step, scene: scene.town.migrates(step.chat),
    "posts": lambda step, scene: scene.town.posts(step.chat, step.value, **step.extras),
    "arrives": _arrives,
    "operator": _operator,
    "sees": _sees,
    "never_sees": _never_sees,
    "waits": _waits,
    **OF_MANY,
}
