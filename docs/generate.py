"""What the documentation takes from the code: tables for cog, and journeys: stories played.

`python docs/generate.py journeys` writes docs/journeys/; with --check it names the stale ones.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from pydantic_core import PydanticUndefined  # noqa: E402 -- a script finds its house first

from bot import demo  # noqa: E402
from bot.__main__ import main as linli  # noqa: E402
from bot.speech import LOCALES  # noqa: E402
from config.settings import PREFIX, Settings  # noqa: E402
from docs import pictured  # noqa: E402
from docs.alike import alike  # noqa: E402
from docs.commands import WHO  # noqa: E402
from governance import cases, mediation  # noqa: E402
from governance.ballots.envelope import READABLE, SLIP  # noqa: E402
from governance.cases import ASSIGNMENT, LIFECYCLE, AssignmentStatus, CaseAction, CaseStatus  # noqa: E402
from governance.lifecycle import Step  # noqa: E402
from handlers.routes import COMMANDS  # noqa: E402
from handlers.texts import Library  # noqa: E402
from sandbox import player  # noqa: E402

Arrow = tuple[str, str, str]
JOURNEYS = ROOT / "docs" / "journeys"
LIBRARY = Library(LOCALES)
OFTEN = 4  # a step from more statuses than this would hide the others in a diagram
HALF = f"[{READABLE}]{{{SLIP // 2}}}"
# what chance has written: the same story has others each time
CHANCE = (
    (re.compile(rf"\b{HALF}-{HALF}\b"), "····-····"),
    (re.compile(r"\b[0-9a-f]{64}\b"), "…"),
    (re.compile(r"(?<=核对码：)[0-9a-f]{8}\b"), "········"),
    # the audit is sealed by the machine's own clock: a slow one has a line of the day to tell
    (re.compile(r"^  邻里: 🔗 今日存证 .*\n", re.MULTILINE), ""),
)
NOTE = (
    "The story `sandbox/stories/{name}.toml`, played on a fresh town by "
    "`docs/generate.py journeys`. Each block is what became visible in one chat; "
    "`[…]` are buttons, `↩` is an answer to a message."
)
HEADINGS = {
    "en": ("command", "what it does", "who uses it"),
    "zh-CN": ("命令", "做什么", "谁用"),
}


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table."""
    heads = list(heads)
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def settings() -> str:
    """Return the settings, as config/settings.py describes them."""
    rows = []
    for name, field in Settings.model_fields.items():
        plain = field.default is PydanticUndefined
        default = "needed" if plain else f"`{field.default}`" if field.default else "none"
        rows.append((f"`{PREFIX}{name.upper()}`", default, str(field.description)))
    return table(("variable", "default", "what it sets"), rows)


def command_line() -> str:
    """Return the commands of `linli`, as click knows them."""
    rows = ((f"`{usage}`", told) for usage, told in _commands(linli, "linli"))
    return table(("command", "what it does"), rows)


def _commands(group: click.Group, path: str) -> Iterator[tuple[str, str]]:
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from _commands(command, f"{path} {name}")
            continue
        asked = [_parameter(each) for each in command.params]
        yield " ".join([path, name, *asked]), str(command.help).splitlines()[0]


def _parameter(asked: click.Parameter) -> str:
    if isinstance(asked, click.Option):
        usual = asked.default if isinstance(asked.default, int | str) else str(asked.name).upper()
        value = "" if asked.is_flag else f" {asked.metavar or usual}"
        return f"[{asked.opts[0]}{value}]"
    name = str(asked.name).upper()
    return name if asked.required else f"[{name}]"


def commands(language: str) -> str:
    """Return the commands of the bot, in a language of its words."""
    texts, which = LIBRARY.speak(language), list(HEADINGS).index(language)
    rows = (
        (f"`/{c.name}`", texts.plain(f"command-{c.name}"), WHO[c.name][which]) for c in COMMANDS
    )
    return table(HEADINGS[language], rows)


def statuses() -> str:
    """Return every status of a case, its words, and with whom the case lies then."""
    rows = ((f"`{s}`", _chinese(f"case-status-{s}"), _holder(s)) for s in CaseStatus)
    return table(("status", "中文", "the case lies with"), rows)


def _holder(status: CaseStatus) -> str:
    if status in cases.WITH_SUPERVISION:
        return "supervision"
    if status in cases.ON_DESK:
        return "the committee's desk"
    if status in cases.WITH_WORKER:
        return "the officer of the newest assignment"
    return (
        "that officer; the reporter is asked" if status in cases.OPEN else "nobody: it is closed"
    )


def case_steps() -> str:
    """Return the table of LIFECYCLE."""
    heads = ("action", "中文", "from", "to", "by", "tells", "needs")
    return table(heads, (_row(step) for step in LIFECYCLE.steps))


def _row(step: Step[CaseStatus, CaseAction]) -> tuple[str, ...]:
    needs = {
        "a reason": step.reason,
        "a photo or a line": step.proof,
        "a receiver": step.action in cases.NEEDS_RECEIVER,
    }
    return (
        f"`{step.action}`",
        _chinese(f"case-action-{step.action}"),
        ", ".join(s for s in CaseStatus if s in step.sources),
        step.target,
        ", ".join(sorted(step.by)),
        ", ".join(step.tells) or "–",
        ", ".join(need for need, asked in needs.items() if asked) or "–",
    )


