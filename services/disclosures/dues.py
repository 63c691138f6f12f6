"""What the clock wakes of disclosures, by the names under which it is asked to."""

from collections.abc import Callable, Mapping

from services.disclosures import (
    answering,
    counting,
    duties,
    freezing,
    keeping,
    projects,
    publishing,
    questioning,
    reaching,
    scheduling,
    sheets,
    signing,
    stepping,
)

DUES: Mapping[str, Callable[..., None]] = {
    scheduling.VERB: scheduling.look,
    "stage": projects.reached,
    "disclosure_remind": scheduling.remind,
    "disclosure_absent": scheduling.absent,
    scheduling.ABSENCES: scheduling.absences,
    sheets.DRAWN: sheets.drawn,
    sheets.FORGET: sheets.forget,
    keeping.VERB: keeping.ends,
    freezing.VERB: signing.drawn,
    freezing.UNDRAWN: signing.undrawn,
    stepping.PUBLISH: publishing.publish,
    reaching.POSTED: reaching.posted,
    reaching.UNPINNED: reaching.unpinned,
    publishing.JOINED: publishing.joined,
    publishing.MISSED: publishing.missed,
    answering.SHOW: answering.shown,
    questioning.LATE: questioning.late,
    counting.RATES: counting.month,
    duties.SURVEY: duties.survey,
}
