### 会议、听证、公示、问卷、四议两公开

command-meetings = 会议、听证、公示和问卷
day = { $month }月{ $day }日（{ $weekday }）
period-days = { $days }天
meeting-topic = 议题{ $number }：{ $text }
meeting-heading = <b>会议{ $number } · { $sort }</b>
meeting-where = { $opens }，{ $place }
meeting-coming =
    来 { $come } 人，不来 { $stay } 人{ $hearing ->
        [yes] ，报名发言 { $speak } 人
       *[no] { "" }
    }。只显示人数，不显示是谁。
meeting-status-announced = 有变动：{ $note }
meeting-status-recorded = 已开完，到会 { $count } 人，有会议记录。
meeting-status-cancelled = 已取消：{ $note }
meeting-speaker = { $turn }. { $name }（报名发言）
meeting-tap-come = 我来
meeting-tap-stay = 来不了
meeting-tap-speak = 我要发言
meeting-toast-come = 记下了：您来。
meeting-toast-stay = 记下了：您来不了。也可以在议题里发言。
meeting-toast-speak = 已报名发言，您是第 { $turn } 位。
meeting-action-record = 填会议记录
meeting-action-move = 改时间
meeting-action-cancel = 取消会议
meeting-action-state = 录入现场发言
meeting-told-move = 会议{ $number }（{ $sort }）改到 { $opens }，{ $place }。原因：{ $note }
meeting-told-cancel = 会议{ $number }（{ $sort }）取消了。原因：{ $note }
meeting-told-record =
    <b>会议{ $number } · { $sort } 的会议记录</b>
    { $opens }，{ $place }，到会 { $count } 人。
    { $minutes }
meeting-reminder = 提醒：会议{ $number }（{ $sort }）{ $opens } 在{ $place }开，欢迎来。
meeting-reminder-own =
    提醒：您说要来的会议{ $number }（{ $sort }）{ $opens } 在{ $place }开。{ $coming ->
        [speak] 您报名了发言。
       *[come] { "" }
    }
meeting-unminuted = 会议{ $number }（{ $sort }，{ $opens }）还没有会议记录。请填写，或者说明会议没有开。
meeting-silent = 会议{ $number }（{ $sort }，{ $opens }）的会议记录到期未交。
meetings = <b>会议、公示和问卷</b>
meetings-none = 现在没有会议、公示或问卷。
meeting-begin-convene = 议题{ $number } 开会
meeting-begin-notice = 议题{ $number } 公示
meeting-begin-survey = 议题{ $number } 问卷
meeting-open = 打开会议{ $number }
sounding-withdraw = 撤回征询{ $number }
fourstep-open = 议题{ $number } 四议两公开

## 公示和问卷

sounding-heading =
    <b>征询{ $number } · { $instrument ->
        [survey] 民意问卷
       *[notice] 公示
    }</b>
sounding-until = 到 { $until } 为止。
sounding-text = { $text }
notice-until =
    { $status ->
        [open] 有不同意见，请在 { $until } 以前提。
        [closed] 提异议的时间已过。
       *[withdrawn] 已撤回。
    }现有异议 { $count } 条。
notice-object = 提异议
notice-result = 公示期满，共收到异议 { $count } 条。没有人反对，不等于大家都同意。
sounding-withdrawn = 已撤回，不算数。原因：{ $note }
survey-question = 征求意见，不是决议 · 征询{ $number }：{ $text }
survey-asked = 问题：{ $text }
survey-option = { $text }：{ $count }
survey-voters = 一共 { $count } 人答了。
survey-untold = Telegram 没有告诉我票数，这次问卷没有结果。
survey-label = 这是征求意见，不是决议：谁都可以答，没有名册，没有答的人不算同意。
survey-unposted = 问卷没能发到群里（或不知道是否发出）。请到群里看一下；没有的话，先撤回再重新发。
object-taken = 您的异议记下了，会和议题一起公开处理；群里只显示条数，不显示您是谁。
object-told =
    征询{ $number } 收到一条异议（{ $affected ->
        [yes] 直接影响到提的人
       *[no] 不直接影响到提的人
    }）：{ $text }

## 四议两公开

fourstep-step-propose = 一、党支部会提议
fourstep-step-consider = 二、“两委”会商议
fourstep-step-examine = 三、党员大会审议
fourstep-step-decide = 四、村民（居民）代表会议或会议决议
fourstep-step-show-decision = 五、决议公开
fourstep-step-show-result = 六、实施结果公开
fourstep-minutes = <b>四议两公开记录</b>
fourstep-met =
    { $step }：{ $on }，应到 { $expected } 人，实到 { $present } 人{ $least ->
        [none] { "" }
       *[other] （至少要到 { $least } 人）
    }，{ $passed ->
        [yes] 通过
       *[no] 没有通过
    }{ $result ->
        [none] { "" }
       *[other] 。{ $result }
    }（{ $who }录）
