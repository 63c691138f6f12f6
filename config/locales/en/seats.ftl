### Posts: invitation, confirmation, term, revocation

command-roles = Posts and who holds them (committee, supervision)
command-audit = The audit of a case: /audit number (supervision)

## When something cannot be done

refusal-decide = This is for the residents' assembly or its representatives to decide; I only write it down.
refusal-execute = This is done by the committee or by those who work in each { $level_grid }. To report something, please send /report.
refusal-supervise = This is done by the supervision committee.
refusal-witness = This is done by a member of the residents' committee or of supervision.
refusal-read = Only those in the office concerned can look here. To see your own reports, please send /my.
refusal-on-duty = This is for people in office, about their own duty. To report something, please send /report.
refusal-conflicted = This concerns you yourself, so somebody else has to decide it.
refusal-seat-link = I do not know this link. Please check that it was copied whole, or ask the committee for a new one.
refusal-seat-used = Somebody has used this link already; it works only once. If it was not you, please tell the committee at once, and ask them for a new one.
refusal-seat-late = This link has run out. Please ask the committee for a new one.
refusal-seat-held = You already hold the post “{ $post }”, and one account holds one post. To change, please speak to the committee first.
refusal-seat-asked = You have opened the link of another post and wait to be confirmed; one account holds one post. If that was a mistake, please tell the committee.
refusal-seat-over = This step is already over. To see how things stand, please send /roles.
refusal-seat-taken = “{ $post }” is taken, so nobody else can be invited. To change it, the committee first asks for its revocation and supervision agrees.
refusal-seat-term = The term of “{ $post }” is over. To go on, first change term_ends in the community file.
refusal-seat-nobody = Nobody can decide this now: neither supervision nor the township contact is in office yet. Please invite them first.
refusal-seat-first = The operator can confirm only the first two members of committee or supervision, unless none of them is in office. Those already in office confirm this one, in private.

## Asking for confirmation

seat-heading = <b>Post: { $post }</b> ({ $offices })
    Name in the file: { $name }
seat-claimant = Whoever opened the invitation is called <b>{ $claimant }</b> on Telegram (anybody can choose that name: it proves nothing)
seat-question-claimed = Please press “It is them” only if you <b>know this person</b> and have asked them face to face or by phone. If you are not sure, do not press yet.
seat-person = { $post } { $name }
seat-asker = { $asker } asks to revoke this post. Reason: { $note }
seat-question-revoke-asked = Please decide. If you agree, they leave the post at once and their cases go to the next in line or to the committee; if not, they stay.
seat-action-confirm = It is them
seat-action-refuse = It is not them
seat-action-revoke = Agree: revoke
seat-action-keep = They stay
seat-action-ask-revoke = Ask to revoke a post
seat-toast-confirm = Confirmed: { $post } { $name } is in office
seat-toast-revoke = Revoked: { $post } { $name }
seat-toast-keep = { $post } { $name } stays in office

## How things stand

posts = <b>Posts</b>
post = { $post } { $name } ({ $offices }): { $stands }{ $last ->
        [none] {""}
       *[other] . Term ends { $last }
    }
seat-status-none = not invited yet
seat-status-invited = link given out, nobody has opened it
seat-status-claimed = “{ $claimant }” opened the link and waits to be confirmed
seat-status-active = in office (confirmed by { $who })
seat-status-revoke-asked = in office; a revocation waits for supervision
seat-status-refused = not confirmed: { $note }
seat-status-lapsed = the link ran out unopened
seat-status-withdrawn = invitation withdrawn
seat-status-expired = the term is over
seat-status-revoked = revoked: { $note }

## Told to the person and to the committee

seat-told-receiver-claim = Thank you! You opened the invitation of <b>{ $community }</b> to the post “{ $post }” ({ $offices }). A member of the committee or of supervision who knows you must confirm it (the operator, for the first two); I will tell you at once.
seat-told-receiver-confirm =
    Confirmed: { $name }, you are now “{ $post }” ({ $offices }) of <b>{ $community }</b>.
    What is given to you, and what you have to decide, comes here; a tap is enough. How it works: /help
