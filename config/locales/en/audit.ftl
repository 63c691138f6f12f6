### How supervision reads each verb of the audit: the key is supervise-verb- and the verb.

## Ballots

supervise-verb-write-ballot = drafted a ballot
supervise-verb-hand-paper = handed out a ballot paper
supervise-verb-take-paper = took an unused ballot paper back
supervise-verb-count-papers = entered a count of papers
supervise-verb-papers-entered = entered a count of papers
supervise-verb-papers-counted = confirmed a count of papers
supervise-verb-papers-refused = sent a count of papers back
supervise-verb-lock-votes = locked all votes
supervise-verb-tally-votes = counted the votes
supervise-verb-link-owner = matched an owner with the roster
supervise-verb-enter-vote = entered a vote for somebody
supervise-verb-vote-confirm = an entered vote was confirmed by its voter
supervise-verb-vote-refuse = an entered vote was refused by its voter
supervise-verb-vote-lapse = an entered vote lapsed unconfirmed
supervise-verb-vote-change = changed a vote
supervise-verb-vote-lock = locked a vote
supervise-verb-vote-invalidate = declared a vote invalid
supervise-verb-turn-ballot = turned a ballot open or secret

## Posts

supervise-verb-seat_invite = invited somebody to a post
supervise-verb-seat_claim = claimed a post
supervise-verb-seat_confirm = confirmed who takes up a post
supervise-verb-seat_refuse = refused a post to somebody
supervise-verb-seat_withdraw = withdrew an invitation
supervise-verb-seat_lapse = an invitation lapsed
supervise-verb-seat_expire = a post ended with its term
supervise-verb-seat_ask-revoke = asked to revoke a post, for a second to agree
supervise-verb-seat_revoke = revoked a post
supervise-verb-seat_keep = kept a post
supervise-verb-desk = passed a case to the desk as its handler left
supervise-verb-leave_begin = began a leave
supervise-verb-leave_cancel = called a leave off
supervise-verb-leave_end = ended a leave
supervise-verb-hush = turned off what is not urgent
supervise-verb-unhush = turned on what is not urgent

## Residents and consent

supervise-verb-residency = wrote down a residency
supervise-verb-resident-ask = asked to be registered
supervise-verb-resident-verify = verified a resident
supervise-verb-resident-meet = met a resident, age unconfirmed
supervise-verb-resident-confirm-age = confirmed that a resident is of age
supervise-verb-resident-doubt-age = doubted a resident's age
supervise-verb-resident-doubt = doubted that somebody lives here
supervise-verb-resident-refuse = refused a registration
supervise-verb-resident-suspend = suspended a registration
supervise-verb-resident-restore = restored a registration
supervise-verb-resident-move = noted that a resident moved away
supervise-verb-consent = consented to the use of personal data
supervise-verb-consent-taken-back = took consent back
supervise-verb-forget = deleted somebody's data

## Groups

supervise-verb-chat_bind = bound a group
supervise-verb-chat_propose = proposed a group
supervise-verb-chat_agree = the organiser agreed to a group
supervise-verb-chat_unbind = unbound a group
supervise-verb-chat_lose = the bot lost a group
supervise-verb-chat_return = the bot returned to a group
supervise-verb-chat_standing = the bot's rights in a group changed
supervise-verb-chat_renamed = a group was renamed
supervise-verb-chat_moved = a group got a new number

## Cases

supervise-verb-report = reported a matter
supervise-verb-enter = entered something for somebody
supervise-verb-attach = added files
supervise-verb-ask_withdrawal = the reporter asked to withdraw
supervise-verb-refuse_withdrawal = a withdrawal was refused
supervise-verb-mute = the reporter turned the single steps off
supervise-verb-unmute = the reporter turned the single steps on
supervise-verb-join = joined a matter to another
supervise-verb-corrected = corrected a matter
supervise-verb-revise = rewrote what was reported
supervise-verb-say = passed a message on
supervise-verb-deal = dealt with what the reporter said
supervise-verb-quote = quoted a message of a group

## Meetings and surveys

supervise-verb-convene = called a meeting
supervise-verb-meeting-move = moved a meeting
supervise-verb-meeting-record = recorded a meeting
supervise-verb-meeting-cancel = cancelled a meeting
supervise-verb-sound = asked everybody's opinion
supervise-verb-sounding-close = an asking of opinions closed
supervise-verb-sounding-withdraw = withdrew an asking of opinions

## Topics

supervise-verb-propose = proposed
supervise-verb-promote = made a topic of cases
supervise-verb-batch = showed a batch of statements
supervise-verb-topic-thread = opened a thread for a topic
supervise-verb-lose-thread = the thread of a topic was lost
supervise-verb-topic-statement = spoke on a topic
supervise-verb-topic-reply = replied to a statement
supervise-verb-topic-objection = met an objection
supervise-verb-topic-concerned = named whom a topic concerns
supervise-verb-topic-elements = wrote the five elements of a topic
supervise-verb-topic-study = wrote down what the party organisation said

## Resolutions

supervise-verb-resolution_draft = drafted a resolution
supervise-verb-resolution_edit = edited the draft of a resolution
supervise-verb-resolution_promise = wrote a promise into a resolution
supervise-verb-resolution_drop = took a promise out of a draft
supervise-verb-show-stage = showed a stage of a project
supervise-verb-report-promise = reported on a promise
supervise-verb-settle-promise = settled a promise

## Disclosures

supervise-verb-edition-answer = answered a question about a disclosure
supervise-verb-edition_written = wrote into a disclosure
supervise-verb-ask-adopt = asked to take an item up
supervise-verb-ask-pause = asked to pause an item
supervise-verb-ask-resume = asked to resume an item
supervise-verb-ask-retire = asked to retire an item
supervise-verb-confirm-change = agreed to a change of the programme
supervise-verb-refuse-change = refused a change of the programme
supervise-verb-contract_ends = a contract is about to end
supervise-verb-ledger_seen = read the workbook

## Disputes

supervise-verb-file = reported a dispute
supervise-verb-alert = raised an alarm
supervise-verb-screen = gave the number of a screening
supervise-verb-pass_up = passed a dispute up
supervise-verb-dispute-acknowledge = somebody sees to a danger
supervise-verb-dispute-lower = lowered an alarm
supervise-verb-dispute-raise = reported a danger
supervise-verb-dispute-ask-consent = asked whether mediation is wanted
supervise-verb-dispute-agree = the reporter agreed to mediation
supervise-verb-dispute-refuse = the reporter refused mediation
supervise-verb-dispute-accept = a mediator took a dispute on
supervise-verb-dispute-decline = a mediator declined
supervise-verb-dispute-pass-on = no answer; another mediator was asked
supervise-verb-dispute-vacate = the mediator left; another was asked
supervise-verb-dispute-contact = contacted the reporter
supervise-verb-dispute-reply = the reporter replied
supervise-verb-dispute-record = wrote down how a mediation went
supervise-verb-dispute-refer = referred a dispute
supervise-verb-dispute-withdraw = the reporter withdrew a dispute
supervise-verb-dispute-ask-withdrawal = the reporter asked to withdraw a dispute
supervise-verb-dispute-let-withdraw = let a dispute be withdrawn

## The operator

supervise-verb-apply-edition = put new settings into force
supervise-verb-import-roster = imported the roster
