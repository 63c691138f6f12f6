# Micro self-governance: what only one building or grid talks over (A11)

command-local = Talk something over in your building or { $level_grid } alone
topics-near = For your own building or { $level_grid } alone: send me <code>/local WHAT</code> in private
refusal-topic-elsewhere = Only the neighbours who live there talk this over. For your own building or { $level_grid } use /local.
topic-near = Reach: only the residents of { $name } talk it over and decide; nobody else sees it
form-propose-reach = Reach: { $value }
ask-propose-reach = With which neighbours? Only they will see it, second it and speak.
choice-propose-reach-building = My building
choice-propose-reach-grid = My { $level_grid }
form-propose-building = Home: { $value }
ask-propose-building = You have several homes here. Which one is it about?
choice-ballot-body-neighbours = Neighbours of the building or { $level_grid } (one vote a household; set your own numbers)

# The head of a residents' group (A10)
office-group-head = head of a residents' group
topic-theme = Brought by the head of the group: { $theme }
form-lay-topic-grid = Group: { $value }
form-lay-topic-theme = About: { $value }
ask-lay-topic-grid = With which group?
ask-lay-topic-theme = The head of a group brings matters of these two kinds before it. Which one?
choice-lay-topic-theme-economy = running the collective economy
choice-lay-topic-theme-order = public order and cleanliness
