### Meeting people, and help

command-report = Report something
command-status = How a case stands: /status number
command-my = What I have reported
command-help = How to use this
command-lang = Change language
command-cancel = Stop filling in, and leave
help =
    Hello, I am Linli, the neighbourhood helper of <b>{ $community }</b>.
    To report something: send <code>/report The lift in building 3 has been broken for two days</code>; you can add a photo.
    To see how it stands: <code>/status number</code>; for all your own reports: /my
    To talk something over: see what is open by /topics; propose by /propose; bring an idea by /idea; your rights are /myrights
    I only read messages that mention me, reply to me or begin with /. I never read anything else in the group.
    In an emergency, call 110, 119 or 120 straight away. Do not wait for me.
help-officer =
    Hello, I am Linli, the neighbourhood helper of <b>{ $community }</b>.
    Cases dispatched to you arrive here: tap “Accept”, and when the work is done tap “Finished” and send one photo. That is all.
    If there is a difficulty, tap “Need support”, “Transfer” or “Hand back”; there is no need to type.
    To see how any case stands: <code>/status number</code>
    In an emergency, call 110, 119 or 120 straight away. Do not wait for me.
language-chosen = All right, English from now on.
stopped = Stopped; nothing was sent.
nothing-to-stop = There is nothing being filled in at the moment.