seat-told-receiver-refuse = You opened the invitation to “{ $post }”, but it was not confirmed. If that is a mistake, please see the committee in person; they can give you another link.
seat-told-receiver-withdraw = This invitation to “{ $post }” was withdrawn. If you are given a new link, please open that one.
seat-told-receiver-expire = { $name }, your term as “{ $post }” is over. Thank you for all you have done! What was still open has gone to others; you need not worry about it.
seat-told-receiver-revoke = { $name }, you no longer hold the post “{ $post }”. Reason: { $note }. What was still open has gone to others. If you have questions, please ask the committee or supervision.
seat-told-committee-withdraw = The claim to “{ $post } { $name }” was withdrawn. Nothing is left to confirm; the post is still free.
seat-told-committee-lapse = The invitation to “{ $post } { $name }” ran out; nobody opened it. For another link, please ask the operator.
seat-told-committee-expire = The term of “{ $post } { $name }” is over; they are no longer in office. What was still open has gone to the next in line or to the desk.
seat-told-committee-revoke = The post “{ $post } { $name }” was revoked. Reason: { $note }. What was still open has gone to the next in line or to the desk.
seat-told-committee-keep = Supervision has decided: “{ $post } { $name }” stays in office.
seat-term-receiver = { $name }, your term as “{ $post }” ends on { $last }, in { $days } days. It ends by itself; to go on, the committee must update the community file before.
seat-term-committee = The term of “{ $post } { $name }” ends on { $last }, in { $days } days. To go on, please update term_ends in the community file before.

## While filling in

form-refuse-seat = <b>This is not “{ $post }”</b>
form-refuse-seat-reason = Reason: { $value }
ask-refuse-seat-reason = Why do you not confirm? Please tap one, or write a line.
talk-refuse-seat-done = All right, not confirmed. The post is still free; for another link, please ask the operator.
talk-refuse-seat-cancelled = All right, nothing is decided yet.
talk-refuse-seat-expired = This waited too long and is over. Please press again on the card above.
form-ask-revoke = <b>Ask to revoke a post</b>
form-ask-revoke-officer = Post: { $value }
form-ask-revoke-reason = Reason: { $value }
ask-ask-revoke-officer = Whose post?
ask-ask-revoke-reason = Why? Please tap one, or write a line.
ask-ask-revoke-submit = After this supervision decides; until then they stay in office.
talk-ask-revoke-done = Handed to supervision; I will tell you what they decide.
talk-ask-revoke-cancelled = All right, nothing has changed.
talk-ask-revoke-expired = This waited too long and is over; nothing has changed.
choice-refuse-seat-reason-stranger = { reason-seat-stranger }
choice-refuse-seat-reason-unsure = { reason-seat-unsure }
choice-ask-revoke-reason-left = { reason-seat-left }
choice-ask-revoke-reason-account = { reason-seat-account }
reason-seat-stranger = somebody else
reason-seat-unsure = could not be asked
reason-seat-left = left office
reason-seat-account = account lost

## The audit

trail = <b>The audit of #{ $number }</b> (the newest entries; a word stands for each person)
trail-entry = { $id } · { $at } · { $done } · { $who }
trail-seal = { $hash ->
        [none] Nothing is sealed yet.
       *[other] Sealed up to seal { $seq }, <code>{ $hash }</code>; of these { $tail } are not sealed yet.
    }

## Command line

invite-link = { $post } { $name } ({ $offices }): works once, within { $hours } hours; hand it to the person in private:
invite-out = { $post } { $name }: a link is out, good until { $until }. For a new one: linli invite { $code }
invite-none = Every post is taken; there is nobody to invite.
invite-ask = Name a post by its key, or use --all-unclaimed; there are: { $known }
invite-unknown = The community file has no post { $found }; there are: { $known }
invite-confirmed = Confirmed: “{ $claimant }” is { $name } of the file, now { $post }. The audit says “operator”.
invite-waiting = Nobody has opened the link of { $post } { $name } yet; there is nothing to confirm. See linli invite --list
invite-sure = Is “{ $claimant }” really { $post } ({ $name } in the file)?
door-link = { $place }: for the door; the code says where it is and names nobody:
door-unknown = The community file has no building { $found }; there are: { $known }
bot-unreachable = Telegram cannot be reached and the bot's name is not known yet, so there are no links. Check the network, or set LINLI_PROXY, and try again.
bot-token = Telegram does not know this token: set LINLI_TOKEN anew.
drill-silent = No sandbox answers at { $url }: start it, or unset LINLI_DRILL_URL.
