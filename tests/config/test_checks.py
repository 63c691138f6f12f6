import re

import pytest

from tests.config.example import TEXT, changed, check_named, mistakes

ANOTHER = 'grid = "g1"\nduty = "陪诊"\n\n[helpers.tang]'
OFFICES_WU = 'offices = ["supervision"]'
CATALOGUE = "[catalogue.shared-income]"
BY_AREA = '{ area = "more than 1/2" }'
MISTAKEN = [
    ("unknown-building", [('["b1", "b2"]', '["b1", "b2", "b7"]')], "grids.g1.buildings", "b6"),
    ("unknown-officer", [('worker = "liu"', 'worker = "luo"')], "grids.g1.worker", 'is "liu"'),
    ("unknown-officer", [('head = "sun"', 'head = "son"')], "grids.g1.head", 'is "sun"'),
    ("unknown-officer", [('to = "liu"', 'to = "lui"')], "routes[1].to", 'is "liu"'),
    (
        "unknown-officer",
        [('substitute = "zhou"', 'substitute = ""')],
        "grids.g1.substitute",
        "wang, liu, zhou",
    ),
    ("unknown-category", [('"street-light"', '"streetlight"')], "routes[1].category", "street-l"),
    ("unknown-grid", [('grid = "g3"', 'grid = "g4"')], "routes[2].grid", "g1, g2, g3"),
    ("building-in-two", [('["b3", "b4"]', '["b2", "b3", "b4"]')], "grids.g2.buildings", "A02"),
    ("building-in-two", [('["b3", "b4"]', '["b3", "b4", "b4"]')], "grids.g2.buildings", "A02"),
    ("building-in-none", [('["b1", "b2"]', '["b1"]')], "buildings.b2", "g1, g2, g3"),
    (
        "same-person",
        [('substitute = "zhou"', 'substitute = "liu"')],
        "grids.g1.substitute",
        "another grid worker: wang, zhou",
    ),
    (
        "lacks-office",
        [('substitute = "zhou"', 'substitute = "sun"')],
        "grids.g1.substitute",
        'add "grid-worker" to officers.sun.offices',
    ),
    (
        "lacks-office",
        [('head = "sun"', 'head = "zhou"')],
        "grids.g1.head",
        'add "grid-head" to officers.zhou.offices',
    ),
    ("name-twice", [('"门楼"', '"门楼", "河边楼"')], "buildings.b6", "one building"),
    (
        "name-twice",
        [('"门楼"', '"Tower"'), ('"河边楼"', '"tower"')],
        "buildings.b6",
        "one building",
    ),
    ("telegram-twice", [("= 2002", "= 2001")], "officers.liu.telegram", "one account"),
    ("chat-twice", [("-1001000000002", "-1001000000001")], "chats[2].id", "once"),
    (
        "few-committee",
        [('["committee"]', '["grid-worker"]')],
        "officers",
        "nobody approves his own work",
    ),
    (
        "no-dispatcher",
        [('["committee", "dispatcher"]', '["committee"]')],
        "officers",
        "one of: chen, he",
    ),
    (
        "no-supervision",
        [(OFFICES_WU, "offices = []")],
        "officers",
        'offices = ["supervision"]',
    ),
    (
        "powers-mixed",
        [(OFFICES_WU, 'offices = ["supervision", "committee"]')],
        "officers.wu.offices",
        'leave ["supervision"] alone',
    ),
    (
        "powers-mixed",
        [(OFFICES_WU, 'offices = ["grid-worker", "supervision"]')],
        "officers.wu.offices",
        'leave ["supervision"] alone',
    ),
    (
        "no-chinese-name",
        [('{ zh-CN = "电梯", en = "Lift" }', '{ en = "Lift" }')],
        "categories.lift.names",
        "zh-CN",
    ),
    ("no-other", [("[categories.other]", "[categories.rest]")], "categories.other", "B20"),
    (
        "route-unreached",
        [('category = "illegal-building"', 'category = "street-light"')],
        "routes[2]",
        "above it",
    ),
    ("route-to-supervision", [('to = "sun"', 'to = "wu"')], "routes[2].to", "without superv"),
    ("unknown-area", [('area = "river"', 'area = "rivr"')], "grids.g3.area", '"river"'),
    (
        "area-circle",
        [('name = "沿河片区"', 'name = "沿河片区"\nparent = "river"')],
        "areas.river.parent",
        "no parent",
    ),
    (
        "unknown-group",
        [('group = "outside"', 'group = "outsid"')],
        "categories.rubbish.group",
        '"outside"',
    ),
    (
        "category-in-two",
        [('categories = ["rubbish"', 'categories = ["lift", "rubbish"')],
        "panels.sanitation.categories",
        "one sub-committee",
    ),
    (
        "unknown-area",
        [('片区"\nhead', '片区"\nparent = "x"\nhead')],
        "areas.river.parent",
        "river",
    ),
    (
        "unknown-officer",
        [('片区"\nhead = "sun"', '片区"\nhead = "sn"')],
        "areas.river.head",
        '"sun"',
    ),
    (
        "same-person",
        [('substitute = "sun"', 'substitute = "chen"')],
        "panels.facilities.substitute",
        "another",
    ),
    (
        "unknown-category",
        [('categories = ["rubbish"', 'categories = ["rubish"')],
        "panels.sanitation.categories",
        '"rubbish"',
    ),
    (
        "lacks-office",
        [('mediators = ["ma"]', 'mediators = ["liu"]')],
        "grids.g1.mediators",
        "mediator",
    ),
    (
        "unknown-officer",
        [("[helpers.tang]", f"[helpers.tan]\n{ANOTHER}")],
        "helpers.tan",
        'is "tang"',
    ),
    (
        "lacks-office",
        [("[helpers.tang]", f"[helpers.ma]\n{ANOTHER}")],
        "helpers.ma",
        "officers.ma.offices",
    ),
    ("unknown-grid", [('grid = "g1"', 'grid = "g9"')], "helpers.tang.grid", "g1, g2, g3"),
    ("unknown-building", [('"b1 2-101"', '"b9 2-101"')], "helpers.tang.households", "b6"),
    (
        "household-elsewhere",
        [('"b1 2-101"', '"b3 2-101"')],
        "helpers.tang.households",
        "b1, b2",
    ),
    (
        "household-twice",
        [('"b1 2-101"', '"b1 1单元302室"')],
        "helpers.tang.households",
        "once",
    ),
    (
        "no-helper",
        [('offices = ["grid-head"]', 'offices = ["grid-head", "helper"]')],
        "officers.sun.offices",
        "[helpers.sun]",
    ),
    (
        "unknown-body",
        [('body = "owners-major"', 'body = "owners-mayor"')],
        "catalogue.rebuilding.body",
        'nearest is "owners-major"',
    ),
    (
        "meeting-of-nobody",
        [('body = "owners-major"', "")],
        "catalogue.rebuilding.body",
        "owners-ordinary, owners-major",
    ),
    (
        "reserved-with-body",
        [("reserved = true\nwords", 'reserved = true\nbody = "owners-major"\nwords')],
        "catalogue.land-use.body",
        "only talked over here",
    ),
    (
        "body-lacks",
        [(CATALOGUE, f'[bodies.club]\nassent = {{ heads = "more than 1/2" }}\n\n{CATALOGUE}')],
        "bodies.club",
        "kind, turnout, law, article, year",
    ),
    (
        "body-lacks",
        [(CATALOGUE, f"[bodies.residents-representatives]\nturnout = {{}}\n\n{CATALOGUE}")],
        "bodies.residents-representatives",
        "turnout",
    ),
    (
        "area-without-owners",
        [(CATALOGUE, f"[bodies.residents-meeting]\nassent = {BY_AREA}\n\n{CATALOGUE}")],
        "bodies.residents-meeting",
        'kind = "owner"',
    ),
]


