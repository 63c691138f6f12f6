### 有编号的都能查经过：议题、表决、决议、公示、监督意见

refusal-history-number = 请写上编号，例如：/history 12（一件事）、/history 议题3、/history 表决2、/history 决议5、/history 公示2026-031、/history 监督1。
refusal-history-none = 这个议题里没有这一条发言。请核对编号。

history-words-topic = 议题 话题 t
history-words-ballot = 表决 投票 b
history-words-resolution = 决议 r
history-words-disclosure = 公示 公开 n no
history-words-measure = 监督 监督意见 提醒 s
history-of =
    <b>{ $title }</b> · { $standing }
    经过：
history-measure = <b>监督{ $number }</b> · { $title }
history-statement =
    <b>议题{ $number }</b> { $title }{ $at ->
        [none] { "" }
       *[other] { " " }· { $at }
    }
history-statements = · 已有 { $count } 条发言，看其中一条：/history 议题{ $number }-1
history-earlier = · 公开过的旧文本 { $count } 份，都留着
history-version =
    <b>第{ $number }版</b> · { $standing }{ $why ->
        [none] { "" }
       *[other] ，更正的理由：{ $why }
    }
history-ballot-schedule = 安排表决
history-ballot-open = 开始表决
history-ballot-close = 截止
history-ballot-tally = 计票
history-ballot-certify = 核对无误
history-ballot-publish = 公布结果
history-ballot-contest = 有人提出异议
history-ballot-uphold = 复核：维持结果
history-ballot-cancel = 取消表决
history-ballot-ask-void = 申请作废
history-ballot-void = 作废
history-ballot-keep = 不同意作废
