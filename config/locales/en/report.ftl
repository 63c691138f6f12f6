### How a matter is reported

command-hazard = Report a hazard (danger to life: call 110, 119 or 120 first)
command-for = Report for somebody without a phone
command-hazards = Open hazards in my { $level_grid }

## These words do what the buttons do, in whatever language (spaces and punctuation do not count)

trigger-cancel = cancel | stop | quit | exit | never mind | forget it
trigger-back = back | go back | previous
trigger-report = report | i want to report | report something
trigger-progress = progress | status | how does it stand
trigger-mine = my reports | mine
trigger-help = help | hello | how does this work

menu-report = Report something
menu-progress = How it stands
menu-mine = My reports
menu-help = Help
menu-proxy = Report for somebody

## Danger first

danger =
    ⚠️ <b>In danger, call at once; do not wait for me:</b>
    Police <b>110</b> · Fire <b>119</b> · Ambulance <b>120</b>
    First get away from the danger. What you said is being noted as well.

## Half written

come-private = Nearly there. Please tap the button below and tell me the rest in private (nobody else can see it).
come-private-button = Go on in private
pointer-done = Received as #{ $number }; whoever reported it is kept informed in private.
pointer-over = Nothing was sent. To report something, send /report.

draft-heading = <b>Your report</b> (not sent yet)
draft-parent = Following on from #{ $number }: what is still to be done
draft-text = What: { $text }
draft-files = With it: { $files }
draft-category = Category: { $category }
draft-place = Place: { $place }
draft-kind = Kind: { $kind } · { $urgency }
draft-album = Of that album I see only this one photo; please send the others here.
draft-ask-text = Please write one sentence: what is wrong, and where? You can send a photo too, or speak.
draft-ask-line = Received. If you like, write one line: what is wrong, and where? If writing is hard, tap “Send as it is”: somebody will look and listen.
draft-ask-category = What kind of matter is it?
draft-ask-place = Which building?
draft-ask-kind = What sort of thing is this?
draft-ask-urgency = How urgent is it?
draft-ask-submit = Is this right? It is only reported once you tap “Send report”; until then you can add words or a photo.
draft-ask-dispute = This sounds like a dispute between people. If it is one, please tell it in private: only mediators and committee members who are not involved will read it. If not, please press “Not a dispute, report it as usual”.
draft-bare = Send as it is
draft-submit = Send report
draft-change-category = Change category
draft-change-place = Change place
draft-change-kind = Change kind
draft-change-urgency = Change urgency
draft-dispute = A dispute: tell in private
draft-ordinary = Not a dispute, report it as usual
draft-cancel = Don’t report
talk-report-done = Sent, thank you.
talk-report-cancelled = Nothing was sent. To report something, send /report.
talk-report-expired = This draft was left too long and is no longer valid; nothing was sent. To report something, send /report.
toast-submitted = Sent as #{ $number }

files-photo = { $count ->
        [1] one photo
       *[other] { $count } photos
    }
files-voice = { $count ->
        [1] one voice message
       *[other] { $count } voice messages
    }
files-video = { $count ->
        [1] one video
       *[other] { $count } videos
    }
files-document = { $count ->
        [1] one document
       *[other] { $count } documents
    }

kind-service = Something to be done
kind-hazard = A hazard
kind-suggestion = A suggestion
kind-question = A question
urgency-urgent = urgent
urgency-painful = troubling
urgency-wish = a wish
urgency-urgent-tap = Urgent: it cannot wait
urgency-painful-tap = Troubling: soon, please
urgency-wish-tap = A wish: no hurry

## Somebody else’s words

named-ask = <a href="tg://user?id={ $person }">{ $name }</a>, a neighbour would like the community to see to what you wrote. Shall it be reported in your name? (Only your own tap counts.)
named-album = Of this album I see { $count ->
        [1] one photo
       *[other] { $count } photos
    }; you can send the others as a reply to this message.
named-yes = Report it in my name
named-no = No, thank you
talk-named-done = All right: the author agreed to report it.
talk-named-cancelled = All right: nothing was reported.
talk-named-expired = The author did not answer; nothing was reported.

rest-ask = Of the album for #{ $number } I see only one photo. Please send the others as a reply to this message, or to me in private.
rest-came = Came since: { $files }
rest-all = That is all
talk-rest-done = Thank you, I have the photos.
talk-rest-cancelled = All right, with the photos there are.
talk-rest-expired = Going on with the photos that came.

again-ask = The same words came just now: <b>#{ $number }</b>. Is this another matter?
again-yes = Report it again
again-no = No, it is the same
talk-again-done = Reported once more.
talk-again-cancelled = All right, it is the one from before.
talk-again-expired = It was not reported again.

## For somebody without a phone

