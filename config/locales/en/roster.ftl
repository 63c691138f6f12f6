### The roster of flats (a spreadsheet)

roster-sheet = Roster
roster-column-building = Building
roster-column-unit = Flat
roster-column-area = Floor area (m²)
roster-column-owners = Owners
roster-column-numbers = Owner numbers
roster-column-vacant = Vacant
roster-hint-building = a name of the community file, for example Building 3
roster-hint-unit = for example 2-301
roster-hint-area = for example 89.5
roster-hint-owners = several owners with commas between
roster-hint-numbers = where somebody owns several flats, or two share a name; one for each owner
roster-hint-vacant = yes or no; nothing is no
roster-yes = yes
roster-no = no

roster-fault-empty = there is no row: write one for each flat, from the second row on
roster-fault-building = there is no building "{ $found }"; there are: { $known }
roster-fault-unit = the flat is missing, for example 2-301
roster-fault-area = "{ $found }" is no area: square metres with at most two decimals, for example 89.5
roster-fault-vacant = "{ $found }" is neither yes nor no
roster-fault-owners = the owner is missing: for what is unsold write the developer
roster-fault-owner-twice = one person stands here twice: leave one
roster-fault-numbers = { $names } owner(s) and { $numbers } number(s): one for each, or none
roster-fault-twice = this flat stands in row { $other } already: delete one
roster-fault-namesake = "{ $name }" stands in row { $other } too: the same number in both if it is one person, different numbers if not
roster-fault-renamed = number { $number } is "{ $name }" above: look at the number
roster-fault-columns = the first row lacks these headings: { $missing }. Begin with linli roster template
roster-fault-unreadable = this file cannot be opened: save it as .xlsx and try again

roster-counts =
    { $units } flats · { $heads } owners by head · { $joint } jointly owned · { $vacant } vacant · { $area } m²
roster-was = The present roster: { $units } flats · { $heads } owners · { $area } m²
roster-dry = A trial only; nothing was imported.
roster-ask = Import it?
roster-done = Roster { $seq } was imported.
roster-faults = { $count } place(s) to mend, nothing was imported. They are marked in { $file }:
roster-fault-line = Row { $row } · { $column }: { $fault }
roster-template-done = The template is written: { $file }
