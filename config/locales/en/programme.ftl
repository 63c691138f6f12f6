refusal-disclosure-account = Party affairs are written by the authorised account alone. Please speak to that person.
refusal-disclosure-drafter = This is not yours to write. /disclosures says who does.
