from telegram.error import BadRequest

from bot.toasts import Toasts
from handlers.context import Toast
from tests.bot.doors import Caller


async def test_a_toast_is_cut_and_one_too_late_is_no_error():
    toasts = Toasts(caller := Caller())
    await toasts.answer("q1", Toast("话" * 300, alert=True))
    await toasts.answer("q2", None)
    caller.script.append(BadRequest("Query is too old and response timeout expired"))
    await toasts.answer("q3", Toast("晚了"))

    first = {"callback_query_id": "q1", "text": "话" * 200, "show_alert": True}
    assert [params for _, params in caller.calls[:2]] == [first, {"callback_query_id": "q2"}]
    assert len(caller.calls) == 3
