### 前一阶段没有公开，监督委员会写明理由，同意先做后一阶段（8.12）

refusal-resolution-free = 前面的阶段都公开过了，或者已经同意先行，不用再同意。请直接公开这一阶段。

resolution-stage-name =
    { $stage ->
        [before] “开工前”
        [halfway] “进展到一半”
       *[settled] “结算”
    }
resolution-let =
    同意先做第 { $count } 项：{ $stage ->
        [halfway] 进展到一半
       *[settled] 结算
    }
resolution-ahead =
    ⚠️ 第 { $count } 项：{ $day } { $missing }还没有公开，监督委员会（{ $who }）以“{ $why }”同意先做{ $stage ->
        [halfway] “进展到一半”
       *[settled] “结算”
    }这一步；缺的仍要公开
resolution-ahead-told =
    ⚠️ <b>决议{ $number }</b>“{ $text }”第 { $clause } 项：{ $missing ->
        [before] “开工前”
       *[halfway] “进展到一半”
    }没有公开，监督委员会（{ $by }）以“{ $note }”同意先做{ $stage ->
        [halfway] “进展到一半”
       *[settled] “结算”
    }这一步。没公开的仍算逾期，要补上。
sheet-ahead = { $missing }未公开，监督委员会（{ $who }）以“{ $why }”同意先行

supervise-count-ahead = · 没公开就同意先行：{ $count } 个决议
supervise-list-ahead = 同意先行的
supervise-head-ahead =
    <b>前一阶段没公开、同意先行的</b>{ $count ->
        [0] ：没有。
       *[other] ，没公开的仍算逾期：
    }
supervise-point-ahead = · { $title }，{ $count } 次
supervise-verb-let-ahead = 同意项目的后一阶段先行

form-let-ahead =
    <b>决议{ $number } 第 { $count } 项</b>：{ $missing ->
        [before] “开工前”
       *[halfway] “进展到一半”
    }没有公开，同意先做{ $stage ->
        [halfway] “进展到一半”
       *[settled] “结算”
    }这一步
form-let-ahead-why = 理由：{ $value }
ask-let-ahead-why = 请写明为什么可以先做。群里、公示上、经过里都看得到这句话，不要写个人信息。
ask-let-ahead-submit = 同意先做这一步吗？没公开的那一次仍算逾期，还要补。
submit-let-ahead = 同意先行
talk-let-ahead-done = 好的，记下了，群里已经写明。
talk-let-ahead-cancelled = 好的，没有同意。
talk-let-ahead-expired = 放得太久，这一步作废了。要同意请发 /resolutions，打开那个决议再点一次。
