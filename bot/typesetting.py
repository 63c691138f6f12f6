"""The one adapter to Typst: a sheet becomes a picture or a PDF, with the font that we carry."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from governance.papers import Format, Sheet

LAYOUT = Path(__file__).parent / "layouts" / "sheet.typ"
PIXEL = 72.0  # so many to an inch: a point is a pixel


@cache
def fonts() -> Path:
    """Return the folder of Noto Sans SC, in the package that carries it; LookupError without."""
    found = find_spec("zhplot")  # never imported: it would ask for what draws charts
    if found is None or found.origin is None:
        raise LookupError("the package zhplot, which carries the font, is not installed")
    return Path(found.origin).parent / "fonts"


def typeset(sheet: Sheet, how: Format, language: str, at: int) -> bytes:
    """Return a sheet as PNG (a picture) or PDF (paper), dated in Unix seconds.

    The same sheet of the same date gives the same bytes.
    """
    import typst  # 40 MB that only the process which draws has need of

    told: Mapping[str, object] = {**asdict(sheet), "lang": language.split("-", maxsplit=1)[0]}
    made = typst.compile(
        LAYOUT,
        format="png" if how is Format.PICTURE else "pdf",
        ppi=PIXEL,
        timestamp=at,
        font_paths=[fonts()],
        ignore_system_fonts=True,
        sys_inputs={"sheet": json.dumps(told, ensure_ascii=False), "format": str(how)},
    )
    if not isinstance(made, bytes):
        raise TypeError("a picture is one page")
    return made
