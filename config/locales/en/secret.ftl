## Secret ballots

refusal-ballot-key = The key of this ballot cannot be found, so your vote could not be taken and nothing was written down. The operator has been told; please try again later.
refusal-vote-private = This ballot is secret: it is voted in only in the private chat with me. Please press "Vote" on the card in the group.
refusal-vote-papered = A paper was handed out here: please put it into the box. To vote by phone instead, give the unused paper back before the count to whoever hands them out.
refusal-batch-paper = Papers can be used only in a secret ballot that counts heads and marks one option.
refusal-batch-there = The papers of this ballot have been counted. To count anew, the second person must send that count back first.
refusal-batch-count = This count cannot be right: one number an option, in the order on the card, with spaces between, together at least 1 and at most { $handed } (as many as were handed out).
refusal-batch-differs = Your numbers are not those of the first person, so nothing is confirmed yet. Please count once more together; if the first numbers are wrong, tap "Wrong, send back".
refusal-batch-settled = This count has been dealt with already.
refusal-batch-handed = A paper was handed out here already.
refusal-batch-none = There is no paper here that could be taken back.
refusal-batch-own = This is your own household: please let somebody else hand out its paper or take it back.
refusal-batch-closed = The papers of this ballot have been counted: none can be handed out or taken back any more. If the count is wrong, the second person can send it back while it is not confirmed.
refusal-batch-voted = This vote was given by phone already, so no paper can be handed out for it.
alarm-keyless = the key of a secret ballot is missing: its envelopes cannot be opened or counted { $what }
toast-sealed =
    ✅ Sealed. Your slip: { $slip }
    Write it down, it is shown only now; another tap gives a new one, and the last counts.
    Your vote: { $marks }
ballot-secret =
    <b>Secret</b>: voted in only in private; after the close votes and people are apart.{ $sealed ->
        [yes] {" "}Votes are sealed. Until the close, whoever runs the machine, and Telegram, are trusted.
       *[no] {""}
    }
ballot-sealed-hint = One tap is your vote, another changes it, the last counts. What you voted and your slip are shown once over the button, and stand nowhere here.
ballot-veil = Make it secret
ballot-unveil = Make it open
ballot-papers = Papers handed out: { $handed }; counted by two people and included: { $count }
ballot-papers-lost = Papers handed out but not included: { $count }. They were not returned, or not counted and confirmed by two people
ballot-papers-counted = Of these { $count } on paper, counted by two people together
ballot-papers-few-papers = Please note: with fewer than { $least } papers, the two people who counted them may guess who voted how.
ballot-papers-few-phones = Please note: with fewer than { $least } votes by phone, the two people who counted the papers can take theirs from the total and may guess who voted how.
ballot-papers-few-both = Please note: with fewer than { $least } papers and fewer than { $least } votes by phone, the two people who counted the papers may guess who voted how.
ballot-papers-out = Papers handed out among these: { $count }; they are included once two people have counted and confirmed them
ballot-digest = { $slips } slips are in the box. Digest of the box: <code>{ $digest }</code>
ballot-slip-proves = A slip proves only that its envelope was in the box, not what it said; nobody can prove by it how he voted. Until the close, whoever runs the machine, and Telegram, are trusted; after it the key is destroyed and nobody can open anything.
ballot-slips-look = Look up a slip
ballot-slips = Slips of <b>B{ $number }</b>, { $count } in all, in the order of their letters (page { $page } of { $pages })
ballot-slips-page = Page { $page }

## Papers

ballot-hand = Hand out a paper
ballot-take = Take a paper back
ballot-count-papers = Count the papers
form-hand-paper = <b>Hand out a paper</b>: B{ $number }. Whoever has one cannot vote by phone; an unused one can be taken back before the count.
form-hand-paper-place = Household: { $value }
form-hand-paper-unit = To: { $value }
ask-hand-paper-place = To which household? Building and door, for example: building 3, 301
ask-hand-paper-unit = To whom?
ask-hand-paper-submit =
    Handed out so far: { $handed }. Hand over one blank paper now, and say plainly:
    1. The two people who count see the papers; with fewer than { $least } in all they may guess who voted how.
    2. An unused paper can be given back before the count; after that one votes by phone again.
    Have you said so?
