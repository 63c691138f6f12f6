### Residents, and personal data

command-join = Register as a resident
command-moved = I have moved out
command-residents = Residents to be met: /residents, or with a building
command-privacy = How personal data is kept
command-mydata = Everything that is stored about me
command-forgetme = Delete my data

refusal-no-resident = There is no such registration.
refusal-own-household = Yourself and your own household must be met by another officer.
refusal-door = I could not read which door that is. Please write it like this: 2-301
refusal-face = This resident does not work away any more, and is to be met: press “Met in person” once you have.
refusal-waiting = Three households of yours wait to be met already; after that you can add more. To take one back, send /moved.
refusal-forget-open = { $numbers } is not finished yet; if you were forgotten now, nobody could answer you. Please wait until it is done, or take it back first.
refusal-forget-dispute = Your dispute { $numbers } is still open. Please wait until it is settled, or take it back first.
refusal-forget-post = You still hold an office. Please give it up first, then come back.

in-private = This is only said in private; please tap the button.
in-private-button = To the private chat

## Consent

consent-line-1 = 1. What is kept: your name on Telegram, what you report and what became of it; of registered residents also building, door, how they live here, and that they are 18 or older (no date of birth). No phone or identity numbers.
consent-line-2 = 2. Where: messages pass through Telegram, whose servers are abroad; a copy is on the community's own computer.
consent-line-3 = 3. How long: what you leave unfinished goes after { $hours } hours; finished matters stay as the community's record, and at your request your name and words are taken out.
consent-line-4 = 4. Who sees it: the officer who works on it, the committee and the supervisors; your door only your { $grid_worker } and the committee. Residents' groups never see what you say in private.
consent-line-5 = 5. To see or delete it: /mydata shows everything, /forgetme deletes it, /privacy shows these lines again.
consent-heading = Hello, this is <b>{ $community }</b>. First, five plain facts:
consent-danger = In an emergency call 110, 119 or 120 straight away; that needs no consent.
draft-consent = By tapping “Submit” you agree that this is kept; how, and how to delete it: /privacy
consent-agree = I agree
consent-look = Look around first
consent-taken-back = Your consent is taken back. What was begun goes on; no registration of yours is taken any more. To delete your data, send /forgetme.
privacy-heading = How <b>{ $community }</b> keeps your data:
privacy-given = You agreed to version { $version } on { $at }.
privacy-older = On { $at } you agreed to version { $version }; the lines have changed since.
privacy-taken-back = You took your consent back on { $at }.
privacy-none = You have not answered yet.
privacy-take-back = Take my consent back

## Registering

form-join = <b>Register as a resident</b> (your door is shown only to your { $grid_worker } and the committee)
form-join-building = Building: { $value }
form-join-door = Door: { $value }
form-join-residency = Living here: { $value }
ask-join-building = Which building do you live in?
ask-join-door = Which door? Please write it, for example: 2-301
ask-join-residency = Which of these are you?
ask-join-submit =
    Is that right? After this, your { $grid_worker } will { $residency ->
        [away] call you, by phone or video; you need not travel home for it
       *[other] come to meet you
    }.
choice-join-residency-settled = Settled here
choice-join-residency-away = Working away
choice-join-residency-floating = Here for a time
choice-join-residency-unregistered = Not registered here
talk-join-done = Sent.
talk-join-cancelled = Not registered. Send /join whenever you like. You can report and ask without it.
talk-join-expired = This was left for too long; you are not registered. Send /join whenever you like.
resident-asked =
    Noted: { $place }. { $keeper ->
        [none] An officer
       *[other] { $keeper }
    } will { $residency ->
        [away] call you, by phone or video; you need not travel home for it
       *[other] meet you in person
    }.
    Until then you can report and ask as anybody.
resident-already = { $place }: { $status }. How you live here was brought up to date.
resident-moving = Where do you no longer live? One tap is enough.
resident-moving-none = You are not registered anywhere. To register, send /join.
resident-moving-button = Moved out: { $place }

resident-status-none = not registered
resident-status-pending = to be confirmed
resident-status-verified = confirmed
resident-status-suspended = suspended
resident-status-refused = not confirmed
resident-status-moved = moved out
resident-toast-pending = Sent
resident-toast-verified = Confirmed
resident-toast-moved = Noted as moved out

