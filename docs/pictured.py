"""Which pictures stand on the page of which journey: the file's name, and what it shows."""

from collections.abc import Mapping

PICTURES: Mapping[str, Mapping[str, str]] = {
    "month-ledger": {
        "three-mistakes": "Nothing is taken: each mistake is named by its row, with what is right",
        "to-sign": "Another person signs what was frozen, and its check code",
        "ledger": "The group is shown what came in, what went out and what cost most",
        "ledger-picture": "The picture that was sent, as large as it is",
        "ledger-paper": "The same on paper, whole, for the board on the wall",
        "answered": "The answer stands beneath its line for everybody; nobody is named",
    },
    "project-stages": {
        "stage-late": "The second of three stages was not shown by its day: the group reads that",
        "stage-blocked": "Nothing is settled before that stage is shown",
        "project-done": "All three stages in the end, with the one that was late",
    },
    "overdue-quarter": {
        "not-shown": "What was due and is not there is told by itself",
        "calendar": "Anybody who asks reads what is overdue, and what comes next",
        "shown-late": "A day later it is there",
    },
    "correction": {
        "correcting": "The version that is wrong says so, and stands meanwhile",
        "corrected": "The second version says why there is one",
        "corrected-old": "The first one leads to the second and stays within reach",
    },
    "micro-project": {
        "menu": "李婶 picks two of four projects; the paper adds up what they cost",
        "menu-result": "The group reads what was chosen, what it costs and what is left",
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
