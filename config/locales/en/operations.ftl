# what an operator reads at the command line and in his chat about the keeping of the data
ops-yes-or-no = y/N
ops-yes = y|yes
ops-unanswered =
    { $option ->
        [yes] Nobody answered, so nothing was changed. To be asked nothing, add --yes to the command.
       *[other] Nobody answered, so nothing was changed.
    }
errand-words = { $found }: this line cannot be read ({ $reason })
errand-unknown = { $found }: only these can be run here: { $known }
errand-outside = { $found }: name a file in the folder of the demo
errand-late = Not done within { $seconds } seconds.
ops-usage = { $fault ->
        [missing] { $what } is missing.
        [option] There is no option { $what }.
        [command] There is no command { $what }.
        [file] { $what }: name a file here, not a folder ({ $more }).
        [folder] { $what }: name a folder here, not a file ({ $more }).
        [unreadable] { $what }: it cannot be opened ({ $more }).
        [date] { $what }: write a date like 2026-12-31 ({ $more }).
        [number] { $what }: write a number that fits ({ $more }).
       *[other] This cannot be understood ({ $more }).
    }
ops-usage-written = Write: { $words }; { $path } --help says more
ops-interrupted = Interrupted: look whether it was done before you do it again.
ops-file-none = There is no file { $file }: look at its name again.
ops-postgres = This database is PostgreSQL: copy it with pg_dump and put a copy back with pg_restore.
ops-database-none = No database is at { $file }: LINLI_DATABASE_URL says where it is.
ops-database-foreign = { $file } is no database of Linli: LINLI_DATABASE_URL says where it is. Nothing was changed.
ops-newer = The database { $file } is at revision { $more }, which this version does not know: a newer one wrote it. Start that version, or put back a backup from before.
ops-shared = This database holds another community: { $others }. Each community has a database of its own: name another one in LINLI_DATABASE_URL; one that was made by mistake is let go of by linli community remove.
ops-file-there = { $file } is there already: name another file, or add --yes to replace it (never the database itself).
ops-backup-done =
    Copied to { $file }, and looked through: it is whole, and { $unsealed ->
        [0] all { $entries } entries of the audit hold
       *[other] of { $entries } entries of the audit all that are sealed hold; of the { $unsealed } not sealed yet nobody can tell
    }.
ops-restore-none = There is no backup at { $file }: name the file that linli backup or the night wrote.
ops-restore-name = The name { $file } is used while restoring: rename the file first. Nothing was changed.
ops-template-name = { $file }: name a file that ends in .xlsx. Nothing was changed.
ops-restore-ask =
    { $there ->
        [yes] Put the backup in the place of { $file }? What is there now is kept beside it.
       *[no] Put the backup at { $file }? No database is there now.
    }
ops-restore-done =
    { $file } is the backup now; it is whole, and { $unsealed ->
        [0] all { $entries } entries of the audit hold
       *[other] of { $entries } entries of the audit all that are sealed hold; of the { $unsealed } not sealed yet nobody can tell
    }. Start the bot.
ops-restore-kept = What was there before is kept as { $file }.
ops-held = Another program has this database open, most likely the running bot: stop it first. Nothing was changed.
ops-unsound-damaged = { $file } is damaged and cannot be used ({ $more }): take an older backup. Nothing was changed.
ops-unsound-foreign = { $file } is no backup of Linli: name the file that linli backup or the night wrote. Nothing was changed.
ops-unsound-newer = { $file } was written by a newer version (revision { $more }): install that version first. Nothing was changed.
ops-unsound-chain = The audit in { $file } was altered: entry { $more } is the first that is broken. Take another backup, and tell supervision. Nothing was changed.
ops-failed = { $fault ->
        [full] No room is left on the disk for { $file }: make room and try again.
        [nowhere] There is no folder { $folder }: make it first, or name another place.
        [denied] { $file } may not be read or written: correct its permissions, or choose another folder.
        [gone] There is no file { $file }.
        [folder] { $file } is a folder: name a file.
        [taken] { $file } is a file and no folder: name a folder.
        [readonly] { $file } cannot be written here: choose another folder, or correct its permissions.
        [damaged] The database is damaged; linli check says more. An older backup can be put back with linli restore.
        [locked] The database is held by another program; try again when that is finished.
        [unreachable] The database or { $file } cannot be opened or read; look after the disk.
       *[other] It did not succeed ({ $more }).
    }{ $kept ->
        [yes] {" "}Nothing was changed.
       *[no] {""}
    }
