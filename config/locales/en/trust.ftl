### The line of each day, and its check

anchor = 🔗 Audit of { $day }: { $count } entries, code { $letters }. To compare, send /verify and the code.
command-verify = Check that the record was not altered
refusal-verify = This is no code. Copy 8 or more of its letters and figures from the line in the group, as in /verify 3fa9:c01b; /verify alone checks everything.

verify-letters-fits = ✓ It fits. This is the line of { $day }: { $count } entries by then, and they are still the same.
verify-letters-altered = ✗ It does not fit. This code was told on { $day } ({ $count } entries), and the record is another now. Take a screenshot and tell the supervision committee.
verify-letters-none = ✗ This code was not found. See first that it is copied right; if the line in the group says so, take a screenshot and tell the supervision committee.

verify-fits = ✓ All fits: from { $first } to { $last }, every code that was told is still the same. { $sealed } entries are sealed, { $tail } were just written and are not yet.
verify-fits-untold = ✓ All fits: { $sealed } entries are sealed, { $tail } were just written and are not yet. No code was told on any day so far.
verify-misfit = ✗ The first day that does not fit is { $misfit }. Up to { $fits } all fits. Take a screenshot and tell the supervision committee.
verify-misfit-first = ✗ The first day that does not fit is { $misfit }, the first on which a code was told. Take a screenshot and tell the supervision committee.
verify-misfit-since = ✗ Up to { $fits } all fits; what came after does not. Take a screenshot and tell the supervision committee.
verify-misfit-untold = ✗ The record does not fit. No code was told on any day so far, so the day cannot be named. Tell the supervision committee.
verify-given-up = It could not be checked this time. Please send /verify again in a while.

cli-verify-misfit = The first day that does not fit is { $misfit }; the last before it that fits: { $fits }. Compare with that day's line in the groups.
cli-verify-days = From { $first } to { $last } every code told in the groups fits.

### The public notice board

board-title = Notice board of { $community }
board-stand = As it stood on { $at }. What stands here is what every group of neighbours reads; names of residents and photos are left away.
board-languages = Languages
board-language = English
board-owed = Due and not shown
board-disclosures = What was disclosed
board-understood = Was it understood, were questions answered
board-understood-rates =
    Of the { $editions } notices that stand now:
    { $enough ->
        [yes] Understood { $yes }, not understood { $no }, said nothing { $silent } (of registered residents, counted for each notice).
       *[no] Fewer than 5 said whether they understood, so no figures yet.
    }
    Questions { $asked }: answered in time { $in_time }, late { $late }, still within their time { $open }.
board-rates = What became of what was promised
board-resolutions = What was agreed
board-topics = What is being talked over
board-none = Nothing so far.
board-written = The notice board was written: { $file }
board-taken = { $address } cannot be listened on ({ $why }): choose another port with --port.
board-served = The notice board is at { $address } · Ctrl+C ends it.
