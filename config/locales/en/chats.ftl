### Groups: registering, striking off, moving; my grid, who I am; words to the operator

command-bind = Register this group (committee)
command-unbind = Strike this group off (committee)
command-grid = My { $level_grid }, and who looks after it
command-whoami = Who I am and what I may do

chat-hello =
    Hello, I am “Linli” of <b>{ $community }</b>. This group is not registered yet.
    A committee member who is an administrator here: please send /bind.
chat-unregistered = This group is not registered; please ask the committee to send /bind here. To report now, write to me in private.
bind-where = Please send it in the group itself: /bind registers it, /unbind strikes it off.
bind-unnamed = You wrote in the name of the group, so I cannot see who you are. Please press yourself:
bind-unnamed-button = I register it
telegram-asked = One moment, I am asking Telegram.

form-bind = <b>Registering “{ $title }”</b>
form-bind-kind = It is: { $value }
form-bind-area = Which { $level_area }: { $value }
form-bind-building = Building: { $value }
ask-bind-kind =
    What kind of group is it? { $administrator ->
        [yes] { "" }
       *[other]
        (You are no administrator here, so it can only be a group run by neighbours, and its organiser must agree.)
    }
ask-bind-area = Which { $level_area }?
ask-bind-building = Which building?
ask-bind-submit =
    { $kind ->
        [staff]
            Staff: worksheets and reminders go to each person in private; here come those of a post that nobody has taken up, or that cannot be delivered (with residents' own words).
            Here too: other groups that are registered, struck off or in trouble. No residents may be in it; there is only one.
        [supervision]
            Supervision: what the supervision committee must know goes to each member in private, not here.
            Only its members may be in it; there is only one.
        [organiser]
            Run by neighbours: whoever organises it answers for it, and must agree first.
            I only take reports and send receipts here.
       *[other]
            Neighbours see who is in charge, the number, how it stands. Never phones, doors or names.
            I read only @mentions, replies to me and / commands; nothing else is read or kept.
    }
    Right?
submit-bind = Register
choice-bind-kind-community = The whole community
choice-bind-kind-area = One { $level_area }
choice-bind-kind-building = A building
choice-bind-kind-staff = Staff
choice-bind-kind-supervision = Supervision
choice-bind-kind-organiser = Run by neighbours
talk-bind-done = The registration is noted.
talk-bind-cancelled = Not registered.
talk-bind-expired = Left too long; not registered. To register, send /bind again.

chat-bound =
    This group is registered: { $kind ->
        [area] one { $level_area }
        [building] a building
        [staff] staff
        [supervision] supervision
       *[other] the whole community
    } ({ $owner }).
    { $kind ->
        [staff] Worksheets and reminders go to each person in private; here come those of a post that nobody has taken up, or that cannot be delivered. Here too: other groups that are registered, struck off or in trouble. To stop that, the committee sends /unbind.
        [supervision] What supervision must know goes to each member in private, not here.
       *[other] To report: <code>/report the lift of building 3 is broken</code>. I read only @mentions, replies to me and / commands.
    }
chat-bound-staff = { $owner } registered “{ $title }”.
chat-proposed =
    “{ $title }” is to be registered as a group run by neighbours ({ $owner }).
    Whoever organises it answers for it: its owner or an administrator, please press to agree.
chat-proposed-button = I answer for it
chat-proposed-staff = { $owner } wants to register “{ $title }” (run by neighbours); its organiser must agree.
chat-not-organiser = Thank you! Only the owner or an administrator of the group can agree as its organiser.
chat-agreed =
    This group is registered as run by neighbours, and its organiser has agreed.
    I only take reports and send receipts here: <code>/report a sentence</code>. Nothing else is read or run.
chat-agreed-staff = The organiser of “{ $title }” has agreed; it is registered.
form-unbind = <b>Striking off “{ $title }”</b>
form-unbind-sure = Sure: { $value }
ask-unbind-sure = After that nothing is sent here and no report is taken here. Are you sure?
ask-unbind-submit = Once more: really strike it off? Open cases go on, and are told in private.
submit-unbind = Really strike off
choice-unbind-sure-yes = I am sure
talk-unbind-done = It is noted that the group is struck off.
talk-unbind-cancelled = Not struck off; all is as before.
talk-unbind-expired = Left too long; all is as before.
chat-unbound = This group is struck off ({ $owner }). To report, write to me in private.
chat-unbound-staff = { $owner } struck off “{ $title }”.

chat-lost =
    { $count ->
        [0] I am back in the groups that I was put out of, and they are registered as before.
        [1] I am no longer in “{ $title }”; what is to be told there waits. Please let an administrator add me again, and the registration returns by itself.
       *[other] I am no longer in { $count } groups; what is to be told there waits. Please let their administrators add me again, and the registration returns by itself:
    }
chat-lost-title = · “{ $title }”
chat-returned = I am back in “{ $title }”, and it is registered as before.
chat-muted = I may not write in “{ $title }” any more. What can be told in private is; the rest waits. Please let an administrator allow me to send messages.
chat-unmuted = I may write in “{ $title }” again; what waited is on its way.
chat-hears-all = I am an administrator of “{ $title }” now, so Telegram gives me all that is said there. I still read only @mentions, replies to me and / commands, and keep nothing else. If it is not needed, make me an ordinary member.
privacy-off = The bot's “privacy mode” is off, so Telegram gives me all that is said in groups. I still read only @mentions, replies to me and / commands, and keep nothing else. To close that door: @BotFather, /setprivacy, Enable.

refusal-chat-bound = This group is registered already as “{ $title }”. To change it, send /unbind first.
refusal-chat-elsewhere = This group belongs to another community. It must be struck off there first.
refusal-chat-kind-taken = There can be only one such group, and it is “{ $title }”. Send /unbind there first.
refusal-chat-not-bound = This group is not registered; there is nothing to strike off.
refusal-chat-administrator = I cannot see whether you are an administrator here. Make me an administrator for a minute, try again, and take it back; or let another administrator do it.
refusal-chat-gone = Telegram says that I am not in this group. Please add me first, then send /bind.
refusal-chat-untold = Telegram did not answer. Please try again in a while.

grid-ask = Please tap the building you live in:
grid-told =
    { $grid }: { $grid_worker } { $owner }{ $away ->
        [yes] { " " }(away today, { $substitute } stands in)
       *[other] { "" }
    }, { $grid_head } { $head }.
    Send /report; you need no phone number.
grid-helper = Helper { $name }: { $duty }
helper-households = Households: { $homes } (not for others)
whoami-private = This can only be told in private. Write to me there: /whoami.
whoami-heading = <b>{ $name }</b>
whoami-offices =
    Office: { $offices }{ $ends ->
        [none] { "" }
       *[other] { " " }(until { $ends })
    }
whoami-helper = You help in { $grid }: { $duty }
whoami-home =
    Home: { $place } ({ $status ->
        [verified] confirmed
        [suspended] verification suspended
       *[other] not verified yet
    })
whoami-nobody = You hold no office here, and no home of yours is registered. To report you need neither: send /report and a sentence.
whoami-language =
    Language: { $language ->
        [en] English
       *[other] 中文
    } (change: /lang)
whoami-group =
    Group: “{ $title }”, { $kind ->
        [area] { $level_area }
        [building] building
        [staff] staff
        [supervision] supervision
        [organiser] run by neighbours
       *[other] whole community
    }; { $state ->
        [out] I am not in it
        [muted] I may not write
        [hears-all] I may write, and am an administrator
       *[other] I may write
    }
list-comma = { ", " }
office-grid-worker = { $grid_worker }
office-grid-head = { $grid_head }
office-dispatcher = dispatcher
office-committee = residents' committee
office-supervision = supervision committee
office-helper = helper
office-mediator = mediator
office-township = township contact
office-operator = the operator
language-ask = Which language?
language-name =
    { $language ->
        [en] English
       *[other] 中文
    }

### To the operator

alarm = Please have a look:
alarm-more = (and { $count } more)
alarm-dead-letter = dead letter { $what }
alarm-audit-broken = the audit does not fit { $what } (run linli audit verify)
alarm-dead-due = not done when due { $what }
alarm-undeliverable = undeliverable { $what }
alarm-uncertain = unknown whether it arrived { $what }
alarm-moved = group has a new number { $what }
alarm-lost = put out of a group { $what }
alarm-ticks = looking for what is due failed { $what }
alarm-restarted = restarted after it had not ended properly { $what }

### linli check: a line each

check-settings-fine = settings and community file: { $community }
check-settings-wrong =
    settings or community file: { $mistake }{ $more ->
        [0] { "" }
       *[other] { " " }(and { $more } more)
    }
check-token-fine = token: { $bot }
check-token-wrong = Telegram does not know this token: send /token to @BotFather and set LINLI_TOKEN anew
check-server-fine =
    Bot API: { $server }{ $own ->
        [yes] { " " }(a server of your own)
       *[other] { "" }
    }
check-server-wrong =
    { $fault ->
        [silent] { $server } was reached and gave no proper answer: try again later; look after your proxy or your own server, if there is one
        [refused] { $server } refuses to answer: try again later; if LINLI_API_BASE was changed, look it through
       *[unreached] { $server } cannot be reached: check the network; where Telegram is blocked set LINLI_PROXY, or LINLI_API_BASE to a server of your own
    }
check-proxy-fine =
    proxy: { $proxy ->
        [none] none
       *[other] { $proxy }
    }
check-proxy-wrong = the proxy ({ $proxy }) cannot be reached, so nothing behind it was looked at: start it, or correct LINLI_PROXY
check-privacy-fine = privacy mode: on
check-privacy-wrong = privacy mode is off: send /setprivacy to @BotFather, Enable (no more is kept than with it, but that door should be shut)
check-webhook-fine = no webhook: updates can be received
check-webhook-wrong = a webhook is set, so no update arrives: call the Bot API's deleteWebhook, or stop the program that uses it
check-clock-fine = clock: { $seconds } s from the server's
check-clock-wrong = the clock is { $seconds } s off, so deadlines will be wrong: switch on the system's time synchronisation (NTP)
check-disk-fine = disk: { $free } GB free ({ $where })
check-disk-wrong = only { $free } GB free ({ $where }): make room, or point LINLI_STATE and LINLI_DATABASE_URL elsewhere
check-database-fine =
    database: { $state ->
        [new] none yet; it is made at the first start ({ $file })
        [older] sound; brought up to date at the next start ({ $file })
       *[other] sound ({ $file })
    }
check-database-wrong =
    { $fault ->
        [folder] { $file } is a folder: name a file in it in LINLI_DATABASE_URL
        [nowhere] there can be no folder { $file }: name another place in LINLI_DATABASE_URL
        [address] the database address cannot be used: write LINLI_DATABASE_URL like sqlite+aiosqlite:///state/linli.db or postgresql+asyncpg://user:password@host/linli
        [silent] no PostgreSQL answers at { $server }: start it, or correct LINLI_DATABASE_URL
        [password] PostgreSQL at { $server } does not take this user and password: correct them in LINLI_DATABASE_URL
        [missing] PostgreSQL at { $server } has no database "{ $database }": make it with createdb --encoding=UTF8 { $database }
        [full] PostgreSQL at { $server } takes no more connections: raise its max_connections
        [forbidden] PostgreSQL at { $server } lets this user make no tables in "{ $database }": make the user its owner
        [old] PostgreSQL at { $server } is version { $version }: Linli needs 15 or newer
        [encoding] the database "{ $database }" is not in UTF8: make another with createdb --encoding=UTF8 --template=template0
        [foreign] the database "{ $database }" holds tables of something else: give Linli an empty one
        [readonly] the database cannot be written: correct the permissions, or mount its disk for writing ({ $file })
       *[other] the database is broken ({ $more }): stop the bot and put the newest backup back at { $file }
    }
check-fonts-fine = Chinese font: { $font }
check-fonts-wrong = the Chinese font of pictures and papers is not there: install anew
check-words-fine = words: { $count } sentences, both languages complete
check-words-wrong = words are missing ({ $first }): install anew, or complete config/locales
check-posts-fine = every post is taken up
check-posts-wrong = nobody has taken up: { $names }. Send links by linli invite
check-terms-fine = no term ends within thirty days
check-terms-wrong = terms that end within thirty days: { $names }. After the election change the community file, linli community apply
check-staff-fine = there is a staff group
check-staff-wrong = no staff group: make one, add the bot, and let the committee send /bind and choose “Staff”
check-neighbours-fine = there is a residents' group
check-neighbours-wrong = no residents' group: add the bot to theirs, and let the committee send /bind
check-group-fine =
    “{ $title }”: may write{ $state ->
        [hears-all] { " " }(is an administrator: Telegram gives it all that is said, it keeps none)
        [moved] { " " }(has a new number; followed at the next message)
       *[other] { "" }
    }
check-group-wrong =
    { $state ->
        [muted] “{ $title }” does not let the bot write: an administrator allows it in “Permissions”
       *[other] the bot is not in “{ $title }”: let an administrator add it, the registration returns by itself
    }
check-unforeseen-fine = nothing unforeseen
check-unforeseen-wrong = not finished ({ $error }): try again later; if it stays so, send this line to the developers
