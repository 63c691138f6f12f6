"""The words in the terminal while the demo runs."""

import re

from bot import shows

HAN = re.compile(r"[\u4e00-\u9fff]")


def test_the_demo_says_where_to_go_and_what_to_send_chinese_first():
    told = shows.welcome("http://127.0.0.1:8080/")

    first, chinese, english, last = told
    assert first.index("用浏览器打开 http://127.0.0.1:8080/") < first.index("browser")
    assert "/report " in chinese
    assert english.startswith("You are 李婶")
    assert last.index("停止") < last.index("Ctrl-C stops")
    assert all(HAN.search(line) for line in told)
