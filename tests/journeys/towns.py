import threading
import tomllib
from contextlib import suppress
from pathlib import Path

from bot import demo
from sandbox.client import Refused, Town
from storage import audit, directory
from storage.database import writing
from tests import oracle

GROUP, STAFF = "幸福里居民群", "幸福里工作群"
MORNING = "2026-03-02T09:00:00+08:00"
LIFT = "/report 三号楼电梯坏了两天没人修"


class Place(Town):
    """A town with its bot, which can be cut off and started again."""

    def __init__(self, address, folder: Path, *, api=None):
        super().__init__(address)
        self.address, self.folder, self.api = address, folder, api
        self.bot = None
        self.open()

    def open(self):
        self.bot = demo.bot(self.folder, self.address, pace="unlimited", api=self.api)

    def kill(self):
        self.bot.kill()

    def close(self):
        self.bot.stop()

    def texts(self, who, chat=""):
        return [m["text"] for m in self.messages(who, chat) if m["from"]["bot"]]

    def press(self, who, button, message, chat=""):
        """Press a button of a message seen before, whatever stands under it now."""
        body = {"chat": self.chat(chat), "message": message["id"], "button": button}
        toast = self.post(f"/people/{self.person(who)}/press", **body)["toast"]
        return toast and toast["text"]

    def starts_to_press(self, who, button, under):
        """Press without waiting for the toast, as the bot may be cut off meanwhile; or join it."""
        message = next(m for m in reversed(self.messages(who)) if _fits(m, button, under))
        body = {"chat": "private", "message": message["id"], "button": button}
        path = f"/people/{self.person(who)}/press"
        pressing = threading.Thread(target=self._quietly, args=(path, body), daemon=True)
        pressing.start()
        return pressing

    def starts_to_say(self, who, text, chat=""):
        """Say something without waiting until it is dealt with."""
        body = {"chat": self.chat(chat), "text": text}
        path = f"/people/{self.person(who)}/say"
        threading.Thread(target=self._quietly, args=(path, body), daemon=True).start()

    def _quietly(self, path, body):
        with suppress(Refused, OSError):
            self.post(path, **body)

    def rows(self, question):
        engine = writing(self.database)
        with engine.connect() as connection:
            found = [tuple(row) for row in connection.exec_driver_sql(question).all()]
        engine.dispose()
        return found

    def verified(self):
        engine = writing(self.database)
        with engine.begin() as connection:
            community = directory.community(connection, "xingfuli")
            verdict = audit.verify(connection, community)
        engine.dispose()
        return verdict

    @property
    def database(self):
        return f"sqlite+aiosqlite:///{self.folder / 'linli.db'}"

    def check(self):
        """Hold all that was exchanged against the oracle, and look for the token in all files."""
        assert oracle.check_traffic(self.get("/traffic")) > 0
        token = tomllib.loads(demo.TOWN.read_text(encoding="utf-8"))["bot"]["token"]
        leaks = [p.name for p in self.folder.rglob("*") if p.is_file() and _holds(p, token)]
        assert leaks == []


def _fits(message, button, under):
    labels = [b["text"] for row in message["buttons"] or [] for b in row]
    return button in labels and under in message["text"]


def _holds(path, token):
    secret = token.partition(":")[2].encode()
    return secret in path.read_bytes()
