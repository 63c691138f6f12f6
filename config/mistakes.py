"""What can be wrong in what an operator wrote, said so that he can put it right himself."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from config.deciding import DECIDING
from config.machine import MACHINE
from config.owing import OWING

LANGUAGES = ("en", "zh-CN")


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: where it stands, its key in MISTAKES, and the facts for its words."""

    where: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)

    def what(self, language: str = "en") -> str:
        """Say what is wrong."""
        return self._words(language)[0].format(**self.facts)

    def cure(self, language: str = "en") -> str:
        """Say what would be right."""
        return self._words(language)[1].format(**self.facts)

    def _words(self, language: str) -> tuple[str, str]:
        return MISTAKES[self.code][LANGUAGES.index(language) if language in LANGUAGES else 0]


class MistakesError(Exception):
    """All mistakes found in one source, a file or the environment, in one line each."""

    def __init__(self, source: str, mistakes: Collection[Mistake]) -> None:
        self.source = source
        self.mistakes = tuple(mistakes)
        super().__init__(self.told())

    def told(self, language: str = "en") -> str:
        """Return one line a mistake: source, place, what is wrong, what would be right."""
        told = [(m.where, m.what(language), m.cure(language)) for m in self.mistakes]
        return "\n".join(f"{self.source}: {w}: {what} — {cure}" for w, what, cure in told)


def nearest(found: str, known: Collection[str]) -> dict[str, str]:
    """Return the facts about an unknown name: itself and the most similar in quotes, and all."""
    near = [f'"{name}"' for name in get_close_matches(found, known, n=1, cutoff=0)]
    return {"found": f'"{found}"', "near": "".join(near) or "–", "known": ", ".join(known) or "–"}


_NEAREST = "the nearest is {near}; there are: {known}"
_NEAREST_ZH = "最接近的是 {near}；现有：{known}"