ops-broken = The program ended by an error that nobody foresaw; what was written is there. Start it again; if it ends so once more, give the lines below to whoever looks after the program. Nothing that residents wrote is in them.
ops-stop-listen = LINLI_LISTEN={ $address } cannot be listened on ({ $why }): choose another port, or stop what holds it.
ops-stop-second = Another copy of this bot is polling: stop that one.
ops-stop-hooked = A webhook was set for this bot while it polls: stop the other copy.
ops-stop-taken = Another copy of this bot takes the webhook away: stop that one.
ops-stop-refused = Telegram does not take LINLI_WEBHOOK_URL: { $why }
ops-stop-cases = Open cases are with { $officers }, whom the community file no longer names: put them back until somebody else has taken over.
ops-story-none = There is no story { $story }; there are: { $known }
ops-show-welcome =
    Linli: open { $address } in a browser
    You are the resident on the left. In her neighbours' group send the line above, from /report on.
    Ctrl-C stops.
ops-show-not-up = It did not come up, for the reason below. If something else has the port, choose another, as in make demo PORT=8081.
ops-show-ended = The bot has ended by itself:
ops-show-stopped = Stopped; nothing is left behind.
ops-show-under-way = Playing { $story }
ops-show-differs = Not as the story tells it:
alarm-unsaved = the nightly backup failed { $what }
alarm-paper = A sheet could not be drawn { $what }
alarm-stalled = the database could not be written for a while; it goes on { $what }
alarm-setback = the machine's clock was set back { $what }
ops-archive-done = All of the community stands in { $file }: { $rows } rows, read again and counted.
ops-archive-differs = The archive was not whole ({ $what }) and was deleted; try again, and look after the disk.
ops-archive-readme = Each file under tables/ holds one line of JSON a row. Times are UTC milliseconds, bytes are hex. chain.json says how far the audit (audit, seals, audit_details) holds.
ops-remove-nobody = There is no community { $community } in this database.
ops-remove-dry = This was a rehearsal; nothing was changed. To do it, leave --dry-run out.
ops-remove-ask = Delete all of { $community } for ever, the audit too? Make linli community archive first; backups are not touched.
ops-remove-done = { $community } is deleted, { $rows } rows. Destroy its backups too where that is wanted.

recount-none = Ballot { $number } has not been counted, or there is no such ballot.
recount-same = Ballot { $number } counted again: the same. Roll { $roll }, votes { $votes }.
recount-differs = Differs from what was published: { $place }
recount-wrong = Ballot { $number } counted again differs from what was published in { $count } places. Find out why before anybody relies on it.
recount-box = This ballot was secret. In its box: { $slips } slips, { $papers } papers (handed out by the audit: { $handed }); digest { $digest }, as in the audit and as many as were counted.
recount-posted = The { $slips } slips that you gave are those in the box, none more and none less.
recount-unproven = What cannot be checked, since it was secret:
recount-unproven-said = · that an envelope said what its voter meant: a slip proves only that the envelope was in the box
recount-unproven-whose = · whose a vote is, and rows by class: votes and people were parted, so only totals were counted again
recount-unproven-close = · that nobody touched the envelopes before the close: until then whoever runs the machine is trusted
recount-unproven-posted = · that the slips in the box are those posted in the group: save what was posted in a file, and count again with --posted
recount-unproven-digest = · that the digest is the one that was posted: the file has none
recount-unproven-audit = · that the digest is that of the close: that entry of the audit is no longer kept
recount-unproven-key = · that the key was destroyed: it is not yet written down; see the log