form-take-paper = <b>Take a paper back</b>: B{ $number }. Only an unused one; after that one votes by phone again.
form-take-paper-place = Household: { $value }
form-take-paper-unit = From: { $value }
ask-take-paper-place = From which household? Building and door, for example: building 3, 301
ask-take-paper-unit = From whom?
ask-take-paper-submit = Do you hold the blank paper in your hand? One that is marked, or in the box, cannot be taken back.
form-count-papers = <b>Count the papers</b>: B{ $number }. Two people open the box and count together; each writes the numbers, and they count if both are the same.
form-count-papers-counts = Counted: { $value }
ask-count-papers-counts =
    Handed out: { $handed }. Please open the box when all are in: after the count, what was not returned is not included and cannot be taken back.
    Mix the papers before you look, and best let somebody count who handed out none. The two of you see the papers, and with fewer than { $least } you may guess who voted how: please do not guess, and tell nobody.
    How many for each option? Numbers in the order on the card, with spaces between, for example: 12 3 1. What no second person confirmed by the close is not included.
form-confirm-papers = <b>Confirm a count</b>: B{ $number }. Write what you counted yourself; it counts if the first person wrote the same.
form-confirm-papers-counts = You counted: { $value }
ask-confirm-papers-counts = How many for each option? Numbers in the order on the card, with spaces between, for example: 12 3 1. If you did not count with them, please cancel.
batch-card = { $count } papers of B{ $number }, counted by { $by }
batch-ask = Did you count with them? Then write what you counted yourself; it counts if both are the same. If the count was wrong, send it back. If you did not count with them, please leave this alone.
batch-counted = I counted too: my numbers
batch-refused = Wrong, send back
batch-status-entered = waits for a second person
batch-status-counted = confirmed by { $by }
batch-status-refused = sent back by { $by }: please count anew
batch-status-lapsed = not confirmed by the close, so not counted
paper-handed =
    { $by } wrote down that a paper of B{ $number } was handed to your household, so it cannot vote by phone now.
    The two people who count see the papers; with fewer than { $least } in all they may guess who voted how.
    If you would rather vote by phone, give the unused paper back before the count to whoever hands them out; then you can until { $at }.
    If you got none, please tell the committee.
paper-taken = { $by } wrote down that the unused paper of B{ $number } was taken back from your household, so it can vote by phone again until { $at }. If you gave none back, please tell the committee.
papers-uncounted = Papers of B{ $number } handed out and not counted yet: { $count }. Unless two people count and confirm them before { $at }, none is included.
papers-unconfirmed = Papers of B{ $number } counted: { $count }, but no second person has confirmed it. Unless that is done before { $at }, none is included.
papers-lapsed = Papers of B{ $number } counted: { $count }, but no second person confirmed it by the close, so none is included; the result says so.
talk-hand-paper-done = ✅ Written down: a paper was handed out.
talk-hand-paper-cancelled = Cancelled, no paper was handed out.
talk-hand-paper-expired = It was not finished in time; no paper was handed out.
talk-take-paper-done = ✅ Written down: the paper was taken back, and one can vote by phone again.
talk-take-paper-cancelled = Cancelled, no paper was taken back.
talk-take-paper-expired = It was not finished in time; no paper was taken back.
talk-confirm-papers-done = ✅ Both are the same: confirmed.
talk-confirm-papers-cancelled = Cancelled, nothing was confirmed.
talk-confirm-papers-expired = It was not finished in time; nothing was confirmed.
talk-count-papers-done = ✅ Written down; a second person must confirm it.
talk-count-papers-cancelled = Cancelled, nothing was written down.
talk-count-papers-expired = It was not finished in time; nothing was written down.
