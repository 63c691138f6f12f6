"""How a person's hands use the page: one hand on one half of it."""

import json

import pytest

from sandbox.storms import draw

WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
both_widths = pytest.mark.parametrize(
    "visit", [WIDE, NARROW], ids=["wide", "narrow"], indirect=True
)
wide = pytest.mark.parametrize("visit", [WIDE], ids=["wide"], indirect=True)
narrow = pytest.mark.parametrize("visit", [NARROW], ids=["narrow"], indirect=True)


class Hand:
    """What somebody does and finds in one half, by clicks and keys alone."""

    def __init__(self, page, side="left"):
        self.page = page
        self.half = page.locator(f"[data-half={side}]")
        self.field = self.half.locator("textarea")

    def find(self, selector, **more):
        return self.half.locator(selector, **more)

    def play(self, person, chat):
        """Become a person and open a chat, from wherever the half stands."""
        self.half.locator(".picker").click()
        self.half.locator(f'[data-person="{person}"]').click()
        self.half.locator(f'[data-chat="{chat}"]').click()

    def say(self, text):
        self.field.fill(text)
        self.field.press("Enter")

    def bubble(self, kind, words):
        return self.half.locator(f".row.{kind} .bubble", has_text=words).last

    def key(self, words):
        """The newest button with these words."""
        return self.half.locator(".key", has_text=words).last

    def tool(self, words, name):
        """Press reply, edit or delete of the newest message with these words."""
        row = self.half.locator(".row", has_text=words).last
        row.locator(".bubble").hover()
        row.locator(f"[data-key$={name}]").click()

    def attach(self, name):
        self.half.locator("[data-key=attach]").click()
        self.half.locator(f'[data-key="{name}"]').click()

    def menu(self, name):
        """Choose an entry of the chat's ⋯ menu."""
        self.half.locator("[data-key=menu]").click()
        self.half.locator(f'.menu [data-key="{name}"]').click()


def menu_above(page, name):
    """Press what stands in the bar above, or behind its button where there is no room."""
    if page.locator("[data-key=more]").is_visible():
        page.click("[data-key=more]")
    page.click(f"[data-key={name}]")


def press(page, kind):
    """Break something: the newest row, which stands once the town has answered."""
    rows = page.locator(".befell li")
    stood = rows.count()
    page.click(f"[data-key='break {kind}']")
    rows.nth(stood).wait_for()
    return rows.first


def press_storm(page, wanted, *, fits):
    """Let a storm of one's own choice blow: of the first seed whose faults fit."""
    seed = next(seed for seed in range(999) if fits(draw(seed, *wanted.values())))
    body = json.dumps({**wanted, "seed": seed})
    page.route("**/sandbox/v1/storm", lambda asked: asked.continue_(post_data=body))
    return press(page, "storm")


def fill_form(page, **values):
    """Fill in the dialog that is open and send it."""
    form = page.locator("dialog[open] form")
    for name, value in values.items():
        field = form.locator(f"[name={name}]")
        if value is True or value is False:
            field.set_checked(value)
        elif form.locator(f"select[name={name}]").count():
            field.select_option(label=value)
        else:
            field.fill(value)
    form.locator("[data-key=form-send]").click()
    form.wait_for(state="detached")
