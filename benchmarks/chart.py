"""The figures as a picture: each as a share of its goal, drawn by Typst."""

from collections.abc import Sequence
from pathlib import Path

import typst

from benchmarks.figures import LATEST, Figure

PICTURE = Path(__file__).parents[1] / "docs" / "pictures" / "bench.png"
KEPT = LATEST.with_name("chart.typ")  # what the picture was drawn of
WIDEST = 3.0  # times the goal; what is beyond is cut and says so
PAGE = """#set page(width: 19cm, height: auto, margin: 6mm, fill: white)
#set text(size: 8.5pt, font: ("DejaVu Sans", "Noto Sans CJK SC"))
#let unit = {unit}cm
#let bar(name, value, goal, share, met) = grid(
  columns: (8.6cm, 1fr), gutter: 3mm, align: horizon,
  align(right)[#name],
  box(width: 9cm, height: 4.2mm)[
    #place(rect(width: calc.min(share, {widest}) * unit, height: 4.2mm, radius: 1pt,
      fill: if met {{ rgb("#2f7d5b") }} else {{ rgb("#c4622d") }}))
    #place(dx: unit, line(angle: 90deg, length: 4.2mm, stroke: 0.8pt + black))
    #place(dx: calc.clamp(share, 1, {widest}) * unit + 1.5mm, dy: 0.6mm)[
      *#value* #text(fill: gray)[(#goal)]
    ]
  ],
)
*Each figure as a share of its goal* #h(1fr)
#text(fill: gray)[the line is the goal; to its right is better; green: met]
#v(1mm)
{bars}
"""


def draw(found: Sequence[Figure], picture: Path = PICTURE, kept: Path = KEPT) -> None:
    """Draw the figures that have a goal; what was drawn is kept, to be compared with."""
    text = source(found)
    picture.write_bytes(typst.compile(text.encode(), format="png", ppi=130.0))
    kept.write_text(text, encoding="utf-8")


def source(found: Sequence[Figure]) -> str:
    """Return what Typst draws of figures."""
    bars = "\n#v(0.4mm)\n".join(_bar(each) for each in found if each.met is not None)
    return PAGE.format(unit=2.2, widest=WIDEST, bars=bars)


def _bar(each: Figure) -> str:
    limit = float(each.goal.split()[1])
    if each.goal.startswith("≥"):
        share = each.value / limit
    else:
        share = limit / each.value if each.value else WIDEST
    met = "true" if each.met else "false"
    return f'#bar("{each.figure}", "{each.value:g}", "{each.goal}", {share:.3f}, {met})'
