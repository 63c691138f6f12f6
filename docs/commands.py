"""Who uses which command of the bot, in each language of the READMEs."""

WHO = {
    "report": ("residents, in a group or in private", "居民，群里、私聊都行"),
    "status": (
        "anybody; the reporter and those in office read more, in private",
        "谁都可以；反映人和工作人员在私聊里看得到经过",
    ),
    "my": ("residents; the answer comes in private", "居民；只在私聊里回答"),
    "history": (
        "anybody: a case, T3, B2, R5, 2026-031, S1; its own people read a case whole, in private",
        "谁都可以：一件事、议题3、表决2、决议5、公示2026-031、监督1；一件事的当事人在私聊里看到全部",
    ),
    "powers": (
        "anybody: the list of small powers, or one by its number",
        "谁都可以：小微权力清单，或其中一项",
    ),
    "urgent": (
        "the committee: what waits for the morning; one of it at once, with a reason",
        "居委会：看等着明早发的消息；写明理由，其中一条马上发",
    ),
    "supervise": (
        "supervision, in private: late, sent back, objected to; reminds, gives opinions",
        "监督委员会；只在私聊里：看逾期、退回、异议，提醒，提监督意见",
    ),
    "desk": ("the dispatcher, the committee, supervision", "派单人员、居委会、监督委员会"),
    "tasks": ("whoever is on duty", "在岗的工作人员"),
    "leave": ("whoever is on duty", "在岗的工作人员"),
    "help": (
        "anybody; in private, officers read of their duty",
        "谁都可以；工作人员在私聊里看到办事说明",
    ),
    "lang": ("anybody", "谁都可以"),
    "map": (
        "anybody in a group, residents in private; statements are answered in private alone",
        "群里谁都可以看，私聊里居民可以看；发言只在私聊里逐条点",
    ),
    "join": ("residents; the answer comes in private", "居民；只在私聊里办"),
    "moved": ("residents, in private", "居民；只在私聊里办"),
    "privacy": ("anybody, in private", "谁都可以；只在私聊里看"),
    "mydata": ("anybody, in private", "谁都可以；只在私聊里看"),
    "forgetme": ("anybody, in private", "谁都可以；只在私聊里办"),
    "residents": (
        "grid workers (their grids) and the committee, in private",
        "网格员（自己的网格）和居委会；只在私聊里看",
    ),
    "dispute": (
        "residents, in private; in a group only the way there is shown",
        "居民；只在私聊里说，群里只给入口",
    ),
    "disputes": (
        "mediators and the committee, in private; nobody sees one in which he is involved",
        "调解员、居委会；只在私聊里看，牵涉的人看不到",
    ),
    "disclosures": (
        "anybody; who writes, signs or checks has the worksheets, in private",
        "谁都可以；起草、批准、监督的人在私聊里有起草单",
    ),
    "subscribe": ("anybody, in private", "谁都可以，只在私聊里"),
    "coverage": ("anybody", "谁都可以"),
    "ledger": (
        "committee, supervision; the workbook comes in private",
        "居委会、监督委员会；表格发到私聊",
    ),
    "resolutions": (
        "anybody; in private the committee drafts, supervision checks, residents object",
        "谁都可以；私聊里居委会起草、监督委员会审查、住户提异议",
    ),
    "cancel": ("whoever is being asked something", "正在填写的人"),
    "grid": (
        "residents; in a group by the building, never by where somebody lives",
        "居民；在群里按楼栋问，不露住处",
    ),
    "whoami": ("anybody; the answer comes in private", "谁都可以；只在私聊里回答"),
    "bind": (
        "committee members who run the group; of a group run by neighbours its organiser agrees",
        "居委会成员（同时是群管理员）；居民自发的群要组织者同意",
    ),
    "unbind": ("the committee, in the group; it is asked twice", "居委会；在群里发，问两遍"),
    "roles": (
        "the committee and supervision; the answer comes in private",
        "居（村）委会、监督委员会；只在私聊里回答",
    ),
    "audit": ("supervision; the answer comes in private", "监督委员会；只在私聊里回答"),
    "verify": (
        "anybody; /verify and the code of a day checks that line alone",
        "谁都可以；带上某天的校验码，只核对那一行",
    ),
    "meetings": (
        "anybody; in private, the committee calls meetings there",
        "谁都可以；居委会在私聊里发起会议、公示和问卷",
    ),
    "ballot": (
        "anybody; one's own vote, drafts and entered votes only in private",
        "谁都可以；自己的票、起草和代录只在私聊里",
    ),
    "owner": (
        "grid workers and the committee, in private",
        "网格员和居委会；只在私聊里办",
    ),
    "hazard": ("residents, in a group or in private", "居民，群里、私聊都行"),
    "hazards": (
        "those who keep a grid (theirs), and the committee, in private",
        "网格员、网格长（自己的网格）和居委会；只在私聊里看",
    ),
    "for": (
        "whoever reports for somebody without a phone, in private",
        "替不会用手机的人反映的人；只在私聊里填",
    ),
    "topics": (
        "anybody, in a group or in private",
        "谁都可以，群里、私聊都行",
    ),
    "topic": (
        "anybody; the committee opens one by /topic new, in private",
        "谁都可以；居委会在私聊里发 /topic 新 提新议题",
    ),
    "propose": (
        "residents who were verified; it is filled in in private",
        "核实过的住户；只在私聊里填",
    ),
    "local": (
        "residents who were verified: what only their building or grid talks over",
        "核实过的住户：只在本楼或本网格商量的事",
    ),
    "idea": (
        "residents who were verified; the group sees the name only where they chose so",
        "核实过的住户；名字给不给群里看，自己定",
    ),
    "myrights": (
        "anybody; what one may do in a topic is told in private",
        "谁都可以；自己在一件事上能做什么，只在私聊里看",
    ),
}
