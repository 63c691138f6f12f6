"""What befalls many groups at once, and what stands in all of them: steps about a crowd."""

import time
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlencode

from sandbox.client import NotSeen, listed, quoted
from sandbox.scene import Crowd, Scene
from sandbox.story import Step

PATIENCE = 60.0  # seconds, for what goes to hundreds of groups at Telegram's pace
LOOK = 0.1
JUMP = 3600  # seconds, where a clock-jump names none
NAMED = 5  # groups, where something is amiss in many


def _breaks(step: Step, scene: Scene) -> None:
    """Let the sandbox inflict a fault: on each of a crowd, on a group, or wherever it fits."""
    crowd = step.extras.get("each")
    if crowd:
        chats: list[int | str | None] = [*scene.crowd(crowd)]
    else:
        chats = [scene.town.chat(step.chat) if step.chat else None]
    for chat in chats:
        scene.town.post("/faults", **step.value, chat=chat)
    where = f" in {len(chats)} groups" if crowd else f" in {step.chat}" if step.chat else ""
    if step.value["kind"] == "clock-jump":
        scene.transcript.now += timedelta(seconds=step.value.get("jump", JUMP))
    scene.transcript.tell(f"it breaks: {step.value['kind']}{where}")


def _spreads(step: Step, scene: Scene) -> None:
    """Wait until words stand in a part of a crowd; it must not be over by then."""
    crowd, percent = scene.crowd(step.extras["each"]), step.extras["percent"]
    end = time.monotonic() + PATIENCE
    while (found := _told(scene, step, crowd)) * 100 < percent * len(crowd):
        if time.monotonic() > end:
            expected = f"{quoted(step.value)} in {percent} % of {len(crowd)} groups"
            raise NotSeen(expected, f"in {found} of them after {PATIENCE:g} seconds")
        time.sleep(LOOK)
    if found == len(crowd):
        raise NotSeen(f"{quoted(step.value)} still on the way", f"it stands in all {found} groups")
    scene.transcript.tell(f"{quoted(step.value)} stands in {percent} % of {len(crowd)} groups")


def _everywhere(step: Step, scene: Scene) -> None:
    """Hold that words stand in each group of a crowd once, counted with what it was before.

    At most `again` groups may have them twice: to those they were on the way at a cut of power.
    """
    end, again = time.monotonic() + PATIENCE, step.extras.get("again", 0)
    while (missing := _missing(scene, step)) and time.monotonic() < end:
        time.sleep(LOOK)
    crowd = scene.crowd(step.extras["each"])
    expected = f"{quoted(step.value)} in each of {len(crowd)} groups"
    if missing:
        raise NotSeen(expected, f"it is missing in {_named(missing)}")
    counts = _by_title(scene, step)
    often = [title for title in crowd.values() if counts[title] > 1]
    surplus = sum(counts[title] - 1 for title in often)
    most = f"at most {again} of them twice" if again else "once"
    if surplus > again:
        raise NotSeen(f"{expected}, {most}", f"it stands more than once in {_named(often)}")
    scene.transcript.tell(f"{quoted(step.value)} stands in each of {len(crowd)} groups, {most}")


def _nowhere(step: Step, scene: Scene) -> None:
    """Hold that words stand in no group of a crowd."""
    scene.town.idle()
    crowd, counts = scene.crowd(step.extras["each"]), _by_title(scene, step)
    if found := [title for title in crowd.values() if title in counts]:
        raise NotSeen(f"{quoted(step.value)} in none of {len(crowd)} groups", _named(found))
    scene.transcript.tell(f"{quoted(step.value)} stands in none of {len(crowd)} groups")


def _paced(step: Step, scene: Scene) -> None:
    """Hold that the bot was told to wait as often as the story let it, and not for its haste.

    What came up to `late` milliseconds too early is none: a busy machine delays one call more
    than the next.
    """
    limits, met = scene.town.get("/limits"), scene.town.get("/faults")["met"].get("429", 0)
    if not limits["on"]:
        raise NotSeen("a town with Telegram's limits", "none is kept here")
    refused, late = limits["refused"], step.extras.get("late", 0)
    if met != step.value or (refused and limits["earliest_ms"] > late):
        seen = f"{met}, and {refused} for its haste: {limits['last']}"
        raise NotSeen(f"the bot to be told {step.value} times to wait", seen)
    but = f" of more than {late} ms" if late else ""
    scene.transcript.tell(f"429 was answered {met} times, and never for haste{but}")


DEEDS: dict[str, Callable[[Step, Scene], object]] = {
    "breaks": _breaks,
    "spreads": _spreads,
    "everywhere": _everywhere,
    "nowhere": _nowhere,
    "paced": _paced,
}


def _standing(scene: Scene, step: Step) -> dict[int, int]:
    """Return how often the bot's words stand in each group that has them."""
    asked = urlencode({"words": listed(step.value)}, doseq=True)
    return {int(chat): n for chat, n in scene.town.get(f"/spread?{asked}")["chats"].items()}


def _told(scene: Scene, step: Step, crowd: Crowd) -> int:
    return sum(chat in crowd for chat in _standing(scene, step))


def _missing(scene: Scene, step: Step) -> list[str]:
    found = _standing(scene, step)
    crowd = scene.crowd(step.extras["each"])
    return [title for chat, title in crowd.items() if chat not in found]


def _by_title(scene: Scene, step: Step) -> dict[str, int]:
    """Count a group that has moved together with what it was before."""
    titles = {one["id"]: one["title"] for one in scene.town.world()["chats"]}
    counts: dict[str, int] = {}
    for chat, count in _standing(scene, step).items():
        counts[titles[chat]] = counts.get(titles[chat], 0) + count
    return counts


def _named(titles: list[str]) -> str:
    more = len(titles) - NAMED
    return ", ".join(titles[:NAMED]) + (f" and {more} more" if more > 0 else "")
