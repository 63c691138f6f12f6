### As what people take part: parties, stakeholders, representatives, guests; of 18 or older

office-representative = residents' representative
office-party-delegate = delegate of the party congress
office-deputy = deputy of the people's congress
office-adviser = member of the consultative conference

participant-party = parties
participant-stakeholder = stakeholders
participant-representative = representatives
participant-resident = other residents
participant-observer = guests

refusal-vote-age = Only people of 18 or older vote here, and your registration does not confirm it. Please ask your { $grid_worker } to, in person; you can always speak on the topic.
refusal-vote-class = Only the people named on the card vote in this ballot, and you are not among them. You can speak on the topic, or ask your representative to.
refusal-concern-many = At most { $most } lines. Where a whole building is concerned, write the building alone.

## Topics

topic-concern-button = Whom it concerns
topic-concerned =
    { $name }: { $buildings ->
        [none] { "" }
       *[other] { $buildings } (all of it)
    }{ $count ->
        [0] { "" }
       *[other] { " " }{ $count } of the households
    }{ $doors ->
        [none] { "" }
       *[other] { " " }({ $doors })
    }
topic-concerned-own = This concerns your household directly: in a ballot it is counted among the { $name }.
form-concern = <b>T{ $number } · whom it concerns</b> (what you say replaces what was said before)
form-concern-party = Parties: { $value }
form-concern-stakeholder = Stakeholders: { $value }
ask-concern-party = Who are the parties, whose matter it is? One a line: a building, a { $level_grid }, or a household such as building 3, 2-301. If nobody, skip.
ask-concern-stakeholder = Who are the stakeholders, directly affected by it? One a line: a building, a { $level_grid }, or a household. If nobody, skip.
ask-concern-submit = Right? The group reads buildings and numbers of households, never doors; a ballot counts these classes apart. Once it goes to a ballot this cannot be changed.
talk-concern-done = Noted.
talk-concern-cancelled = Nothing noted.
talk-concern-expired = It waited too long; nothing noted.

## Ballots

ballot-voters = Who votes: { $names }. Everybody else may read and speak.
ballot-classes = On the roll: { $each }; the result is shown for each
ballot-size = { $name } { $count }
ballot-said = What was said: { $for } for, { $against } against, { $condition } on condition
ballot-summary = Summary: { $text }
ballot-objection = · { $text }
ballot-objections-more = · the others stand on T{ $number }
ballot-own-class =
    Counted among the { $name }{ $few ->
        [yes] . There are only { $count } { $kind ->
            [person] people
            [household] households
           *[owner] owners
        } of them: when the result is shown by class, others may be able to tell how you voted
       *[no] { "" }
    }

## Registration

resident-age =
    { $adult ->
        [yes] Confirmed to be 18 or older
       *[no] Age not confirmed (no vote where only people of 18 or older vote)
    }
resident-action-meet = Met, age not confirmed
resident-action-confirm-age = Confirm 18 or older
resident-action-doubt-age = Age is not confirmed yet
resident-told-meet =
    { $place }: { $by } { $how ->
        [face] met you in person
       *[other] confirmed you ({ $reason })
    }; you are a registered resident now. That you are 18 or older was not confirmed: before you can vote where only those do, please ask { $by } to confirm it.{ $residency ->
        [away] { " " }As you work away, disclosures, topics, ballots and resolutions are sent to you here as well. To have no disclosures, send /subscribe.
       *[other] { "" }
    }
resident-told-confirm-age = { $place }: { $by } confirmed that you are 18 or older; you can vote in the ballots to come.
resident-told-doubt-age = { $place }: { $by } noted that your being 18 or older is not confirmed; you cannot vote where only those do. If that is wrong, please ask { $by } to confirm it in person.
mydata-age = 18 or older: confirmed by an officer ({ $place })
