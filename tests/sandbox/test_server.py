import pytest

from sandbox.server import build_app, is_local


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("127.0.0.1:8080", True),
        ("localhost:1", True),
        ("LOCALHOST", True),
        ("[::1]:8080", True),
        ("evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("evil@evil.example", False),
        ("", False),
        ("[", False),
    ],
)
def test_only_this_machine_is_local(host, local):
    assert is_local(f"//{host}") is local


@pytest.mark.parametrize("path", ["/", "/page/page.css", "/sandbox/v1/world", "/pictures/x.png"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost.evil.example"},
    ],
)
async def test_foreign_host_or_origin_is_kept_out(play, path, headers):
    assert (await play.http.get(path, headers=headers)).status_code == 403


async def test_own_origin_may_come_in(play):
    for origin in (play.url, "http://localhost:1", "http://[::1]:8080"):
        answer = await play.http.get("/sandbox/v1/world", headers={"Origin": origin})
        assert answer.status_code == 200


async def test_bot_may_come_by_any_name(play):
    token = play.sandbox.world.bot.token
    answer = await play.http.get(f"/bot{token}/getMe", headers={"Host": "sandbox:8080"})

    assert answer.json()["ok"] is True


async def test_page_and_its_files_are_served_with_their_types(play, server, tmp_path):
    page = tmp_path / "page"
    page.mkdir()
    for name in ("index.html", "a.js", "a.css", "a.svg", "a.woff2"):
        (page / name).write_text("x")
    play.sandbox.root = tmp_path
    server[0].app = build_app(play.sandbox)
    kinds = {
        path: (await play.http.get(path)).headers["content-type"].partition(";")[0]
        for path in ("/", "/page/a.js", "/page/a.css", "/page/a.svg", "/page/a.woff2")
    }

    assert kinds == {
        "/": "text/html",
        "/page/a.js": "text/javascript",
        "/page/a.css": "text/css",
        "/page/a.svg": "image/svg+xml",
        "/page/a.woff2": "font/woff2",
    }
    assert (await play.http.get("/page/none.js")).status_code == 404


async def test_pictures_stay_inside_their_folder(play):
    found = await play.http.get("/pictures/lift-broken.jpg")

    assert found.headers["content-type"] == "image/jpeg"
    for path in ("/pictures/none.jpg", "/pictures/%2e%2e%2fREADME.md", "/pictures/..%2Ftown.py"):
        assert (await play.http.get(path)).status_code == 404
