# Deliberation: topics, ballots

refusal-no-ballot = There is no such ballot here. Please check the number.
refusal-ballot-untalked = No ballot yet: first a discussion, then a summary of what speaks for and against, for the days and statements that are required.
refusal-ballot-method = This kind of ballot cannot be held by that way of voting. Please choose another.
refusal-ballot-paper = Something is wrong with the options, how many may be marked, the budget, or the times. Please check them.
refusal-ballot-numbers = Nothing says yet how many must take part and how many must agree. Write it into the community file first, and check it against the law in force.
refusal-ballot-nobody = The roll is empty: nobody could vote. Please check the scope and the roll.
refusal-ballot-secret =
    { $why ->
        [area] This ballot cannot be secret: it is counted by floor space, and the sums would tell who voted how. Please hold it openly, or by a body that counts heads alone.
        [small-class] This ballot cannot be secret: there are only { $units } votes of { $who ->
            [party] parties
            [stakeholder] stakeholders
            [representative] representatives
           *[other] residents
        }, fewer than { $least }, so the result would tell who voted how. Please hold it openly.
       *[other] This ballot cannot be secret: only { $units } votes stand on the roll, fewer than { $least }, so the result would tell who voted how. Please hold it openly.
    }
refusal-vote-early = The ballot has not opened yet. Please vote once it has.
refusal-vote-late = The ballot has closed; this vote was not counted.
refusal-vote-roll = You are not on the roll of this ballot. If you think that is wrong, tell the committee or the supervision committee.
refusal-vote-marks = That is not a valid vote here. Please look how many may be marked, and choose again.
refusal-vote-secret = In a secret ballot nobody can enter a vote for another. Please let the voter vote.
refusal-vote-household = You belong to this household: please vote yourself instead of entering it.
refusal-vote-own = The voter has already voted, so nothing can be entered. Until the close the voter can change it.
refusal-topic-elements = It cannot be made public yet: say who takes part, the question and its material, the form, the timetable, and what the result is for and who carries it out.
refusal-topic-review = The questions of the review are not all answered, or an answer says that this cannot be settled here.
refusal-topic-party = For a major matter, first record the date and the conclusion of the party organisation.
refusal-topic-queue = Enough topics are open already; this one waits its turn by itself.
refusal-topic-untalked = It has not been talked over enough. Please see what is still missing, and go on then.
refusal-topic-discussion = It is not under discussion now, so no statement or meeting can be added.
refusal-topic-objection = Somebody directly affected still objects, and nothing says how that was met.
refusal-topic-objection-ballot = The ballot has begun, so how an objection was met cannot be written now. Whoever objected may take it back; if nothing is carried, write it in the next round.
refusal-topic-window = Everybody must first have had the time to object to the summary; only then is it agreed.
