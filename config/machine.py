"""What can be wrong with the machine: its settings, its disk; as in `config.mistakes`."""

# Code: what is wrong and what would be right, in English and in Chinese.
MACHINE: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    # settings
    "no-token": (
        ("is missing", "write the token that @BotFather gave, in the environment or in .env"),
        ("缺少这一项", "请把 @BotFather 给的令牌写进环境变量或 .env 文件"),
    ),
    "bad-token": (
        ("is not a bot token", "write it as @BotFather gave it: digits, a colon, 35 characters"),
        ("不是机器人令牌", "请原样填写 @BotFather 给的令牌：数字、冒号、35 个字符"),
    ),
    "bad-url": (
        ("is not a web address", "write one such as {example}, with http:// or https://"),
        ("不是网址", "请写 {example} 这样的地址，以 http:// 或 https:// 开头"),
    ),
    "bad-proxy": (
        ("is not the address of a proxy", "write one such as {example}; it begins with {known}"),
        ("不是代理地址", "请写 {example} 这样的地址；开头可以是 {known}"),
    ),
    "bad-chat": (
        ("is not the number of a chat", "write digits such as {example}; a group's begin with -"),
        ("不是聊天的编号", "请写 {example} 这样的数字；群的编号以 - 开头"),
    ),
    "bad-database": (
        ("is not a database that Linli knows", "begin it with {known}"),
        ("不是邻里支持的数据库", "请以 {known} 开头"),
    ),
    "bad-count": (
        ("is not a number that fits here", "write digits such as {example}"),
        ("不是合适的数目", "请写 {example} 这样的数字"),
    ),
    # the database while it is worked with
    "disk-full": (
        ("no room is left on the disk", "make room; nothing is lost, it goes on by itself then"),
        ("磁盘已满", "请腾出空间；没有丢失任何东西，之后会自行继续"),
    ),
    "disk-locked": (
        ("another program holds it", "end that program, or wait until it is finished"),
        ("被别的程序占用", "请结束那个程序，或等它完成"),
    ),
    "disk-held": (
        ("a restore or a removal is at work on it", "wait until it is finished, then start again"),
        ("正在恢复或清除", "请等它完成后再启动"),
    ),
    "disk-damaged": (
        ("is damaged", "stop here, and put the newest backup back: linli restore FILE"),
        ("已损坏", "请停用，并换回最近的备份：linli restore 文件"),
    ),
    "disk-readonly": (
        ("cannot be written", "correct the permissions, or mount the disk for writing"),
        ("无法写入", "请改正权限，或把磁盘挂载为可写"),
    ),
    "disk-unreachable": (
        ("cannot be opened or read", "look whether the disk and the folder are there and sound"),
        ("打不开或读不出", "请检查磁盘和文件夹是否在、是否完好"),
    ),
    "bad-listen": (
        ("is not an address to listen on", "write host:port, for example: {example}"),
        ("不是可监听的地址", "请写 主机:端口，例如：{example}"),
    ),
    "bad-secret": (
        ("is no secret Telegram takes", "write 16 to 256 letters, digits, _ and -, or none"),
        ("Telegram 不接受这个密钥", "请写 16–256 个字母、数字、_ 或 -，也可以不写"),
    ),
    "bad-seconds": (
        ("is no length of time", "write seconds from 1 to 600, for example: {example}"),
        ("不是时长", "请写 1–600 之间的秒数，例如：{example}"),
    ),
}
