### At once: one message that would wait for the morning, with a written reason

command-urgent = at once: what waits for the morning, with a reason
urgent-waiting =
    { $count ->
        [0] No message is waiting now.
       *[other] <b>Messages that wait for the morning</b>: { $count }
            If one really cannot wait, send: /urgent number reason. The group reads the reason, and supervision sees how often.
    }
urgent-waiting-line = { $number } ({ $group }) { $line }
urgent-told = <b>Urgent:</b> { $why } (The committee decided to send this now, not in the morning.)
urgent-sent = Sent to { $group }, with the reason before it. Sent at once this month: { $count }.
urgent-month = { $month }, sent at once: { $count }
urgent-line = · { $at } { $who }: { $why }
refusal-urgent-number = No message with this number is waiting; perhaps it was sent already. Send /urgent to see them.
refusal-urgent-reason = Sending at once needs a reason, for example: /urgent 12 No water from ten tonight, please store some
refusal-urgent-private = The reason has a telephone, identity or door number in it, and the group would read it. Please leave it out and send it again.
supervise-list-urgent = Sent at once
supervise-head-urgent =
    <b>Sent at once</b>{ $count ->
        [0] : none.
       *[other] , how often in a month and why, the newest first:
    }
supervise-verb-send-urgent = send a message at once
power-verb-send-urgent = send a message at once, not in the morning
