"""What is measured, for Prometheus: no label ever holds an id of anybody, or a word."""

from collections.abc import Iterator, Mapping

from prometheus_client import CollectorRegistry, PlatformCollector, ProcessCollector, exposition
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from bot.counting import Counts, Spread
from bot.house import House
from bot.readiness import NOTHING, Standing, standing
from governance.notices import Priority

CONTENT_TYPE = exposition.CONTENT_TYPE_LATEST


class Figures(Collector):
    """The figures of one moment."""

    def __init__(self, counts: Counts, found: Standing | None, writer: Mapping[str, int]) -> None:
        self._counts = counts
        self._found = found
        self._writer = writer

    def collect(self) -> Iterator[Metric]:
        """Yield each figure."""
        yield from self._standing()
        yield from self._counted()
        yield _spread("linli_handler_seconds", "From lane to commit.", self._counts.handling)
        yield _spread("linli_units_per_commit", "Units of work.", self._counts.units)

    def _standing(self) -> Iterator[Metric]:
        found = self._found
        yield GaugeMetricFamily("linli_database_up", "It answers.", value=found is not None)
        if found is None:
            return
        yield GaugeMetricFamily("linli_inbox_open", "Updates not done.", value=found.inbox.count)
        yield GaugeMetricFamily(
            "linli_inbox_lag_seconds", "Age of the oldest of them.", value=found.inbox.seconds
        )
        waiting = GaugeMetricFamily("linli_outbox_waiting", "Sendable now.", labels=["priority"])
        lag = GaugeMetricFamily(
            "linli_outbox_lag_seconds", "Age of the oldest of them.", labels=["priority"]
        )
        for priority in Priority:
            here = found.outbox.get(int(priority), NOTHING)
            waiting.add_metric([priority.name.lower()], here.count)
            lag.add_metric([priority.name.lower()], here.seconds)
        yield waiting
        yield lag
        yield GaugeMetricFamily(
            "linli_outbox_parked", "Waiting for a chat that is closed to us.", value=found.parked
        )

    def _counted(self) -> Iterator[Metric]:
        counts = self._counts
        heard = CounterMetricFamily("linli_updates", "Updates taken in.", labels=["way"])
        for way in ("poll", "hook"):
            heard.add_metric([way], counts.heard[way])
        yield heard
        hooks = CounterMetricFamily("linli_hook_requests", "At the webhook.", labels=["status"])
        for status, number in counts.hooks.items():
            hooks.add_metric([status], number)
        yield hooks
        fates = CounterMetricFamily("linli_fates", "Deliveries ended.", labels=["kind", "fate"])
        for (kind, fate), number in counts.fates.items():
            fates.add_metric([kind, fate], number)
        yield fates
        plain = {
            "linli_floods": ("Answers 429.", counts.floods),
            "linli_dead_letters": ("Updates nobody could read or do.", counts.dead),
            "linli_silent_polls": ("Polls cut off by the watchdog.", counts.silent),
            "linli_units": ("Units of work.", self._writer["units"]),
            "linli_commits": ("Commits.", self._writer["commits"]),
        }
        for name, (words, number) in plain.items():
            yield CounterMetricFamily(name, words, value=number)


def _spread(name: str, words: str, spread: Spread) -> Metric:
    total, buckets = 0, []
    for bound, number in zip((*map(str, spread.bounds), "+Inf"), spread.places, strict=True):
        total += number
        buckets.append((bound, total))
    return HistogramMetricFamily(name, words, buckets=buckets, sum_value=spread.sum)


async def measured(house: House) -> tuple[bytes, str]:
    """Return the figures as Prometheus reads them, and their content type."""
    registry = CollectorRegistry(auto_describe=False)
    ProcessCollector(registry=registry)
    PlatformCollector(registry=registry)
    writer = {"units": house.writer.units, "commits": house.writer.commits}
    registry.register(Figures(house.counts, await standing(house), writer))
    return exposition.generate_latest(registry), CONTENT_TYPE
