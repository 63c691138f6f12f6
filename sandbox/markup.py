"""Telegram's HTML: text with tags becomes text with entities, or a refusal in Telegram's words."""

import html
import re
from typing import NoReturn

from sandbox.entities import Entity
from sandbox.errors import BadRequestError
from sandbox.limits import utf16_length

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
}
_SIGN = re.compile(r"<|&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_NAME = re.compile(r"[^\s>]+")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
_USER_LINK = re.compile(r"tg://user\?id=(\d+)")


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Turn Telegram's HTML into plain text and its entities."""
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.text = ""
        self.open: list[tuple[str, int, dict[str, str]]] = []
        self.entities: list[Entity] = []

    def run(self) -> tuple[str, list[Entity]]:
        while found := _SIGN.search(self.source, self.at):
            self.text += self.source[self.at : found.start()]
            self.at = found.start()
            self._take(found.group())
        self.text += self.source[self.at :]
        if self.open:
            _fail(f'Can\'t find end tag corresponding to start tag "{self.open[-1][0]}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return self.text, self.entities

    def _take(self, sign: str) -> None:
        if sign != "<":
            self.text += html.unescape(sign)
            self.at += len(sign)
            return
        if self.source.startswith("</", self.at):
            self._end_tag()
            return
        self._start_tag()

    def _start_tag(self) -> None:
        where = self._byte()
        match = _NAME.match(self.source, self.at + 1)
        name = match.group().lower() if match else ""
        if name not in _KINDS:
            _fail(f'Unsupported start tag "{name}" at byte offset {where}')
        position = self.at + 1 + len(name)
        attributes: dict[str, str] = {}
        while (pair := _ATTRIBUTE.match(self.source, position)) is not None:
            value = pair[2] or pair[3] or pair[4] or ""
            attributes[pair[1].lower()] = html.unescape(value)
            position = pair.end()
        end = re.compile(r"\s*>").match(self.source, position)
        if end is None:
            _fail(f'Unclosed start tag "{name}" at byte offset {where}')
        if name == "span" and attributes.get("class") != "tg-spoiler":
            _fail(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
        self.open.append((name, utf16_length(self.text), attributes))
        self.at = end.end()

    def _end_tag(self) -> None:
        where = self._byte()
        if not self.open:
            _fail(f"Unexpected end tag at byte offset {where}")
        close = self.source.find(">", self.at)
        if close < 0:
            _fail(f"Unclosed end tag at byte offset {where}")
        found = self.source[self.at + 2 : close].strip().lower()
        name, start, attributes = self.open.pop()
        if found not in ("", name):
            _fail(
                f"Unmatched end tag at byte offset {where}, "
                f'expected "</{name}>", found "</{found}>"'
            )
        self.at = close + 1
        self._close(name, start, attributes)

    def _close(self, name: str, start: int, attributes: dict[str, str]) -> None:
        length = utf16_length(self.text) - start
        if not length:
            return
        entity: Entity = {"type": _KINDS[name], "offset": start, "length": length}
        if name == "a":
            entity = self._link(entity, attributes)
        if name == "blockquote" and "expandable" in attributes:
            entity["type"] = "expandable_blockquote"
        language = attributes.get("class", "").removeprefix("language-")
        if name == "code" and language and self.open and self.open[-1][0] == "pre":
            self.open[-1][2]["class"] = f"language-{language}"
            return
        if name == "pre" and language:
            entity["language"] = language
        if name == "pre":
            self.entities = [e for e in self.entities if e["offset"] < start]
        self.entities.append(entity)

    def _link(self, entity: Entity, attributes: dict[str, str]) -> Entity:
        start = 2 * entity["offset"]
        shown = self.text.encode("utf-16-le")[start:].decode("utf-16-le")
        url = attributes.get("href") or shown
        if user := _USER_LINK.fullmatch(url):
            return {**entity, "type": "text_mention", "user_id": int(user[1])}
        return {**entity, "url": url}

    def _byte(self) -> int:
        return len(self.source[: self.at].encode())


def _fail(words: str) -> NoReturn:
    raise BadRequestError(f"can't parse entities: {words}")
