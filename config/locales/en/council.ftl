# The calendar of council sessions (E24)

council-called = By the calendar E{ $number } ({ $sort }, { $opens }, { $place }) was called; its agenda are the topics admitted and talked over. To move it, call it off or enter the minutes: /meetings in private
council-nothing = By the calendar the council should sit on { $day }, but no topic is admitted: it does not sit. To bring one: /propose
council-next = The council sits next: { $at } (called { $days } days ahead with its agenda)

# The catalogue: who must take part, what must be passed, in what form it ends (E02)

refusal-resolution-form = By the catalogue a matter of this kind ends in another form. Please choose the one it names.
topic-step-meeting = a meeting
topic-step-survey = a survey
topic-step-notice = a notice
topic-step-hearing = a hearing
topic-lacks-stages = • By the catalogue it must first pass: { $stages }.
topic-lacks-participants = • By the catalogue these must be heard, and nobody of them spoke yet: { $participants }. Where nobody is named as directly concerned, name them on the card first.
ballot-lacks-stages = · by the catalogue there are steps still to pass (tap “ballot” on the topic's card to see which)
ballot-lacks-participants = · by the catalogue somebody must still be heard (tap “ballot” on the topic's card to see who)
topic-entry =
    Kind: { $name }{ $more ->
        [yes] { " " }(must speak: { $participants }; must pass: { $stages })
       *[no] {""}
    }{ $result ->
        [none] {""}
       *[other] ; ends in: { $result }
    }

# The six steps: how many must be present (E13)

refusal-step-quorum = Of { $expected } at least { $least } must be present to agree. If fewer came, record it as not agreed and meet again.
