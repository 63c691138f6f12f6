"""One address before several copies, as a load balancer is: each connection goes to the next."""

import select
import socket
import socketserver
import threading
from contextlib import contextmanager, suppress
from itertools import cycle

MOST = 1 << 16


class Balance(socketserver.ThreadingTCPServer):
    """Hands connections on to ports in turn, and past one where nobody listens."""

    daemon_threads = True

    def __init__(self, ports):
        super().__init__(("127.0.0.1", 0), _Relay)
        self.taken = dict.fromkeys(ports, 0)  # how many connections each port took
        self._turns, self._lock = cycle(ports), threading.Lock()

    def reach(self):
        """Return a connection to the next copy that is up; None where none is."""
        with self._lock:
            for port in [next(self._turns) for _ in self.taken]:
                with suppress(OSError):
                    found = socket.create_connection(("127.0.0.1", port))
                    self.taken[port] += 1
                    return found
        return None

    def handle_error(self, *_):
        """Whoever was cut off ends the connection: the other end tries again."""


class _Relay(socketserver.BaseRequestHandler):
    def handle(self):
        if (back := self.server.reach()) is None:
            return
        with back:
            ends = {self.request: back, back: self.request}
            while True:
                for ready in select.select(list(ends), [], [])[0]:
                    if not (told := ready.recv(MOST)):
                        return
                    ends[ready].sendall(told)


@contextmanager
def balancing(ports):
    """Yield what stands before the ports while it hands on."""
    with Balance(ports) as made:
        threading.Thread(target=made.serve_forever, name="balance", daemon=True).start()
        try:
            yield made
        finally:
            made.shutdown()
