"""The register of assets and contracts: taken from a spreadsheet, carried on, told of in time."""

from datetime import date

from governance.disclosures.contents import Contract, Register
from governance.disclosures.edition import Edition
from governance.disclosures.periods import Period
from services.disclosures import beside, keeping
from tests.services.disclosures.writing import (
    begun,
    edition,
    said,
    send,
    shown,
    stands,
    table,
    wanted,
)
from tests.services.town import HE

QUARTER = Period(date(2026, 7, 1), date(2026, 10, 1))
KEPT = ("资产名称", "承租方", "合同编号", "开始日期", "到期日期", "合同总价（元）", "已付到")
SHOP = ("东门门面", "便利店", "C1", "2024-01-01", "2026-12-31", "36000", "")


def test_contracts_are_taken_and_the_last_register_is_the_beginning_of_the_next(town):
    shown(town, register(), "assets", Period(date(2026, 4, 1), date(2026, 7, 1)))
    number = edition(town, "assets", QUARTER)
    talk = begun(town, number)
    assert [c["asset"] for c in stands(town, number)["contracts"]] == ["东门门面"]

    send(town, talk, tables=[table(KEPT, SHOP, ("车棚", *SHOP[1:]))])
    assert len(stands(town, number)["contracts"]) == 2
    talk = begun(town, number)
    send(town, talk, tables=[table(KEPT, (*SHOP[:4], "2020-12-31", *SHOP[5:]))])
    assert said(town) == ["drafting-faults"]
    assert len(stands(town, number)["contracts"]) == 2
    assert [p.sheet for p in wanted(town)] == ["drafting_marked"]
    send(town, talk, tables=[table(KEPT, (*SHOP[:4], "明年", *SHOP[5:]))])
    assert said(town) == ["drafting-faults"]


def register(end=date(2026, 12, 31)):
    return Register(
        contracts=(
            Contract(
                number=1,
                asset="东门门面",
                holder="便利店",
                contract="C1",
                start=date(2024, 1, 1),
                end=end,
                price=3_600_000,
            ),
        )
    )


def test_a_contract_that_ends_is_told_in_time_and_once_for_each_day(town):
    number = edition(town, "assets", QUARTER)
    for _ in range(2):
        send(town, begun(town, number), tables=[table(KEPT, SHOP)])
    alarms = [f"{at:%m-%d}" for verb, at in town.dues() if verb == keeping.VERB]
    assert alarms == ["12-01", "12-24"]  # ninety days before is over

    town.ring(keeping.VERB)
    assert town.facts("contract-ends") == {
        "asset": "东门门面",
        "contract": "C1",
        "day": "2026-12-31",
        "days": 30,
    }
    assert ("contract-ends", HE) in town.told()


def test_a_contract_that_was_renewed_is_not_told_of(town):
    number = edition(town, "assets", QUARTER)
    send(town, begun(town, number), tables=[table(KEPT, SHOP)])
    later = (*SHOP[:4], "2029-12-31", *SHOP[5:])
    send(town, begun(town, number), tables=[table(KEPT, later)])
    town.do(0, keeping.ends, "assets", "东门门面", "C1", "2026-12-31", 30)
    assert said(town) == []
    town.do(0, keeping.ends, "nothing", "东门门面", "C1", "2029-12-31", 30)
    assert said(town) == []


def test_a_register_that_is_empty_has_no_contract_to_tell_of(town):
    edition(town, "assets", QUARTER)
    town.do(0, keeping.ends, "assets", "东门门面", "C1", "2026-12-31", 30)
    assert said(town) == []


def test_without_a_period_the_last_register_is_the_one_before_and_large_items_are_none(town):
    shown(town, register(), "assets", None, "一")
    with town.work(0) as work:
        later = work.disclosures.add(Edition(item="assets", occasion="二"))
        assert beside.last(work, later, Register) == register()
        assert beside.prefilled(work, Edition(item="large-items")).lines == ()
        assert beside.around(work, Edition(item="ledger")).last is None
