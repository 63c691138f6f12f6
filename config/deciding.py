"""What can be wrong in how a community deliberates and decides; as in `config.mistakes`."""

# Code: what is wrong and what would be right, in English and in Chinese.
DECIDING: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "bad-threshold": (
        ("{found} is no share", 'write for example "more than 1/2" or "at least 2/3"'),
        (
            "{found} 不是比例",
            '请写 "more than 1/2"（过半数，不含一半）或 "at least 2/3"（三分之二以上，含本数）',
        ),
    ),
    "quiet-all-day": (
        ("the quiet hours begin and end at {hour}", "write two different hours, such as 21 and 8"),
        ("安静时段的起止都是 {hour} 点", "请写两个不同的钟点，例如 21 和 8"),
    ),
    "body-lacks": (
        ("does not say {lacks}", "add {lacks}: who has a vote, how many are enough, by which law"),
        ("没有写 {lacks}", "请补上 {lacks}：谁有一票、多少人才算数、依据哪部法的第几条和哪一年"),
    ),
    "area-without-owners": (
        (
            "floor area is counted, and one vote is a {kind}",
            'take area away, or write kind = "owner": only owners have an area',
        ),
        (
            "要算面积，但一票是 {kind}",
            '请去掉 area，或写 kind = "owner"：只有业主才有专有部分面积',
        ),
    ),
    "unknown-body": (
        ("there is no body {found}", "the nearest is {near}; there are: {known}"),
        ("没有 {found} 这种会议", "最接近的是 {near}；现有：{known}"),
    ),
    "meeting-of-nobody": (
        ("a meeting decides, but not which one", "name it in body, one of: {known}"),
        ("由会议决定，但没写是哪个会议", "请在 body 里写明：{known}"),
    ),
    "reserved-with-body": (
        (
            "{found} would decide what is reserved to others",
            "take body away, or reserved: a reserved matter is only talked over here (F12)",
        ),
        (
            "保留给别处决定的事，不能再写由 {found} 决定",
            "请去掉 body 或 reserved：保留事项在这里只商议、不决定",
        ),
    ),
}
