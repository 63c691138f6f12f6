"""A village calls its levels otherwise, and no screen of it says 片区 or 网格 (A03)."""

import re
from dataclasses import replace
from types import SimpleNamespace

import pytest

from bot.lanes import Lanes
from bot.rendering import render
from governance.directory import Person
from governance.notices import Address, Delivery, Kind
from handlers import menus
from handlers.texts import TERMS
from services import whereabouts
from services.chats import binding
from services.hearing import Asked
from services.seats import confirming, inviting
from storage.work import Shelf
from tests.bases import memory
from tests.bot.doors import COMMUNITY, LIBRARY, NAME
from tests.bot.office import EXAMPLE, bot_api, linli, settle
from tests.governance.seats import vacant
from tests.house.words import KEYS, LANGUAGES, WORDS
from tests.services.chats.groups import NEW as FRESH
from tests.services.chats.groups import told
from tests.services.seats.posts import NEW, found
from tests.services.town import CHEN, HE, LI, Town

FIXED = {
    "zh-CN": re.compile("片区|网格"),
    "en": re.compile(r"(?<!/)\b(grid|area)s?\b", re.IGNORECASE),
}
LEVELS = {"levels": ("村", "片", "组"), "levels_in": {"en": ("village", "cluster", "group")}}
TITLES = {
    "grid_worker": {"zh-CN": "组长", "en": "group leader"},
    "grid_head": {"zh-CN": "片长", "en": "cluster head"},
}
OWN = {
    "zh-CN": {"level_area": "片", "level_grid": "组", "grid_worker": "组长", "grid_head": "片长"},
    "en": {
        "level_area": "cluster",
        "level_grid": "group",
        "grid_worker": "group leader",
        "grid_head": "cluster head",
    },
}
FLOORS = {"roster-column-area", "roster-fault-area"}  # of a flat, in square metres
VILLAGE = replace(
    COMMUNITY,
    **LEVELS,
    titles=TITLES,
    grids=tuple(replace(g, name=g.name.replace("网格", "组")) for g in COMMUNITY.grids),
    areas=tuple(replace(a, name="山上片") for a in COMMUNITY.areas),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_name_a_level_of_the_tree_by_themselves(language):
    named = {k for k, parts in WORDS[language].items() if FIXED[language].search(parts.text)}

    assert named - set(TERMS.values()) - FLOORS == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_words_that_name_a_level_take_it_from_the_file(language):
    texts = LIBRARY.speak(language, VILLAGE)
    taking = {k: WORDS[language][k].variables & TERMS.keys() for k in KEYS}
    taking = {key: terms for key, terms in taking.items() if terms}

    assert len(taking) >= 15
    for key, terms in taking.items():
        kinds = ("area", "other") if "kind" in WORDS[language][key].variables else ("other",)
        facts = dict.fromkeys(WORDS[language][key].variables - TERMS.keys(), "x")
        said = " ".join(texts(key, **facts | {"kind": kind}) for kind in kinds)
        assert FIXED[language].search(said) is None, said
        assert all(OWN[language][term] in said for term in terms), said


def test_a_town_speaks_as_it_did_and_our_own_word_is_known_in_every_language():
    key = "choice-bind-kind-area"

    assert LIBRARY.speak("zh-CN", COMMUNITY).plain(key) == "片区群"
    assert LIBRARY.speak("en", COMMUNITY).plain(key) == "One area"
    assert LIBRARY.speak("en").plain(key) == "One area"
    assert LIBRARY.speak("en", VILLAGE).plain(key) == "One cluster"


def test_the_names_of_the_file_are_made_safe_and_remembered_apart():
    odd = replace(VILLAGE, levels=("村", "<片>", "组"))

    assert LIBRARY.speak("zh-CN", odd)("ask-bind-area") == "是哪个&lt;片&gt;的？"
    assert LIBRARY.speak("zh-CN", VILLAGE)("ask-bind-area") == "是哪个片的？"
    assert LIBRARY.speak("zh-CN")("ask-bind-area") == "是哪个片区的？"


# ── walked through ──


@pytest.fixture(params=LANGUAGES)
def village(request):
    """A village whose committee is in office and reads one of the languages."""
    with memory() as engine:
        town = Town(engine, vacant(VILLAGE, *(o.key for o in VILLAGE.officers)))
        found(town)
        town.language = request.param
        yield town


def screens(town):
    """Return all that would be sent now, as it is drawn at the door, buttons too."""
    house = SimpleNamespace(
        community_id=0,
        shelf=lambda c: Shelf(c, town.roll),
        library=LIBRARY,
        bot_name=NAME,
        segment=list,
    )
    drawn = []
    for each in town.deliveries():
        if each.kind in {Kind.NOTICE, Kind.CARD}:
            with town.work(0) as work:
                work.people.speak(each.reader, town.language)
                _, params, _ = render(house, work.connection, each)
                rows = (
                    params["reply_markup"]["inline_keyboard"] if "reply_markup" in params else ()
                )
                drawn += [params.get("text") or params["caption"]]
                drawn += [button["text"] for row in rows for button in row]
    assert drawn
    return "\n".join(drawn)


def checked(town, *wanted):
    said = screens(town)
    assert FIXED[town.language].search(said) is None, said
    own = OWN[town.language]
    assert all(own[term] in said for term in wanted), said


def test_a_group_is_bound_to_one_area_in_the_words_of_the_village(village):
    talk = village.do(CHEN, binding.known, told(chat=FRESH))
    checked(village, "level_area")
    village.answer(CHEN, "kind", "area", talk.id)
    checked(village, "level_area")
    village.answer(CHEN, "area", VILLAGE.areas[0].key, talk.id)
    village.answer(CHEN, "submit", "", talk.id)
    checked(village, "level_area")


def test_the_grid_is_told_in_the_words_of_the_village(village):
    village.do(LI, whereabouts.look, "b3", Asked(chat=LI, message=0))

    checked(village, "grid_worker", "grid_head")


def test_an_invitation_is_taken_up_in_the_words_of_the_village(village):
    village.do(NEW, confirming.claim, village.do(-2, inviting.invite, "wang"))

    checked(village, "grid_worker")


def test_the_desk_speaks_in_the_words_of_the_village(village):
    village.report()
    village.send()
    desk = Delivery(
        key="desk",
        kind=Kind.CARD,
        address=Address(chat=HE),
        subject="desk:he:0",
        reader=HE,
    )
    village.deliveries = lambda: [desk]

    checked(village)


def test_toasts_and_menus_speak_in_the_words_of_the_village(village):
    who = SimpleNamespace(
        community_id=0, person=Person(id=LI, name="李婶", language=village.language)
    )
    house = SimpleNamespace(library=LIBRARY, community=VILLAGE)
    own = OWN[village.language]

    texts = Lanes._texts(SimpleNamespace(community_id=0, _house=house), who)

    assert own["level_grid"] in texts.plain("refusal-execute")
    with village.work(0) as work:
        shown = [m.facts["commands"] for m in menus.menus(VILLAGE, work.people, LIBRARY)]
    said = "\n".join(command["description"] for menu in shown for command in menu)
    assert own["level_grid"] in said
    assert not any(pattern.search(said) for pattern in FIXED.values())


def test_the_command_line_speaks_in_the_words_of_the_village(tmp_path, monkeypatch):
    text = EXAMPLE.read_text(encoding="utf-8").replace(
        'levels = ["社区", "片区", "网格"]',
        'levels = ["村", "片", "组"]\nlevels_in = { en = ["village", "cluster", "group"] }',
    )
    titles = "\n".join(
        f'{post} = {{ zh-CN = "{names["zh-CN"]}", en = "{names["en"]}" }}'
        for post, names in TITLES.items()
    )
    file = tmp_path / "village.toml"
    file.write_text(f"{text}\n[titles]\n{titles}\n", encoding="utf-8")
    with bot_api() as api:
        settle(tmp_path, monkeypatch, api)
        monkeypatch.setenv("LINLI_COMMUNITY", str(file))
        invited, listed = linli("invite", "wang")[1], linli("invite", "--list")[1]

    for said in (invited, listed):
        assert "组长" in said
        assert "group leader" in said
        assert not any(pattern.search(said) for pattern in FIXED.values())
