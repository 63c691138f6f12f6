"""A map as one fact of a notice: it is drawn later as it stood when it was asked for."""

import json
from collections.abc import Mapping

from governance.deliberations.charts import Chart, Grouping
from governance.deliberations.opinions import Leaning


def pack(chart: Chart) -> str:
    """Return a map as text."""
    return json.dumps(
        {
            "by": chart.by,
            "people": chart.people,
            "sizes": chart.sizes,
            "shared": chart.shared,
            "divided": chart.divided,
            "together": chart.together,
            "typical": chart.typical,
            "thin": chart.thin,
        }
    )


def unpack(text: str) -> Chart:
    """Return the map that was packed."""
    told = json.loads(text)
    return Chart(
        by=Grouping(told["by"]),
        people=told["people"],
        sizes=told["sizes"],
        shared=_numbered(told["shared"]),
        divided={int(n): _leanings(each) for n, each in told["divided"].items()},
        together=_numbered(told["together"]),
        typical={key: _numbered(each) for key, each in told["typical"].items()},
        thin=told["thin"],
    )


def _numbered(told: Mapping[str, str]) -> dict[int, Leaning]:
    return {int(number): Leaning(leaning) for number, leaning in told.items()}


def _leanings(told: Mapping[str, str]) -> dict[str, Leaning]:
    return {key: Leaning(leaning) for key, leaning in told.items()}
