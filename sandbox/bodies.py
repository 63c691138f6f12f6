"""Reading what was asked of the control interface, with a sentence where it is wrong."""

import json
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from sandbox.errors import MistakeError, UnknownError

_KINDS = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    dict: "an object",
    list: "a list",
}


@dataclass(frozen=True)
class Body:
    """The JSON body of a request, read field by field."""

    content: dict[str, Any]

    def text(self, name: str) -> str:
        """Return a text that must be there."""
        return str(self.field(name, str, needed=True))

    def number(self, name: str) -> int:
        """Return a whole number that must be there."""
        return int(self.field(name, int, needed=True))

    def flag(self, name: str) -> bool:
        """Return a yes or no that must be there."""
        return bool(self.field(name, bool, needed=True))

    def maybe_text(self, name: str) -> str | None:
        """Return a text, if there is one."""
        value = self.field(name, str)
        return None if value is None else str(value)

    def maybe_number(self, name: str) -> int | None:
        """Return a whole number, if there is one."""
        value = self.field(name, int)
        return None if value is None else int(value)

    def numbers(self, name: str) -> list[int]:
        """Return a list of whole numbers that must be there."""
        found: list[Any] = self.field(name, list, needed=True)
        if not all(type(one) is int for one in found):
            raise MistakeError(f"`{name}` must be a list of whole numbers, not {found!r}.")
        return found

    def field(self, name: str, kind: type, *, needed: bool = False) -> Any:  # noqa: ANN401 -- JSON
        """Return a value of this kind."""
        value = self.content.get(name)
        if value is None and needed:
            raise MistakeError(f"`{name}` is missing: give {_KINDS[kind]}.")
        if isinstance(value, str) and any("\ud800" <= sign <= "\udfff" for sign in value):
            raise MistakeError(f"`{name}` must be encoded in UTF-8.")
        if value is not None and type(value) is not kind:
            raise MistakeError(f"`{name}` must be {_KINDS[kind]}, not {value!r}.")
        return value


async def read_body(request: Request) -> Body:
    """Read a JSON object; an empty body is an empty one."""
    raw = await request.body()
    try:
        content = json.loads(raw or b"{}")
    except ValueError:
        content = None
    if not isinstance(content, dict):
        raise MistakeError("The body must be a JSON object.")
    return Body(content)


def path_number(request: Request, name: str) -> int:
    """Return a number out of the address."""
    value = request.path_params[name]
    try:
        return int(value)
    except ValueError:
        raise UnknownError(f"There is no {name} {value!r}; see /sandbox/v1/world.") from None


def query_number(request: Request, name: str) -> float | None:
    """Return a number from behind the question mark, if there is one."""
    value = request.query_params.get(name)
    try:
        return None if value is None else float(value)
    except ValueError:
        raise MistakeError(f"`{name}` must be a number, not {value!r}.") from None