form-proxy = <b>A report for somebody else</b> (not sent yet)
form-proxy-behalf = For: { $value }
form-proxy-text = What: { $value }
form-proxy-building = Place: { $value }
form-proxy-category = Category: { $value }
form-proxy-consent = That person: { $value }
form-proxy-ordinary = A dispute or not: { $value }
ask-proxy-behalf = For whom? Write how the neighbours call that person, or skip it. (No group ever sees it.)
ask-proxy-text = What is it? Please write it in that person’s own words; you can add photos.
ask-proxy-building = Which building?
ask-proxy-category = What kind of matter is it?
ask-proxy-consent = Does that person agree that you report it? If not, please tap “Cancel”.
ask-proxy-ordinary = This sounds like a dispute between people. If it is one, please tap “Cancel” and tell it in private with /dispute; if not, please tap below.
ask-proxy-submit = <b>Please read the above aloud to that person.</b> Tap below once it was read and is right.
submit-proxy = Read aloud, and it is right
choice-proxy-building-elsewhere = Somewhere else
choice-proxy-consent-yes = Agreed
choice-proxy-ordinary-yes = Not a dispute, report it as usual
talk-proxy-done = Reported for that person. When it is done, please read the result aloud and answer for them.
talk-proxy-cancelled = Nothing was sent.
talk-proxy-expired = This was left too long and is no longer valid; nothing was sent.
somebody = a resident
verdict-question-aloud = Please read it aloud: is it really fixed? Then tap what that person answers. (Within { $days ->
        [1] one day
       *[other] { $days } days
    }.)

## Corrections and summaries by the desk

form-correct = <b>#{ $number }</b> Correction
form-correct-what = To correct: { $value }
form-correct-category = Category: { $value }
form-correct-building = Place: { $value }
form-correct-kind = Kind: { $value }
form-correct-urgency = Urgency: { $value }
form-correct-reason = Reason: { $value }
ask-correct-what = What is to be corrected?
ask-correct-category = Which category is right?
ask-correct-building = Which place is right?
ask-correct-kind = Which kind is right?
ask-correct-urgency = How urgent is it?
ask-correct-reason = Why? The person who reported it will read it.
choice-correct-what-category = Category
choice-correct-what-building = Place
choice-correct-what-kind = Kind
choice-correct-what-urgency = Urgency
choice-correct-building-elsewhere = Somewhere else
choice-correct-kind-service = Something to be done
choice-correct-kind-hazard = A hazard
choice-correct-kind-suggestion = A suggestion
choice-correct-kind-question = A question
choice-correct-urgency-urgent = Urgent
choice-correct-urgency-painful = Troubling
choice-correct-urgency-wish = A wish
talk-correct-done = Corrected.
talk-correct-cancelled = You went back; nothing was changed.
talk-correct-expired = This was left too long and is no longer valid; nothing was changed.
case-action-correct = Correct
case-action-summarise = Put into words
passage-correct = corrected
passage-summarise = put into words
toast-correct = #{ $number } corrected
toast-summarise = #{ $number } put into words
told-reporter-correct = #{ $number }: the record was corrected; it is now “{ $category }”, with { $owner }. Reason: { $note }
told-reporter-summarise = #{ $number }: what you told us was put into one line: { $note }. If that is wrong, please tell me.
step-ask-note-summarise = Please look and listen, then put it into one line: what is wrong, and where?

## On the worksheet

case-urgent = <b>Urgent</b> #{ $number } { $category }{ $grid ->
        [none] { "" }
       *[other] {" "}({ $grid })
    }: now with { $owner }.
worksheet-kind = <b>{ $kind } · { $urgency }</b>
worksheet-files = Also: { $files }
worksheet-behalf = For { $behalf }, who agreed
body-without-words = (Without words: please look at the photo or listen)
files-photos = All photos
files-all = All photos and voice messages
toast-files = Sent to you in private
case-photos = #{ $number }: { $count ->
        [1] one photo
       *[other] { $count } photos
    }
case-file = { $sort } of #{ $number }
file-voice = Voice message
file-video = Video
file-document = Document

## Without a number

my-open = { $count ->
        [1] One of your reports is open.
       *[other] { $count } of your reports are open.
    } Tap to see how it stands:
my-open-none = None of your reports is open. Earlier ones: /my
my-open-tap = #{ $number } { $category }
hazards = <b>Open hazards</b>
hazards-one = <b>#{ $number }</b> { $place ->
        [none] place not known yet
       *[other] { $place }
    } · { $owner } · by { $finish_by }: { $text }
hazards-more = { $count } more are not listed; these come first.
hazards-none = There are no open hazards now.

refusal-photo = A hazard is only finished with a photo of the finished work.
refusal-many-files = At most { $count } photos or files are taken; these are enough.
refusal-unreadable = I cannot read this kind of message. Please write one sentence (which building, what is wrong), or send a photo or a voice message.
refusal-quoted = Nobody answers for that message. Please report it in your own words with /report.
refusal-unreached = I cannot write to you in private yet: please open my profile and tap “Start”.
