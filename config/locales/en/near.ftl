# Micro self-governance: what only one building or grid talks over (A11)

command-local = Talk something over in your building or grid alone
refusal-topic-elsewhere = Only the neighbours who live there talk this over. For your own building or grid use /local.
topic-near = Reach: only the residents of { $name } talk it over and decide; nobody else sees it
form-propose-reach = Reach: { $value }
ask-propose-reach = With which neighbours? Only they will see it, second it and speak.
choice-propose-reach-building = My building
choice-propose-reach-grid = My grid
choice-ballot-body-neighbours = Neighbours of the building or grid (one vote a household; set your own numbers)
