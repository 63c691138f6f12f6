"""Our own bytes on their way to Telegram: sent up once, and from then on known by its id."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection
from telegram import InputFile

from storage.papers import Papers

PAPER = "paper:"


class Upload(InputFile):
    """The bytes of a paper, which Telegram does not have yet."""

    def __init__(self, body: bytes, name: str, paper: int) -> None:
        super().__init__(body, filename=name)
        self.paper = paper


def loaded(params: Mapping[str, Any], papers: Papers) -> dict[str, Any]:
    """Put a paper's id at Telegram, or its bytes, in the place of its name among parameters."""
    return {name: _loaded(value, papers) for name, value in params.items()}


def _loaded(value: object, papers: Papers) -> object:
    if not isinstance(value, str) or not value.startswith(PAPER):
        return value
    paper = papers.get(int(value.removeprefix(PAPER)))
    if paper.file:
        return paper.file
    body = papers.body(paper.id)
    # whoever signed it signed its digest: other bytes never leave
    if sha256(body).hexdigest() != paper.digest:
        raise ValueError(f"paper {paper.id} is not what was drawn")
    return Upload(body, paper.name, paper.id)


def learned(
    params: Mapping[str, Any], result: object, community: int
) -> Callable[[Connection], None] | None:
    """Return how to remember by which id Telegram has what was sent up; None where nothing was."""
    sent = next((v for v in params.values() if isinstance(v, Upload)), None)
    file = _file(result) if isinstance(result, dict) else ""
    if sent is None or not file:
        return None
    return lambda connection: Papers(connection, community).sent(sent.paper, file)


def _file(message: Mapping[str, Any]) -> str:
    sizes = message.get("photo") or [message.get("document") or {}]
    return str(sizes[-1].get("file_id") or "")
