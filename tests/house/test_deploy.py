"""What stands in deploy/ runs as a normal user, keeps all in one folder, and heeds exit codes."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from bot import exits, healthcheck
from bot.__main__ import main
from config.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNIT = DEPLOY / "linli.service"
STATE, HOME = "/var/lib/linli", "/usr/lib/linli"
# each module is imported from where it runs, and a file that stands beside them is read
EVERYTHING = """
import importlib, pathlib, pkgutil, sys
rooms = ["bot", "config", "governance", "handlers", "sandbox", "services", "storage"]
for room in map(importlib.import_module, rooms):
    for found in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
        if not found.name.endswith("__main__") and ".migrations." not in found.name:
            made = importlib.import_module(found.name)
            assert pathlib.Path.cwd() in pathlib.Path(made.__file__).parents, made
from bot.__main__ import main
main(["community", "check", "config/community.example.toml"])
"""


def unit():
    """Return the settings of the unit: each with all that it is given."""
    found = {}
    for line in UNIT.read_text(encoding="utf-8").splitlines():
        if "=" in line and not line.startswith("#"):
            name, _, value = line.partition("=")
            found.setdefault(name, []).append(value)
    return found


def steps():
    """Return the steps of the container file, each on one line."""
    text = (DEPLOY / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    return [line.split(maxsplit=1) for line in text.splitlines() if line and line[0] != "#"]


def test_the_unit_is_one_that_systemd_takes(tmp_path):
    verify = shutil.which("systemd-analyze")
    if verify is None:
        pytest.skip("systemd-analyze is not installed: the unit is only read")
    here = UNIT.read_text(encoding="utf-8").replace("/usr/lib/linli/venv/bin/linli", "/bin/true")
    file = tmp_path / "linli.service"
    file.write_text(re.sub(r"^(User|Group)=linli$", r"\1=nobody", here, flags=re.MULTILINE))

    told = subprocess.run(
        [verify, "verify", "--man=no", str(file)], capture_output=True, text=True, check=False
    )

    ours = [line for line in (told.stdout + told.stderr).splitlines() if "linli.service" in line]
    assert [line for line in ours if "nogroup" not in line and "Special user" not in line] == []


def test_the_unit_runs_as_a_normal_user_with_its_state_in_one_folder():
    found = unit()

    assert (found["User"], found["StateDirectory"], found["UMask"]) == (
        ["linli"],
        ["linli"],
        ["0077"],
    )
    assert found["ProtectSystem"] == ["strict"]
    assert found["NoNewPrivileges"] == ["yes"]
    assert "ReadWritePaths" not in found
    assert all(STATE in each for each in found["Environment"] if "LOG_FORMAT" not in each)
    assert not any("TOKEN" in each for each in found["Environment"])


def test_the_unit_leaves_alone_what_a_human_must_cure():
    found = unit()

    assert found["Restart"] == ["on-failure"]
    assert set(map(int, found["RestartPreventExitStatus"][0].split())) == exits.NOT_AGAIN


def test_every_exit_code_is_told():
    codes = {v for k, v in vars(exits).items() if k.isupper() and isinstance(v, int)}

    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| (\d+) \| .* \| (again|leaves it) \|$", page, re.MULTILINE)
    assert {int(code) for code, _ in told} == codes
    left = {int(code) for code, what in told if what == "leaves it"}
    assert left == {exits.OK} | exits.NOT_AGAIN


def test_the_container_is_no_root_and_its_image_has_a_number():
    found = steps()
    [image] = [rest for step, rest in found if step == "FROM"]
    users = [rest for step, rest in found if step == "USER"]

    assert re.fullmatch(r"python:3\.1[123]-slim", image)
    assert users == ["10001:10001"]
    order = [step for step, _ in found]
    assert order.index("USER") < order.index("ENTRYPOINT")
    assert "RUN" not in order[order.index("USER") :]


def test_the_container_keeps_all_in_one_volume_and_no_secret():
    found = steps()

    assert [rest for step, rest in found if step == "VOLUME"] == [STATE]
    text = " ".join(" ".join(each) for each in found)
    assert "--require-hashes" in text
    assert "TOKEN" not in text
    assert not any(step == "ADD" for step, _ in found)


def test_the_container_holds_every_room():
    copied = {rest.split()[0] for step, rest in steps() if step == "COPY"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    rooms = {each for each in project["tool"]["setuptools"]["packages"] if "." not in each}

    assert rooms
    assert rooms <= copied
    assert all((ROOT / each).exists() for each in copied)


def test_the_container_runs_the_bot_and_is_told_to_end_as_the_bot_listens():
    found = steps()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    said = {step: rest for step, rest in found if step in {"ENTRYPOINT", "CMD", "STOPSIGNAL"}}

    assert json.loads(said["ENTRYPOINT"]) + json.loads(said["CMD"]) == ["linli", "run"]
    assert project["scripts"]["linli"] == "bot.__main__:main"
    assert "run" in main.commands
    assert said["STOPSIGNAL"] == "SIGTERM"
    [check] = [rest for step, rest in found if step == "HEALTHCHECK"]
    assert (ROOT / json.loads(check.split("CMD ")[1])[1].removeprefix(f"{HOME}/")).is_file()


def test_what_the_container_copies_is_enough_to_run_there(tmp_path):
    for step, rest in steps():
        if step == "COPY":
            *sources, target = rest.split()
            for each in sources:
                if (ROOT / each).is_dir():
                    shutil.copytree(ROOT / each, tmp_path / target)
                else:
                    shutil.copy(ROOT / each, tmp_path / target)

    told = subprocess.run(
        [sys.executable, "-c", EVERYTHING],
        cwd=tmp_path,
        env={"PATH": "", "PYTHONPATH": str(tmp_path), "LINLI_COMMUNITY": "here"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (told.returncode, told.stderr) == (0, "")
    assert "幸福里社区" in told.stdout


def test_what_is_set_there_can_be_set():
    names = {PREFIX + name.upper() for name in Settings.model_fields}
    texts = UNIT.read_text(encoding="utf-8") + (DEPLOY / "Containerfile").read_text("utf-8")

    assert set(re.findall(r"(LINLI_[A-Z_]+)=", texts)) <= names


class Door(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/healthz" and self.server.well else 503)
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.mark.parametrize("well", [True, False])
def test_the_health_check_asks_the_door(well):
    with ThreadingHTTPServer(("127.0.0.1", 0), Door) as server:
        server.well = well
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        told = [healthcheck.alive(f"{h}:{server.server_port}") for h in ("127.0.0.1", "0.0.0.0")]
        server.shutdown()

    assert told == [well, well]
    assert not healthcheck.alive(f"127.0.0.1:{server.server_port}")


def test_where_nothing_listens_nothing_is_amiss():
    assert healthcheck.alive("")
    assert not healthcheck.alive("nonsense")
