"""One gate towards the residents' groups, tried with 500 generated texts (N05, N06, N21)."""

import random
import re

import pytest

from governance import privacy
from governance.cases import CaseAction
from governance.notices import Address, Delivery, Kind
from handlers.views import NOTICES, Page, draw
from tests.house.words import LIBRARY, WORDS
from tests.services.town import GROUP, LI, WANG

SEED, TEXTS, EACH = 20261122, 500, 3
CHECKS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
PLATES = "京沪粤浙苏鲁豫川"
SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴徐孙马朱胡", "建国秀英伟芳娜敏静丽强磊军洋勇艳杰涛明超"
BEFORE = ("电梯坏了，", "三号楼漏水，请联系", "麻烦快点，", "车挡在门口 ", "我说一下：", "")
AFTER = ("，谢谢", "。两天没人修", " 请回话", "，就在门口", "")
WHO = ("户主", "业主", "我叫", "联系人", "姓名：", "租户")


def digits(dice, count):
    return "".join(dice.choice("0123456789") for _ in range(count))


def phone(dice):
    head, gap = "1" + dice.choice("3456789"), dice.choice(("", " ", "-"))
    number = head + digits(dice, 9)
    return dice.choice(("", "+86", "86-")) + gap.join(
        (number[:3], number[3:7], number[7:])
    ), number


def landline(dice):
    number = digits(dice, 8)
    return f"0{dice.choice(('10', '21', '571'))}-{number}", number


def identity(dice):
    """Make a resident identity number whose last figure is right (GB 11643)."""
    body = f"{dice.randint(110101, 659001)}{dice.randint(1940, 2015)}{dice.randint(101, 1231):04}"
    body += digits(dice, 3)
    rest = sum(int(figure) * weight for figure, weight in zip(body, CHECKS, strict=True)) % 11
    whole = body + "10X98765432"[rest]
    return whole, whole


def bank_card(dice):
    """Make a card number whose last figure is right (Luhn)."""
    body = "62" + digits(dice, 16)
    doubled = [int(f) * (2 if at % 2 == 0 else 1) for at, f in enumerate(reversed(body))]
    last = -sum(n - 9 if n > 9 else n for n in doubled) % 10
    return f"{body}{last}", f"{body}{last}"


def plate(dice):
    number = dice.choice("ABCDEF") + digits(dice, 4) + dice.choice("0KZ")
    shown = dice.choice(PLATES) + number[0] + dice.choice(("", "·", " ")) + number[1:]
    return shown, number


def door(dice):
    number = digits(dice, 1).replace("0", "3") + digits(dice, 2)
    shown = dice.choice(("{}室", "2单元{}", "3-2-{}", "3号楼{}", "{}号房", "room {}"))
    return shown.format(number), number


def name(dice):
    full = dice.choice(SURNAMES) + "".join(dice.sample(GIVEN, 2))
    return dice.choice(WHO) + full, full


KINDS = (phone, landline, identity, bank_card, plate, door, name)


def texts():
    """Yield texts as people write them, each with what must not survive."""
    dice = random.Random(SEED)
    for _ in range(TEXTS):
        found = [dice.choice(KINDS)(dice) for _ in range(dice.randint(1, 2))]
        said = "，".join(shown for shown, _ in found)
        yield dice.choice(BEFORE) + said + dice.choice(AFTER), [secret for _, secret in found]


def survives(shown, secrets):
    bare = re.sub(r"[\s·-]", "", re.sub(r"<[^>]+>", "", shown))
    return [secret for secret in secrets if secret in bare]


GENERATED = list(texts())


def test_there_are_five_hundred_texts_of_every_kind():
    assert len(GENERATED) == TEXTS
    assert sum(survives(text, secrets) == secrets for text, secrets in GENERATED) > TEXTS * 0.95


@pytest.mark.parametrize("part", range(10))
def test_nothing_private_passes_the_gate(part):
    leaks = [
        (text, left)
        for text, secrets in GENERATED[part::10]
        if (left := survives(privacy.gate(f"<b>{text}</b>"), secrets))
    ]

    assert leaks == []


SPOKEN = sorted(
    key
    for key, parts in WORDS["zh-CN"].items()
    if parts.variables - {"number", "days", "count"} and key not in NOTICES
)
PLAIN = {"number": 7, "days": 7, "count": 2, "category": "lift", "status": "dispatched", "case": 1}


def facts(key, text):
    """Fill every blank of a sentence with what somebody wrote, but where it is a figure."""
    times = {"finish_by": 0, "accept_by": 0, "month": 3, "day": 2, "known": True, "offices": ""}
    return {v: (PLAIN | times).get(v, text) for v in WORDS["zh-CN"][key].variables}


def page(shelf, delivery):
    return Page(delivery=delivery, shelf=shelf, texts=LIBRARY.speak("zh-CN"), bot="linli_bot")


def test_nothing_private_passes_in_any_sentence_that_the_house_can_say(town):
    """Whatever is said in a residents' group, with private words in every blank of it."""
    dice, leaks = random.Random(SEED), []
    with town.work(0) as shelf:
        for text, secrets in GENERATED:
            for key in dice.sample(SPOKEN, EACH):
                said = facts(key, text)
                delivery = Delivery(
                    key=key, kind=Kind.NOTICE, address=Address(chat=GROUP), reader=LI, facts=said
                )
                if left := survives(draw(page(shelf, delivery)).text, secrets):
                    leaks.append((key, left))

    assert leaks == []


def test_nothing_private_passes_on_a_card_that_comes_to_stand_in_a_group(town):
    """A worksheet or a question that had to be shown in the residents' group."""
    leaks = []
    for number, (text, secrets) in enumerate(GENERATED[:60], 1):
        town.report(chat=LI, message=number, text=f"三号楼电梯坏了两天没人修 {text}")
        town.act(WANG, CaseAction.ACCEPT, number)
        town.act(WANG, CaseAction.FINISH, number, note=text)
        with town.work(0) as shelf:
            for subject in (f"worksheet:{number}:wang:1", f"verdict:{number}:1"):
                delivery = Delivery(
                    key=subject.split(":")[0],
                    kind=Kind.CARD,
                    subject=subject,
                    address=Address(chat=GROUP),
                    reader=LI,
                )
                if left := survives(draw(page(shelf, delivery)).text, secrets):
                    leaks.append((subject, left))

    assert leaks == []
