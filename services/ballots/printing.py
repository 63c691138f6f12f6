"""A published result as a picture and as paper for the wall, once both are drawn."""

from governance.ballots.ballot import Ballot
from governance.notices import Priority
from governance.papers import Format, Paper
from services import deliveries
from services.ballots import telling
from services.ports import Work

SHEET, VERB = "ballot_result", "ballot_printed"
ENDINGS = {Format.PICTURE: "png", Format.A4: "pdf"}


def ask(work: Work, ballot: Ballot) -> None:
    """Ask for the sheets of a result; counted anew or published again it is the same result."""
    for how, ending in ENDINGS.items():
        paper = Paper(
            key=f"ballot:{ballot.id}:{how}",
            sheet=SHEET,
            format=how,
            name=f"B{ballot.number}.{ending}",
            language=work.community.language,
            facts={"ballot": ballot.id},
            at=work.now,
        )
        work.papers.want(paper, VERB, ballot=ballot.id)


def printed(work: Work, ballot: int, paper: int) -> None:
    """Show a sheet that was drawn where the ballot stands, as a reply to its card."""
    found = work.ballots.get(ballot)
    here = telling.group(work, found)
    if here is None:
        return
    place = work.placed(f"ballot:{ballot}:{telling.EVERYBODY}:0") or here
    deliveries.notice(
        work,
        "ballot-paper",
        place,
        reader=telling.EVERYBODY,
        priority=Priority.BROADCAST,
        facts={"ballot": ballot, "number": found.number, "paper": paper},
    )
