"""What docs/deliberations.md takes from the code: topics, ballots, votes, the numbers of law."""

import importlib

import generate

from governance.ballots.bodies import BODIES
from governance.ballots.methods import METHODS
from governance.ballots.states import BallotStatus, VoteStatus
from governance.ballots.table import LIFECYCLE as BALLOT
from governance.ballots.table import VOTE
from governance.deliberations.states import TopicStatus
from governance.deliberations.table import LIFECYCLE as TOPIC
from governance.lifecycle import A, Lifecycle, S
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
            f"{body.source.law} {body.source.article or '–'} ({body.source.year})",
            body.source.certainty,
        )
        for body in BODIES.values()
    )
    return generate.table(("body", "one vote", "take part", "agree", "source", "sure"), rows)


def _said(thresholds: Thresholds) -> str:
    words = (f"{t.reach.replace('-', ' ')} {t.share} of {m}" for m, t in thresholds.items())
    return ", ".join(words) or "left empty"


def methods() -> str:
    """Return the ways of voting, as each file says in its first line."""
    rows = []
    for name in METHODS:
        module = importlib.import_module(f"governance.ballots.{name}")
        rows.append((f"`{name}`", (module.__doc__ or "").splitlines()[0].rstrip(".")))
    return generate.table(("method", "how it counts"), rows)
