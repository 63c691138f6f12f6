import json
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from urllib import error, request

ROOT = Path(__file__).parents[2]
TOWN = ROOT / "sandbox" / "towns" / "example.toml"
TOKEN = "7000000001:AAsandbox-token-opens-no-real-door0"
GROUP = -1001000000001
WORKER = 2001
LI, ZHANG = 1001, 1002
COMMANDS = [*["/local 想商量的事"] * 40, f"/local {'事' * 80}"]
TWO_HOURS = 2 * 3600 * 1000
DOORS = {
    "inbox": {"open": 0, "done": 7, "dead": 1},
    "lag_ms": 4,
    "outbox": [
        {
            "id": 2,
            "at": 1772413200000,
            "key": "receipt",
            "kind": "card",
            "chat": WORKER,
            "reader": WORKER,
            "priority": 2,
            "status": "undeliverable",
            "tries": 3,
            "error": "Forbidden: bot was blocked by the user",
        }
    ],
    "fates": {"sent": 5, "undeliverable": 1},
    "dead": [{"update_id": 99, "error": "TypeError: nobody can read this"}],
    "units": {"commits": 4, "units": 6, "most": 2},
    "due": {"open": 3, "next": 1772420400000},
    "audit": {"sealed": 8, "tail": 1},
}


@contextmanager
def running_town(start="2026-03-02T09:00:00+08:00"):
    """The real sandbox in a process of its own; gives its address."""
    command = [sys.executable, "-m", "sandbox", "--port", "0", "--town", str(TOWN)]
    child = subprocess.Popen(
        [*command, "--start", start], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with child:
        try:
            yield child.stdout.readline().split()[-1]
        finally:
            child.terminate()


class EchoBot:
    """A bot of a few lines: numbers reports, hands them to one worker, reminds after two hours."""

    def __init__(self, base):
        self.base = base
        self.opener = request.build_opener(request.ProxyHandler({}))
        self.lock = threading.Lock()
        self.offset = 0
        self.clock = {"version": 0, "now": 0}
        self.run = 1
        self.begin()

    def begin(self):
        self.count = 0
        self.due = None

    def ask(self, path, **body):
        data = json.dumps(body).encode()
        asked = request.Request(
            self.base + path, data=data, headers={"Content-Type": "application/json"}
        )
        with self.opener.open(asked, timeout=60) as answer:
            return json.load(answer)

    def call(self, method, **params):
        return self.ask(f"/bot{TOKEN}/{method}", **params)["result"]

    def tell(self):
        signal = {
            "session": f"echo {self.run}",
            "idle": True,
            "offset": self.offset,
            "next": self.due,
            "doors": DOORS,
        }
        answer = self.ask("/sandbox/v1/bot", clock=self.clock["version"], **signal)
        if answer["version"] != self.clock["version"]:
            self.look(answer)

    def read(self, path):
        with self.opener.open(self.base + path, timeout=60) as answer:
            return json.load(answer)

    def look(self, clock):
        self.clock = clock
        run = self.read("/sandbox/v1/world")["run"]
        if run != self.run:
            self.run = run
            self.begin()
        if self.due is not None and clock["now"] >= self.due:
            self.due = None
            self.call("sendMessage", chat_id=WORKER, text=f"#{self.count} 还没有接单")
        self.tell()

    def hear(self):
        """Poll for updates until the town is gone."""
        while True:
            try:
                updates = self.call("getUpdates", offset=self.offset, timeout=20)
            except error.HTTPError:
                continue  # a reset ends the poll that was under way
            with self.lock:
                for update in updates:
                    self.offset = update["update_id"] + 1
                    self.take(update)
                self.tell()

    def watch(self):
        """Follow the clock until the town is gone."""
        while True:
            clock = self.read(f"/sandbox/v1/clock?after={self.clock['version']}")
            with self.lock:
                if clock["version"] != self.clock["version"]:
                    self.look(clock)

    def take(self, update):
        if "callback_query" in update:
            self.pressed(update["callback_query"])
        elif update.get("message", {}).get("text", "").startswith("/report "):
            self.reported(update["message"])
        elif update.get("message", {}).get("text", "").startswith("/poll"):
            self.polled(update["message"])
        elif update.get("message", {}).get("text") == "/how":
            self.call(
                "sendMessage",
                chat_id=update["message"]["chat"]["id"],
                text="\n".join(
                    f"{'请' * n}<code>{each}</code>" for n, each in enumerate(COMMANDS)
                ),
                parse_mode="HTML",
            )
        elif update.get("message", {}).get("text"):
            self.call(
                "sendMessage", chat_id=update["message"]["chat"]["id"], text="您好，我是邻里。"
            )

    def reported(self, message):
        self.count += 1
        self.due = self.clock["now"] + TWO_HOURS
        words = message["text"].removeprefix("/report ")
        safe = words.replace("&", "&amp;").replace("<", "&lt;")
        self.call(
            "sendMessage",
            chat_id=message["chat"]["id"],
            text=f"<b>#{self.count}</b> {safe}\n已派给王师傅。",
            parse_mode="HTML",
            reply_parameters={"message_id": message["message_id"]},
            reply_markup={"inline_keyboard": [[{"text": "我也遇到了", "callback_data": "me"}]]},
        )
        row = [{"text": "接单", "callback_data": "a"}, {"text": "退单", "callback_data": "b"}]
        self.call(
            "sendMessage",
            chat_id=WORKER,
            text=f"工单 #{self.count} {words}",
            reply_markup={"inline_keyboard": [row]},
        )

    def polled(self, message):
        several = message["text"] == "/polls"
        self.call(
            "sendPoll",
            chat_id=message["chat"]["id"],
            question="哪几天开会？" if several else "先修哪一台？",
            options=[{"text": "周二"}, {"text": "周四"}]
            if several
            else [{"text": "东侧"}, {"text": "西侧"}],
            is_anonymous=False,
            allows_multiple_answers=several,
        )

    def pressed(self, query):
        message, answer = query["message"], {"callback_query_id": query["id"]}
        if query["data"] == "a":
            self.due = None
            place = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
            self.call("editMessageText", text=f"{message['text']}\n处理中", **place)
            self.call("answerCallbackQuery", text="已接单", **answer)
        elif query["data"] == "b":
            self.call("answerCallbackQuery", text="请先写明原因。", show_alert=True, **answer)
        else:
            self.call("answerCallbackQuery", **answer)


def _until_gone(work):
    try:
        work()
    except (error.URLError, ConnectionError, json.JSONDecodeError):
        return


@contextmanager
def town_with_bot():
    with running_town() as base:
        bot = EchoBot(base)
        threads = [
            threading.Thread(target=_until_gone, args=(work,)) for work in (bot.hear, bot.watch)
        ]
        for thread in threads:
            thread.start()
        yield base
    for thread in threads:
        thread.join()
