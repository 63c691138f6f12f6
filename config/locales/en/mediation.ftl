### Disputes

command-dispute = Tell of a dispute (in private only)
command-disputes = Open disputes (mediators, committee)

dispute-ways = Mediation is voluntary and you can stop at any time; arbitration, a lawsuit, an administrative complaint and legal aid (12348) stay open to you throughout.
dispute-private = Disputes are not for the group. Please use the button below to tell it in private, and delete your last message. In danger call 110, 119 or 120 first. Mediation is voluntary; arbitration, a lawsuit, an administrative complaint and legal aid (12348) stay open throughout.
dispute-private-button = Tell it in private

## First of all

dispute-danger =
    <b>Call first, do not wait for me: 110 police · 120 somebody is hurt · 119 fire</b>
    If you can leave, leave; go where there are people.
    I noted this as M{ $number } and will alert those on duty; I cannot promise that anybody comes at once. A call is fastest.
    When you can, please go on with the questions above, so that I know whom to alert and whom not.
dispute-nobody =
    <b>M{ $number }</b>: there is nobody now who can see to it, is not involved and can be reached.
    In danger call 110, 120 or 119; otherwise turn to the judicial office of the township, or call 12348 or 12345.
danger-heading = <b>M{ $number }: somebody may be in danger</b>
danger-place = Place: { $place }
danger-at = Reported: { $at }
danger-seen = { $who } is seeing to it.
danger-over = The warning was lifted, or the matter is over.
danger-ask = Please get in touch and check at once; call 110 (120 if hurt, 119 for fire) where needed, then press “I am on it”. If nobody does, I go on to alert the next person.

## Filling in

form-dispute =
    <b>A dispute</b> (read only by mediators and committee members who are not involved; the group sees nothing)
    In danger call 110, 119 or 120 first; do not wait for me.
form-dispute-threat = Threatened: { $value }
form-dispute-injury = Hurt: { $value }
form-dispute-weapon = A knife, a stick or the like: { $value }
form-dispute-frail = A child or an old person in danger: { $value }
form-dispute-involved = Involved: { $value }
form-dispute-building = Place: { $value }
form-dispute-kin = Relatives and friends: { $value }
form-dispute-own = Whose matter: { $value }
form-dispute-behalf = On behalf of: { $value }
form-dispute-type = About: { $value }
form-dispute-pair = Between: { $value }
form-dispute-text = What happened: { $value }
form-dispute-since = For how long: { $value }
form-dispute-tried = Tried: { $value }
form-dispute-wishes = Wish: { $value }
form-dispute-named = May the other side know who said it: { $value }
ask-dispute-threat = Does somebody threaten to hurt someone?
ask-dispute-injury = Is somebody hurt?
ask-dispute-weapon = Does somebody hold a knife, a stick or the like?
ask-dispute-frail = Is a child or an old person in danger now?
ask-dispute-involved =
    Is one of these the other side, or involved in it? Press one after another, the last button when done. Whoever is involved will not see this.{ $chosen ->
        [none] { "" }
       *[other] { " " }(pressed: { $chosen })
    }
ask-dispute-building = In which building?
ask-dispute-kin =
    Is one of these a relative or a close friend of either side? Whoever you press will not see this.{ $chosen ->
        [none] { "" }
       *[other] { " " }(pressed: { $chosen })
    }