resident-told-verify =
    { $place }: { $by } { $how ->
        [face] met you in person
       *[other] confirmed you ({ $reason })
    }; you are a registered resident now.{ $residency ->
        [away] { " " }As you work away, disclosures, topics, ballots and resolutions are sent to you here as well. To have no disclosures, send /subscribe.
       *[other] { "" }
    }
resident-told-refuse = { $place }: { $by } did not confirm the registration. Reason: { $reason }. If that is wrong, send /join again or speak with the committee. You can still report and ask.
resident-told-suspend = { $place }: { $by } suspended your registration. Reason: { $reason }. If you disagree, speak with the committee or the supervisors.
resident-told-restore = { $place }: { $by } restored your registration. Reason: { $reason }.
resident-told-move = { $place }: { $by } noted that you moved out. If that is wrong, send /join again.
resident-left = A resident moved out: { $line }

## Meeting in person

resident-gone = This person has had the registration deleted; nothing is left to do here.
resident-heading = <b>{ $name }</b> · { $place }
resident-facts = { $residency } · { $status } · asked { $at }
resident-reason = { $by }: { $reason }
resident-doubted = The { $grid_worker } doubts it: { $reason }
resident-meet =
    { $residency ->
        [away] Away at work; do not wait for the return. Please speak with the person by phone or video, best with family present, then press, and say how you confirmed it. Copy no papers.
       *[other] Tap only after meeting the person at home. Copy no document.
    } The first button says that the person is 18 or older; if not, or if you did not ask, tap "Met, age not confirmed".
resident-group = { $officer ->
        [none] { "" }
       *[other] { $officer }, a
    } resident of { $building } waits for you to confirm them. Doors are not shown in groups: please send me /residents in private.
resident-left-group = A resident of { $building } moved out. For more, send me /residents in private.
resident-action-verify =
    { $residency ->
        [away] Confirmed
       *[other] Met in person
    }
resident-action-doubt = Does not live here
resident-action-refuse = Do not register
resident-action-suspend = Suspend
resident-action-restore = Restore
resident-action-move = Moved out
resident-line = { $name } · { $place } · { $residency }
residents-pending = To be confirmed ({ $count }):
residents-none = Nobody waits to be met.
residents-building = Registered in { $building } ({ $count }):
residents-building-none = Nobody is registered in { $building } yet.
residents-line = { $index }. { $line } · { $status } · { $at }
residents-more = And { $count } more; please begin with these.
residents-late = { $count } have waited for more than three working days; please meet them when you pass by:
residents-late-group = { $count } residents have waited to be met for more than three working days. { $officer }, please send me /residents in private.
form-resident =
    { $action ->
        [verify] <b>How was it confirmed?</b>
        [meet] <b>How was it confirmed?</b> (age not confirmed)
        [doubt] <b>Does not live here</b> (the committee decides)
        [refuse] <b>Do not register</b>
        [suspend] <b>Suspend the registration</b>
       *[restore] <b>Restore the registration</b>
    }
form-resident-note = Reason: { $value }
ask-resident-note =
    { $action ->
        [verify] How did you confirm it?
        [meet] How did you confirm it?
       *[other] For what reason?
    } Tap one, or write a line; the person will read it.
choice-resident-note-face = Met in person
choice-resident-note-video = Video call with the person
choice-resident-note-family = Call with the person, family present
choice-resident-note-not-met = Could not meet the person
choice-resident-note-not-here = Does not live here
choice-resident-note-wrong-door = The door is wrong
choice-resident-note-disputed = Residence is disputed
choice-resident-note-misused = Used by somebody else
choice-resident-note-settled = It is settled now
talk-resident-done = Noted.
talk-resident-cancelled = Nothing was changed.
talk-resident-expired = This was left for too long; nothing was changed.

## My data

mydata-heading = <b>Everything that is stored about you</b> (page { $page } of { $pages })
mydata-next = Next page
mydata-person = Name: { $name }; language: { $language }; account: { $person }; your word in the audit: { $pseudonym }
mydata-consent = Consent: version { $version }, { $at }, { $given ->
        [yes] given
       *[no] taken back
    }
