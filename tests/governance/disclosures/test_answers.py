from datetime import UTC, datetime

import pytest

from governance.dialogues import Dialogue
from governance.disclosures import answers
from governance.disclosures.contents import Group, Year
from governance.disclosures.ledger import Side
from governance.refusals import Refusal
from governance.resolutions.states import Stage


def talk(form, **data):
    return Dialogue(
        token="t",
        kind=form.kind,
        person=1,
        chat=1,
        expires=datetime(2026, 1, 1, tzinfo=UTC),
        data=data,
    )


def test_a_policy_is_five_answers_under_its_name():
    said = {q.field: q.field.upper() for q in answers.POLICY.questions}
    found = answers.report(answers.POLICY, talk(answers.POLICY, **said))
    assert found.headline == "TITLE"
    assert [(f.number, f.name) for f in found.facts] == [
        (1, "what"), (2, "whom"), (3, "how"), (4, "until"), (5, "contact"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("stage", "asked"),
    [
        (Stage.BEFORE, ["why", "budget", "contractor", "chosen", "dates", "contact"]),
        (Stage.HALFWAY, ["done", "paid", "changes"]),
        (Stage.SETTLED, ["halfway", "cost", "accepted", "warranty"]),
    ],
)
def test_each_stage_of_a_project_asks_its_own(stage, asked):
    said = talk(answers.PROJECT, stage=stage)
    assert [q.field for q in answers.PROJECT.asked(said)] == ["title", *asked]


def test_the_sums_of_a_project_are_in_fen_and_the_budget_is_that_of_its_promise():
    known = {"stage": "settled", "title": "门禁", "planned": 120_050, "resolution": 3}
    known |= {"clause": 1, "halfway": "600"}
    said = talk(answers.PROJECT, **known, cost="1300", compared="多", accepted="是", warranty="年")
    found = answers.report(answers.PROJECT, said)
    assert (found.budget, found.paid, found.stage) == (120_050, 130_000, Stage.SETTLED)
    assert (found.resolution, found.clause) == (3, 1)


@pytest.mark.parametrize(
    ("cost", "halfway", "asked"),
    [("1200.50", "600", False), ("1200.51", "600", True), ("1200.5", "1200.51", True)],
)
def test_what_a_project_cost_beside_its_budget_or_less_than_was_paid_wants_a_reason(
    cost, halfway, asked
):
    said = talk(answers.PROJECT, stage="settled", planned=120_050, cost=cost, halfway=halfway)
    assert ("compared" in [q.field for q in answers.PROJECT.asked(said)]) is asked


def test_a_report_of_duties_is_called_like_its_item():
    said = talk(answers.DUTIES, name="年底述职", done="a", undone="b", next="c")
    found = answers.report(answers.DUTIES, said, subject="chen")
    assert (found.headline, found.subject, found.stage) == ("年底述职", "chen", None)


def test_the_supported_are_read_line_by_line():
    assert answers.groups("低保 12人 650 7800\n\n高龄津贴、30、100.5、3015") == (
        Group(number=1, name="低保", people=12, standard=65_000, total=780_000),
        Group(number=2, name="高龄津贴", people=30, standard=10_050, total=301_500),
    )
    said = talk(answers.SUPPORT, groups="低保 1 2 2", lookup="窗口", protest="七天")
    found = answers.beneficiaries(said)
    assert (found.look_up, found.object, len(found.groups)) == ("窗口", "七天", 1)


@pytest.mark.parametrize(
    "text", ["低保", "低保 1 2", "低保 1 2 x", "低保 1.5 2 3", "王小明 13800138000 a b"]
)
def test_a_line_that_is_no_row_of_figures_is_refused_by_its_number(text):
    with pytest.raises(Refusal) as refused:
        answers.groups(f"高龄 1 2 2\n{text}")
    assert (refused.value.key, refused.value.facts) == ("refusal-drafting-groups", {"line": 2})


@pytest.mark.parametrize("text", ["x", "-1", "1.234"])
def test_money_is_yuan_to_the_fen(text):
    assert answers.money("1200.5") == 120_050
    with pytest.raises(Refusal, match="refusal-drafting-money"):
        answers.money(text)


def test_a_year_is_the_sum_of_its_months_or_says_why_not():
    summed = Year(opening=5, sums={Side.INCOME: 10, Side.EXPENSE: 4}, closing=11, months=())
    same = talk(answers.YEARLY, income="summed", expense="summed")
    assert answers.year(same, summed) == summed
    other = talk(answers.YEARLY, **{"income": "0.12", "why-income": "补记", "expense": "summed"})
    found = answers.year(other, summed)
    assert (found.sums[Side.INCOME], found.closing) == (12, 13)
    assert found.explained == {Side.INCOME: "补记"}
    assert [q.field for q in answers.YEARLY.asked(other)] == ["income", "why-income", "expense"]