ask-dispute-own = Is it your own matter, or do you speak for a resident?
ask-dispute-behalf = For whom? A name by which you know them is enough.
ask-dispute-type = What is it about?
ask-dispute-pair = Between whom is it?
ask-dispute-text = Please write a few sentences: what happened? A voice message will do too.
ask-dispute-since = For how long?
ask-dispute-tried = What was tried? Press one, or write a sentence.
ask-dispute-wishes = What would you like to happen? One sentence is enough.
ask-dispute-named = When it is mediated later, may the other side know that it was you? Unless you press “They may”, nobody will tell them.
ask-dispute-submit = Is this right? “Submit” hands it to people who are not involved. Nobody goes to the other side before you agree.
choice-dispute-threat-yes = Yes
choice-dispute-threat-no = No
choice-dispute-injury-yes = Yes
choice-dispute-injury-no = No
choice-dispute-weapon-yes = Yes
choice-dispute-weapon-no = No
choice-dispute-frail-yes = Yes
choice-dispute-frail-no = No
choice-dispute-involved-the_committee = The whole committee
choice-dispute-involved-the_property = Property company
choice-dispute-involved-no_more = Nobody
choice-dispute-building-elsewhere = Elsewhere
choice-dispute-kin-no_more = Nobody
dispute-nobody-else = Nobody else
choice-dispute-own-mine = My own
choice-dispute-own-others = For a resident
choice-dispute-type-family = Family
choice-dispute-type-neighbours = Neighbours
choice-dispute-type-noise = Noise, shared space
choice-dispute-type-property = Property, owners
choice-dispute-type-assets = Collective assets
choice-dispute-type-expropriation = Expropriation
choice-dispute-type-dividends = Dividends
choice-dispute-type-welfare = Welfare
choice-dispute-type-land = Land
choice-dispute-type-labour = Work and pay
choice-dispute-type-elections = Elections
choice-dispute-pair-household = Within a family
choice-dispute-pair-community = Residents here
choice-dispute-pair-newcomers = Locals, newcomers
choice-dispute-pair-migrants = Settled, migrants
choice-dispute-pair-government = Resident, government
choice-dispute-pair-labour = Worker, employer
choice-dispute-pair-developer = Owner, developer
choice-dispute-pair-owners = Owner, owners’ body
choice-dispute-pair-committee = Resident, committee
choice-dispute-since-days = Days
choice-dispute-since-weeks = Weeks
choice-dispute-since-months = Months
choice-dispute-since-years = Over a year
choice-dispute-tried-nothing = Nothing yet
choice-dispute-tried-talked = We talked
choice-dispute-tried-office = Asked the committee
choice-dispute-tried-police = Called the police
choice-dispute-named-yes = They may
choice-dispute-named-no = Not yet
talk-dispute-done = All filled in. { dispute-ways }
talk-dispute-cancelled = Left for now; nothing was submitted. Where those on duty were alerted, they go on with it; to go on telling, send /dispute. { dispute-ways }
talk-dispute-expired = This waited too long; nothing was submitted. Where those on duty were alerted, they go on with it; to go on telling, send /dispute. { dispute-ways }
dispute-elsewhere = Elections are not mediated here, and nothing was filed. Please turn to the township government (subdistrict office) or the civil affairs bureau of the county (district), who investigate by law; against a wrong list of voters you can appeal to the election committee and then go to court.
form-mediate =
    <b>M{ $number }</b> { $action ->
        [contact] A word to the person who reported it (your phone number is not shown)
        [reply] Add or answer
        [record] A note (the person who reported it does not see it)
        [refer] Refer to an office that can help
        [lower] Lift the warning of danger
        [decline] Not take this mediation
       *[let-withdraw] Agree to the withdrawal
    }
form-mediate-office = Office: { $value }
form-mediate-place = Address: { $value }
form-mediate-phone = Phone: { $value }
form-mediate-note = { $value }
ask-mediate-office = Which office? For example: the judicial office of the subdistrict.
ask-mediate-place = What is its address?
ask-mediate-phone = What is its phone number?
ask-mediate-note =
    { $action ->
        [contact] What would you like to say? One sentence.
        [reply] Please write it; the mediator will read it.
        [record] What is to be noted?
       *[other] For what reason? One sentence; the person who reported it will read it.
    }
talk-mediate-done = Done. { dispute-ways }
talk-mediate-cancelled = Left; nothing was changed. { dispute-ways }
talk-mediate-expired = This waited too long; nothing was changed. { dispute-ways }
refusal-office = Please say exactly where to: office, address and phone, none may be missing.
refusal-no-dispute = There is no such dispute. Please check the number, or send /my to see what you told.
refusal-mediators = This is for mediators and the committee. For your own matters send /my; to tell of a dispute send /dispute.
refusal-dispute = This sounds like a dispute, so it is not filed as an ordinary report. If it is one, please send /dispute; if not, please first press “Not a dispute, report it as usual”.

## What those who see to it read

dispute-heading =
    <b>M{ $number }</b> { $type } · { $place }
    Status: { $status }
dispute-flag = <b>⚠ Somebody may be in danger</b>{ $who ->
        [none] , nobody has answered yet
       *[other] , { $who } is on it
    }
dispute-from = Reported by: { $name }{ $behalf ->
        [none] { "" }
       *[other] { " " }(for { $behalf })
    }
dispute-line = { $name }: { $value }
dispute-label-pair = Between
dispute-label-since = For how long
dispute-label-tried = Tried
dispute-label-wishes = Wish
dispute-label-text = What happened
dispute-voice = <b>M{ $number }</b> What was said, as a voice message
dispute-mediator = Mediator: { $who }
dispute-approach-no = <b>The other side must not be contacted now</b>: the person who reported it has not agreed to be named, or the danger is not over, or nobody has taken it.
dispute-approach-yes = The person who reported it agrees that the other side knows.
dispute-leaving = They want to withdraw. Please make sure that nobody forces them before you press “Agree to withdraw”.
dispute-referred = Referred to: { $office }, { $place }, phone { $phone }
dispute-entry =
    · { $at } { $who ->
        [none] { "" }
       *[other] { $who }:{ " " }
    }{ $action }{ $note ->
        [none] { "" }
       *[other] : { $note }
    }
