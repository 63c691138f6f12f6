# Micro-projects: place, whom it serves, time; the fund for them (E19, G16)

ballot-details = Where: { $place }; for whom: { $people }; when: { $time }
ballot-pot = Left of the fund for micro-projects: { $sum } yuan (what resolutions in force bind is taken off)
form-ballot-details = Where, for whom, when: { $value }
ask-ballot-details = One line for each project, in the order above, with | between: where | for whom | until when. For example: by building 3 | the old | by June 30
refusal-ballot-details = Please write a line for each of the { $count } projects, three things with | between: where | for whom | until when.
refusal-ballot-pot = Only { $left } yuan are left of the fund, and the budget cannot be more. Please write less.
