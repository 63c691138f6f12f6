"""Plays a story by a person's clicks on the page: one deed for each verb a story has."""

import base64
import re
from dataclasses import replace
from datetime import timedelta

from sandbox.client import Town
from sandbox.story import Story, filled
from sandbox.words import KILL, duration, listed
from tests.page.crowded import Crowded
from tests.page.echo import ROOT
from tests.page.hands import Hand, fill_form, menu_above

STEPS = {"day": timedelta(days=1), "hour": timedelta(hours=1)}
KINDS = {"supergroup": "超级群", "group": "普通群"}
RUNNING = "正在跑…"
LAST = 4  # messages that are told where a step failed


class Clicks(Crowded):
    """Two hands on the page: whoever acts stands left, whoever sees right, where there is room."""

    def __init__(self, page, base):
        self.page, self.town = page, Town(base)
        self.acting = Hand(page)
        narrow = page.locator("[data-half=right]").is_hidden()
        self.seeing = self.acting if narrow else Hand(page, "right")
        self.kept: dict[str, str] = {}

    def play(self, story: Story, pictures):
        """Do every step; `pictures` tells what to call after the number of a step that held."""
        self.gather(story)
        for told in story.steps:
            extras = {
                k: v if k == "keeps" else filled(v, self.kept) for k, v in told.extras.items()
            }
            step = replace(told, value=filled(told.value, self.kept), extras=extras)
            try:
                getattr(self, step.verb)(step, **extras)
                if story.rests_after(told):
                    self.town.idle()
            except Exception as failure:
                failure.add_note(f"{story.name}.toml, step {step.number}: {step}")
                stood = self.acting.find(".log > .row, .log > .service").all_inner_texts()
                failure.add_note("\n".join(["what stood there:", *stood[-LAST:]]))
                raise
            pictures.get(step.number, lambda: None)()

    def place(self, who, chat):
        person, place = self.town.person(who), self.town.chat(chat)
        return person, person if place == "private" else place

    def stands(self, hand, who, chat=""):
        """Tell whether a half shows a person in a chat, as the page's address says."""
        person, place = self.place(who, chat)
        names = ("person", "chat") if hand is self.acting else ("beside", "there")
        wanted = {f"{names[0]}={person}", f"{names[1]}={place}"}
        return wanted <= set(self.page.url.partition("?")[2].split("&"))

    def stand(self, hand, who, chat="", topic=None):
        """Become a person in a chat, if the half is not there already."""
        person, place = self.place(who, chat)
        if not self.stands(hand, who, chat):
            hand.play(person, place)
        elif hand.find(".log").is_hidden():
            hand.find(f'[data-chat="{place}"]').click()
        if topic:
            hand.find(".topic", has_text=topic).click()
        hand.find(".log").wait_for()

    def row(self, hand, words):
        """The newest message with all these words."""
        found = hand.find(".log > .row, .log > .service")
        for word in listed(words):
            found = found.filter(has_text=word)
        return found.last

    def says(self, step, *, reply_to=None, topic=None, anonymous=False, **content):
        hand = self.acting
        self.stand(hand, step.who, step.chat, topic)
        if hand.find(".mask input").count():
            hand.find(".mask input").set_checked(anonymous)
        if reply_to:
            row = self.row(hand, reply_to)
            row.locator(".bubble").hover()
            row.locator("[data-key$=reply]").click()
        before = hand.find(".row.own").count()
        for kind, value in content.items():
            getattr(self, f"attach_{kind}")(hand, value)
        if step.value or not content.keys() <= {"location", "voice"}:
            hand.say(step.value)
        hand.find(".row.own").nth(before).wait_for()

    def attach_location(self, hand, _):
        hand.attach("location")

    def attach_voice(self, hand, _):
        hand.attach("voice")

    def attach_album(self, hand, names):
        for name in names:
            self.attach_photo(hand, name)

    def attach_document(self, hand, document):
        content = document["text"].encode()
        file = {"name": document.get("name", "file"), "mimeType": "text/plain", "buffer": content}
        hand.find(".upload-document").set_input_files(file)

    def attach_photo(self, hand, name):
        if name.startswith("data:"):
            kind, _, content = name.removeprefix("data:").partition(";base64,")
            file = {"name": "photo", "mimeType": kind, "buffer": base64.b64decode(content)}
            hand.find(".upload-photo").set_input_files(file)
        elif hand.find(f'[data-sample="{name}"]').count():
            hand.attach(f"sample {name}")
        else:
            files = (ROOT / "sandbox" / "pictures").glob(f"{name}*")
            hand.find(".upload-photo").set_input_files(next(files))

    def edits(self, step, under, **_):
        self.stand(self.acting, step.who, step.chat)
        row = self.row(self.acting, under)
        row.locator(".bubble").hover()
        row.locator("[data-key$=edit]").click()
        self.acting.say(step.value)

    def presses(self, step, under=(), toast=(), **more):
        hand = self.acting
        self.stand(hand, step.who, step.chat, more.get("topic"))
        exactly = re.compile(f"^{re.escape(step.value)}$")
        rows = hand.find(".row", has=self.page.locator(".key", has_text=exactly))
        for word in listed(under):
            rows = rows.filter(has_text=word)
        rows.last.locator(".key", has_text=exactly).first.click()
        for word in listed(toast):
            told = self.page.locator("dialog.alert").or_(hand.find(".toast"))
            told.filter(has_text=word).last.wait_for()
        alert = self.page.locator("dialog.alert button")
        if alert.count():
            alert.click()

    def sees(self, step, buttons=None, topic=None, **_):
        hand = self.acting if self.stands(self.acting, step.who, step.chat) else self.seeing
        self.stand(hand, step.who, step.chat, topic)
        row = self.read = self.row(hand, step.value)
        row.wait_for()
        if buttons is not None:
            assert row.locator(".key").all_inner_texts() == list(buttons)

    def never_sees(self, step, **_):
        self.stand(self.seeing, step.who, step.chat)
        for word in listed(step.value):
            assert self.seeing.find(".log > .row", has_text=word).count() == 0, word

    def waits(self, step, **_):
        if step.value == "next":
            self.press_clock("next")
            return
        left = duration(step.value)
        for name, length in STEPS.items():
            while left >= length:
                self.press_clock(name)
                left -= length
        if left:
            self.town.advance(seconds=int(left.total_seconds()))

    def press_clock(self, name):
        before = self.town.get("/clock")["version"]
        self.page.locator(".state.idle").wait_for()
        self.page.click(f"[data-step={name}]")
        self.page.locator(f"[data-step={name}]:enabled").wait_for()
        assert self.town.get("/clock")["version"] != before

    def starts(self, step, **_):
        if step.value:
            self.tap(step.who, step.value)
            return
        self.stand(self.acting, step.who)
        if self.acting.find("[data-gate=start]").count():
            self.acting.find("[data-gate=start]").click()
        else:
            self.acting.menu("restart")

    def tap(self, who, payload):
        """Tap a link of the operator as somebody; one from elsewhere is opened for them."""
        link = self.page.locator(f'.tap[data-key="link {payload}"]').last
        if not link.count():
            self.town.starts(who, payload)
            return
        menu_above(self.page, "operator")
        link.click()
        roles = {one["name"]: one["role"] for one in self.town.world()["people"]}
        fill_form(self.page, person=f"{who}（{roles[who]}）" if roles[who] else who)
        self.page.click("[data-key=close-dock]")

    def joins(self, step, **_):
        self.stand(self.acting, self.member_of(step.value), step.value)
        self.acting.menu("add-member")
        fill_form(self.page, person=step.who)

    def leaves(self, step, **_):
        self.stand(self.acting, step.who, step.value)
        self.acting.menu("leave")

    def blocks(self, step, **_):
        self.stand(self.acting, step.who)
        self.acting.menu("block")

    def votes(self, step, under=(), **_):
        self.stand(self.acting, step.who, step.chat)
        poll = self.row(self.acting, under).locator(".poll")
        for option in listed(step.value):
            poll.locator(".option", has_text=option).click()
        if poll.locator(".vote:enabled").count():
            poll.locator(".vote").click()
        poll.locator(".share").first.wait_for()

    def operator(self, step, **_):
        if step.value == KILL:  # in the middle of hundreds of messages: no time for a menu
            self.cut(step)
            return
        menu_above(self.page, "operator")
        before = self.page.locator(".transcript .ran").count()
        self.page.fill("#command", step.value)
        self.page.press("#command", "Enter")
        output = self.page.locator(".transcript .ran").nth(before).locator("pre")
        output.filter(has_not_text=RUNNING).wait_for()
        said = output.inner_text()
        self.page.click("[data-key=close-dock]")
        found = {name: re.search(pattern, said) for name, pattern in step.keeps().items()}
        self.kept |= {name: one[1] for name, one in found.items()}

    def arrives(self, step, **_):
        hand = self.acting
        hand.find(".picker").click()
        hand.find("[data-key=newcomer]").click()
        language = {"en": "English"}.get(step.value.get("language"), "中文")
        fill_form(self.page, name=step.value["name"], language=language)

    def makes(self, step, **_):
        self.stand(self.acting, step.who)
        self.acting.menu("make-group-2")
        told = dict(step.value)
        for name in told.pop("members", ()):
            self.page.locator("dialog .ticks label", has_text=name).locator("input").check()
        kind = KINDS[told.pop("type", "group")]
        kind = "有话题的超级群" if told.pop("forum", False) else kind
        fill_form(self.page, **{"bot": False, "type": kind, **told})
        for _ in range(100):  # the form is on its way: it is there once the town knows the group
            if any(chat["title"] == told["title"] for chat in self.town.world()["chats"]):
                return
            self.page.wait_for_timeout(50)

    def menu(self, step, entry, who=""):
        """Choose an entry of a group's menu, as somebody who is in it."""
        self.stand(self.acting, who or step.who or self.member_of(step.chat), step.chat)
        self.acting.menu(entry)

    def member_of(self, title):
        world = self.town.world()
        chat = next(one for one in world["chats"] if one["title"] == title)
        first = [*chat["admins"], *chat["members"]][0]
        return next(one["name"] for one in world["people"] if one["id"] == first)

    def adds(self, step, **_):
        self.menu(step, "add-bot")

    def kicks(self, step, **_):
        if step.value == "bot":
            self.menu(step, "remove-bot")
        else:
            person = self.town.person(step.value)
            self.town.post(f"/chats/{self.town.chat(step.chat)}/kick", person=person)

    def migrates(self, step, **_):
        self.menu(step, "migrate")

    def mutes(self, step, **_):
        self.menu(step, "mute-bot" if step.value else "unmute-bot")

    def admins(self, step, **_):
        told = step.value
        who = "邻里（机器人）" if told["who"] == "bot" else told["who"]
        self.menu(step, "make-admin")
        marks = {"admin": told.get("admin", True), "anonymous": told.get("anonymous", False)}
        fill_form(self.page, person=who, **marks)

    def posts(self, step, photo=None, **_):
        assert photo is None, "the page's form posts words only"
        self.menu(step, "channel-post")
        fill_form(self.page, text=step.value)
