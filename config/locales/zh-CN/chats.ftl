### 群：登记、注销、搬家；我的网格、我是谁；给运维的话

command-bind = 登记这个群（居委会）
command-unbind = 注销这个群（居委会）
command-grid = 我的{ $level_grid }，谁负责
command-whoami = 我是谁，我能做什么

chat-hello =
    大家好，我是<b>{ $community }</b>的“邻里”。这个群还没有登记。
    请群里的居委会成员（同时是群管理员）在这里发 /bind。
chat-unregistered = 这个群还没有登记，请居委会在这里发 /bind。现在就要反映，可以私聊我。
bind-where = 请到要登记或注销的那个群里发：/bind 登记，/unbind 注销。
bind-unnamed = 您是用群的名义发的，我看不到是哪一位。请本人按一下：
bind-unnamed-button = 我来登记
telegram-asked = 好的，我先问一下 Telegram。

form-bind = <b>登记《{ $title }》</b>
form-bind-kind = 这是：{ $value }
form-bind-area = { $level_area }：{ $value }
form-bind-building = 楼栋：{ $value }
ask-bind-kind =
    这是个什么群？{ $administrator ->
        [yes] { "" }
       *[other]
        （您不是这里的管理员，所以只能登记为居民自发的群，再由组织者同意。）
    }
ask-bind-area = 是哪个{ $level_area }的？
ask-bind-building = 是哪栋楼的？
ask-bind-submit =
    { $kind ->
        [staff]
            工作群：工作单、提醒先私聊发给本人；岗位还没人、私聊送不到的，才发到这里（有居民原话）。
            别的群登记、注销、出了问题，也在这里说。群里不能有居民；只有一个。
        [supervision]
            监督群：该监督委员会知道的，私聊发给每位委员，不发到这里。
            群里只能是监督委员会的人；只有一个。
        [organiser]
            自发群：谁组织，谁负责。要等组织者按“同意”才算数。
            这里只收诉求、发回执，不管群里的事。
       *[other]
            居民看得到：编号、进度、谁负责（只写称呼）。电话、门牌、全名不会出现。
            我只看 @我、回复我和 / 开头的话，别的一概不看、不记。
    }
    对吗？
submit-bind = 登记
choice-bind-kind-community = 居民大群
choice-bind-kind-area = { $level_area }群
choice-bind-kind-building = 楼栋群
choice-bind-kind-staff = 工作群
choice-bind-kind-supervision = 监督群
choice-bind-kind-organiser = 自发群
talk-bind-done = 登记的事记下了。
talk-bind-cancelled = 没有登记。
talk-bind-expired = 放了太久，没有登记。要登记请再发 /bind。

chat-bound =
    本群已登记：{ $kind ->
        [area] { $level_area }群
        [building] 楼栋群
        [staff] 工作群
        [supervision] 监督群
       *[other] 居民大群
    }（{ $owner }）。
    { $kind ->
        [staff] 工作单、提醒先私聊发给本人；岗位还没人、私聊送不到的，才发到这里。别的群登记、注销、出了问题，也在这里说。不用的话请居委会发 /unbind。
        [supervision] 该监督委员会知道的，私聊发给每位委员，不发到这里。
       *[other] 反映事情：<code>/report 三号楼电梯坏了</code>。我只看 @我、回复我和 / 开头的话。
    }
chat-bound-staff = { $owner }登记了《{ $title }》。
chat-proposed =
    《{ $title }》将登记为居民自发的群（{ $owner }）。
    谁组织，谁负责：请这个群的群主或管理员按一下，同意作为组织者。
chat-proposed-button = 我组织，我负责
chat-proposed-staff = { $owner }提出登记《{ $title }》（居民自发），在等组织者同意。
chat-not-organiser = 谢谢！要这个群的群主或管理员来按，才算组织者同意。
chat-agreed =
    本群已登记为居民自发的群，组织者已同意负责。
    我在这里只收诉求、发回执：<code>/report 一句话</code>；群里别的事我不管，也不看。
chat-agreed-staff = 《{ $title }》的组织者已同意，登记完成。
form-unbind = <b>注销《{ $title }》</b>
form-unbind-sure = 确定：{ $value }
ask-unbind-sure = 注销以后，这里不再发任何消息，也不再收诉求。确定吗？
ask-unbind-submit = 再问一次：真的注销吗？没办完的事照样办，进度改到私聊。
submit-unbind = 真的注销
choice-unbind-sure-yes = 确定
talk-unbind-done = 注销的事记下了。
talk-unbind-cancelled = 没有注销，一切照旧。
talk-unbind-expired = 放了太久，没有注销，一切照旧。
chat-unbound = 本群已注销（{ $owner }）。要反映事情，请私聊我。
chat-unbound-staff = { $owner }注销了《{ $title }》。

