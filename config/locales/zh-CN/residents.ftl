### 住户、个人信息

command-join = 登记为住户
command-moved = 我搬走了
command-residents = 待核实的住户：/residents，或加楼栋
command-privacy = 个人信息怎么保管
command-mydata = 看关于我的全部信息
command-forgetme = 删除我的信息

refusal-no-resident = 没有找到这条住户登记。
refusal-own-household = 自己和自己家的登记，要由别的工作人员来核实。
refusal-door = 没看出是哪一户。请写门牌，例如：2单元301
refusal-face = 这一位现在不是“外出务工”，要当面核实。请见到本人后点“当面核实了”。
refusal-waiting = 您已有三户在等核实，核实后才能再登记。登记错了，请发 /moved 取消。
refusal-forget-open = { $numbers } 还没有办完，现在删除就没人能答复您了。请等办结，或者先撤回。
refusal-forget-dispute = 您的纠纷 { $numbers } 还没有了结。请等了结，或者先撤回。
refusal-forget-post = 您还担任着职务。请先卸任，再来删除。

in-private = 这件事只在私聊里说，请点下面的按钮。
in-private-button = 去私聊

## 同意

consent-line-1 = 1. 留下什么：您的 Telegram 名字、您反映的事和办理经过；登记住户的，还有楼栋、门牌、居住情况，和“已满 18 周岁”这一句（不记出生日期）。不要手机号和身份证号。
consent-line-2 = 2. 存在哪里：消息经过 Telegram，它的服务器在境外；另存一份在社区自己的电脑上。
consent-line-3 = 3. 留多久：没写完的内容 { $hours } 小时作废；办过的事作为社区记录保留，您要求删除时抹去您的名字和原话。
consent-line-4 = 4. 谁看得到：承办人、居委会和监督委员会；门牌只给您的{ $grid_worker }和居委会看。居民群里看不到您私聊的内容。
consent-line-5 = 5. 怎么看、怎么删：/mydata 看全部，/forgetme 删除，/privacy 再看这五条。
consent-heading = 您好，这里是<b>{ $community }</b>。先说清楚五件事：
consent-danger = 紧急危险请直接打 110、119、120，不用先同意。
draft-consent = 点“提交”也就是同意留下这些内容；怎么保管、怎么删，见 /privacy。
consent-agree = 同意
consent-look = 先看看
consent-taken-back = 已撤回同意。以前办的事照常办，不再收您的住户登记。要删除信息，请发 /forgetme。
privacy-heading = <b>{ $community }</b>怎么保管您的信息：
privacy-given = 您在{ $at }同意了第 { $version } 版。
privacy-older = 您在{ $at }同意的是第 { $version } 版，现在的内容改过了。
privacy-taken-back = 您在{ $at }撤回了同意。
privacy-none = 您还没有回答是否同意。
privacy-take-back = 撤回同意

## 登记

form-join = <b>登记为住户</b>（门牌只给您的{ $grid_worker }和居委会看）
form-join-building = 楼栋：{ $value }
form-join-door = 门牌：{ $value }
form-join-residency = 居住：{ $value }
ask-join-building = 您住哪栋楼？
ask-join-door = 几单元几室？请写出来，例如：2单元301
ask-join-residency = 您是哪一种？
ask-join-submit =
    对吗？提交后，{ $grid_worker }会{ $residency ->
        [away] 用电话或视频和您核实，不用专门赶回来
       *[other] 来和您当面核实
    }。
choice-join-residency-settled = 常住
choice-join-residency-away = 外出务工
choice-join-residency-floating = 流动
choice-join-residency-unregistered = 非户籍
talk-join-done = 已提交。
talk-join-cancelled = 没有登记。想登记时发 /join。不登记也可以反映事情、查进度。
talk-join-expired = 放了太久，没有登记。想登记时发 /join。
resident-asked =
    收到：{ $place }。{ $keeper ->
        [none] 工作人员
       *[other] { $keeper }
    }会{ $residency ->
        [away] 用电话或视频和您核实，不用专门赶回来
       *[other] 和您当面核实
    }。
    核实前一样可以反映事情、查进度。
resident-already = { $place }：{ $status }。居住情况已按您说的更新。
resident-moving = 哪一处您不住了？点一下就改。
resident-moving-none = 您没有登记住户。要登记，请发 /join。
resident-moving-button = 不住了：{ $place }

resident-status-none = 未登记
resident-status-pending = 待核实
resident-status-verified = 已核实
resident-status-suspended = 已暂停
resident-status-refused = 未通过
resident-status-moved = 已搬走
resident-toast-pending = 已提交
resident-toast-verified = 已核实
resident-toast-moved = 已记为搬走

