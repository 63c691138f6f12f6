"""What the rows of the programme must say of each other, and of officers (A09, G09, G12)."""

from collections.abc import Iterator

from config.mistakes import Mistake, nearest
from config.programme import DisclosureRow
from config.shapes import Draft
from governance.powers import POWERS, Verb
from governance.programme import Content, Kind, Occasion, Privacy, Template

Found = Iterator[tuple[str, str, dict[str, object]]]


def items(draft: Draft) -> Iterator[Mistake]:
    """Hold that each item can fall due, and is written and signed by two who may."""
    for key, row in draft.disclosures.items():
        for field, code, facts in (*_falls_due(row), *_says(row), *_people(draft, row)):
            yield Mistake(f"disclosures.{key}.{field}", code, facts)


def _falls_due(row: DisclosureRow) -> Found:
    by_calendar = row.occasion is Occasion.CALENDAR
    if by_calendar and not row.rule:
        yield "rule", "rule-missing", {}
    elif by_calendar and row.since is None:
        yield "since", "since-missing", {}
    if not by_calendar and row.rule:
        yield "rule", "rule-without-calendar", {"occasion": row.occasion.value}
    if (row.template is Template.STAGE) is not (row.occasion is Occasion.PROJECT):
        yield "occasion", "stage-without-project", {"occasion": row.occasion.value}


def _says(row: DisclosureRow) -> Found:
    """Those who are supported are numbers, whoever writes (N06)."""
    supported = Content.BENEFICIARIES, Template.BENEFICIARIES
    named = row.content is supported[0] or row.template is supported[1]
    if named and row.privacy is not Privacy.NUMBERS:
        yield "privacy", "beneficiaries-named", {"found": row.privacy.value}


def _people(draft: Draft, row: DisclosureRow) -> Found:
    if row.kind is Kind.PARTY and not row.drafter:
        yield "drafter", "party-without-account", {}
    for field, officer, verb in (
        ("drafter", row.drafter, Verb.DRAFT_DISCLOSURE),
        ("approver", row.approver, Verb.APPROVE_DISCLOSURE),
    ):
        if officer and draft.lacks("officers", officer):
            yield field, "unknown-officer", {**nearest(officer, draft.keys["officers"])}
        elif (known := draft.officers.get(officer)) and not POWERS[verb] & {*known.offices}:
            offices = " / ".join(sorted(POWERS[verb]))
            yield field, "lacks-offices", {"found": officer, "offices": offices}
    if row.drafter and row.drafter == row.approver:
        yield "approver", "drafter-approves", {"found": row.drafter}
