# Supervision takes back an entered vote (8.10)

ballot-entries-look = Entered votes
ballot-entries =
    Entered votes that count in ballot { $number } ({ $count }, page { $page } of { $pages })
    Where somebody says that he did not vote so, supervision may take it back: press the unit, and give the reason. The household and whoever entered it read it; it may vote again until the close.
ballot-entries-none = There is no entered vote in ballot { $number } that you may take back.
ballot-entries-line =
    · { $unit }: entered by { $by }, { $channel ->
        [phone] by phone
        [doorstep] at the door
       *[paper] on paper
    }
ballot-entries-page = Page { $page }
ballot-entries-strike = Take back { $unit }
entry-invalidate = Take this vote back
vote-struck =
    Supervision took back the vote that was entered for { $unit } in ballot { $number }; it does not count any more.
    Reason: { $note }
    Until the close you may vote yourself: press below. You may also ask an officer to enter your vote again.
vote-struck-tell =
    Supervision took back what you entered for { $unit } in ballot { $number }; it does not count any more.
    Reason: { $note }
    If they get no messages, please tell them in person or by phone: they may vote again until the close.