def case_diagram() -> str:
    """Return LIFECYCLE as a drawing; a step from nearly everywhere is left to the table."""
    arrows: list[Arrow] = [("[*]", CaseStatus.SUBMITTED, "report")]
    here = Counter(s.action for s in LIFECYCLE.steps if s.sources == {s.target})
    for step in LIFECYCLE.steps:
        label = f"{step.action} ({', '.join(sorted(step.by))})"
        if len(step.sources) <= OFTEN and here[step.action] <= OFTEN:
            arrows += [(s, step.target, label) for s in CaseStatus if s in step.sources]
    drawn = {target for _, target, _ in arrows} - {source for source, _, _ in arrows}
    return _diagram([*arrows, *((s, "[*]", "") for s in CaseStatus if s in drawn)])


def dispute_statuses() -> str:
    """Return every status of a dispute and its words."""
    rows = ((f"`{s}`", _chinese(f"dispute-status-{s}")) for s in mediation.DisputeStatus)
    return table(("status", "中文"), rows)


def dispute_steps() -> str:
    """Return the table of the disputes' lifecycle; what may be done in every open status once."""
    rows: dict[tuple[str, ...], list[str]] = {}
    for step in mediation.LIFECYCLE.steps:
        stays = step.sources == {step.target}
        told = ", ".join(step.tells) or "–"
        needs = "a reason" if step.reason else "–"
        row = (", ".join(sorted(step.by)), told, needs)
        key = (step.action, "as before" if stays else step.target, *row)
        rows.setdefault(key, []).extend(s for s in mediation.DisputeStatus if s in step.sources)
    lines = (
        (f"`{action}`", _chinese(f"dispute-action-{action}"), ", ".join(sources), target, *row)
        for (action, target, *row), sources in rows.items()
    )
    return table(("action", "中文", "from", "to", "by", "tells", "needs"), lines)


def dispute_diagram() -> str:
    """Return the disputes' lifecycle as a drawing, of the steps that move it."""
    arrows: list[Arrow] = [("[*]", mediation.DisputeStatus.REPORTED, "told")]
    for step in mediation.LIFECYCLE.steps:
        label = f"{step.action} ({', '.join(sorted(step.by))})"
        if len(step.sources) < len(mediation.OPEN):
            arrows += [(s, step.target, label) for s in step.sources if s != step.target]
    drawn = {target for _, target, _ in arrows} & mediation.CLOSED
    return _diagram([*arrows, *((s, "[*]", "") for s in sorted(drawn))])


def assignment_steps() -> str:
    """Return the table of ASSIGNMENT."""
    rows = ((f"`{action}`", before, after) for (action, before), after in ASSIGNMENT.items())
    return table(("action of the case", "assignment before", "after"), rows)


def assignment_diagram() -> str:
    """Return ASSIGNMENT as a drawing."""
    arrows: list[Arrow] = [
        ("[*]", AssignmentStatus.OFFERED, "dispatch, pass-on"),
        ("[*]", AssignmentStatus.ACCEPTED, "receive"),
    ]
    arrows += [(before, after, action) for (action, before), after in ASSIGNMENT.items()]
    going_on = {before for _, before in ASSIGNMENT}
    return _diagram([*arrows, *((s, "[*]", "") for s in AssignmentStatus if s not in going_on)])


def _diagram(arrows: Iterable[Arrow]) -> str:
    labels: dict[tuple[str, str], list[str]] = {}
    for source, target, label in arrows:
        labels.setdefault((source, target), []).append(label)
    lines = [
        f"    {_name(source)} --> {_name(target)}{_told(all_of)}"
        for (source, target), all_of in labels.items()
    ]
    return "\n".join(["```mermaid", "stateDiagram-v2", *lines, "```", ""])


def _told(labels: Iterable[str]) -> str:
    said = " / ".join(label for label in dict.fromkeys(labels) if label)
    return f" : {said}" if said else ""


def _name(status: str) -> str:
    return status.replace("-", "_")


def _chinese(key: str) -> str:
    return LIBRARY.speak("zh-CN").plain(key)


def journey(name: str) -> str:
    """Play a story on a fresh town, and return its page."""
    story, lines = player.find(name), list[str]()
    people = demo.town_file(story.town)
    # what goes to hundreds goes at Telegram's pace, or nothing could befall it on the way
    pace = "telegram" if story.crowds else "unlimited"
    fresh = demo.town(start=story.start.isoformat(), pace=pace, people=people)
    with fresh as (address, _):
        player.play(story, player.Town(address), lines.append)
    page = player.markdown(story.title, lines)
    for by_chance, shown in CHANCE:
        page = by_chance.sub(shown, page)
    title, _, transcript = page.partition("\n\n")
    return f"{title}\n\n{NOTE.format(name=name)}\n\n{pictured.shown(name)}{transcript}"


def write(names: Iterable[str], *, check: bool) -> list[str]:
    """Write the journeys, or only look; return those that are not as they were."""
    stale = []
    for name in names:
        path, page = JOURNEYS / f"{name}.md", journey(name)
        if path.exists() and alike(path.read_text(encoding="utf-8"), page):
            continue
        stale.append(path.name)
        if not check:
            path.write_text(page, encoding="utf-8")
    return stale


def main() -> int:
    """Write or check the journeys."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["journeys"])
    parser.add_argument("--check", action="store_true", help="write nothing; 1 where one is stale")
    asked = parser.parse_args()
    stale = write([name for name, _ in player.stories()], check=asked.check)
    sys.stdout.write("".join(f"{'stale' if asked.check else 'written'}: {n}\n" for n in stale))
    return 1 if asked.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
