### 矛盾纠纷

command-dispute = 说一件纠纷（只在私聊里）
command-disputes = 待处理的纠纷（调解员、居委会）

dispute-ways = 调解要自愿，随时可以不调；也可以直接走仲裁、诉讼、行政途径，法律援助打 12348，都不受影响。
dispute-private = 纠纷的事不在群里说。请点下面的按钮私下说，并把刚才那条删掉。有危险先打 110、119、120。调解要自愿；仲裁、诉讼、行政途径和 12348 法律援助随时可走。
dispute-private-button = 私下说

## 第一时间

dispute-danger =
    <b>先打电话，不要等我：110 报警 · 120 有人受伤 · 119 起火</b>
    能离开就先离开，到有人的地方去。
    我已经记为 调{ $number }，并会提醒值班的人；我不能保证有人马上到，电话最快。
    方便时请接着点上面的问题，好知道提醒谁、不提醒谁。
dispute-nobody =
    <b>调{ $number }</b>：现在没有既不牵涉、又联系得上的人可以处理。
    有危险请打 110、120、119；其他请找街道（乡镇）司法所，或打 12348、12345。
danger-heading = <b>调{ $number } 有人可能有危险</b>
danger-place = 地点：{ $place }
danger-at = 反映时间：{ $at }
danger-seen = { $who }在处理。
danger-over = 警示已解除，或这件事已经结束。
danger-ask = 请马上联系核实，该报警的立即打 110（受伤 120，起火 119），然后点“我在处理”。没有人点，我会接着提醒下一位。

## 填写

form-dispute =
    <b>说一件纠纷</b>（只有不牵涉的调解员和居委会看得到，群里看不到）
    有危险先打 110、119、120，不要等我。
form-dispute-threat = 受到威胁：{ $value }
form-dispute-injury = 有人受伤：{ $value }
form-dispute-weapon = 有刀棍等凶器：{ $value }
form-dispute-frail = 小孩或老人有危险：{ $value }
form-dispute-involved = 牵涉：{ $value }
form-dispute-building = 地点：{ $value }
form-dispute-kin = 亲友：{ $value }
form-dispute-own = 谁的事：{ $value }
form-dispute-behalf = 替谁说：{ $value }
form-dispute-type = 什么事：{ $value }
form-dispute-pair = 谁和谁：{ $value }
form-dispute-text = 经过：{ $value }
form-dispute-since = 多久了：{ $value }
form-dispute-tried = 试过：{ $value }
form-dispute-wishes = 希望：{ $value }
form-dispute-named = 可否告诉对方是谁说的：{ $value }
ask-dispute-threat = 有人威胁要伤害谁吗？
ask-dispute-injury = 有人受伤了吗？
ask-dispute-weapon = 有人拿刀、棍之类的东西吗？
ask-dispute-frail = 有小孩或老人正处在危险中吗？
ask-dispute-involved =
    对方是下面的人吗？或者有谁牵涉在里面？一个一个点，点完按最后一个。牵涉的人不会看到这件事。{ $chosen ->
        [none] { "" }
       *[other] （已点：{ $chosen }）
    }
ask-dispute-building = 在哪栋楼？
ask-dispute-kin =
    下面有谁是其中一方的亲戚或好朋友吗？点到的人不会看到这件事。{ $chosen ->
        [none] { "" }
       *[other] （已点：{ $chosen }）
    }
