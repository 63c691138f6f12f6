### The community file: linli community …

community-other = { $file } is of { $found }, the database of { $known }: look at LINLI_COMMUNITY
community-same = Edition { $edition } is the same already.
community-first = There is no community file here yet: this is edition 1.
community-unchanged = Nothing in force changes: only how it is written, or what this file does not decide (groups are registered in the groups, posts are taken up by a link).
community-kept = It cannot be applied: open cases or taken posts still need these:
community-unlisted = It cannot be applied: the roster of flats has no such households. Correct the doors, or add them by linli roster import first:
community-ask = Apply it?
community-applied = Edition { $edition } is in force.
community-fine = { $file }: { $community }; { $level_grid }: { $grids }, buildings: { $buildings }, officers: { $officers }, categories: { $categories }. Nothing is wrong.
community-exported = Edition { $edition } is written to { $file }.
community-no-edition = There is no edition { $edition }: linli community editions lists them
community-no-preset = No such preset; there are: { $known }
community-audit-whole = { $community }: { $sealed } entries sealed, { $tail } not yet; nothing is broken. Head: { $head }
community-audit-fault-entry-missing = the entry is missing
community-audit-fault-seal-missing = its seal is missing
community-audit-fault-altered = the entry or its seal was altered
community-audit-fault-out-of-order = it stands out of its order
community-audit-fault-detail-altered = its detail was altered
community-audit-broken = { $community }: entry { $entry } is the first that is broken ({ $fault }). Stop the bot, keep the database as it is, and have somebody technical look at it.