chat-lost =
    { $count ->
        [0] 我又回到先前出来的群里了，登记已恢复。
        [1] 我不在《{ $title }》里了，那里的消息先留着。请群管理员把我加回来，登记自动恢复。
       *[other] 有 { $count } 个群里没有我了，那里的消息先留着。请群管理员把我加回去，登记自动恢复：
    }
chat-lost-title = · 《{ $title }》
chat-returned = 我又回到《{ $title }》了，登记已恢复。
chat-muted = 《{ $title }》不让我发言了。能私聊的改私聊，其他的先等着。请群管理员在“成员权限”里让我发消息。
chat-unmuted = 《{ $title }》又能发言了，等着的消息陆续发出。
chat-hears-all = 我在《{ $title }》成了管理员，Telegram 会把所有聊天都给我。我照样只看 @我、回复我和 / 开头的话，别的不存。不需要的话，可以撤掉管理员。
privacy-off = 机器人的“隐私模式”关着，Telegram 会把群里所有聊天都给我。我照样只看 @我、回复我和 / 开头的话，别的不存。要关上这扇门：找 @BotFather，/setprivacy，选 Enable。

refusal-chat-bound = 这个群已经登记为《{ $title }》。要改，请先发 /unbind。
refusal-chat-elsewhere = 这个群登记在别的社区，这里不能登记。请先在那边注销。
refusal-chat-kind-taken = 这一类的群只能有一个，已经是《{ $title }》。请先在那个群发 /unbind。
refusal-chat-not-bound = 这个群没有登记，不用注销。
refusal-chat-administrator = 看不到您是不是这个群的管理员。请把我设为管理员一分钟，再来一次，之后可以撤掉；或者请别的管理员来。
refusal-chat-gone = Telegram 说我不在这个群里。请先把我加进群，再发 /bind。
refusal-chat-untold = 刚才没有问到 Telegram。请过一会儿再试一次。

grid-ask = 请点您住的楼：
grid-told =
    { $grid }：{ $grid_worker }{ $owner }{ $away ->
        [yes] （今天不在岗，由{ $substitute }替）
       *[other] { "" }
    }，{ $grid_head }{ $head }。
    有事发 /report，不用找电话。
grid-helper = 包联人{ $name }：{ $duty }
helper-households = 包联住户：{ $homes }（不对外）
whoami-private = 这个只能私下说。请私聊我，发 /whoami。
whoami-heading = <b>{ $name }</b>
whoami-offices =
    职务：{ $offices }{ $ends ->
        [none] { "" }
       *[other] （任期到 { $ends }）
    }
whoami-helper = 您在{ $grid }包联：{ $duty }
whoami-home =
    住处：{ $place }（{ $status ->
        [verified] 已核实
        [suspended] 核实已暂停
       *[other] 还没有核实
    }）
whoami-nobody = 您在这里没有职务，也没有登记住处。反映事情不用登记：发 /report 加一句话就行。
whoami-language =
    语言：{ $language ->
        [en] English
       *[other] 中文
    }（换：/lang）
whoami-group =
    群：《{ $title }》{ $kind ->
        [area] { $level_area }群
        [building] 楼栋群
        [staff] 工作群
        [supervision] 监督群
        [organiser] 居民自发的群
       *[other] 居民大群
    }，{ $state ->
        [out] 我不在里面
        [muted] 我不能发言
        [hears-all] 能发言，我是管理员
       *[other] 能发言
    }
list-comma = 、
office-grid-worker = { $grid_worker }
office-grid-head = { $grid_head }
office-dispatcher = 派单人员
office-committee = 居（村）委会
office-supervision = 监督委员会
office-helper = 包联人
office-mediator = 调解员
office-township = 乡镇（街道）联系人
office-operator = 管理员
language-ask = 用哪种语言？（Which language?）
language-name =
    { $language ->
        [en] English
       *[other] 中文
    }

### 给运维

alarm = 需要您看一下：
alarm-more = （还有 { $count } 条）
alarm-dead-letter = 死信 { $what }
alarm-audit-broken = 存证对不上 { $what }（打 linli audit verify）
alarm-dead-due = 到点没办成 { $what }
alarm-undeliverable = 送不到 { $what }
alarm-uncertain = 不知道送到没有 { $what }
alarm-moved = 群换了号 { $what }
alarm-lost = 被移出群 { $what }
alarm-ticks = 定时检查出错 { $what }
alarm-restarted = 上次没有正常退出，已重新启动 { $what }

### linli check：一行一件

check-settings-fine = 设置和社区文件：{ $community }
check-settings-wrong =
    设置或社区文件有错：{ $mistake }{ $more ->
        [0] { "" }
       *[other] （还有 { $more } 处）
    }
check-token-fine = 令牌：{ $bot }
check-token-wrong = Telegram 不认这个令牌：找 @BotFather 发 /token，重新写进 LINLI_TOKEN
check-server-fine =
    Bot API：{ $server }{ $own ->
        [yes] （自己的服务器）
       *[other] { "" }
    }
