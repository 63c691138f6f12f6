"""The Bot API's methods that send pictures, voices, documents, and albums of them."""

from typing import Any

from sandbox import limits, shapes
from sandbox.errors import BadRequestError
from sandbox.files import File
from sandbox.messages import Content
from sandbox.params import Params, Upload
from sandbox.reach import check_may_send, reachable
from sandbox.sending import captioned, framed, send
from sandbox.stage import Sandbox

Json = dict[str, Any]

_ALBUM = range(2, 11)


def send_photo(sandbox: Sandbox, params: Params) -> Json:
    """Send a picture, uploaded or already known."""
    text, entities = captioned(params)
    photo = _photo(sandbox, params, "photo")
    return send(sandbox, params, Content(text=text, entities=entities, photo=photo))


def send_document(sandbox: Sandbox, params: Params) -> Json:
    """Send a document, uploaded or already known."""
    text, entities = captioned(params)
    document = _document(sandbox, params, "document")
    return send(sandbox, params, Content(text=text, entities=entities, document=document))


def send_voice(sandbox: Sandbox, params: Params) -> Json:
    """Send a voice message, uploaded or already known."""
    text, entities = captioned(params)
    upload = _upload(params, "voice")
    voice = _known(sandbox, params, "voice") if upload is None else None
    content = Content(
        text=text,
        entities=entities,
        voice=voice if upload is None else sandbox.files.recording(upload.content),
        duration=params.number("duration") or 0,
    )
    return send(sandbox, params, content)


def send_album(sandbox: Sandbox, params: Params) -> list[Json]:
    """Send two to ten pictures, or documents, as one album."""
    parts = params.parsed("media") or []
    if not all(isinstance(part, dict) for part in parts):
        raise BadRequestError("can't parse media JSON object")
    if len(parts) not in _ALBUM:
        raise BadRequestError("group of media must contain 2-10 items")
    if len({part.get("type") for part in parts}) > 1:
        raise BadRequestError("document can't be mixed with other media types")
    contents = [_part(sandbox, Params(part, params.files)) for part in parts]
    chat = reachable(sandbox, params)
    check_may_send(chat, contents[0])
    frame = framed(sandbox, params, chat)
    # Named by its first message, so that no two albums of a chat are taken for one.
    album = f"{abs(chat.id)}{chat.last_id + 1:05d}"
    sent = []
    for content in contents:
        content.album = album
        sent.append(sandbox.post(chat, sandbox.world.bot.id, content, frame))
    return [shapes.message(sandbox.world, message) for message in sent]


def messages_of(method: str, params: Params) -> int:
    """Return how many messages a call makes in its chat: an album as many as its parts."""
    if method != "sendMediaGroup":
        return 1
    return min(max(len(params.parsed("media") or []), 1), _ALBUM.stop - 1)


def _part(sandbox: Sandbox, part: Params) -> Content:
    text, entities = captioned(part)
    if part.text("type") == "photo":
        return Content(text=text, entities=entities, photo=_photo(sandbox, part, "media"))
    if part.text("type") == "document":
        document = _document(sandbox, part, "media")
        return Content(text=text, entities=entities, document=document)
    raise BadRequestError("can't parse InputMedia: Media type is not played")


def _photo(sandbox: Sandbox, params: Params, name: str) -> File:
    upload = _upload(params, name)
    if upload is None:
        return _known(sandbox, params, name)
    if len(upload.content) > limits.LIMITS["photo_bytes"]:
        raise BadRequestError("file is too big for a photo")
    photo = sandbox.files.picture(upload.content)
    if photo is None:
        raise BadRequestError("IMAGE_PROCESS_FAILED")
    return photo


def _document(sandbox: Sandbox, params: Params, name: str) -> File:
    upload = _upload(params, name)
    if upload is None:
        return _known(sandbox, params, name)
    return sandbox.files.document(upload.name, upload.content)


def _known(sandbox: Sandbox, params: Params, name: str) -> File:
    """Return a file that was sent before."""
    if not params.text(name):
        raise BadRequestError(f"there is no {name} in the request")
    file = sandbox.files.by_id(params.text(name))
    if file is None:
        raise BadRequestError("wrong file identifier/HTTP URL specified")
    return file


def _upload(params: Params, name: str) -> Upload | None:
    named = params.text(name)
    upload = params.files.get(named.removeprefix("attach://") if named else name)
    if upload is not None and len(upload.content) > limits.LIMITS["upload_bytes"]:
        raise BadRequestError("file is too big")
    return upload
