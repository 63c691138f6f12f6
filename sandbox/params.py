"""The parameters of a Bot API call, however they were sent."""

import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from sandbox.errors import BadRequestError

# Where the body is a form, these are JSON inside it.
_JSON: dict[str, tuple[type, str]] = {
    "reply_markup": (dict, "object expected as reply markup"),
    "reply_parameters": (dict, "can't parse reply parameters JSON object"),
    "entities": (list, "can't parse entities: Can't parse entities JSON object"),
    "caption_entities": (list, "can't parse entities: Can't parse entities JSON object"),
    "link_preview_options": (dict, "can't parse link preview options JSON object"),
    "allowed_updates": (list, "can't parse allowed updates JSON object"),
    "commands": (list, "can't parse commands JSON object"),
    "media": (list, "can't parse media JSON object"),
    "options": (list, "can't parse options JSON object"),
    "scope": (dict, "can't parse BotCommandScope JSON object"),
}
_PARAMETER = re.compile(r';\s*([\w*]+)=("[^"]*"|[^;]*)')


@dataclass(frozen=True)
class Upload:
    """A file that came with a call."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Params:
    """The parameters of one call."""

    values: dict[str, Any]
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return a text; nothing is the empty text."""
        value = self.values.get(name)
        text = "" if value is None else str(value)
        if any("\ud800" <= sign <= "\udfff" for sign in text):
            raise BadRequestError("strings must be encoded in UTF-8")
        return text

    def number(self, name: str) -> int | None:
        """Return a whole number, or None where there is none."""
        try:
            return int(self.text(name))
        except ValueError:
            return None

    def flag(self, name: str) -> bool:
        """Return a yes or no."""
        return self.text(name).lower() in ("true", "1", "yes", "t", "y")

    def parsed(self, name: str) -> Any:  # noqa: ANN401 -- JSON from outside
        """Return an object or list."""
        kind, words = _JSON[name]
        value = self.values.get(name)
        if value is None or value == "":
            return None
        try:
            value = json.loads(value) if isinstance(value, str) else value
        except ValueError as error:
            raise BadRequestError(words) from error
        if not isinstance(value, kind):
            raise BadRequestError(words)
        return value

    def shown(self) -> dict[str, Any]:
        """Return the parameters as the ledger keeps them: each upload where it was named."""
        shown: dict[str, Any] = {name: self._readable(name) for name in self.values}
        for part, upload in self.files.items():
            told = f"<{upload.name}, {len(upload.content)} bytes>"
            named = _replaced(shown, f"attach://{part}", told)
            shown = {**shown, part: told} if named == shown else named
        return shown

    def _readable(self, name: str) -> Any:  # noqa: ANN401 -- JSON from outside
        try:
            return self.parsed(name) if name in _JSON else self.values[name]
        except BadRequestError:
            return self.values[name]


def _replaced(value: Any, old: str, new: str) -> Any:  # noqa: ANN401 -- JSON from outside
    if isinstance(value, dict):
        return {key: _replaced(one, old, new) for key, one in value.items()}
    if isinstance(value, list):
        return [_replaced(one, old, new) for one in value]
    return new if value == old else value


async def read_params(request: Request) -> Params:
    """Read the parameters from address and body."""
    values: dict[str, Any] = dict(request.query_params)
    kind = request.headers.get("content-type", "")
    body = await request.body()
    if kind.startswith("multipart/form-data"):
        fields, files = _read_multipart(kind, body)
        return Params({**values, **fields}, files)
    if kind.startswith("application/json") and body:
        return Params({**values, **_read_json(body)})
    pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
    return Params({**values, **dict(pairs)})


def _read_json(body: bytes) -> dict[str, Any]:
    try:
        content = json.loads(body)
    except ValueError:
        content = None
    if not isinstance(content, dict):
        raise BadRequestError("can't parse JSON object")
    return content


def _read_multipart(kind: str, body: bytes) -> tuple[dict[str, Any], dict[str, Upload]]:
    boundary = kind.partition("boundary=")[2].partition(";")[0].strip('" ').encode()
    values: dict[str, Any] = {}
    files: dict[str, Upload] = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary)[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        about = _disposition(head.decode("utf-8", "replace"))
        name = about.get("name", "")
        if "filename" in about:
            files[name] = Upload(about["filename"], content)
        else:
            values[name] = content.decode("utf-8", "replace")
    return values, files


def _disposition(head: str) -> dict[str, str]:
    for line in head.split("\r\n"):
        title, _, rest = line.partition(":")
        if title.strip().lower() == "content-disposition":
            pairs = _PARAMETER.findall(rest)
            return {key.rstrip("*"): value.strip('" ') for key, value in pairs}
    return {}
