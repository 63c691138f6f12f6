# The calendar of council sessions (E24)

council-called = By the calendar meeting { $number } ({ $sort }, { $opens }, { $place }) was called; its agenda are the topics admitted and talked over. To move it, call it off or enter the minutes: /meetings in private
council-nothing = By the calendar the council should sit on { $day }, but no topic is admitted: it does not sit. To bring one: /propose
council-next = The council sits next: { $at } (called { $days } days ahead with its agenda)
