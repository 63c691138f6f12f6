### 公开目录：该公开什么、哪天公开、有没有公开

command-disclosures = 该公开的公开了没有
command-subscribe = 有新的公示就私聊发给我

refusal-programme = 暂停、恢复、停止一项公开，要由居（村）委会和监督委员会的人来办。
refusal-programme-asked = 这一项已经有一个申请在等答复。等答复了再提。
refusal-programme-other = 这是你们这一方提的，要由另一方来确认。
refusal-disclosure-account = 党务公开只能由党组织授权的那一位来写。请和他（她）联系。
refusal-disclosure-drafter = 这一项不是由您起草的。想知道由谁起草，发 /disclosures 看。
refusal-disclosure-private = 里面像是有姓名、电话、证件号或门牌之类的个人信息，会被所有人看到。请去掉再写。
refusal-disclosure-twice = 这件事已经写过一份了。发 /disclosures 可以看到它。

## 名称

programme-period =
    { $kind ->
        [month] { $year } 年 { $month } 月
        [quarter] { $year } 年第 { $number } 季度
        [year] { $year } 年
       *[days] { $start } 至 { $last }
    }
programme-title =
    { $about ->
        [none] { $name }
       *[other] { $name }（{ $about }）
    }
programme-corrected = { $title }第{ $version }版（更正）
programme-promised =
    { $stage ->
        [before] 决议{ $number } 第 { $clause } 项：开工前的情况
        [halfway] 决议{ $number } 第 { $clause } 项：进展到一半的情况
        [settled] 决议{ $number } 第 { $clause } 项：项目结算
       *[none] 决议{ $number } 第 { $clause } 项：落实结果
    }
programme-kind-village = 村务
programme-kind-residents = 居务
programme-kind-finance = 财务
programme-kind-party = 党务
programme-content-policy = 惠民政策
programme-content-spending = 日常财务
programme-content-project = 项目建设
programme-content-assets = 三资
programme-content-beneficiaries = 保障对象
programme-content-resolution = 决议
programme-content-other = 其他
programme-status-due = 还没动笔
programme-status-draft = 起草中
programme-status-in-review = 等批准
programme-status-approved = 已批准，等监督核对
programme-status-published = 已公开
programme-status-superseded = 有错，另出新版
programme-status-archived = 已归档

## 日历

programme-calendar =
    <b>公开日历</b>
    { $count ->
        [0] 现在没有到期的公开。
       *[other]
            { $absent ->
                [0] 没有迟的。下面是接下来要公开的：
               *[other] 有 { $absent } 项<b>应公开未公开</b>，列在最前面：
            }
    }
programme-absent-line = ⚠️ <b>应公开未公开</b>：{ $title }，应在 { $day } 前公开，由{ $by }起草
programme-due-line =
    { $day ->
        [none] ⏸ { $title }，暂停中，恢复以后再定日子，由{ $by }起草
       *[other]
            { $known ->
                [no] · { $day } 前（节假日安排还没公布，日子可能变）：{ $title }，由{ $by }起草
               *[yes] · { $day } 前：{ $title }，由{ $by }起草
            }
    }
programme-standing =
    { $standing ->
        [retired] ⏹ { $name }：{ $day } 起不再公开，居（村）委会和监督委员会都同意。理由：{ $why }
       *[paused] ⏸ { $name }：{ $day } 起暂停，居（村）委会和监督委员会都同意。理由：{ $why }
    }
programme-list-calendar = 公开日历
programme-list-archive = 已经公开的
programme-list-coverage = 哪一类没公开
programme-list-items = 暂停或恢复
programme-newer = ‹ 前一页
programme-older = 后一页 ›
programme-open =
    { $name ->
        [none] 打开
       *[other] { $name }
    }
programme-event = 写一份：{ $name }

## 已经公开的

programme-archive = <b>已经公开的</b>，共 { $count } 份，新的在前：
programme-archive-none = <b>已经公开的</b>：还没有。
programme-archive-line = · { $day } 公示 { $serial } 第{ $version }版 { $title } · { $standing }

## 哪一类没公开

programme-coverage =
    <b>{ $period }公开了什么</b>
    { $count ->
        [0] 每一类都有公开。
       *[other] 有 { $count } 类没有公开：
    }
programme-coverage-line =
    { $count ->
        [0] ✗ { $name }：没有
       *[other] ✓ { $name }：{ $count } 次
    }
programme-quarter-before = ‹ 上一季度
programme-quarter-after = 下一季度 ›

## 目录里的一项

programme-items =
    <b>公开目录</b>
    { $count ->
        [0] 这里只给居（村）委会和监督委员会看。
       *[other] 共 { $count } 项。要暂停、恢复或停止哪一项，点它的名字。两方都同意才算。
    }
programme-item =
    · { $name }（{ $kind }，{ $content }），由{ $by }起草{ $standing ->
        [paused] ，<b>暂停中</b>
        [retired] ，<b>已停止</b>
       *[active] {""}
    }{ $asked ->
        [yes] ，有申请在等答复
       *[no] {""}
    }