# Code: what is wrong and what would be right, in each of LANGUAGES.
MISTAKES: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    # the file as such
    "unreadable": (
        ("cannot be read: {reason}", "name a file that is there and may be read"),
        ("无法读取：{reason}", "请填写一个存在且可读的文件"),
    ),
    "not-utf8": (
        ("is not written in UTF-8 (byte {byte})", "save it again with the encoding UTF-8"),
        ("不是 UTF-8 编码（第 {byte} 字节）", "请用 UTF-8 编码重新保存"),
    ),
    "syntax": (
        ("is not TOML: {reason}", "look at this line: straight quotes, commas, brackets closed"),
        ("不符合 TOML 格式：{reason}", "请检查这一行：英文引号、英文逗号、括号成对"),
    ),
    "twice": (
        ("the same key stands here a second time: {reason}", "rename or delete one of the two"),
        ("这个键重复出现：{reason}", "请改名或删除其中一个"),
    ),
    # shape
    "unknown-key": (
        ("there is no setting {found}", _NEAREST),
        ("没有 {found} 这一项", _NEAREST_ZH),
    ),
    "missing-key": (
        ("is missing", "add for example: {key} = {example}"),
        ("缺少这一项", "请补上，例如：{key} = {example}"),
    ),
    "missing-table": (
        ("is missing", "add this part; the example file shows one"),
        ("缺少这一部分", "请补上，写法见示例文件"),
    ),
    "bad-key": (
        ("{found} cannot be a key", "use 1 to 20 small letters, digits and hyphens, like {fit}"),
        ("{found} 不能作键名", "请用 1–20 个小写字母、数字和连字符，例如 {fit}"),
    ),
    "want-text": (
        ("{found} is not text", "write text in quotes, for example: {key} = {example}"),
        ("{found} 不是文字", "请用英文引号括起文字，例如：{key} = {example}"),
    ),
    "want-number": (
        ("{found} is not a whole number", "write digits alone, for example: {key} = {example}"),
        ("{found} 不是整数", "只写数字、不加引号，例如：{key} = {example}"),
    ),
    "want-yes-or-no": (
        ("{found} is neither true nor false", "write {key} = true or {key} = false, no quotes"),
        ("{found} 既不是 true 也不是 false", "请写 {key} = true 或 {key} = false，不加引号"),
    ),
    "want-list": (
        ("{found} is not a list", "write a list, for example: {key} = {example}"),
        ("{found} 不是列表", "请写成列表，例如：{key} = {example}"),
    ),
    "want-table": (
        ("{found} is not a part with its own lines", "write it as in the example file"),
        ("{found} 不是一个小节", "请照示例文件写成小节"),
    ),
    "want-date": (
        ("{found} is not a date", "write a date without quotes, for example: {key} = {example}"),
        ("{found} 不是日期", "请写日期、不加引号，例如：{key} = {example}"),
    ),
    "too-small": (
        ("{found} is too small", "write {least} or more"),
        ("{found} 太小", "请写 {least} 或更大的数"),
    ),
    "too-big": (
        ("{found} is too big", "write {most} or less"),
        ("{found} 太大", "请写 {most} 或更小的数"),
    ),
    "empty": (
        ("is empty", "write something, for example: {key} = {example}"),
        ("是空的", "请填写内容，例如：{key} = {example}"),
    ),
    "not-one-of": (("{found} is not known here", _NEAREST), ("没有 {found}", _NEAREST_ZH)),
    "unforeseen": (
        ("{found}: {reason}", "see the example file"),
        ("{found}：{reason}", "请参照示例文件"),
    ),
    "bad-language": (
        ("{found} is no language", 'write a code such as "zh-CN" or "en"'),
        ("{found} 不是语言代码", '请写 "zh-CN" 或 "en" 这样的代码'),
    ),
    # time
    "bad-working-time": (
        ("{found} is no working time", 'write working hours or minutes such as "4h" or "30m"'),
        ("{found} 不是工作时长", '请写工作小时或分钟，例如 "4h"、"30m"'),
    ),
    "bad-duration": (
        ("{found} is no duration", 'write days, hours or minutes such as "7d", "24h" or "30m"'),
        ("{found} 不是时长", '请写天、小时或分钟，例如 "7d"、"24h"、"30m"'),
    ),
    "kept-too-short": (
        ("{found} is too short", 'write "{least}" or longer: what was let go of never comes back'),
        ("{found} 太短", '请写 "{least}" 或更长：删去的不能找回'),
    ),
    "bad-shift": (
        ("{found} is no shift", 'write begin and later end such as "08:30-12:00"'),
        ("{found} 不是班次", '请写开始和更晚的结束时间，例如 "08:30-12:00"'),
    ),
    "no-shift": (
        ("nobody ever works", 'add at least one shift such as "08:30-12:00"'),
        ("没有任何班次", '请至少写一个班次，例如 "08:30-12:00"'),
    ),
    "shifts-overlap": (
        ("{one} and {other} overlap", "let one end before the other begins"),
        ("{one} 与 {other} 重叠", "请让前一班结束后再开始后一班"),
    ),
    "unknown-zone": (("{found} is no time zone", _NEAREST), ("{found} 不是时区", _NEAREST_ZH)),
    "day-twice": (
        ("{found} is both a day off and a work day", "keep it in one of days_off and work_days"),
        ("{found} 既是休息日又是工作日", "请只留在 days_off 或 work_days 之一"),
    ),
    "promise-reversed": (
        ("finish ({finish}) is shorter than accept ({accept})", "write {accept} or longer"),
        ("办结时限（{finish}）短于接单时限（{accept}）", "请写 {accept} 或更长"),
    ),
    # who and where
    "unknown-building": (
        ("there is no building {found}", _NEAREST),
        ("没有楼栋 {found}", _NEAREST_ZH),
    ),
    "unknown-officer": (
        ("there is no officer {found}", _NEAREST),
        ("没有人员 {found}", _NEAREST_ZH),
    ),
    "unknown-category": (
        ("there is no category {found}", _NEAREST),
        ("没有类别 {found}", _NEAREST_ZH),
    ),
    "unknown-grid": (("there is no grid {found}", _NEAREST), ("没有网格 {found}", _NEAREST_ZH)),
    "building-in-two": (
        ("{found} is already in grid {grid}", "keep it in one grid (A02)"),
        ("{found} 已属于网格 {grid}", "一栋楼只属于一个网格，请删去一处"),
    ),
    "building-in-none": (
        ("stands in no grid", 'add "{found}" to buildings of one of: {known}'),
        ("不属于任何网格", '请把 "{found}" 写进一个网格的 buildings：{known}'),
    ),
    "same-person": (
        ("{found} is the worker already", "name another grid worker: {known}"),
        ("{found} 已是本格网格员", "请写另一位网格员：{known}"),
    ),
    "lacks-office": (
        ("{found} does not hold {office}", 'add "{office}" to officers.{found}.offices'),
        ("{found} 没有 {office} 职务", '请在 officers.{found}.offices 里加上 "{office}"'),
    ),
    "name-twice": (
        ('"{found}" also means building {other}', "keep the name with one building"),
        ("“{found}”也指楼栋 {other}", "一个名称只能指一栋楼，请删去一处"),
    ),
    "telegram-twice": (
        ("{found} already belongs to {other}", "one account, one entry: merge or correct them"),
        ("{found} 已属于 {other}", "一个账号只写一个人：请合并或改正"),
    ),
    "chat-twice": (
        ("{found} already stands in {other}", "name each chat once"),
        ("{found} 已写在 {other}", "一个群只写一次"),
    ),
    # powers
    "few-committee": (
        (
            "{count} officer(s) hold committee",
            "two are needed, so that nobody approves his own work",
        ),
        ("只有 {count} 人有 committee 职务", "至少要两人，以免自己批准自己的事"),
    ),
    "no-dispatcher": (
        ("nobody holds dispatcher", 'add "dispatcher" to the offices of one of: {known}'),
        ("没有人有 dispatcher（派单）职务", '请给其中一人加上 "dispatcher"：{known}'),
    ),
    "no-supervision": (
        ("nobody holds supervision", 'add an officer with offices = ["supervision"]'),
        ("没有人有 supervision（监督）职务", '请加一位 offices = ["supervision"] 的人员'),
    ),
    "powers-mixed": (
        (
            "supervision stands beside {others}",
            'leave ["supervision"] alone, or take it away (A08)',
        ),
        ("supervision 与 {others} 并存", '监督不能兼执行：只留 ["supervision"]，或去掉它'),
    ),
    # categories and routes
    "no-chinese-name": (
        ("has no Chinese name", 'add for example: names = {{ zh-CN = "电梯" }}'),
        ("没有中文名称", '请补上，例如：names = {{ zh-CN = "电梯" }}'),
    ),
    "no-other": (
        ("is missing", "add [categories.other] for what fits nowhere else (B20)"),
        ("缺少这一类", "请加上 [categories.other]，收纳归不进别类的事"),
    ),
    "route-unreached": (
        ("row {row} already takes all of it", "put this row above it, or delete one"),
        ("第 {row} 行已包含这一行", "请把这一行移到它上面，或删去一行"),
    ),
    "route-to-supervision": (
        (
            "{found} supervises and carries out nothing",
            "name an officer without supervision (A08)",
        ),
        ("{found} 是监督人员，不办理事项", "请写没有 supervision 职务的人员"),
    ),
    "levels-uneven": (
        ("names another number of levels in {language}", "name {levels}, as levels has them"),
        ("{language} 的级数和 levels 不一样", "请写 {levels} 个，与 levels 一一对应"),
    ),
    "unknown-area": (
        ("area {found} is not in the file", _NEAREST),
        ("areas 里没有 {found}", _NEAREST_ZH),
    ),
    "area-circle": (
        ("the areas above {found} lead back to it", "let one of them have no parent"),
        ("{found} 的上级绕回了它自己", "让其中一个没有 parent"),
    ),
    "unknown-group": (
        ("category group {found} is not in the file", _NEAREST),
        ("没有这个大类 {found}", _NEAREST_ZH),
    ),
    "category-in-two": (
        ("{found} is also with {other}", "leave each category with one sub-committee"),
        ("{found} 也归 {other}", "每个类别只归一个专门委员会"),
    ),
    "bad-household": (
        ("{found} is no household", 'write building and door, for example: "b1 2-301"'),
        ("{found} 不是住户", '请写楼栋和门牌，例如："b1 2-301"'),
    ),
    "household-elsewhere": (
        ('"{found}" is not in grid {grid}', "a helper's households are in the grid's: {known}"),
        ("“{found}”不在网格 {grid} 里", "包联的住户要在本网格的楼栋：{known}"),
    ),
    "household-twice": (
        ('"{found}" stands here twice', "name each household once"),
        ("“{found}”写了两次", "一户只写一次"),
    ),
    "no-helper": (
        (
            "{found} holds helper, but nobody says where",
            "add [helpers.{found}] with grid and duty",
        ),
        (
            "{found} 有 helper 职务，但没写在哪个网格",
            "请加上 [helpers.{found}]，写明 grid 和 duty",
        ),
    ),
    **(DECIDING | MACHINE | OWING),
}
