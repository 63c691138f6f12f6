"""The example community with its posts taken up, or some of them vacant."""

from dataclasses import replace
from pathlib import Path

from config.community import read

COMMUNITY = read(Path(__file__).parents[2] / "config" / "community.example.toml")


def vacant(community, *keys):
    officers = tuple(replace(o, telegram=0) if o.key in keys else o for o in community.officers)
    return replace(community, officers=officers)
