"""Kept out of residents' groups: phones, ID and door numbers, plates, full names (N06, N21)."""

import re
from collections.abc import Mapping

_FIGURES = "零〇一二三四五六七八九"
_GAP = r"[\s.·—–-]{0,2}"
_UNIT = rf"(?:\d{{1,2}}|[{_FIGURES}十]{{1,3}})\s*单元\s*"
_PRIVATE = (
    # figures may be spaced out in any way: resident identity card, mobile, landline, bank card
    re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{16}}{_GAP}[\dXx](?!\d)"),
    re.compile(rf"(?<!\d)(?:(?:\+|00)?86{_GAP})?1{_GAP}[3-9](?:{_GAP}\d){{9}}(?!{_GAP}\d)"),
    re.compile(rf"(?<!\d)[(（]?0\d{{2,3}}[\s)）-]{{0,2}}\d(?:{_GAP}\d){{6,7}}(?!\d)"),
    re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{15,18}}(?!\d)"),
    re.compile(rf"[{_FIGURES}幺]{{7,}}"),  # a number in words
    re.compile(
        r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][\s·•-]?"
        r"(?=[A-Z]{0,5}\d)[A-Z0-9]{4,5}[A-Z0-9挂学警港澳]",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\d)(?:{_UNIT})?\d{{3,4}}\s*号?\s*(?:室|房)"),  # door
    # 301户 is a door, and "名册 301 户" counts households
    re.compile(rf"(?<!\d)(?:{_UNIT})?\d{{3,4}}号?户"),
    re.compile(rf"(?:{_UNIT})?[{_FIGURES}]{{3,4}}\s*号?\s*(?:室|房)"),
    re.compile(rf"(?<!\d){_UNIT}(?:\d{{3,4}}|[{_FIGURES}]{{3,4}})"),
    # behind a building's name a number is a door, unless it counts something
    re.compile(
        r"(?:(?<=[楼樓栋棟幢座])|(?<=\d#))\s*\d{3,4}(?!\s*[\d元块万多余个人位米平度年天次吨斤%％])"
    ),
    re.compile(r"(?<![\d/-])\d{1,2}[-/]\d{1,2}[-/]\d{3,4}(?![\d/-])"),
    re.compile(r"(?<![\d/-])\d{1,2}[-/][1-9]\d{2,3}(?![\d/-])"),
    re.compile(r"(?<![A-Z])(?:flat|apartment|apt\.?|room)\s*\d{2,4}(?!\d)", re.IGNORECASE),
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石"
    "廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_NAME = rf"(?:欧阳|司马|上官|诸葛|[{_SURNAMES}])[\u4e00-\u9fff]{{1,2}}"
# a full name where the words around it say that it is one; 王师傅 and 李阿姨 are none
_NAMED = (
    re.compile(
        rf"(?<=姓名|户主|业主|房东|房主|租户|租客|住户|我叫|名叫|叫做)[：:是\s]{{0,2}}{_NAME}"
    ),
    re.compile(rf"(?<=联系人|当事人)[：:是\s]{{0,2}}{_NAME}"),
    re.compile(rf"{_NAME}(?=(?:先生|女士|同志|小姐)(?!们))"),
)
# a surname alone with what neighbours say behind it: 吴老, 何主任
_CALLED = re.compile(
    rf"(?<![{_SURNAMES}])[{_SURNAMES}](?:副?主任|[老工总姐哥叔姨婶伯嫂](?![\u4e00-\u9fff]))"
)
MASK = "＊＊＊"
_WIDE = {0xFF10 + n: str(n) for n in range(10)} | {0xFF38: "X", 0xFF58: "x"}
# a seal or a digest (SHA-256) that our own words set in code: masked, nobody could compare it
_SUM = r"<code>(?=\d*[a-f])[0-9a-f]{12}(?:[0-9a-f]{52})?</code>"
_WHOLE = re.compile(rf"({_SUM}|<[^>]+>)")
_RUN = re.compile(r"\d(?:[\s.·-]?\d){2,}")


def mask(text: str) -> str:
    """Return the text as a residents' group may read it; wide figures are made plain ones."""
    text = text.translate(_WIDE)
    for pattern in (*_PRIVATE, *_NAMED):
        text = pattern.sub(MASK, text)
    return text


def gate(markup: str) -> str:
    """Return a finished message as it may leave towards a residents' group.

    Tags and digests stay whole.
    """
    pieces = _WHOLE.split(markup)
    return "".join(piece if _WHOLE.fullmatch(piece) else mask(piece) for piece in pieces)


def guard(text: str, names: Mapping[str, str], *, figures: bool = False) -> str:
    """Return free words as a residents' group may read them.

    Stricter than mask: no run of three figures or more, and for every full name the one that
    residents use. What an officer writes of accounts keeps its `figures`.
    """
    for name, called in names.items():
        text = text.replace(name, called)
    return mask(text) if figures else _RUN.sub(MASK, mask(text))


def is_private(text: str) -> bool:
    """Whether a text says something that a group must not read."""
    return mask(text) != text.translate(_WIDE)


def uncalled(text: str) -> str:
    """Return a text without those who are called in it by their surname and no name."""
    return _CALLED.sub(" ", text)


def holds_name(text: str) -> bool:
    """Whether somewhere in a text a frequent surname stands with a given name behind it."""
    return re.search(_NAME, text) is not None


def has_surname(text: str) -> bool:
    """Whether a word has a character that may be a surname."""
    return re.search(rf"[{_SURNAMES}]", text) is not None
