# Micro-projects: place, whom it serves, time; the fund for them (E19, G16)

ballot-details = Where: { $place }; for whom: { $people }; when: { $time }
ballot-pot = Fund for micro-projects, { $whole } yuan: bound { $bound }, reserved { $reserved }, left { $left } (bound: what resolutions in force spend; reserved: the whole budgets of menus that are voted on, or chosen and not yet in force)
ballot-lacks-pot = · the fund has not enough left for the budget of this menu, once what is bound and reserved is taken off. Please cancel this ballot and draft it with less, or wait until other menus are settled
form-ballot-details = Where, for whom, when: { $value }
ask-ballot-details = One line for each project, in the order above, with | between: where | for whom | until when. For example: by building 3 | the old | by June 30
refusal-ballot-details = Please write a line for each of the { $count } projects, three things with | between: where | for whom | until when.
refusal-ballot-pot = Only { $left } yuan are left of the fund, and the budget cannot be more. Please write less.
refusal-ballot-overspent = The fund has not enough left for the budget of this menu, once what is bound and reserved is taken off. Please cancel this ballot and draft it again with less.
