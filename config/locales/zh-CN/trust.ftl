### 每天一行的存证，和核对

anchor = 🔗 今日存证 { $day }：共 { $count } 条，校验码 { $letters }。要核对，发 /verify 加校验码。
command-verify = 核对存证有没有被改过
refusal-verify = 看不懂这个校验码。请照群里那一行抄 8 个以上的数字和字母，例如 /verify 3fa9:c01b；只发 /verify 是全部核对一遍。

verify-letters-fits = ✓ 对得上。这是 { $day } 那一行：到那天共 { $count } 条，现在还是一样。
verify-letters-altered = ✗ 对不上。{ $day } 报过这个校验码（{ $count } 条），现在的记录却变了。请截图，告诉监督委员会。
verify-letters-none = ✗ 没有找到这个校验码。请先核对抄得对不对；如果群里那一行确实是这样写的，请截图，告诉监督委员会。

verify-fits = ✓ 全部对得上：从 { $first } 到 { $last }，每天报过的校验码都没变。共 { $sealed } 条已封存，{ $tail } 条刚记下、还没封存。
verify-fits-untold = ✓ 全部对得上：共 { $sealed } 条已封存，{ $tail } 条刚记下、还没封存。还没有哪一天报过校验码。
verify-misfit = ✗ 第一处对不上的是 { $misfit }。到 { $fits } 为止都对得上。请截图，告诉监督委员会。
verify-misfit-first = ✗ 第一处对不上的是 { $misfit }，也就是最早报校验码的那天。请截图，告诉监督委员会。
verify-misfit-since = ✗ { $fits } 为止都对得上，之后的记录对不上。请截图，告诉监督委员会。
verify-misfit-untold = ✗ 记录对不上。还没有哪一天报过校验码，说不出是哪天。请告诉监督委员会。
verify-given-up = 这次没有核对成，请过一会儿再发 /verify。

cli-verify-misfit = 第一处对不上的是 { $misfit }；在它前面对得上的最后一天：{ $fits }。请和群里那天的一行比一比。
cli-verify-days = 从 { $first } 到 { $last }，群里每天报过的校验码都对得上。

### 公告栏

board-title = { $community } 公告栏
board-stand = 截至{ $at }。这里登的都是居民群里人人能看到的；不登居民姓名，不登照片。
board-languages = 语言
board-language = 中文
board-owed = 应公开未公开
board-disclosures = 公开的账目和事项
board-understood = 看懂了没有，问了有没有答
board-understood-rates =
    现在公示着的 { $editions } 份：
    { $enough ->
        [yes] 看懂了 { $yes } 次，没看懂 { $no } 次，没有表示的 { $silent } 次（按登记的居民，每份各算一次）。
       *[no] 表示看懂没看懂的还不到 5 次，先不报数。
    }
    疑问 { $asked } 条：按时答复 { $in_time } 条，过期的 { $late } 条，还没到日子的 { $open } 条。
board-rates = 答应的事办得怎么样
board-resolutions = 定下来的事
board-topics = 正在商量的事
board-none = 暂时没有。
board-written = 公告栏写好了：{ $file }
board-taken = { $address } 用不了（{ $why }）：请用 --port 换一个端口。
board-served = 公告栏在 { $address }，按 Ctrl+C 结束。
