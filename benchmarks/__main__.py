"""`python -m benchmarks [NAME …] [--quick] [--keep]`: measure, print, and keep the figures."""

import os
import platform
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path

import click

from benchmarks import chart, figures
from benchmarks.databases import databases
from benchmarks.figures import LATEST, Figure
from benchmarks.latency import steady
from benchmarks.pace import broadcast, flood
from benchmarks.publishing import publication
from benchmarks.rates import bursts, far, sustained
from benchmarks.runs import stage
from benchmarks.sheets import page, workbook
from benchmarks.start import start
from benchmarks.stored import stored
from benchmarks.storm import storm
from benchmarks.units import durable

PARTS: dict[str, Callable[..., list[Figure]]] = {
    "bursts": bursts,
    "far": far,
    "storm": storm,
    "sustained": sustained,
    "steady": steady,
    "durable": durable,
    "stored": stored,
    "databases": databases,
    "broadcast": broadcast,
    "flood": flood,
    "publication": publication,
    "page": page,
    "workbook": workbook,
    "start": start,
}


def machine() -> str:
    """Return what the figures were measured on."""
    return (
        f"{os.cpu_count()} processors ({platform.machine()}), Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, {platform.system()}"
    )


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(sorted(PARTS)))
@click.option("--quick", is_flag=True, help="A smoke test: too short to mean anything; not kept.")
@click.option("--out", type=click.Path(path_type=Path), default=LATEST, show_default=True)
@click.option("--no-chart", is_flag=True, help="Do not draw docs/pictures/bench.png anew.")
@click.option("--note", default="", help="Kept beside each figure: what else the machine did.")
def main(names: tuple[str, ...], *, quick: bool, out: Path, no_chart: bool, note: str) -> None:
    """Measure the parts named, or all."""
    say(f"Measured on {machine()}.")
    say("Pacing is off for all, the house and its peers (LINLI_PACE=unlimited), except in")
    say("broadcast, flood and publication, which measure it. Medians; compare ratios.")
    found: list[Figure] = []
    for name in names or PARTS:
        began = time.monotonic()
        with stage() as made:
            part = [figures.noted(each, note) for each in PARTS[name](made, quick=quick)]
        say(f"\n{name} ({time.monotonic() - began:.0f} s)")
        for each in part:
            say(each.told())
        found += part
        if not quick or out != LATEST:
            figures.write(part, out)
    if not quick and not no_chart:
        chart.draw(figures.read(out))


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
