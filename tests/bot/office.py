"""Officers' links and doors at the command line, against a Bot API that only says who it is."""

import json
import re
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from click.testing import CliRunner
from sqlalchemy import text

from bot.__main__ import main
from config.settings import Settings
from tests.bot.doors import ROOT

EXAMPLE = ROOT / "config" / "community.example.toml"
TOKEN = "7000000001:AAsandbox-token-opens-no-real-door0"
NOWHERE = "http://127.0.0.1:1"
LINK = re.compile(r"https://t\.me/linli_bot\?start=(\S+)")
PNG = b"\x89PNG"


class BotApi(BaseHTTPRequestHandler):
    """Telegram, as far as it says who the bot is; another token is unknown to it."""

    def do_POST(self):
        known = TOKEN in self.path and self.path.endswith("/getMe")
        told = {"ok": True, "result": {"id": 7000000001, "username": "linli_bot"}}
        unknown = {"ok": False, "error_code": 401, "description": "Unauthorized"}
        body = json.dumps(told if known else unknown).encode()
        self.send_response(200 if known else 401)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def bot_api():
    """Run it; yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BotApi)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def settle(folder, monkeypatch, api):
    """Work in an empty folder with a good token and a database of its own."""
    monkeypatch.chdir(folder)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"LINLI_{name.upper()}", raising=False)
    monkeypatch.setenv("LINLI_TOKEN", TOKEN)
    monkeypatch.setenv("LINLI_COMMUNITY", str(EXAMPLE))
    monkeypatch.setenv("LINLI_API_BASE", api)
    monkeypatch.setenv("LINLI_DATABASE_URL", address(folder))


def address(folder):
    return f"sqlite+aiosqlite:///{folder / 'linli.db'}"


def linli(*words):
    ran = CliRunner().invoke(main, words, catch_exceptions=False)
    return ran.exit_code, ran.stdout, ran.stderr


def tokens(told):
    return LINK.findall(told)


def rows(engine, statement):
    with engine.begin() as connection:
        return connection.execute(text(statement)).all()
