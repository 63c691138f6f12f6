"""Days and hours as people write them."""

import re
from datetime import date, time, timedelta

from governance.refusals import Refusal

LATEST = timedelta(days=366)
_HALF, _QUARTER, _THREE = "半", "一刻", "三刻"
_PARTS = {_HALF: 30, _QUARTER: 15, _THREE: 45}
_LATER = re.compile(r"下午|晚上|傍晚|pm", re.IGNORECASE)
_HOUR = re.compile(r"(\d{1,2})\s*(?:[:：点點時时]\s*(\d{1,2}|半|一刻|三刻)?)?")
_NOON = 12


def ahead(text: str, today: date, latest: timedelta = LATEST) -> date:
    """Return the day that somebody wrote, the next of that name; Refusal where it is none."""
    found = _day(text, today.year)
    if _unnamed(text) and found < today:
        found = _day(text, today.year + 1)
    if not today <= found <= today + latest:
        raise Refusal("refusal-day")
    return found


def behind(text: str, today: date) -> date:
    """Return the day that somebody wrote, the last of that name; Refusal where it is none."""
    found = _day(text, today.year)
    if _unnamed(text) and found > today:
        found = _day(text, today.year - 1)
    if not today - LATEST <= found <= today:
        raise Refusal("refusal-day-past")
    return found


def _numbers(text: str) -> list[int]:
    return [int(n) for n in re.findall(r"\d{1,4}", text)]


def _unnamed(text: str) -> bool:
    """Whether only month and day were said, and not the year."""
    return len(_numbers(text)) == 2  # noqa: PLR2004 -- month and day


def _day(text: str, year: int) -> date:
    numbers = _numbers(text)
    try:
        return date(year, *numbers) if _unnamed(text) else date(*numbers[:3])
    except (TypeError, ValueError):
        raise Refusal("refusal-day") from None


def hour(text: str) -> time:
    """Return the time of day that somebody wrote: 19:30, 晚上7点半; Refusal where it is none."""
    found = _HOUR.search(text)
    if not found:
        raise Refusal("refusal-hour")
    hours, minutes = int(found[1]), found[2] or "0"
    if hours < _NOON and _LATER.search(text):
        hours += _NOON
    try:
        return time(hours, _PARTS[minutes] if minutes in _PARTS else int(minutes))
    except ValueError:
        raise Refusal("refusal-hour") from None
