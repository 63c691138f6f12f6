## Secret ballots

refusal-ballot-key = The key of this ballot cannot be found, so your vote could not be taken and nothing was written down. The operator has been told; please try again later.
refusal-vote-private = This ballot is secret: it is voted in only in the private chat with me. Please press "Vote" on the card in the group.
refusal-vote-papered = A paper ballot was handed out here. Please put it into the box; no vote is taken here any more.
refusal-batch-paper = Papers can be used only in a secret ballot that counts heads and marks one option.
refusal-batch-there = The papers of this ballot have been counted. To count anew, the second person must send that count back first.
refusal-batch-count = This count cannot be right: one number an option, in the order on the card, with spaces between, together at least 1 and at most { $handed } (as many as were handed out).
refusal-batch-few = With fewer than { $least } papers it could be told who voted how, so no count is taken. Hand out papers to more households and count all of them together.
refusal-batch-voted = This vote was given by phone already, so no paper can be handed out for it.
alarm-keyless = the key of a secret ballot is missing: its envelopes cannot be opened or counted { $what }
toast-sealed =
    ✅ Sealed. Your slip: { $slip }
    Write it down, it is shown only now; another tap gives a new one, and the last counts.
    Your vote: { $marks }
ballot-secret = <b>Secret</b>: voted in only in private; while it is open nobody can look, and afterwards votes and people are apart.
ballot-sealed-hint = One tap is your vote, another changes it, the last counts. What you voted and your slip are shown once over the button, and stand nowhere here.
ballot-veil = Make it secret
ballot-unveil = Make it open
ballot-papers = Of these { $count } on paper, counted by two people together
ballot-digest = { $slips } slips are in the box. Digest of the box: <code>{ $digest }</code>
ballot-slip-proves = A slip proves only that its envelope was in the box, not what it said; nobody can prove by it how he voted. Until the close, whoever runs the machine, and Telegram, are trusted; after it the key is destroyed and nobody can open anything.
ballot-slips-look = Look up a slip
ballot-slips = Slips of <b>B{ $number }</b>, { $count } in all, in the order of their letters (page { $page } of { $pages })
ballot-slips-page = Page { $page }

## Papers

ballot-hand = Hand out a paper
ballot-count-papers = Count the papers
form-hand-paper = <b>Hand out a paper</b>: B{ $number }. Whoever has one cannot vote by phone any more.
form-hand-paper-place = Household: { $value }
form-hand-paper-unit = To: { $value }
ask-hand-paper-place = To which household? Building and door, for example: building 3, 301
ask-hand-paper-unit = To whom?
ask-hand-paper-submit = Hand over one blank paper now. Fewer than 5 papers in all are not counted, so that nobody can tell whose is whose. Is that right?
form-count-papers = <b>Count the papers</b>: B{ $number }. Two people open the box together; one writes the numbers, the other confirms them.
form-count-papers-counts = Counted: { $value }
ask-count-papers-counts = How many for each option? Numbers in the order on the card, with spaces between, for example: 12 3 1. It counts once a second person confirms it; what nobody confirmed by the close is not counted.
batch-card = { $count } papers of B{ $number }, counted by { $by }
batch-line = · { $option }: { $count }
batch-ask = Did you count with them? Confirm if the numbers are right, else send them back.
batch-counted = Right, confirm
batch-refused = Wrong, send back
batch-status-entered = waits for a second person
batch-status-counted = confirmed by { $by }
batch-status-refused = sent back by { $by }: please count anew
batch-status-lapsed = not confirmed by the close, so not counted
paper-handed = { $by } wrote down that a paper of B{ $number } was handed to your household, so it cannot vote by phone any more. If that is not so, please tell the committee.
talk-hand-paper-done = ✅ Written down: a paper was handed out.
talk-hand-paper-cancelled = Cancelled, no paper was handed out.
talk-hand-paper-expired = It was not finished in time; no paper was handed out.
talk-count-papers-done = ✅ Written down; a second person must confirm it.
talk-count-papers-cancelled = Cancelled, nothing was written down.
talk-count-papers-expired = It was not finished in time; nothing was written down.
