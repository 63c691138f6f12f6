"""What docs/posts.md takes from the code: the taking up of posts, and the table of powers."""

import generate

from governance.directory import Role
from governance.grants import LIFECYCLE, GrantStatus
from governance.powers import ONLY_OWN, POWER_OF, POWERS, Verb

OFFICES = (
    Role.GRID_WORKER,
    Role.HELPER,
    Role.GRID_HEAD,
    Role.GROUP_HEAD,
    Role.DISPATCHER,
    Role.COMMITTEE,
    Role.SUPERVISION,
    Role.MEDIATOR,
    Role.TOWNSHIP,
    Role.OPERATOR,
)


def steps() -> str:
    """Return the table of 8.2."""
    heads = ("action", "from", "to", "by", "tells", "needs")
    rows = (
        (
            f"`{step.action}`",
            ", ".join(s for s in GrantStatus if s in step.sources),
            str(step.target),
            ", ".join(sorted(step.by)),
            ", ".join(step.tells) or "–",
            "a reason" if step.reason else "–",
        )
        for step in LIFECYCLE.steps
    )
    return generate.table(heads, rows)


def powers() -> str:
    """Return the table of powers, one row a verb, one column an office."""
    rows = (
        (
            f"`{verb}`",
            str(POWER_OF[verb]),
            *(_cell(verb, role) for role in OFFICES),
        )
        for verb in Verb
    )
    return generate.table(("verb", "power", *OFFICES), rows)


def _cell(verb: Verb, role: Role) -> str:
    if role not in POWERS[verb]:
        return ""
    return "○" if role in ONLY_OWN.get(verb, ()) else "●"
