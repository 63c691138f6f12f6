"""A line of a menu says where, for whom, until when, and last what it costs (E19)."""

import pytest

from governance.ballots.forms import priced


@pytest.mark.parametrize(
    ("line", "project", "fen"),
    [
        ("3号楼前长椅（老人，6月底前）2000元", "3号楼前长椅（老人，6月底前）", 200_000),
        (
            "benches by building 3 (by June 30) 2000 yuan",
            "benches by building 3 (by June 30)",
            None,
        ),
        ("花坛：0.5万", "花坛", 500_000),
    ],
)
def test_what_stands_before_the_price_belongs_to_the_project(line, project, fen):
    assert priced(f"{line}\n路灯 100") == {project: fen or 200_000, "路灯": 10_000}
