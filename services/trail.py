"""Reading the audit: supervision sees what was done with a case, and that it is sealed (A16)."""

from governance import powers
from governance.notices import Address
from governance.powers import Verb
from governance.refusals import Refusal
from services import deliveries
from services.ports import Work


def show(work: Work, number: int) -> None:
    """Show supervision the audit of a case, in private; that it was read is in the audit too."""
    powers.require(work.by, Verb.SEE_AUDIT)
    if number <= 0:
        raise Refusal("refusal-number")
    case = work.cases.numbered(number)
    work.note("read_trail", f"case:{case.id}", {})
    here = Address(chat=work.by.id)
    facts = {"case": case.id, "number": case.number}
    deliveries.notice(work, "trail", here, reader=work.by.id, facts=facts)