resident-told-verify =
    { $place }：{ $by }{ $how ->
        [face] 已当面核实
       *[other] 已核实（{ $reason }）
    }，您是登记的住户了。{ $residency ->
        [away] 您人在外地：公示、议题、表决和决议，都会私聊给您发一份。不想收公示，发 /subscribe。
       *[other] {""}
    }
resident-told-refuse = { $place }：{ $by }没有通过登记。原因：{ $reason }。不对的话，可以发 /join 再登记，或到居委会说明。反映事情、查进度不受影响。
resident-told-suspend = { $place }：{ $by }暂停了您的住户登记。原因：{ $reason }。有不同意见，请到居委会说明，也可以找居务监督委员会。
resident-told-restore = { $place }：{ $by }恢复了您的住户登记。原因：{ $reason }。
resident-told-move = { $place }：{ $by }记为已搬走。不对的话，请发 /join 再登记。
resident-left = 住户搬走了：{ $line }

## 核实

resident-gone = 这位居民已经请我们删掉登记，这里没有要办的了。
resident-heading = <b>{ $name }</b> · { $place }
resident-facts = { $residency } · { $status } · { $at }登记
resident-reason = { $by }：{ $reason }
resident-doubted = { $grid_worker }有疑问：{ $reason }
resident-meet =
    { $residency ->
        [away] 人在外地，不用等他（她）回来：请打电话或视频和本人说上话，最好有家里人在场，再点，并写明是怎么核实的。不用抄任何证件。
       *[other] 请当面见到本人、看过住处再点。不用抄任何证件。
    }点第一个按钮，就是说这人已满 18 周岁；没满或没问的，点“见过，年龄没确认”。
resident-group = { $officer ->
        [none] { "" }
       *[other] { $officer }，
    }{ $building }有居民等您核实。门牌不在群里显示，请私聊我发 /residents。
resident-left-group = { $building }有住户搬走了。详情请私聊我发 /residents。
resident-action-verify =
    { $residency ->
        [away] 核实过了
       *[other] 当面核实了
    }
resident-action-doubt = 不是这里的住户
resident-action-refuse = 不予登记
resident-action-suspend = 暂停
resident-action-restore = 恢复
resident-action-move = 已搬走
resident-line = { $name } · { $place } · { $residency }
residents-pending = 等核实的（{ $count }）：
residents-none = 现在没有等核实的住户。
residents-building = { $building }登记的住户（{ $count }）：
residents-building-none = { $building }还没有人登记。
residents-line = { $index }. { $line } · { $status } · { $at }
residents-more = 还有 { $count } 位，先处理上面的。
residents-late = 这 { $count } 位等核实超过三个工作日了，顺路时见一见就行：
residents-late-group = 有 { $count } 位居民等核实超过三个工作日了。请{ $officer }私聊我发 /residents。
form-resident =
    { $action ->
        [verify] <b>怎么核实的</b>
        [meet] <b>怎么核实的</b>（年龄没确认）
        [doubt] <b>不是这里的住户</b>（交居委会决定）
        [refuse] <b>不予登记</b>
        [suspend] <b>暂停住户登记</b>
       *[restore] <b>恢复住户登记</b>
    }
form-resident-note = 原因：{ $value }
ask-resident-note =
    { $action ->
        [verify] 怎么核实的？
        [meet] 怎么核实的？
       *[other] 什么原因？
    }点一个，或直接写一句话，本人会看到。
choice-resident-note-face = 当面见到了本人
choice-resident-note-video = 和本人视频核实
choice-resident-note-family = 家里人在场，和本人通了电话
choice-resident-note-not-met = 没见到本人
choice-resident-note-not-here = 不住在这里
choice-resident-note-wrong-door = 门牌不对
choice-resident-note-disputed = 住户身份有争议
choice-resident-note-misused = 登记被别人冒用
choice-resident-note-settled = 已经查清
talk-resident-done = 已记下。
talk-resident-cancelled = 已返回，没有改动。
talk-resident-expired = 放了太久，已作废，没有改动。

## 我的信息

mydata-heading = <b>关于您的全部信息</b>（第 { $page } 页，共 { $pages } 页）
mydata-next = 下一页
mydata-person = 名字：{ $name }；语言：{ $language }；账号：{ $person }；存证里的代号：{ $pseudonym }
mydata-consent = 同意：第 { $version } 版，{ $at }，{ $given ->
        [yes] 同意
       *[no] 撤回
    }
