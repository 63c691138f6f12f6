"""What docs/deliberations.md takes from the code: topics, ballots, votes, the numbers of law."""

import importlib
import re

import generate

from config.deliberation import DeliberationRow
from governance.ballots.bodies import BODIES
from governance.ballots.methods import METHODS
from governance.ballots.states import BallotStatus, VoteStatus
from governance.ballots.table import LIFECYCLE as BALLOT
from governance.ballots.table import VOTE
from governance.deliberations.states import TopicStatus
from governance.deliberations.table import LIFECYCLE as TOPIC
from governance.fourstep import LIFECYCLE as SIX
from governance.fourstep import Stage
from governance.lifecycle import A, Lifecycle, S
from governance.meetings.meeting import LIFECYCLE as MEETING
from governance.meetings.sounding import LIFECYCLE as SOUNDING
from governance.meetings.states import MeetingStatus, SoundingStatus
from governance.procedure import Source
from governance.quorum import Thresholds
from governance.resolutions.states import ResolutionStatus
from governance.resolutions.table import LIFECYCLE as RESOLUTION

HEADS = ("action", "from", "to", "by", "tells", "needs")


def topic() -> str:
    """Return the table of 8.8."""
    return _steps(TOPIC, TopicStatus)


def ballot() -> str:
    """Return the table of 8.9."""
    return _steps(BALLOT, BallotStatus)


def meeting() -> str:
    """Return the table of meetings and hearings."""
    return _steps(MEETING, MeetingStatus)


def sounding() -> str:
    """Return the table of notices and surveys."""
    return _steps(SOUNDING, SoundingStatus)


def six_steps() -> str:
    """Return the table of 四议两公开."""
    return _steps(SIX, Stage)


def vote() -> str:
    """Return the table of 8.10."""
    return _steps(VOTE, VoteStatus)


def resolution() -> str:
    """Return the table of 8.11."""
    return _steps(RESOLUTION, ResolutionStatus)


def _steps(lifecycle: Lifecycle[S, A], statuses: type[S]) -> str:
    rows = (
        (
            f"`{step.action}`",
            ", ".join(s for s in statuses if s in step.sources),
            "the same" if step.sources == {step.target} else str(step.target),
            ", ".join(sorted(step.by)),
            ", ".join(step.tells) or "–",
            " and ".join(n for n in ("reason", "proof") if getattr(step, n)) or "–",
        )
        for step in lifecycle.steps
    )
    return generate.table(HEADS, rows)


def bodies() -> str:
    """Return the templates of the law."""
    rows = (
        (
            f"`{body.key}`",
            body.kind,
            _said(body.rule.whole.turnout),
            _said(body.rule.whole.assent),
            _cited(body.source),
            body.source.certainty,
        )
        for body in BODIES.values()
    )
    return generate.table(("body", "one vote", "take part", "agree", "source", "sure"), rows)


def _cited(source: Source) -> str:
    return f"{source.law} {source.article} ({source.year})" if source.article else source.law


def _said(thresholds: Thresholds) -> str:
    words = (f"{t} of {m}" for m, t in thresholds.items())
    return ", ".join(words) or "left empty"


def numbers() -> str:
    """Return the numbers of `[deliberation]`, with what the example file says of each."""
    text = (generate.ROOT / "config" / "community.example.toml").read_text(encoding="utf-8")
    part = text.split("[deliberation]")[1].split("\n[", 1)[0]
    said = dict(re.findall(r"(?m)^(\w+) = .*# .* / (.*)$", part))
    schema = DeliberationRow.model_json_schema()["properties"]
    rows = (  # a yes or no has no least and most
        (
            f"`{name}`",
            *(str(found.get(of, "–")) for of in ("default", "minimum", "maximum")),
            said[name],
        )
        for name, found in schema.items()
    )
    return generate.table(("number", "proposed", "least", "most", "what it says"), rows)


def methods() -> str:
    """Return the ways of voting, as each file says in its first line."""
    rows = []
    for name in METHODS:
        module = importlib.import_module(f"governance.ballots.{name}")
        rows.append((f"`{name}`", (module.__doc__ or "").splitlines()[0].rstrip(".")))
    return generate.table(("method", "how it counts"), rows)