def test_a_body_that_cannot_be_read_is_known_all_the_same():
    text = changed(
        (CATALOGUE, f'[bodies.club]\nkind = "flat"\n\n{CATALOGUE}'),
        ('body = "owners-major"', 'body = "club"'),
    )

    assert [(m.code, m.where) for m in mistakes(text)] == [("not-one-of", "bodies.club.kind")]


def test_a_body_without_numbers_is_told_once_though_an_entry_names_it():
    text = changed(
        (CATALOGUE, f"[bodies.residents-representatives]\nassent = {{}}\n\n{CATALOGUE}"),
        ('body = "owners-major"', 'body = "residents-representatives"'),
    )

    assert [m.code for m in mistakes(text)] == ["body-lacks"]


@pytest.mark.parametrize(("code", "changes", "where", "cure"), MISTAKEN)
def test_mistake_between_rows_is_named_with_its_place_and_cure(code, changes, where, cure):
    check_named(code, changes, where, cure)


def test_empty_parts_are_named():
    text = re.sub(r"(?ms)^\[\[?(officers|categories|chats|helpers)[.\]].*?(?=^\[|\Z)", "", TEXT)
    text = re.sub(r"(?ms)^\[\[?(grids|buildings|routes)[.\]].*?(?=^\[|\Z)", "", text)

    found = mistakes(
        f"officers = {{}}\ncategories = {{}}\nchats = []\ngrids = {{}}\nbuildings = {{}}\n{text}"
    )

    assert {m.code for m in found} == {
        "few-committee",
        "no-dispatcher",
        "no-supervision",
        "no-other",
        "unknown-officer",
        "unknown-category",
    }


def test_row_with_a_mistake_still_answers_for_its_key():
    # Neither is wang called unknown, nor a dispatcher missing, where only a number is wrong.
    text = changed(("telegram = 2001", "telegram = -1"), ("telegram = 3002", "telegram = -2"))

    assert [m.where for m in mistakes(text)] == ["officers.wang.telegram", "officers.he.telegram"]


def test_rows_keep_their_numbers_behind_one_with_a_mistake():
    text = changed(('to = "liu"', "to = 1"), ('grid = "g3"', 'grid = "g9"'))

    assert [m.where for m in mistakes(text)] == ["routes[1].to", "routes[2].grid"]
