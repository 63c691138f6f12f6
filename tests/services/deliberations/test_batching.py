"""In which order what waits without a name is shown: by its token, never as written (E06)."""

from dataclasses import replace

from services.deliberations import posting
from storage.work import Work
from tests.services.deliberations.test_speaking import statements, talked
from tests.services.deliberations.topics import speak, topic
from tests.services.town import LI, ZHANG

__all__ = ["talked"]
WRITTEN = [f"第{n}句" for n in range(8)]


def write(town):
    for n, text in enumerate(WRITTEN):
        speak(town, LI if n % 2 else ZHANG, text=text, name="hidden")


def put_back(town):
    """Let all that was shown wait anew, as it waited before."""
    with town.work(0) as work:
        for each in work.statements.of(1):
            work.statements.save(replace(each, number=-each.id, shown=False))


def batched(town, monkeypatch, token):
    """Let the batch be shown by this token; return the words in the order of the numbers."""
    with monkeypatch.context() as patch:
        patch.setattr(Work, "token", lambda _: token)
        town.do(0, posting.batch, 1)
    return [s.text for s in statements(town)]


def test_a_batch_is_numbered_neither_as_it_was_written_nor_backwards(talked, monkeypatch):
    write(talked)
    orders = {}
    for token in ("one", "two"):
        orders[token] = batched(talked, monkeypatch, token)
        put_back(talked)

    assert sorted(orders["one"]) == sorted(orders["two"]) == WRITTEN
    assert orders["one"] != orders["two"]
    assert [o for o in orders.values() if o in (WRITTEN, WRITTEN[::-1])] == []
    assert batched(talked, monkeypatch, "one") == orders["one"]


def test_a_batch_is_shown_by_fives_and_counts_each_voice_once(talked):
    write(talked)

    talked.ring("topic_batch")

    assert [s.number for s in statements(talked)] == list(range(1, 9))
    told = [d.facts for d in talked.deliveries() if d.key == "topic-statements"]
    assert [(f["first"], f["last"]) for f in told] == [(1, 5), (6, 8)]
    assert talked.audit() == ["batch"]
    assert topic(talked).statements == 2
