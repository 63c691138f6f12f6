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
TWO_HOURS = 2 * 3600 * 1000


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
        signal = {"session": "echo", "idle": True, "offset": self.offset, "next": self.due}
        answer = self.ask("/sandbox/v1/bot", clock=self.clock["version"], **signal)
        if answer["version"] != self.clock["version"]:
            self.look(answer)

    def look(self, clock):
        self.clock = clock
        if self.due is not None and clock["now"] >= self.due:
            self.due = None
            self.call("sendMessage", chat_id=WORKER, text=f"#{self.count} 还没有接单")
        self.tell()

    def hear(self):
        """Poll for updates until the town is gone."""
        while True:
            updates = self.call("getUpdates", offset=self.offset, timeout=20)
            with self.lock:
                for update in updates:
                    self.offset = update["update_id"] + 1
                    self.take(update)
                self.tell()

    def watch(self):
        """Follow the clock until the town is gone."""
        while True:
            with self.opener.open(
                f"{self.base}/sandbox/v1/clock?after={self.clock['version']}", timeout=60
            ) as answer:
                clock = json.load(answer)
            with self.lock:
                if clock["version"] != self.clock["version"]:
                    self.look(clock)

    def take(self, update):
        if "callback_query" in update:
            self.pressed(update["callback_query"])
        elif update.get("message", {}).get("text", "").startswith("/report "):
            self.reported(update["message"])
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
