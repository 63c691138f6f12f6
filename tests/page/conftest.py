import json
import shutil
from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError
from urllib.request import ProxyHandler, Request, build_opener

import pytest

from sandbox.wire import Wire
from tests.page.echo import GROUP, LI, TOKEN, town_with_bot

HERE = Path(__file__).parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)


class Chromium:
    """One Chromium for the tests of this folder, begun when first asked for.

    Playwright's loop counts as running in this thread from its start to its stop, between its
    calls too, and no other may run beside it: so it stops before the tests of another folder.
    """

    def __init__(self):
        self._playwright = self._browser = None

    def browser(self):
        if self._browser is None:
            # imported here, so that the other tests of this folder need no browser at all
            from playwright.sync_api import sync_playwright

            self._playwright = sync_playwright().start()
            launch = self._playwright.chromium.launch
            self._browser = launch(executable_path=CHROMIUM, args=list(QUIET))
        return self._browser

    def stop(self):
        if self._browser is not None:
            self._browser.close()
            self._playwright.stop()
            self._browser = None


RUNNING = Chromium()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    try:
        return (yield)
    finally:
        if nextitem is None or HERE not in nextitem.path.parents:
            RUNNING.stop()


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: the chat page goes untested")
    return RUNNING.browser()


@pytest.fixture(scope="module")
def base():
    with town_with_bot() as address:
        yield address


@pytest.fixture(scope="module")
def pages(browser):
    """One page for each width, opened when first asked for: opening takes longer than a test."""
    opened = {}

    def page_of(size, **how):
        key = size["width"]
        if key not in opened:
            opened[key] = browser.new_context(viewport=size, **how).new_page()
            opened[key].set_default_timeout(8000)
        return opened[key]

    yield page_of
    for page in opened.values():
        page.context.close()


@pytest.fixture
def visit(pages, base, request):
    """Open the page; afterwards, nothing was asked of another machine and no script failed."""
    page = pages(request.param)
    asked, failed = [], []
    watch = {
        "request": lambda one: asked.append(one.url),
        "pageerror": lambda one: failed.append(one),  # noqa: PLW0108 -- it marks what it is given
    }
    for event, note in watch.items():
        page.on(event, note)

    def go(query=""):
        page.goto(f"{base}/{query}")
        page.wait_for_selector("[data-half=left] .chat-head h1", state="attached")
        return page

    yield go
    page.unroute_all()
    page.evaluate("localStorage.clear(), sessionStorage.clear()")
    page.goto("about:blank")
    for event, note in watch.items():
        page.remove_listener(event, note)
    assert [u for u in asked if not u.startswith((base, "data:", "blob:", "about:"))] == []
    assert failed == []


@pytest.fixture
def town(base):
    """The town, in which afterwards nothing is broken."""
    wire = Wire(base)
    yield wire
    wire.delete("/faults")
    wire.post("/limits", on=False)


@pytest.fixture
def another(town):
    """Afterwards the town begins anew: what a test did to its people or its bot is gone."""
    yield
    town.post("/reset", start="2026-03-02T09:00:00+08:00")


@pytest.fixture
def panel(visit, town):
    page = visit(f"?person={LI}&chat={GROUP}&dock=breaking")
    page.locator(".blow").first.wait_for()
    return page


@pytest.fixture
def call(base):
    """Call the Bot API as the bot; None where it refused, or was cut off."""
    opener = build_opener(ProxyHandler({}))

    def ask(method, chat, **more):
        body = json.dumps({"chat_id": chat, **more}).encode()
        headers = {"Content-Type": "application/json"}
        asked = Request(f"{base}/bot{TOKEN}/{method}", data=body, headers=headers)
        try:
            with opener.open(asked, timeout=30) as answer:
                return json.load(answer)["result"]
        except (URLError, HTTPException, OSError):
            return None

    return ask
