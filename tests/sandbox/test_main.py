import signal
import socket
import subprocess
import sys
import time

import httpx
import pytest

from sandbox.__main__ import main
from tests.sandbox.playing import TOWN

OPEN = (
    "/bot7000000001:AAsandbox/getUpdates?timeout=50",
    "/sandbox/v1/idle",
    "/sandbox/v1/clock?after=1",
    "/sandbox/v1/events",
)


@pytest.fixture
def child(town_file):
    started = []

    def run(*more):
        command = [sys.executable, "-m", "sandbox", "--port", "0", "--town", str(town_file)]
        process = subprocess.Popen([*command, *more], stdout=subprocess.PIPE, text=True)
        started.append(process)
        return process, process.stdout.readline()

    yield run
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_sandbox_tells_its_address_and_stops_at_once_with_polls_open(child, number):
    process, line = child("--start", "2026-03-02T09:00:00+08:00")
    url = line.removeprefix("sandbox ").strip()
    assert line == f"sandbox http://127.0.0.1:{httpx.URL(url).port}\n"
    now = httpx.get(f"{url}/sandbox/v1/clock", trust_env=False).json()["now"]
    assert 0 <= now - 1772413200000 < 60_000

    waiting = [ask(httpx.URL(url).port, path) for path in OPEN]
    httpx.get(f"{url}/sandbox/v1/world", trust_env=False)
    process.send_signal(number)

    assert process.wait(timeout=5) == 0
    assert [read_all(one).partition(b"\r\n")[0] for one in waiting] == [b"HTTP/1.1 200 OK"] * 4
    assert process.stdout.read() == ""


def ask(port, path):
    waiting = socket.create_connection(("127.0.0.1", port), timeout=5)
    waiting.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    return waiting


def read_all(waiting):
    with waiting, waiting.makefile("rb") as stream:
        return stream.read()


def test_taken_port_is_told_in_a_sentence(town_file, capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code = main(["--port", str(port), "--town", str(town_file)])

    assert code == 2
    assert capsys.readouterr().err == (
        f"sandbox: cannot listen on 127.0.0.1:{port}: Address already in use\n"
    )


def test_bad_town_is_told_in_a_sentence(town_file, capsys):
    town_file.write_text(TOWN.replace('name = "李婶"\n', ""), encoding="utf-8")

    assert main(["--port", "0", "--town", str(town_file)]) == 2
    assert capsys.readouterr().err == f"sandbox: {town_file}: [[people]] 1 has no `name`.\n"


@pytest.mark.parametrize("start", ["soon", "2026-03-02T09:00:00"])
def test_start_needs_a_zone(town_file, capsys, start):
    with pytest.raises(SystemExit) as stop:
        main(["--port", "0", "--town", str(town_file), "--start", start])

    assert stop.value.code == 2
    assert "is no time with a zone" in capsys.readouterr().err


@pytest.mark.parametrize("more", [(), ("--limits",)])
def test_limits_are_on_where_they_were_asked_for(child, more):
    _, line = child(*more)
    url = line.removeprefix("sandbox ").strip()

    told = httpx.get(f"{url}/sandbox/v1/limits", trust_env=False).json()
    assert told["on"] is bool(more)


def test_a_fault_ends_by_itself_and_a_kicked_bot_returns(child):
    _, line = child()
    url = f"{line.removeprefix('sandbox ').strip()}/sandbox/v1"
    with httpx.Client(trust_env=False, timeout=10) as http:
        http.post(f"{url}/faults", json={"kind": "kick", "chat": -1001, "seconds": 0.2})
        deadline = time.monotonic() + 10
        while (chat := group(http, url))["bot"]["status"] != "member":
            assert chat["bot"]["status"] == "kicked"
            assert time.monotonic() < deadline
            time.sleep(0.02)
        assert http.get(f"{url}/faults").json()["faults"] == []


def group(http, url):
    chats = http.get(f"{url}/world").json()["chats"]
    return next(chat for chat in chats if chat["id"] == -1001)
