import http.client
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

TIMES = 5
POISON = 1_000_000


class Between(ThreadingHTTPServer):
    """Stands between bot and sandbox: gives every update five times, and poison in the middle."""

    daemon_threads = True

    def __init__(self, address):
        super().__init__(("127.0.0.1", 0), Handler)
        self.behind = urlsplit(address)
        self.again = {}
        self.given = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}"

    def spoil(self, updates):
        """Return what is due again, then the new with what nobody can read among it."""
        repeated = [u for u, left in self.again.values() if left > 0]
        self.again = {i: (u, left - 1) for i, (u, left) in self.again.items() if left > 1}
        for update in updates:
            self.again[update["update_id"]] = (update, TIMES - 1)
        poison = [
            {"update_id": u["update_id"] - POISON, "message": {"message_id": "?", "chat": 7}}
            for u in updates
        ]
        nameless = [{"message": {}}, "nothing"] if updates else []
        mixed = [*repeated, *updates[:1], *poison, *nameless, *updates[1:]]
        self.given += [u["update_id"] for u in [*repeated, *updates]]
        return mixed


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        behind = self.server.behind
        way = http.client.HTTPConnection(behind.hostname, behind.port, timeout=70)
        polling = self.path.endswith("/getUpdates")
        if polling and self.server.again:
            body = json.dumps({**json.loads(body), "timeout": 0}).encode()
        kept = {"Content-Type": self.headers.get("Content-Type", "application/json")}
        way.request("POST", self.path, body, kept)
        answer = way.getresponse()
        payload = answer.read()
        way.close()
        if polling and answer.status == 200:
            told = json.loads(payload)
            payload = json.dumps({**told, "result": self.server.spoil(told["result"])}).encode()
        self.send_response(answer.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)