fourstep-was-shown =
    { $step }：{ $on }{ $result ->
        [none] { "" }
       *[other] 。{ $result }
    }（{ $who }录）
fourstep-next =
    下一步：{ $step }{ $since ->
        [none] { "" }
       *[other] （最早 { $since }）
    }。各步不能跳过。
fourstep-over = 六步都已走完。
fourstep-record = 登记下一步
fourstep-unshown = 决议到期未公开。请公开后登记日期和照片。

## 填写

form-convene = <b>议题{ $number } 开会</b>
form-convene-sort = 形式：{ $value }
form-convene-day = 日期：{ $value }
form-convene-hour = 时间：{ $value }
form-convene-place = 地点：{ $value }
ask-convene-sort = 开什么会？听证会要提前几天公布，大家可以报名发言。
ask-convene-day = 哪一天？点一下，或写月和日，例如 3-5。
ask-convene-hour = 几点？点一下，或写出来，例如 19:30、晚上7点半。
ask-convene-place = 在哪里开？
ask-convene-submit = 没有问题就提交，通知会发到群里；夜里，或者当天群里的消息满了，就等到早上再发。
talk-convene-done = 已记下。
talk-convene-cancelled = 已返回，没有改动。
talk-convene-expired = 放了太久，已作废，没有改动。
choice-convene-sort-talk = 恳谈会
choice-convene-sort-courtyard = 屋场会
choice-convene-sort-evening = 广场夜谈
choice-convene-sort-forum = 居民论坛
choice-convene-sort-council = 协商议事会议
choice-convene-sort-hearing = 听证会
form-move-meeting = <b>会议{ $number } 改时间</b>
form-move-meeting-day = 日期：{ $value }
form-move-meeting-hour = 时间：{ $value }
form-move-meeting-place = 地点：{ $value }
form-move-meeting-note = 原因：{ $value }
ask-move-meeting-day = 改到哪一天？点一下，或写月和日，例如 3-5。
ask-move-meeting-hour = 几点？点一下，或写出来，例如 19:30。
ask-move-meeting-place = 地点变了吗？写新的地点；没变就跳过。
ask-move-meeting-note = 为什么改？群里会看到。
ask-move-meeting-submit = 没有问题就提交，群里马上会看到。
talk-move-meeting-done = 已记下。
talk-move-meeting-cancelled = 已返回，没有改动。
talk-move-meeting-expired = 放了太久，已作废，没有改动。
form-call-off = <b>取消或撤回（{ $number } 号）</b>
form-call-off-note = 原因：{ $value }
ask-call-off-note = 为什么？群里会看到。
ask-call-off-submit = 确定就提交，不能恢复。
talk-call-off-done = 已记下。
talk-call-off-cancelled = 已返回，没有改动。
talk-call-off-expired = 放了太久，已作废，没有改动。
form-minutes = <b>会议{ $number } 的会议记录</b>
form-minutes-attendance = 到会：{ $value }
form-minutes-minutes = 记录：{ $value }
form-minutes-photo = 照片：{ $value }
ask-minutes-attendance = 到了多少人？写数字。
ask-minutes-minutes = 说了什么，有什么结果？不要写住户的姓名、门牌、电话。
ask-minutes-photo = 请发一张会议记录或现场的照片；没有就跳过。
ask-minutes-submit = 没有问题就提交，群里会看到全文。
talk-minutes-done = 已记下。
talk-minutes-cancelled = 已返回，没有改动。
talk-minutes-expired = 放了太久，已作废，没有改动。
form-spoken = <b>会议{ $number } 上的一条发言</b>（记在议题里，注明是您代录）
form-spoken-matter = 议题：{ $value }
form-spoken-stance = 态度：{ $value }
form-spoken-text = 发言：{ $value }
ask-spoken-matter = 关于哪个议题？
ask-spoken-stance = 发言的人是什么态度？
ask-spoken-text = 说了什么？照原话写，不写姓名。
talk-spoken-done = 已记下。
talk-spoken-cancelled = 已返回，没有改动。
talk-spoken-expired = 放了太久，已作废，没有改动。
choice-spoken-stance-for = 赞成
choice-spoken-stance-against = 反对
choice-spoken-stance-condition = 有条件赞成
choice-spoken-stance-question = 提问
form-post-notice = <b>公示：议题{ $number }</b>
form-post-notice-text = 内容：{ $value }
form-post-notice-days = 天数：{ $value }
ask-post-notice-text = 公示什么？写清楚打算怎么做、影响谁。
ask-post-notice-days = 公示几天？这几天里大家可以提异议。
ask-post-notice-submit = 没有问题就提交，会发到群里；夜里，或者当天群里的消息满了，就等到早上再发。
talk-post-notice-done = 已记下。
talk-post-notice-cancelled = 已返回，没有改动。
talk-post-notice-expired = 放了太久，已作废，没有改动。
form-post-survey = <b>民意问卷：议题{ $number }</b>（征求意见，不是决议）
form-post-survey-text = 问题：{ $value }
form-post-survey-options = 选项：{ $value }
form-post-survey-days = 天数：{ $value }
ask-post-survey-text = 问什么？一句话，只问一件事，不带倾向。
ask-post-survey-options = 可以怎么答？一行写一个，2 到 10 个。
ask-post-survey-days = 问几天？
ask-post-survey-submit = 没有问题就提交，会发到群里；夜里，或者当天群里的消息满了，就等到早上再发。
talk-post-survey-done = 已记下。
talk-post-survey-cancelled = 已返回，没有改动。
talk-post-survey-expired = 放了太久，已作废，没有改动。
form-object = <b>对征询{ $number } 提异议</b>（群里不显示您是谁）
form-object-affected = 直接影响我家：{ $value }
form-object-text = 理由：{ $value }
ask-object-affected = 这件事直接影响到您家吗？
ask-object-text = 您反对什么，为什么？怎样改您能接受？
ask-object-submit = 没有问题就提交。
talk-object-done = 已记下。
talk-object-cancelled = 已返回，没有改动。
talk-object-expired = 放了太久，已作废，没有改动。
choice-object-affected-yes = 是
choice-object-affected-no = 不是
form-fourstep =
    <b>四议两公开：议题{ $number }</b>
    { $step ->
        [propose] 一、党支部会提议
        [consider] 二、“两委”会商议
        [examine] 三、党员大会审议
        [decide] 四、村民（居民）代表会议或会议决议
        [show-decision] 五、决议公开
       *[show-result] 六、实施结果公开
    }