ask-dispute-own = 是您自己的事，还是替居民说的？
ask-dispute-behalf = 替谁说？写一个您认得的称呼就行。
ask-dispute-type = 是哪一类的事？
ask-dispute-pair = 是谁和谁之间的？
ask-dispute-text = 请写几句：发生了什么？也可以发一段语音。
ask-dispute-since = 多久了？
ask-dispute-tried = 试过什么办法？点一个，或写一句。
ask-dispute-wishes = 您希望怎么解决？写一句就行。
ask-dispute-named = 以后调解时，可以告诉对方是您说的吗？不点“可以”，就不会有人告诉对方。
ask-dispute-submit = 对吗？点“提交”就会交给不牵涉的人。您同意之前，不会有人去找对方。
choice-dispute-threat-yes = 有
choice-dispute-threat-no = 没有
choice-dispute-injury-yes = 有
choice-dispute-injury-no = 没有
choice-dispute-weapon-yes = 有
choice-dispute-weapon-no = 没有
choice-dispute-frail-yes = 有
choice-dispute-frail-no = 没有
choice-dispute-involved-the_committee = 居委会（整个）
choice-dispute-involved-the_property = 物业公司
choice-dispute-involved-no_more = 没有
choice-dispute-building-elsewhere = 其他地方
choice-dispute-kin-no_more = 没有
dispute-nobody-else = 没有别人了
choice-dispute-own-mine = 我自己的事
choice-dispute-own-others = 替居民说
choice-dispute-type-family = 婚恋家庭
choice-dispute-type-neighbours = 邻里
choice-dispute-type-noise = 噪声、公共空间
choice-dispute-type-property = 物业、业委会
choice-dispute-type-assets = 集体资产
choice-dispute-type-expropriation = 征地拆迁
choice-dispute-type-dividends = 分红权
choice-dispute-type-welfare = 福利分配
choice-dispute-type-land = 土地
choice-dispute-type-labour = 劳资
choice-dispute-type-elections = 选举权
choice-dispute-pair-household = 家里人
choice-dispute-pair-community = 本社区居民之间
choice-dispute-pair-newcomers = 本地人和外地人
choice-dispute-pair-migrants = 常住和流动
choice-dispute-pair-government = 居民和政府
choice-dispute-pair-labour = 员工和老板
choice-dispute-pair-developer = 业主和开发商
choice-dispute-pair-owners = 业主和业委会
choice-dispute-pair-committee = 居民和居委会
choice-dispute-since-days = 几天
choice-dispute-since-weeks = 几周
choice-dispute-since-months = 几个月
choice-dispute-since-years = 一年以上
choice-dispute-tried-nothing = 还没有
choice-dispute-tried-talked = 自己谈过
choice-dispute-tried-office = 找过社区
choice-dispute-tried-police = 报过警
choice-dispute-named-yes = 可以
choice-dispute-named-no = 先不要
talk-dispute-done = 填完了。{ dispute-ways }
talk-dispute-cancelled = 先到这里，没有提交。已经提醒了值班的人的，他们会接着跟进；要接着说，请发 /dispute。{ dispute-ways }
talk-dispute-expired = 放了太久，没有提交。已经提醒了值班的人的，他们会接着跟进；要接着说，请发 /dispute。{ dispute-ways }
dispute-elsewhere = 选举方面的事这里不调解，也没有登记。请找乡镇政府（街道办事处）或县（区）民政局，由他们依法调查处理；选民名单有误，可以向选举委员会申诉，再不服可以向法院起诉。
form-mediate =
    <b>调{ $number }</b> { $action ->
        [contact] 给反映人带句话（不会显示您的电话）
        [reply] 补充或回复
        [record] 记一笔（反映人看不到）
        [refer] 转到能办的单位
        [lower] 解除危险警示
        [decline] 不接这件调解
       *[let-withdraw] 同意撤回
    }
form-mediate-office = 单位：{ $value }
form-mediate-place = 地址：{ $value }
form-mediate-phone = 电话：{ $value }
form-mediate-note = { $value }
ask-mediate-office = 转到哪个单位？例如：街道司法所。
ask-mediate-place = 地址在哪里？
ask-mediate-phone = 电话是多少？
ask-mediate-note =
    { $action ->
        [contact] 想说什么？写一句。
        [reply] 请写下来，调解员会看到。
        [record] 要记什么？
       *[other] 什么原因？写一句，反映人会看到。
    }
talk-mediate-done = 已办。{ dispute-ways }
talk-mediate-cancelled = 已返回，没有改动。{ dispute-ways }
talk-mediate-expired = 放了太久，已作废，没有改动。{ dispute-ways }
refusal-office = 请写清楚转到哪里：单位、地址、电话，一样也不能少。
refusal-no-dispute = 没有找到这件纠纷。请核对编号，或发 /my 看自己说过的事。
refusal-mediators = 这里是调解员和居委会看的。您自己的事，请发 /my；要说一件纠纷，请发 /dispute。
refusal-dispute = 听起来像纠纷，不作一般事项提交。是纠纷，请发 /dispute 私下说；不是，请先点“不是纠纷，照常反映”。

## 处理的人看到的

dispute-heading =
    <b>调{ $number }</b> { $type } · { $place }
    状态：{ $status }
dispute-flag = <b>⚠ 有人可能有危险</b>{ $who ->
        [none] ，还没有人应答
       *[other] ，{ $who }在处理
    }
dispute-from = 反映人：{ $name }{ $behalf ->
        [none] { "" }
       *[other] （替 { $behalf } 说）
    }
dispute-line = { $name }：{ $value }
dispute-label-pair = 谁和谁
dispute-label-since = 多久了
dispute-label-tried = 试过
dispute-label-wishes = 希望
dispute-label-text = 经过
dispute-voice = <b>调{ $number }</b> 反映人的语音
dispute-mediator = 调解员：{ $who }
dispute-approach-no = <b>现在不能联系对方</b>：反映人没有同意说出名字，或者危险还没有解除，或者还没有人接。
dispute-approach-yes = 反映人同意让对方知道是谁说的。
dispute-leaving = 反映人想撤回。请先确认不是被人逼的，再点“同意撤回”。
dispute-referred = 已转到：{ $office }，{ $place }，电话 { $phone }
dispute-entry =
    · { $at } { $who ->
        [none] { "" }
       *[other] { $who }：
    }{ $action }{ $note ->
        [none] { "" }
       *[other] ：{ $note }
    }
