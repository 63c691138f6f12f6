import pytest
from telegram import Update

from governance.categories import Reading
from handlers.context import Context, Toast
from handlers.texts import MissingWords
from tests.bot.doors import LIBRARY

UPDATE = Update(update_id=7)
LIFT = Reading(category="lift", building="b3")


class Asker:
    """Remembers what was asked."""

    def __init__(self):
        self.asked = []

    async def __call__(self, update, verb, words):
        self.asked.append((update, verb, words))
        return verb(None, **words)


@pytest.fixture
def asker():
    return Asker()


@pytest.fixture
def context(asker):
    return Context(UPDATE, LIBRARY.speak("zh-CN"), asker, lambda text: LIFT if text else None)


def verb(work, number, *, said):
    return work, number, said


async def test_asking_runs_the_verb_with_its_words(context, asker):
    assert not context.asked

    done = await context.ask(verb, number=1, said="灯")

    assert done == (None, 1, "灯")
    assert asker.asked == [(UPDATE, verb, {"number": 1, "said": "灯"})]
    assert context.asked


async def test_a_second_verb_is_refused_before_anything_is_asked(context, asker):
    await context.ask(verb, number=1, said="")

    with pytest.raises(RuntimeError) as caught:
        context.ask(verb, number=2, said="")

    assert str(caught.value) == "an update has one verb: it was asked already"
    assert len(asker.asked) == 1


def test_a_toast_is_plain_words(context):
    assert context.toast("toast-accept", number=1234) == Toast("#1234 已接单", alert=False)


def test_a_toast_without_words_is_a_mistake_of_ours(context):
    with pytest.raises(MissingWords):
        context.toast("toast-nothing")


def test_what_a_filter_found_is_kept(context):
    context.update({"matches": ["m"]})
    found = context.matches
    context.update({})

    assert (found, context.matches, context.args) == (["m"], None, None)


def test_a_text_is_read_by_the_reader_given(context):
    assert context.read("三号楼电梯坏了") == LIFT