form-fourstep-on = 日期：{ $value }
form-fourstep-expected = 应到：{ $value }
form-fourstep-present = 实到：{ $value }
form-fourstep-passed = 结果：{ $value }
form-fourstep-result = 说明：{ $value }
form-fourstep-photo = 照片：{ $value }
ask-fourstep-on = 是哪一天？点一下，或写月和日，例如 3-5。
ask-fourstep-expected = 应到多少人？写数字。
ask-fourstep-present = 实到多少人？写数字。
ask-fourstep-passed = 通过了吗？没有通过的，以后要再开一次。
ask-fourstep-result = 结果用一句话怎么说？没有就跳过。
ask-fourstep-photo =
    { $step ->
        [propose] 请发结论的照片（函件或公示）。党组织的会议记录不要发到这里。
        [examine] 请发结论的照片（函件或公示）。党组织的会议记录不要发到这里。
       *[other] 请发会议记录（或公开栏）的照片。
    }
ask-fourstep-submit = 没有问题就提交。登记以后不能改。
talk-fourstep-done = 已记下。
talk-fourstep-cancelled = 已返回，没有改动。
talk-fourstep-expired = 放了太久，已作废，没有改动。
choice-fourstep-passed-yes = 通过
choice-fourstep-passed-no = 没有通过

## 不行的时候

refusal-day-past = 没看懂这个日期，或这一天还没到。请写月和日，例如 3-5，一年以内。
refusal-hour = 没看懂几点。请这样写：19:30，或晚上7点半。
refusal-count = 请只写人数，例如：21
refusal-no-meeting = 没有这个会议、公示或问卷。发 /meetings 看现有的。
refusal-meeting-soon =
    { $days ->
        [0] 时间要在现在以后，请另选一个。
       *[other] 听证会至少要提前 { $days } 天通知，请另选时间。
    }
refusal-meeting-ahead = 会议还没有开始，开完再来填。
refusal-meeting-empty = 一个人也没到，就不算开过会。请取消会议并说明原因。
refusal-meeting-over = 会议已经开始、开完或取消了，不用再报名。
refusal-meeting-speakers = 只有听证会要报名发言；这个会来了就可以说。
refusal-sounding-short = 时间太短，至少要 { $days } 天。
refusal-sounding-open = 时间还没到，不能提前结束。
refusal-sounding-over = 提异议的时间已过，或公示已撤回。可以在议题里发言，或直接找居委会。
refusal-survey-options = 选项要 { $fewest } 到 { $most } 个，一行一个，各不相同，每个不超过 { $longest } 字。
refusal-survey-question = 问题太长，最多 { $longest } 字。
refusal-survey-group = 还没有登记全社区的群，问卷没有地方发。请先在群里发 /bind。
refusal-object-resident = 提异议的要是本社区已登记的住户。请先发 /join 登记；也可以直接到居委会说。
refusal-object-again = 您对这个议题已有一条异议正在处理，不用再提。
refusal-picture = 这里要一张照片，文字不行。请拍照发来。
refusal-step-photo = 要有会议记录（或公开栏）的照片才能登记。
refusal-step-ahead = 这一天还没到，开完（公开后）再登记。
refusal-step-early = 离上一步太近：这一步最早是 { $month }月{ $day }日。
refusal-step-present = 人数不对：实到至少 1 人，不能比应到多。