mydata-no-consent = Consent: not answered yet
mydata-resident = Resident: { $place }; { $residency }; { $status }; asked { $at }{ $note ->
        [none] { "" }
       *[other] ; noted: { $note }
    }
mydata-post = Office: { $post } ({ $offices })
mydata-talk = Being filled in:
mydata-case = <b>#{ $number }</b> { $category } · { $status } · { $at }
mydata-case-text = Your words: { $text }
mydata-case-summary = Summary: { $text }
mydata-case-revised = Later changed to: { $text }
mydata-case-photo = With a photo
mydata-dispute = <b>{ $number }</b> · { $status } · { $at }
mydata-said = You said: { $text }
mydata-none = You have not reported anything.
mydata-also = How many entries are kept where:
mydata-count = · { $store }: { $count }

forgetme-heading = <b>Delete your data</b>
forgetme-open = { $numbers } is not finished yet. You can wait until it is, or take it back now.
forgetme-ask = This cannot be undone. Are you sure? If not, simply do not press.
forgetme-button = Delete it
forgetme-withdraw = Take these back, then delete
forgotten = Deleted. Thank you for having been here; you are welcome again at any time.
forget-treatment-delete = Deleted:
forget-treatment-pseudonymise = Kept, but nobody can say whose it was:
forget-treatment-keep = Kept:
forget-line = · { $store }{ $count ->
        [0] { "" }
       *[other] { " " }({ $count })
    }: { $why }
forget-store-audit = the chain of the audit
forget-store-audit-details = the details in the audit
forget-store-inbox = messages received
forget-store-letters = messages that could not be read
forget-store-messages = notices and cards sent to you
forget-store-alarms = reminders
forget-store-talks = what you were filling in
forget-store-reports = your words and photos
forget-store-matters = the record of the matter (category, building, steps)
forget-store-steps = what officers wrote
forget-store-posts = the record of offices
forget-store-chats = the register of groups
forget-store-menus = the command menu of your private chat
forget-store-disputes = what you told of a dispute
forget-store-opinions = what you said, supported and answered in deliberations
forget-store-topics = the record of topics
forget-store-ballots = the record of ballots
forget-store-owners = which owner of a flat you are
forget-store-papers = printed notices and results
forget-store-box = the boxes of secret ballots
forget-store-roster = the register of owners
forget-store-residents = registrations as a resident
forget-store-consents = answers about consent
forget-store-people = name, language, account
forget-store-forgotten = one word
forget-store-file = the community file
forget-store-copies = running copies
forget-store-logs = logs
forget-store-backups = backups
forget-store-groups = messages in groups, and the chat on your phone
forget-why-chain = only words that stand for people, and what was done, to prove that nothing was altered; the word leads to nobody any more
forget-why-words = these are your words
forget-why-count = their words went as soon as they were done; only the number of them stays
forget-why-told = no longer of use
forget-why-needless = no longer needed
forget-why-name = your name is taken out
forget-why-matter = public matters need a record, but nobody can say any more who reported it
forget-why-office = who held an office is public
forget-why-dispute = that there was a mediation needs a record, but nobody can say any more who reported it
forget-why-topic = deliberations stay on record, but no longer show who raised or said what
forget-why-ballot = ballots stay on record, but no longer show who voted how
forget-why-papers = what was published is kept as it was; it names no resident
forget-why-box = votes and slips in a box are nobody's: nobody can say whose they were
forget-why-roster = the committee imported it from its own papers, not from you; ask the committee to correct it
forget-why-home = this is your home
forget-why-again = if an old backup comes back, it tells what to delete again
forget-why-copies = only which copy of the program does which work; nothing about anybody
forget-why-logs = only numbers of accounts and groups, no names and no words; overwritten when full
forget-why-backups = the operator keeps and destroys them; after one is restored, this is done again by itself
forget-why-groups = the bot cannot take back what others have seen; what you wrote yourself you can delete

cli-forget-nobody = Nobody with the account { $person } has met the bot; there is nothing to delete.
cli-forget-head = { $person } ({ $name })
cli-forget-dry = This was a dry run; nothing was changed. To do it, add --yes.
cli-forget-done = Deleted; the chain of the audit is whole, { $sealed } entries.
