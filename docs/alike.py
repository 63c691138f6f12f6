"""Whether two pages of a journey tell the same, where chance alone decides in which order."""

import re
from collections import Counter
from collections.abc import Iterator

SETTLING = re.compile(r"^\d\d:\d\d \d+s later$")  # a story waits for what is on its way
# what is said of many groups is no chat's heading: it must stand there, and in its place
MANY = r"(?!it breaks: )(?!.* stands in )(?!429 was answered )"
CHAT = re.compile(rf"^\d\d:\d\d (?!.* presses )(?!\d+[dhm] later$){MANY}")
EDITED = "  (edited) "


def alike(page: str, other: str) -> bool:
    """Whether two pages tell the same between any two deeds of people or of the clock.

    Which of several messages stands first is not promised; nor how often a message is edited
    on its way to what it says at last.
    """
    return list(_stretches(page)) == list(_stretches(other))


def _stretches(page: str) -> Iterator[tuple[str, Counter[str]]]:
    """Yield each deed, and what is read from then on until the next one."""
    deed, read = "", list[str]()
    chat = ""
    for line in page.splitlines():
        if line.startswith("    ") and read:
            read[-1] += f"\n{line}"
        elif line.startswith("  "):
            read.append(f"{chat}\n{line}")
        elif SETTLING.match(line):
            continue
        elif CHAT.match(line):
            chat = line
        else:
            yield deed, _settled(read)
            deed, read = line, []
    yield deed, _settled(read)


def _settled(read: list[str]) -> Counter[str]:
    """Count what is read; of a message that is edited time and again, the last."""
    last = {"\n".join(each.split("\n")[:2]): each for each in read if EDITED in each}
    return Counter([*last.values(), *(each for each in read if EDITED not in each)])