mydata-no-consent = 同意：还没有回答
mydata-resident = 住户：{ $place }；{ $residency }；{ $status }；{ $at }登记{ $note ->
        [none] { "" }
       *[other] ；说明：{ $note }
    }
mydata-post = 职务：{ $post }（{ $offices }）
mydata-talk = 正在填写：
mydata-case = <b>#{ $number }</b> { $category } · { $status } · { $at }
mydata-case-text = 原话：{ $text }
mydata-case-summary = 摘要：{ $text }
mydata-case-revised = 后来改为：{ $text }
mydata-case-photo = 有照片
mydata-dispute = <b>{ $number }</b> · { $status } · { $at }
mydata-said = 您说过：{ $text }
mydata-none = 您没有反映过事情。
mydata-also = 各处存了几条：
mydata-count = · { $store }：{ $count }

forgetme-heading = <b>删除您的信息</b>
forgetme-open = { $numbers } 还没有办完。可以等办结，也可以现在一起撤回。
forgetme-ask = 删除后不能恢复。确定吗？不想删，不按就行。
forgetme-button = 确定删除
forgetme-withdraw = 撤回这些事，再删除
forgotten = 已删除。谢谢您来过，以后需要时随时再来。
forget-treatment-delete = 会删除：
forget-treatment-pseudonymise = 留下，但抹去是谁：
forget-treatment-keep = 会保留：
forget-line = · { $store }{ $count ->
        [0] { "" }
       *[other] （{ $count }）
    }：{ $why }
forget-store-audit = 存证链
forget-store-audit-details = 存证里的内容
forget-store-inbox = 收到过的消息
forget-store-letters = 没读懂的消息
forget-store-messages = 发给您的通知和卡片
forget-store-alarms = 提醒
forget-store-talks = 正在填写的内容
forget-store-reports = 您的原话和照片
forget-store-matters = 事项记录（类别、楼栋、经过）
forget-store-steps = 办理人写的话
forget-store-posts = 任职记录
forget-store-chats = 群的登记
forget-store-menus = 您私聊里的命令菜单
forget-store-disputes = 您说的纠纷经过
forget-store-opinions = 协商中您说的话、附议和表态
forget-store-topics = 议题记录
forget-store-ballots = 表决记录
forget-store-owners = 您是哪套房的业主
forget-store-papers = 印好的公示和结果
forget-store-box = 不记名表决的票箱
forget-store-roster = 产权名册
forget-store-residents = 住户登记
forget-store-consents = 同意的记录
forget-store-people = 名字、语言、账号
forget-store-forgotten = 一个代号
forget-store-file = 社区文件
forget-store-copies = 运行中的副本
forget-store-logs = 运行日志
forget-store-backups = 备份
forget-store-groups = 群里的消息、您手机上的聊天
forget-why-chain = 只有代号和动作，用来证明没人改过账；代号不再对应任何人
forget-why-words = 是您说的话
forget-why-count = 内容办完就不存了，只留个数
forget-why-told = 已经没有用了
forget-why-needless = 不再需要
forget-why-name = 抹去您的名字
forget-why-matter = 公共事务要有记录，但不再看得出是谁反映的
forget-why-office = 谁任过职是公开的事
forget-why-dispute = 有过调解要有记录，但不再看得出是谁反映的
forget-why-topic = 居民协商要有记录，但不再看得出是谁提出、谁说的
forget-why-ballot = 表决要有记录，但不再看得出是谁、怎么投的
forget-why-papers = 已经公布的东西要原样保留；里面没有个人的名字
forget-why-box = 票箱里的票和回执不属于任何人，看不出是谁的
forget-why-roster = 由居委会按产权资料导入，不是您在这里说的；要更正请找居委会
forget-why-home = 是您的住处
forget-why-again = 恢复旧备份时，靠它再删一次
forget-why-copies = 只记哪一份程序在办哪一类事，没有任何人的信息
forget-why-logs = 只有账号和群的编号，没有名字和内容；写满后自动覆盖
forget-why-backups = 由管理员保管，到期销毁；恢复备份后会自动再删一次
forget-why-groups = 机器人收不回别人已经看到的消息；您自己发的，可以自己删

cli-forget-nobody = 没有见过账号 { $person }，没有可以删除的。
cli-forget-head = { $person }（{ $name }）
cli-forget-dry = 以上是预演，什么都没有改。要执行，请加 --yes。
cli-forget-done = 已删除；存证链完好，共 { $sealed } 条。