check-server-wrong =
    { $fault ->
        [silent] { $server } 接通了，却没有好好回答：过一会儿再试；用代理或自己的服务器的，请检查它
        [refused] { $server } 不肯回答：过一会儿再试；LINLI_API_BASE 改过的，请核对
       *[unreached] 连不上 { $server }：检查网络；在中国大陆请设 LINLI_PROXY，或用 LINLI_API_BASE 指向自己的服务器
    }
check-proxy-fine =
    代理：{ $proxy ->
        [none] 没有
       *[other] { $proxy }
    }
check-proxy-wrong = 连不上代理（{ $proxy }），后面的都没法查：启动它，或改正 LINLI_PROXY
check-privacy-fine = 隐私模式：开着
check-privacy-wrong = 隐私模式关着：找 @BotFather 发 /setprivacy，选 Enable（不关也不会多存，但这扇门不该开）
check-webhook-fine = 没有 webhook，可以收消息
check-webhook-wrong = 设过 webhook，收不到消息：在浏览器打开 Bot API 的 deleteWebhook，或停掉用它的程序
check-clock-fine = 时钟：与服务器相差 { $seconds } 秒
check-clock-wrong = 时钟差了 { $seconds } 秒，期限会算错：打开系统的自动校时（NTP）
check-disk-fine = 磁盘：还剩 { $free } GB（{ $where }）
check-disk-wrong = 磁盘只剩 { $free } GB（{ $where }）：清理，或把 LINLI_STATE、LINLI_DATABASE_URL 指到别处
check-database-fine =
    数据库：{ $state ->
        [new] 还没有，第一次启动时会建（{ $file }）
        [older] 完好，下次启动时升级（{ $file }）
       *[other] 完好（{ $file }）
    }
check-database-wrong =
    { $fault ->
        [folder] { $file } 是文件夹：请在 LINLI_DATABASE_URL 里写它里面的一个文件
        [nowhere] 建不了文件夹 { $file }：请在 LINLI_DATABASE_URL 里换一个地方
        [address] 数据库地址不能用：请把 LINLI_DATABASE_URL 写成 sqlite+aiosqlite:///state/linli.db 或 postgresql+asyncpg://user:password@host/linli
        [silent] { $server } 上的 PostgreSQL 没有回应：启动它，或改正 LINLI_DATABASE_URL
        [password] { $server } 上的 PostgreSQL 不认这个用户和密码：在 LINLI_DATABASE_URL 里改正
        [missing] { $server } 上的 PostgreSQL 没有数据库“{ $database }”：用 createdb --encoding=UTF8 { $database } 建一个
        [full] { $server } 上的 PostgreSQL 连接已满：调大 max_connections
        [forbidden] { $server } 上的 PostgreSQL 不让这个用户在“{ $database }”里建表：让它做这个库的属主
        [old] { $server } 上的 PostgreSQL 是 { $version } 版：邻里要 15 或更新
        [encoding] 数据库“{ $database }”不是 UTF8：用 createdb --encoding=UTF8 --template=template0 另建一个
        [foreign] 数据库“{ $database }”里有别的软件的表：请给邻里一个空库
        [readonly] 数据库无法写入：请改正权限，或把所在磁盘挂载为可写（{ $file }）
       *[other] 数据库坏了（{ $more }）：停下机器人，把最近的备份放回 { $file }
    }
check-fonts-fine = 中文字体：{ $font }
check-fonts-wrong = 出图和打印用的中文字体不在：重新安装
check-words-fine = 话：{ $count } 句，两种语言都齐
check-words-wrong = 少了话（{ $first }）：重新安装，或补上 config/locales
check-posts-fine = 职务都有人认领
check-posts-wrong = 还没有人认领：{ $names }。用 linli invite 发链接
check-terms-fine = 三十天内没有人任期到
check-terms-wrong = 任期三十天内到：{ $names }。换届后改社区文件，linli community apply
check-staff-fine = 有工作群
check-staff-wrong = 没有工作群：建一个群，加机器人，由居委会发 /bind，选“工作群”
check-neighbours-fine = 有居民群
check-neighbours-wrong = 没有居民群：在居民群里加机器人，由居委会发 /bind
check-group-fine =
    《{ $title }》：能发言{ $state ->
        [hears-all] （是管理员：Telegram 会给它所有聊天，它不存）
        [moved] （刚换了号，下次发言时自动跟上）
       *[other] { "" }
    }
check-group-wrong =
    { $state ->
        [muted] 《{ $title }》不让机器人发言：群管理员在“成员权限”里让它发消息
       *[other] 机器人不在《{ $title }》里：请群管理员加回来，登记自动恢复
    }
check-unforeseen-fine = 没有意外
check-unforeseen-wrong = 没查完（{ $error }）：过一会儿再试；还这样，请把这一行发给开发者
