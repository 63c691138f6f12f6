"""The numbered lines of a content: what a reader may ask about, one by one (G11)."""

from collections.abc import Mapping

from governance.disclosures.contents import Beneficiaries, Content, Register, Report, Year

WHOLE = 0  # a question about all of it


def lines(content: Content) -> Mapping[int, str]:
    """Return every line of a content by its number, as it is called."""
    if isinstance(content, Year):
        return {month.number: f"{month.start:%Y-%m}" for month in content.months}
    if isinstance(content, Report):
        return {fact.number: fact.text for fact in content.facts}
    if isinstance(content, Beneficiaries):
        return {group.number: group.name for group in content.groups}
    if isinstance(content, Register):
        return {each.number: each.asset for each in content.contracts}
    return {line.number: line.what for line in content.lines}