dispute-not-yours = This was taken back.
dispute-queue = Open disputes (those with danger first, then the oldest):
dispute-queue-none = There are no open disputes now.
dispute-queue-line = { $flag ->
        [yes] ⚠{ " " }
       *[no] { "" }
    }<b>M{ $number }</b> { $type } · { $status } · { $at }
dispute-number = M{ $number }
dispute-type-unknown = (not said yet)
dispute-status-reported = Received
dispute-status-consent-asked = Waiting for the decision whether to mediate
dispute-status-mediator-asked = Waiting for the mediator’s answer
dispute-status-assigned = Taken by a mediator
dispute-status-referred = Referred to another office
dispute-status-no-consent = No mediation wished
dispute-status-withdrawn = Withdrawn
dispute-action-acknowledge = I am on it
dispute-action-lower = Lift the warning
dispute-action-raise = There is danger
dispute-action-ask-consent = Ask for consent
dispute-action-agree = Agree to mediation
dispute-action-refuse = No mediation
dispute-action-accept = I will mediate
dispute-action-decline = I cannot take it
dispute-action-pass-on = No answer, next one
dispute-action-vacate = Mediator left office, next one
dispute-action-contact = Send a word
dispute-action-reply = Add or answer
dispute-action-record = Make a note
dispute-action-refer = Refer
dispute-action-withdraw = Withdraw
dispute-action-ask-withdrawal = I want to withdraw
dispute-action-let-withdraw = Agree to withdraw

## What the person who reported it reads

dispute-own-heading =
    <b>M{ $number }</b> { $status }
    Only you and those who see to it, none of them involved, can read this.
dispute-next-reported = Next somebody will ask you whether you want mediation, and by whom. Nobody goes to the other side before you agree.
dispute-next-consent-asked = Whether to mediate is up to you. If so, please press a mediator whom you trust:
dispute-next-mediator-asked = { $who } has been asked; waiting for the answer.
dispute-next-assigned = { $who } mediates. To send a word, press “Add or answer”.
dispute-next-referred = Please go straight to the office above.
dispute-next-no-consent = All right, no mediation. These ways stay open at any time:
dispute-next-withdrawn = Withdrawn; nobody goes on with it.
dispute-next-nobody = There is no mediator to choose now. You can press “No mediation”, or wait to be referred.
dispute-own-flag = Marked as possibly dangerous. In danger call 110, 120 or 119. The committee must confirm a withdrawal.
dispute-leaving-own = You want to withdraw; waiting for the committee to confirm.
dispute-ask-mediator = Ask { $who }
dispute-ask-anyone = Anybody will do
dispute-my = Disputes that you told (send /status M1, with the number, to see one):
dispute-my-line = <b>M{ $number }</b> { $type } · { $status }

dispute-told-reporter-acknowledge = <b>M{ $number }</b>: { $by } saw the alert and is on it. In danger still call 110, 120 or 119; do not wait.
dispute-told-reporter-accept = <b>M{ $number }</b>: { $by } is willing to mediate and will first get in touch with you here.
dispute-told-reporter-decline = <b>M{ $number }</b>: { $by } cannot mediate this time: { $note }
dispute-told-reporter-pass-on = <b>M{ $number }</b>: the mediator who was asked did not answer; another will be asked.
dispute-told-reporter-vacate = <b>M{ $number }</b>: the mediator has left office; somebody else will be asked. What you told is kept; you need not repeat it.
dispute-told-reporter-contact = <b>M{ $number }</b> { $by } says: { $note }
dispute-told-reporter-refer = <b>M{ $number }</b>: { $by } advises you to turn to { $office } ({ $place }, phone { $phone }). Reason: { $note }
dispute-told-reporter-lower = <b>M{ $number }</b>: { $by } lifted the warning of danger: { $note }. Should there be danger again, call 110, then press “There is danger”.
dispute-told-reporter-let-withdraw = <b>M{ $number }</b>: { $by } confirmed; it is withdrawn. Reason: { $note }
dispute-told-assignee-reply = <b>M{ $number }</b> The person who reported it says: { $note }
dispute-told-assignee-withdraw = <b>M{ $number }</b>: withdrawn; nothing more to do.
dispute-told-committee-refuse = <b>M{ $number }</b>: the person who reported it wants no mediation.
dispute-told-committee-vacate = <b>M{ $number }</b>: its mediator has left office, and somebody else is being asked. Please see to it that somebody takes it.
dispute-told-committee-nobody = <b>M{ $number }</b>: no mediator is left to ask. Please open it from /disputes and refer it, or speak with the person who reported it.
dispute-told-committee-ask-withdrawal = <b>M{ $number }</b>: the person who reported it wants to withdraw. It is marked as dangerous: please check first, then decide.

## Once a week

screening-ask = This week ({ $grid }): have you heard of new disputes? Only the number, no names.
screening-more = 3 or more
screening-thanks = Noted, thank you!
screening-report = If somebody wishes, you can tell it to a mediator for them, in private:
screening-report-button = Tell it for a resident
