"""Asks the running bot beside whether it lives; for a container, which has no curl."""

import os
import sys
from http.client import HTTPConnection, HTTPException

SECONDS = 4
ANYWHERE = {"", "0.0.0.0", "::"}  # noqa: S104 -- to be asked at home, not listened at


def alive(listen: str) -> bool:
    """Say whether /healthz answers 200 at HOST:PORT; where nothing listens, nothing is amiss."""
    host, _, port = listen.rpartition(":")
    if not port.isdecimal():
        return not listen
    host = host.strip("[]")
    way = HTTPConnection("127.0.0.1" if host in ANYWHERE else host, int(port), timeout=SECONDS)
    try:
        way.request("GET", "/healthz")
        return way.getresponse().status == 200  # noqa: PLR2004 -- HTTP's OK
    except (OSError, HTTPException):
        return False
    finally:
        way.close()


if __name__ == "__main__":
    sys.exit(0 if alive(os.environ.get("LINLI_LISTEN", "")) else 1)
