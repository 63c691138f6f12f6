# The duty reports of the year's end: some days to ask, then everybody's opinion (no decision, no appraisal)

duties-until = ❓ You may ask about it until { $day } (that day included): tap "I have a question". Then opinions are asked for in the group.
duties-asking = 📊 Opinions are being asked for in the group of the whole community (no decision, no appraisal), until { $at }.
duties-untold = 📊 Opinions were asked for; Telegram did not tell the counts, so there is no result.
duties-result = 📊 Opinions (not a decision): satisfied { $well }, mostly { $mostly }, not { $not }. Residents on record { $roster }, answers { $count }. The official appraisal is apart from this.
duties-question = Are you satisfied with "{ $title }"?
duties-option-well = Satisfied
duties-option-mostly = Mostly satisfied
duties-option-not = Not satisfied
duties-label = This asked for opinions. It is neither a decision nor an appraisal: the official appraisal is done offline by those who are competent, and I have no part in it. Residents on record: { $roster }; answers: { $count } (the poll is anonymous, anybody could answer, and silence is not satisfaction).
duties-unasked = Disclosure { $serial } version { $version }: the days to ask are over and opinions should be asked for in the group, but there is nowhere to: no group of the whole community is registered, or this item is not for all of it. Send /bind in that group, and the next one can be asked about.
duties-unposted = The survey about a duty report could not be put into the group, or nobody knows whether it was. Please look; if it is not there, this one has no result: please hear people at a meeting.
refusal-duties-over = Questions were taken until { $day }. You can still send /report about a matter of your own, ask committee or supervisors in person, or speak at a meeting: /meetings.
refusal-survey-duties = The survey about a duty report ends by itself; nobody can withdraw it.
