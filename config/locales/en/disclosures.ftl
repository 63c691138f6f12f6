refusal-no-edition = There is no such disclosure. Send /disclosures to see them all.
refusal-edition-problems = { $count } things are still to be mended before this can be submitted.
refusal-edition-empty = There is nothing in it yet. Fill in the form, or send me the spreadsheet.
refusal-edition-other = It changed after you looked at it. Please read it again before you sign.
refusal-edition-window = Supervision still has time to check it; it will be published by itself then.
refusal-edition-unsigned = Secretary and chair are one person here, so supervision must sign before it is published.
refusal-edition-alone = This disclosure needs no countersignature: nobody who wrote or signed it is secretary and chair in one. If you object, send it back.
refusal-edition-audience = This disclosure is for the residents of other buildings or groups, so its buttons are not for you. If you live there, send /join; once that is verified you can. Or ask the committee.
