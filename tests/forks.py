"""Our own modules as processes that are forked from one where they are loaded, not begun anew.

Each is a process as before: with its own session, environment, pipes, signals and exit code; only
the second that loading takes is paid once. Where the system has no pidfd, nothing is changed.
"""

import array
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import ExitStack, contextmanager
from functools import partial
from types import SimpleNamespace
from unittest import mock

from tests import leaks

ROOT = os.fspath(__file__).rpartition("/tests/")[0]
LONGEST = 1 << 16


class Nursery:
    """The process that the others are forked from."""

    def __init__(self):
        self._ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._lock = threading.Lock()
        command = [sys.executable, "-m", "tests.nursery", str(theirs.fileno())]
        env = {**os.environ, "PYTHONUTF8": "1"}
        self._process = subprocess.Popen(command, cwd=ROOT, env=env, pass_fds=[theirs.fileno()])
        theirs.close()

    def ask(self, *files, **what):
        """Ask for a fork, or for the exit code of one that has ended."""
        with self._lock:
            passed = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", files))]
            self._ours.sendmsg([json.dumps(what).encode()], passed if files else [])
            return json.loads(self._ours.recv(LONGEST))

    def close(self):
        self._ours.close()
        self._process.wait()


class Forked:
    """As much of `subprocess.Popen` as our own code uses."""

    def __init__(self, nursery, command, *, stdout=None, stderr=None, text=False, **how):
        program, flag, module, *arguments = command
        assert (program, flag) == (sys.executable, "-m"), command
        assert how.pop("stdin", subprocess.DEVNULL) == subprocess.DEVNULL
        assert stdout in {subprocess.PIPE, subprocess.DEVNULL}
        how = {"cwd": os.fspath(how.pop("cwd", ".")), "env": how.pop("env", None), **how}
        unheard = stdout == subprocess.DEVNULL
        reading, writing = (None, os.open(os.devnull, os.O_WRONLY)) if unheard else os.pipe()
        told = {"module": module, "arguments": arguments, **how}
        errors = writing if stderr == subprocess.STDOUT else stderr.fileno()
        self._nursery, self.returncode = nursery, None
        self.pid = nursery.ask(writing, errors, **told)
        os.close(writing)
        self._end = os.pidfd_open(self.pid)
        self.stdout = None
        if not unheard:
            self.stdout = open(reading, "r" if text else "rb")  # noqa: SIM115, PTH123 -- a pipe

    def poll(self):
        if self.returncode is None and select.select([self._end], [], [], 0)[0]:
            self.returncode = self._nursery.ask(ended=self.pid)
            os.close(self._end)
        return self.returncode

    def wait(self, timeout=None):
        if self.returncode is None and not select.select([self._end], [], [], timeout)[0]:
            raise subprocess.TimeoutExpired(str(self.pid), timeout)
        return self.poll()

    def communicate(self, timeout=None):
        until = None if timeout is None else time.monotonic() + timeout
        self._said = getattr(self, "_said", b"")
        while True:
            left = None if until is None else max(0, until - time.monotonic())
            if not select.select([self.stdout], [], [], left)[0]:
                raise subprocess.TimeoutExpired(str(self.pid), timeout)
            found = os.read(self.stdout.fileno(), LONGEST)
            if not found:
                self.wait()
                leaks.look("a forked program", self._said)
                return self._said, None
            self._said += found

    def send_signal(self, number):
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self):
        self.send_signal(signal.SIGTERM)

    def kill(self):
        self.send_signal(signal.SIGKILL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stdout.close()
        self.wait()


@contextmanager
def forking(nursery, *modules):
    """Let these modules fork what they would start, as long as this lasts."""
    names = {**vars(subprocess), "Popen": partial(Forked, nursery)}
    with ExitStack() as stack:
        for each in modules if nursery else ():
            stack.enter_context(mock.patch.object(each, "subprocess", SimpleNamespace(**names)))
        yield
