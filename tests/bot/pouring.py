"""Telegram's hands by webhook: many lines at once, and once more what is refused."""

import json
import threading
import time
from http.client import HTTPConnection
from urllib.parse import urlsplit

from bot.web import SECRET

HANDS = 16
PATH = "/linli"
URL = f"https://bot.example.org{PATH}"
PAUSE = 0.2  # seconds until a refused one is given again; Telegram takes longer


def pour(address, secret, updates, given):
    """Give all of them; `given` is told of each as it is given for the first time."""
    lots = [updates[first::HANDS] for first in range(HANDS)]
    hands = [
        threading.Thread(target=_empty, args=(address, secret, lot, given), daemon=True)
        for lot in lots
    ]
    for hand in hands:
        hand.start()
    return hands


def _empty(address, secret, lot, given):
    line = HTTPConnection(urlsplit(address).netloc, timeout=60)
    said = {"Content-Type": "application/json", SECRET: secret}
    for each in lot:
        given(each)
        body = json.dumps(each).encode()
        while _refused(line, body, said):
            time.sleep(PAUSE)
    line.close()


def _refused(line, body, said):
    try:
        line.request("POST", PATH, body, said)
        answer = line.getresponse()
        answer.read()
    except OSError:
        line.close()
        return True
    return answer.status != 200
