"""`python -m tests.nursery FD`: loads what bot and sandbox need, and forks on demand."""

import array
import gc
import importlib
import json
import os
import runpy
import signal
import socket
import sys
import tempfile
import threading
import warnings
from pathlib import Path

LOADED = (
    *("bot.app", "bot.checking", "bot.commands", "bot.communities", "bot.logs", "bot.posts"),
    *("config.community", "config.mistakes", "storage.upgrade", "alembic.command"),
    *("alembic.script", "alembic.ddl.sqlite", "aiosqlite", "uvloop", "sandbox.__main__"),
    *("uvicorn.lifespan.on", "uvicorn.loops.auto", "uvicorn.protocols.http.httptools_impl"),
)
LONGEST = 1 << 16


def load():
    sys.modules.setdefault("rich", None)  # as `linli run` has it
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in LOADED:
            importlib.import_module(name)
        from bot.segmenter import segmenter
        from bot.speech import LOCALES, Library
        from storage import upgrade
        from tests.bases import once

        Library(LOCALES)  # loads what the languages need of Babel
        with tempfile.TemporaryDirectory() as folder:
            segmenter(Path(folder))("预热")
            upgrade._upgrade = once
            upgrade.upgrade(f"sqlite+aiosqlite:///{folder}/linli.db")
    assert threading.active_count() == 1, "a fork takes one thread with it, and no other"
    gc.freeze()


def fork(told, files):
    """Fork, and run a module as a program in the child; return the child's id."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if told.get("start_new_session"):
            os.setsid()
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(files[0], 1)
        os.dup2(files[1], 2)
        os.closerange(3, 256)
        os.chdir(told["cwd"])
        if told["env"] is not None:
            os.environ.clear()
            os.environ.update(told["env"])
        sys.argv = [told["module"], *told["arguments"]]
        runpy.run_module(told["module"], run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    except BaseException:  # noqa: BLE001 -- a program's end, as Python has it
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def serve(door):
    while True:
        message, passed, _, _ = door.recvmsg(LONGEST, socket.CMSG_SPACE(2 * 4))
        if not message:
            return
        told = json.loads(message)
        files = array.array("i", b"".join(data for _, _, data in passed))
        if "ended" in told:
            answer = os.waitstatus_to_exitcode(os.waitpid(told["ended"], 0)[1])
        else:
            answer = fork(told, files)
        for each in files:
            os.close(each)
        door.send(json.dumps(answer).encode())


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asked ends us, by closing the door
    load()
    serve(socket.socket(fileno=int(sys.argv[1])))
