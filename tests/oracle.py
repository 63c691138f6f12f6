"""An independent opinion on every exchange: aiogram's models of the Bot API, then PTB's."""

from datetime import datetime
from functools import cache
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError
from telegram import Update as PtbUpdate


@cache
def _aiogram():
    """Return aiogram's methods by name, and its update.

    Loaded when first asked: it takes seconds, and not every process that runs tests needs it.
    """
    import aiogram.methods
    from aiogram.types import Update

    models = vars(aiogram.methods).values()
    named = {m.__api_method__: m for m in models if hasattr(m, "__api_method__")}
    return named, Update


def _method(name: str) -> Any:
    methods, _ = _aiogram()
    assert name in methods, f"unknown method {name}"
    return methods[name]


def _read(update: dict[str, Any]) -> Any:
    return _aiogram()[1].model_validate(update)


def check_request(method: str, params: dict[str, Any]) -> None:
    """Fail unless this is a call the Bot API knows, with parameters it knows (JSON-decoded)."""
    _check_known(_validate(_method(method).model_validate, params, method), method)


def check_update(update: dict[str, Any]) -> None:
    """Fail unless both libraries read this update, and know every field of it."""
    _check_known(_validate(_read, update, "update"), "update")
    parsed = PtbUpdate.de_json(update, None)
    _check_ptb(parsed.to_dict(), update, "update")


def reads(update: dict[str, Any]) -> bool:
    """Say whether aiogram takes this for an update, and need not guess at a number in it."""
    try:
        found = _read(update)
    except ValidationError:
        return False
    return _is_exact(found, update)


def _is_exact(read: Any, sent: Any) -> bool:
    """Say whether what became a number, or a time, was sent as a number: no "7", no true."""
    if isinstance(read, BaseModel):
        fields = type(read).model_fields
        names = read.model_fields_set & fields.keys()
        return all(_is_exact(getattr(read, n), sent[fields[n].alias or n]) for n in names)
    if isinstance(read, list):
        return all(map(_is_exact, read, sent))
    is_number = isinstance(read, int | datetime) and not isinstance(read, bool)
    return not is_number or type(sent) is int


def check_broken(update: dict[str, Any]) -> None:
    """Fail if PTB can read this update."""
    try:
        PtbUpdate.de_json(update, None)
    except Exception:  # noqa: BLE001 -- whatever it stumbles over
        return
    raise AssertionError(f"PTB reads {update}")


def check_reply(method: str, result: Any) -> None:
    """Fail unless this is a result the method may have."""
    adapter = _returned(method)
    _check_known(_validate(adapter.validate_python, result, method), method)
    if method == "getUpdates":
        for update in result:
            check_update(update)


@cache
def _returned(method: str) -> TypeAdapter[Any]:
    return TypeAdapter(_method(method).__returning__)


def check_traffic(traffic: dict[str, Any]) -> int:
    """Check all of a session as GET /sandbox/v1/traffic tells it; return how much there was.

    What the sandbox broke on purpose is named there, and must be what nobody can read.
    """
    for update in traffic["updates"]:
        if update["update_id"] in traffic.get("broken", ()):
            check_broken(update)
        else:
            check_update(update)
    for call in traffic["replies"]:
        check_request(call["method"], call["params"])
        if call["reply"]["ok"]:
            check_reply(call["method"], _readable(call["reply"]["result"], traffic))
    return len(traffic["updates"]) + len(traffic["replies"])


def _readable(result: Any, traffic: dict[str, Any]) -> Any:
    """Return a result without the updates that were broken on purpose."""
    if not isinstance(result, list):
        return result
    broken = traffic.get("broken", ())
    return [one for one in result if one.get("update_id") not in broken]


def _validate(read: Any, content: Any, where: str) -> Any:
    try:
        return read(content)
    except ValidationError as error:
        raise AssertionError(f"{where}: {error}") from error


def _check_known(content: Any, where: str) -> None:
    """Walk a model; whatever landed in model_extra is a field nobody knows."""
    if isinstance(content, list | tuple):
        for number, one in enumerate(content):
            _check_known(one, f"{where}[{number}]")
    if not isinstance(content, BaseModel):
        return
    assert not content.model_extra, f"{where}: unknown {sorted(content.model_extra)}"
    for name in content.model_fields_set:
        _check_known(getattr(content, name), f"{where}.{name}")


def _check_ptb(read: Any, sent: Any, where: str) -> None:
    """Compare what PTB read with what was sent: nothing may have been lost."""
    if isinstance(sent, dict):
        assert isinstance(read, dict), f"{where}: PTB read {read!r}"
        lost = {key for key, value in sent.items() if value not in ([], None)} - read.keys()
        assert not lost, f"{where}: PTB lost {sorted(lost)}"
        for key in sent.keys() & read.keys():
            _check_ptb(read[key], sent[key], f"{where}.{key}")
    if isinstance(sent, list):
        assert len(read) == len(sent), f"{where}: PTB read {len(read)} of {len(sent)}"
        for number, (one, other) in enumerate(zip(read, sent, strict=True)):
            _check_ptb(one, other, f"{where}[{number}]")
