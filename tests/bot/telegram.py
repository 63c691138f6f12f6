"""A cheap Telegram in this process for a real bot process beside: scripted, and it remembers."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections import deque
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.bot.doors import BOT, NAME, ROOT

TOKEN = f"{BOT}:AAsandbox-token-opens-no-real-door0"
PATIENCE = 30


class Telegram(ThreadingHTTPServer):
    """Gives `updates` in batches of a hundred; `says` answers a method before its usual answer."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.updates, self.calls, self.says = deque(), [], {}
        self.hook, self.confirmed, self.number = "", 0, 100
        self.moved = threading.Condition()
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}"

    def give(self, *updates):
        with self.moved:
            self.updates.extend(updates)
            self.moved.notify_all()

    def until(self, question, within=PATIENCE):
        """Wait until something is so, looked at after every call; return what it found."""
        with self.moved:
            assert self.moved.wait_for(lambda: question(self), within), [m for m, _ in self.calls]
            return question(self)

    def called(self, method):
        return [params for name, params in self.calls if name == method]

    def handle_error(self, request, client_address):
        """Say nothing of a line that the bot has cut: it ends when it likes."""

    def answer(self, method, params):
        """Return the HTTP status and what is said."""
        if method == "getUpdates":
            return 200, {"ok": True, "result": self._polled(params)}
        with self.moved:
            self.calls.append((method, params))
            self.moved.notify_all()
        if method in self.says:
            return self.says[method](params)
        return 200, {"ok": True, "result": self._usual(method, params)}

    def _polled(self, params):
        with self.moved:
            self.confirmed = params.get("offset", 0)
            while self.updates and self.updates[0]["update_id"] < self.confirmed:
                self.updates.popleft()
            self.moved.notify_all()
            if not self.updates:
                self.moved.wait_for(lambda: self.updates, min(params.get("timeout", 0), 1))
            return [self.updates[n] for n in range(min(100, len(self.updates)))]

    def _usual(self, method, params):
        if method == "getMe":
            return {"id": BOT, "is_bot": True, "first_name": "邻里", "username": NAME}
        if method == "getWebhookInfo":
            return {"url": self.hook, "pending_update_count": 0}
        if method in {"setWebhook", "deleteWebhook"}:
            self.hook = params.get("url", "")
            return True
        if method.startswith(("send", "edit")):
            self.number += 1
            return {"message_id": self.number, "chat": {"id": params.get("chat_id")}}
        return True


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_):
        pass

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        method = self.path.rsplit("/", 1)[-1]
        answer = self.server.answer(method, json.loads(body) if body else {})
        if answer is None:  # the line is cut
            self.close_connection = True
            return
        code, told = answer
        payload = json.dumps(told).encode()
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)


@contextmanager
def telegram():
    server = Telegram()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


class Bot:
    """A bot process over a folder of its own."""

    def __init__(self, folder, api, **settings):
        self.folder, self.log = folder, folder / "bot.log"
        given = {
            "LINLI_TOKEN": TOKEN,
            "LINLI_API_BASE": api,
            "LINLI_COMMUNITY": str(ROOT / "config" / "community.example.toml"),
            "LINLI_DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'linli.db'}",
            "LINLI_STATE": str(folder),
            "LINLI_LOG_FORMAT": "json",
        } | settings
        kept = {name: value for name, value in os.environ.items() if not name.startswith("LINLI_")}
        with self.log.open("ab") as errors:
            self.child = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"],
                cwd=ROOT,
                env=kept | given,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
            )

    def lines(self):
        told = self.log.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in told if line.startswith("{")]

    def heard(self, event):
        """Wait for an event in its log."""
        for _ in range(PATIENCE * 20):
            if found := [line for line in self.lines() if line["event"] == event]:
                return found[-1]
            assert self.child.poll() is None, self.log.read_text(encoding="utf-8")
            threading.Event().wait(0.05)
        raise AssertionError(self.log.read_text(encoding="utf-8"))

    def web(self):
        """Return the address of its doors to the web."""
        return f"http://127.0.0.1:{self.heard('web.up')['port']}"

    def ended(self):
        """Wait for its end; return the exit code and its last words."""
        code = self.child.wait(PATIENCE)
        return code, self.log.read_text(encoding="utf-8").splitlines()[-1]

    def memory(self):
        """Return its resident memory in bytes (Linux)."""
        told = Path(f"/proc/{self.child.pid}/statm").read_text(encoding="ascii")
        return int(told.split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def stop(self):
        if self.child.poll() is None:
            self.child.send_signal(signal.SIGTERM)
            try:
                self.child.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.child.kill()
                self.child.wait()


@contextmanager
def running(folder, api, **settings):
    bot = Bot(folder, api, **settings)
    try:
        yield bot
    finally:
        bot.stop()
