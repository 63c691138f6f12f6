"""Who may press what stands under an edition: whoever it is for, and nobody else (G09)."""

from governance.disclosures.edition import Edition
from governance.refusals import Refusal
from services.disclosures import asking, carrying
from services.ports import Work


def shown(work: Work, edition_id: int, chat: int) -> Edition:
    """Return an edition that was shown, to whom it is for; Refusal for everybody else.

    Whoever presses in a group in which it is shown stands in that group, and whoever had it in
    private had it from the bot. What of the item has left the file was for all.
    """
    edition = work.disclosures.get(edition_id)
    if edition.published_at is None:
        raise Refusal("refusal-no-edition")
    item = work.community.item(edition.item)
    if item is None or asking.may_read(work, item, work.by):
        return edition
    here = any(chat == each.id for each in asking.groups(work.community, item))
    own = carrying.subject(edition, work.by.id, work.by.id)
    if not here and not (item.subscribers and work.placed(own)):
        raise Refusal("refusal-edition-audience")
    return edition
