### The list of small powers: how, how long, who answers for it, what to bring, where to complain

command-powers = small powers: how, who is responsible, where to complain

refusal-no-power = There is no such power on the list. Send /powers to see them all.

powers =
    <b>The list of small powers</b>
    { $count ->
        [0] The community file has none yet.
       *[other] To see one of them: /powers 1
    }
powers-line = { $number }. { $name }
powers-button = { $number }
powers-one =
    <b>{ $number }. { $name }</b>
    How:
powers-step = { $number }) { $text }
powers-under = Done under small power { $number }: { $name }
powers-rest =
    How long: { $time }
    Who answers for it: { $office }
    To bring: { $materials ->
        [none] nothing
       *[other] { $materials }
    }
    To complain: { $complaint }

supervise-list-unmatched = Not on the list
supervise-head-unmatched =
    <b>Powers that are not on the list</b>{ $count ->
        [0] : none. The list has all that the committee can do here.
       *[other] : what the committee can do here and the list of small powers (/powers) does not have:
    }
power-verb = · { $name }
power-verb-bind-chat = tie a group to the bot
power-verb-ask-revoke = ask to end somebody's post
power-verb-verify-resident = verify a resident
power-verb-refuse-resident = refuse a resident
power-verb-suspend-resident = suspend a resident
power-verb-move-resident = write down that a resident moved
power-verb-correct-case = correct the category and building of a case
power-verb-keep-open = refuse a withdrawal
power-verb-grant-leave = grant leave
power-verb-assign-dispute = name a mediator
power-verb-handle-dispute = mediate
power-verb-lower-flag = lower a flag of danger
power-verb-answer-relay = answer whoever reported
power-verb-lead-topic = review and lead topics
power-verb-hold-ballot = hold a ballot
power-verb-enter-vote = enter a vote for somebody
power-verb-draft-disclosure = draft a disclosure
power-verb-approve-disclosure = approve a disclosure
power-verb-answer-opinion = answer an opinion of supervision
