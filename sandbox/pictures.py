"""Pictures and documents that people send, as the control interface is given them."""

import base64
import binascii
from typing import Any

from sandbox.errors import MistakeError
from sandbox.files import File
from sandbox.limits import LIMITS
from sandbox.stage import Sandbox


def read_picture(sandbox: Sandbox, wanted: str) -> File:
    """Return a picture of the house by its name, or one given as a data: URI."""
    photo = sandbox.files.picture(_picture_bytes(sandbox, wanted))
    if photo is None:
        raise MistakeError("`photo` must be a PNG or JPEG.")
    return photo


def read_document(sandbox: Sandbox, given: dict[str, Any]) -> File:
    """Return a document given as its name and its content in base64."""
    name, data = given.get("name"), given.get("data")
    if not isinstance(name, str) or not name.strip() or not isinstance(data, str):
        raise MistakeError("`document` needs `name`, a text, and `data`, in base64.")
    content = _decoded(data, "`data` of the document is no base64.")
    if len(content) > LIMITS["upload_bytes"]:
        raise MistakeError("The document is too big: at most 50 MB.")
    return sandbox.files.document(name.strip(), content)


def _picture_bytes(sandbox: Sandbox, wanted: str) -> bytes:
    if wanted.startswith("data:"):
        return _decoded(wanted.partition(",")[2], "`photo` is no base64 data: URI.")
    for path in sorted((sandbox.root / "pictures").iterdir()):
        if wanted in (path.name, path.stem):
            return path.read_bytes()
    raise MistakeError(f"There is no picture “{wanted}” in sandbox/pictures/.")


def _decoded(text: str, otherwise: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        raise MistakeError(otherwise) from None