programme-item-button = { $name }

## 起草单

disclosure-work = <b>{ $title }</b> · { $standing }
programme-due =
    { $day ->
        [none] 暂停中：恢复以后再定日子。
       *[other] 请在 <b>{ $day }</b> 前公开。过了这一天，第二天会在群里写明“应公开未公开”。
    }
programme-people =
    { $drafters ->
        [none] 起草：现在没有人
       *[other] 起草：{ $drafters }
    } · { $approvers ->
        [none] 批准：现在没有人（起草的人不能批准）
       *[other] 批准：{ $approvers }
    }
programme-template-ledger = 样式：一个月的收入和支出，一笔一行。
programme-template-large = 样式：一个季度的大额开支，一笔一行。
programme-template-totals = 样式：全年收支，和十二个月对得上。
programme-template-stage = 样式：项目的一个阶段。
programme-template-beneficiaries = 样式：保障对象的人数、标准和合计。
programme-template-policy = 样式：是什么、给谁、怎么办、到哪天、问谁。
programme-template-assets = 样式：资产和合同登记。
programme-template-use = 样式：公共（集体）收益的收入和支出，每笔支出写批准它的决议编号。
programme-template-duties = 样式：述职。
programme-template-text = 样式：一段大白话。
programme-privacy-none = 个人信息：不要提到任何人。
programme-privacy-numbers = 个人信息：只写人数，不写姓名。
programme-privacy-named = 个人信息：可以写任职人和合同对方，不写电话、证件号、门牌。
programme-party = 党务公开：只由党组织授权的这一位提交，机器人一个字也不加。
programme-why = 更正的理由：{ $why }
programme-gone = 这一项已经不在公开目录里了。
programme-action-begin = 开始写
programme-action-submit = 提交
programme-action-approve = 批准
programme-action-countersign = 会签
programme-action-send-back = 退回修改
programme-action-object = 提出异议
programme-action-publish = 公布
programme-action-correct = 更正
programme-action-supersede = 换成新版
programme-action-archive = 归档

## 提醒和通报

programme-remind =
    { $days ->
        [0] 今天
        [1] 明天
       *[other] 还有 { $days } 天
    }就要公开：{ $title }（{ $day } 前）。现在等您这一步。
programme-absences = ⚠️ <b>应公开未公开</b>，一共 { $count } 项，到今天还没有。补上以后会在这里公布：
programme-absences-line = · { $title }，应在 { $day } 前公开，由{ $by }起草
programme-absent = ⚠️ <b>应公开未公开</b>：{ $title }。应在 { $day } 前公开，由{ $by }起草，到今天还没有。补上以后会在这里公布。

## 暂停、恢复、停止

form-programme = <b>{ $name }</b>
form-programme-action = 要做的：{ $value }
form-programme-why = 理由：{ $value }
ask-programme-action = 要把这一项怎么样？另一方确认以后才算。
ask-programme-why = 为什么？请写一句话，大家都看得到。
ask-programme-submit = 提出来请另一方确认吗？暂停只是往后推，漏下的恢复以后还要公开。
choice-programme-action-pause = 暂停公开
choice-programme-action-resume = 恢复公开
choice-programme-action-retire = 停止公开
submit-programme = 提出申请
talk-programme-done = 好的，已经请另一方确认。
talk-programme-cancelled = 好的，没有提。
talk-programme-expired = 放得太久，这一步作废了。要提请再来一次。
programme-change =
    <b>{ $name }</b>：{ $who }申请{ $action }
    理由：{ $why }
    { $status ->
        [confirmed] { $other }已确认。
        [refused] { $other }没有同意。
       *[asked] 要您这一方同意才算。
    }
programme-change-confirm = 同意
programme-change-refuse = 不同意
programme-decided =
    { $status ->
        [confirmed] { $action }“{ $name }”，{ $other }已确认，现在生效。理由：{ $why }
       *[refused] { $action }“{ $name }”，{ $other }没有同意，照原来的办。
    }

## 有事公开

form-event = <b>{ $name }</b>
form-event-what = 什么事：{ $value }
ask-event-what = 是什么事？请写个题目，例如“2026 年冬季取暖补贴”。
ask-event-submit = 列入公开日历吗？从今天起算，到期没公开会写明“应公开未公开”。
submit-event = 列入日历
talk-event-done = 好的，已经列入公开日历。
talk-event-cancelled = 好的，没有列入。
talk-event-expired = 放得太久，这一步作废了。要写请再来一次。

## 订阅

subscribe =
    { $on ->
        [yes] 您订阅了公示：每有一份新的，我私聊发给您。不想要了，随时点下面。
       *[no] 订阅以后，每有一份新的公示，我私聊发给您。群里照样有，不订阅也不会错过。
    }
programme-join = 订阅
programme-leave = 不再订阅
forget-store-subscriptions = 您对公示的订阅
