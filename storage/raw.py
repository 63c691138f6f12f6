"""Text as it is kept: what was altered may be none any more, and must not stop the reading."""

from typing import Any

from sqlalchemy import Column, Label, LargeBinary, Text, cast

_RAW = Text().with_variant(LargeBinary(), "sqlite")


def raw(column: Column[Any]) -> Label[Any]:
    """Return a column of text as it is kept, for `spoken`."""
    return cast(column, _RAW).label(column.name)


def spoken(kept: str | bytes) -> str:
    """Return kept text; what is none becomes what no text is, so that it differs from all."""
    return kept.decode(errors="surrogateescape") if isinstance(kept, bytes) else kept
