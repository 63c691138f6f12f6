"""What can be wrong in what a community discloses; as in `config.mistakes`."""

# Code: what is wrong and what would be right, in English and in Chinese.
OWING: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "bad-rule": (
        (
            "{found} is no rule of whole days",
            'write RFC 5545 without an end, such as "FREQ=MONTHLY;BYMONTHDAY=1"',
        ),
        (
            "{found} 不是按天重复的规则",
            '请照 RFC 5545 写、不写结束，例如每月 "FREQ=MONTHLY;BYMONTHDAY=1"',
        ),
    ),
    "rule-missing": (
        (
            "does not say how often",
            'add rule, such as "FREQ=MONTHLY;BYMONTHDAY=1", or occasion = "event"',
        ),
        (
            "没有写多久一次",
            '请写 rule，例如每月 "FREQ=MONTHLY;BYMONTHDAY=1"；有事才公开的写 occasion = "event"',
        ),
    ),
    "since-missing": (
        (
            "does not say from which day on it is counted",
            "add since, the first day of a period, such as 2026-01-01",
        ),
        ("没有写从哪天算起", "请写 since，即一期的第一天，例如 2026-01-01"),
    ),
    "rule-without-calendar": (
        (
            'a rule stands beside occasion = "{occasion}"',
            'take the rule away, or write occasion = "calendar"',
        ),
        (
            '既写了重复规则，又写了 occasion = "{occasion}"',
            '请去掉 rule，或写 occasion = "calendar"',
        ),
    ),
    "stage-without-project": (
        (
            'template "stage" and occasion "project" go together; here occasion is "{occasion}"',
            "write both, or neither: a project alone has stages",
        ),
        (
            'template = "stage" 要和 occasion = "project" 一起写，这里是 "{occasion}"',
            "两项都写，或都不写：只有项目才分阶段公开",
        ),
    ),
    "until-before-since": (
        ("it ends on {until}, before it begins on {since}", "write a later day, or none"),
        ("{until} 结束，比 {since} 开始还早", "请写更晚的日子，或者不写"),
    ),
    "beneficiaries-named": (
        (
            'privacy is "{found}", and those who are supported must not be named',
            'write privacy = "numbers" (N06)',
        ),
        ('privacy 写的是 "{found}"，保障对象不能公开姓名', '请写 privacy = "numbers"，只公开人数'),
    ),
    "party-without-account": (
        (
            "nobody is named who may write for the party organisation",
            "name the authorised officer in drafter (G12)",
        ),
        ("党务公开没有写授权由谁提交", "请在 drafter 里写明党组织授权的那一位人员"),
    ),
    "drafter-approves": (
        ("{found} would approve what he wrote", "name another of the committee, or leave it out"),
        ("{found} 不能批准自己写的", "请写居（村）委会的另一位，或者不写"),
    ),
    "lacks-offices": (
        ("{found} holds none of {offices}", "name somebody who does, or add the office"),
        ("{found} 没有 {offices} 职务", "请写有这个职务的人员，或在 offices 里加上"),
    ),
}
