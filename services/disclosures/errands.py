"""What the clock does to editions, by the names under which it is asked."""

from collections.abc import Callable, Mapping

from services.disclosures import (
    answering,
    counting,
    freezing,
    publishing,
    questioning,
    reaching,
    signing,
    stepping,
)

ERRANDS: Mapping[str, Callable[..., None]] = {
    freezing.VERB: signing.drawn,
    freezing.UNDRAWN: signing.undrawn,
    stepping.PUBLISH: publishing.publish,
    reaching.POSTED: reaching.posted,
    reaching.UNPINNED: reaching.unpinned,
    publishing.JOINED: publishing.joined,
    answering.SHOW: answering.shown,
    questioning.LATE: questioning.late,
    counting.RATES: counting.month,
}
