"""Who may press what stands under an edition: whoever it is for, and nobody else (G09)."""

from governance.disclosures.edition import Edition
from governance.refusals import Refusal
from services.disclosures import carrying, meant
from services.ports import Work


def shown(work: Work, edition_id: int, chat: int) -> Edition:
    """Return an edition that was shown, to whom it is for; Refusal for everybody else.

    Whoever presses in a group in which it is shown stands in that group, and whoever had it in
    private had it from the bot. Of what has left the file it is for those whose groups had it.
    """
    edition = work.disclosures.get(edition_id)
    if edition.published_at is None:
        raise Refusal("refusal-no-edition")
    item = work.community.item(edition.item)
    if meant.reads(work, edition, work.by) or meant.in_group(work, edition, chat):
        return edition
    own = carrying.subject(edition, work.by.id, work.by.id)
    if (item and not item.subscribers) or not work.placed(own):
        raise Refusal("refusal-edition-audience")
    return edition