dispute-not-yours = 这一条已经收回。
dispute-queue = 待处理的纠纷（有危险的在前，其余按时间先后）：
dispute-queue-none = 现在没有待处理的纠纷。
dispute-queue-line = { $flag ->
        [yes] ⚠{ " " }
       *[no] { "" }
    }<b>调{ $number }</b> { $type } · { $status } · { $at }
dispute-number = 调{ $number }
dispute-type-unknown = （还没有说是哪一类）
dispute-status-reported = 已收到
dispute-status-consent-asked = 等反映人决定要不要调解
dispute-status-mediator-asked = 等调解员答复
dispute-status-assigned = 调解员已接
dispute-status-referred = 已转到别的单位
dispute-status-no-consent = 反映人不要调解
dispute-status-withdrawn = 已撤回
dispute-action-acknowledge = 我在处理
dispute-action-lower = 解除警示
dispute-action-raise = 有危险
dispute-action-ask-consent = 征求反映人同意
dispute-action-agree = 同意调解
dispute-action-refuse = 不要调解
dispute-action-accept = 我来调解
dispute-action-decline = 我不接
dispute-action-pass-on = 没有答复，另请人
dispute-action-vacate = 调解员不再任职，另请人
dispute-action-contact = 联系反映人
dispute-action-reply = 补充或回复
dispute-action-record = 记一笔
dispute-action-refer = 转介
dispute-action-withdraw = 撤回
dispute-action-ask-withdrawal = 我想撤回
dispute-action-let-withdraw = 同意撤回

## 反映人看到的

dispute-own-heading =
    <b>调{ $number }</b> { $status }
    这件事只有您和不牵涉的处理人看得到。
dispute-next-reported = 接下来会有人来问您，要不要调解、请谁调解。您同意之前，没有人会去找对方。
dispute-next-consent-asked = 要不要调解，由您决定。要的话，请点一位您信得过的调解员：
dispute-next-mediator-asked = 已经去请{ $who }，等答复。
dispute-next-assigned = 由{ $who }调解。有话带给调解员，点“补充或回复”。
dispute-next-referred = 请直接找上面的单位。
dispute-next-no-consent = 好的，不调解了。下面这些路随时可以走：
dispute-next-withdrawn = 已经撤回，不再处理。
dispute-next-nobody = 现在没有调解员可选。可以点“不要调解”，或等转介。
dispute-own-flag = 已标为“可能有危险”。有危险请打 110、120、119。撤回要由居委会确认。
dispute-leaving-own = 您想撤回，正在等居委会确认。
dispute-ask-mediator = 请{ $who }
dispute-ask-anyone = 谁来都行
dispute-my = 您说过的纠纷（发 /status 调1 这样的编号看一件）：
dispute-my-line = <b>调{ $number }</b> { $type } · { $status }

dispute-told-reporter-acknowledge = <b>调{ $number }</b>：{ $by }看到了提醒，在处理。有危险仍请打 110、120、119，不要等。
dispute-told-reporter-accept = <b>调{ $number }</b>：{ $by }愿意来调解，会先在这里联系您。
dispute-told-reporter-decline = <b>调{ $number }</b>：{ $by }这次不能来调解：{ $note }
dispute-told-reporter-pass-on = <b>调{ $number }</b>：原来请的调解员没有答复，另请人。
dispute-told-reporter-vacate = <b>调{ $number }</b>：原来的调解员不再任职，另请人。您说过的都还在，不用重说。
dispute-told-reporter-contact = <b>调{ $number }</b> { $by }带话：{ $note }
dispute-told-reporter-refer = <b>调{ $number }</b>：{ $by }建议您找{ $office }（{ $place }，电话 { $phone }）。原因：{ $note }
dispute-told-reporter-lower = <b>调{ $number }</b>：{ $by }解除了危险警示：{ $note }。再有危险，请打 110，再点“有危险”。
dispute-told-reporter-let-withdraw = <b>调{ $number }</b>：{ $by }已确认，撤回了。原因：{ $note }
dispute-told-assignee-reply = <b>调{ $number }</b> 反映人说：{ $note }
dispute-told-assignee-withdraw = <b>调{ $number }</b>：反映人撤回了，不用再办。
dispute-told-committee-refuse = <b>调{ $number }</b>：反映人不要调解。
dispute-told-committee-vacate = <b>调{ $number }</b>：原来的调解员不再任职，已请反映人另选。请留意有没有人接。
dispute-told-committee-nobody = <b>调{ $number }</b>：没有调解员可请了。请与反映人商量，或在 /disputes 里打开它转介。
dispute-told-committee-ask-withdrawal = <b>调{ $number }</b>：反映人想撤回。这件事标着危险，请先核实，再决定是否同意撤回。

## 每周一问

screening-ask = 这周（{ $grid }）听说有新的矛盾纠纷吗？只点数，不写名字。
screening-more = 3 件以上
screening-thanks = 记下了，辛苦！
screening-report = 有人愿意的话，可以帮他（她）私下说给调解员：
screening-report-button = 替居民说
