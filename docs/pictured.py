"""Which pictures stand on the page of which journey: the file's name, and what it shows."""

from collections.abc import Mapping

PICTURES: Mapping[str, Mapping[str, str]] = {
    "micro-project": {
        "menu": "李婶 picks two of four projects; the paper adds up what they cost",
        "menu-result": "The group reads what was chosen, as a picture and as a sheet to print",
        "was-it-done": "Those who voted are asked whether it was done",
    },
    "owners-ballot": {
        "owners-result": "Enough owners agree, and too little floor space: the ballot fails",
    },
    "no-vote-without-talk": {
        "no-vote": "A ballot pressed for too early: what the talk still lacks is named",
    },
    "five-hundred-groups": {
        "one-of-many": "One group of five hundred has it once, though the power was cut",
        "coverage": "How far they came: which groups cannot be reached, and why",
    },
    "offline-grandmother": {
        "grandmother": "A second person is asked whether the vote that was entered is true",
        "grandmother-result": "The result says how many votes were entered for others",
    },
}


def shown(name: str) -> str:
    """Return the pictures of a journey, as Markdown."""
    every = PICTURES.get(name, {}).items()
    return "".join(f"![{told}](../pictures/{picture}.png)\n\n" for picture, told in every)
