"""No Chinese prose stands in code."""

from tests.house.scan import ROOMS, literals
from tests.house.words import HAN

# Chinese that is not prose, by file
MAY_WRITE_CHINESE = {
    "governance/disclosures/answers.py": "units and separators of a list of figures, to be read",
    "governance/disclosures/cells.py": "units of money and parts of a day, to be read",
    "governance/disclosures/gate.py": "last words of kinds of support, which are no names",
    "governance/days.py": "parts of the day and of the hour, to be recognised",
    "governance/ballots/forms.py": "units of money and separators of a list, to be read",
    "governance/places.py": "numerals and the words for a building, to be recognised",
    "governance/privacy.py": "plates and door numbers, to be masked",
    "governance/residents.py": "numerals and the words of a door, to be recognised",
    "governance/roster.py": "separators and measures of a spreadsheet, to be read",
    "bot/wiring.py": "one word that makes the segmenter load its dictionary",
    "bot/__main__.py": "the name of the bot in the help of the command line",
}


def chinese_code():
    found = {}
    for where, text in literals(ROOMS):
        if HAN.search(text):
            found.setdefault(where.split(":")[0], []).append(text)
    return found


def test_no_chinese_prose_in_code():
    assert {k: v for k, v in chinese_code().items() if k not in MAY_WRITE_CHINESE} == {}


def test_what_may_write_chinese_does():
    assert MAY_WRITE_CHINESE.keys() - chinese_code().keys() == set()
