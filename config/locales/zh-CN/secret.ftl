## 不记名表决

refusal-ballot-key = 这次表决的密钥找不到了，现在投不了，也没有记下什么。已经告诉运维人员，请过一会儿再试。
refusal-vote-private = 这是不记名表决，只能在和我的私聊里投。请点群里卡片上的「去投票」。
refusal-vote-papered = 这一户（人）已经领了纸质票，请把纸票投进票箱，这里不收。想改用手机投，请在清点之前把没用过的纸票交回给发票的人，收回以后就能投。
refusal-batch-paper = 只有按户（人）数、选一项的不记名表决才能用纸质票。
refusal-batch-there = 这次表决的纸质票已经有一份清点数。要改，先请第二位把那一份退回。
refusal-batch-count = 清点数不对：每个选项一个数，按卡片上的顺序，用空格隔开，合起来至少 1 张，最多 { $handed } 张（发出去的张数）。
refusal-batch-differs = 您写的数和第一个人写的不一样，还没有确认。请两个人再一起数一遍；第一份写错了，就点「不对，退回」。
refusal-batch-settled = 这一份清点已经处理过了。
refusal-batch-handed = 这一户（人）已经领了纸质票。
refusal-batch-none = 这一户（人）现在没有可以收回的纸质票。
refusal-batch-own = 这是您自己家的票，发票和收回都请另一位来办。
refusal-batch-closed = 这次表决的纸质票已经清点，不能再发，也不能再收回。清点错了的，在确认之前请第二个人退回那一份。
refusal-batch-voted = 这一户（人）已经在手机上投过了，不能再领纸质票。
alarm-keyless = 不记名表决的密钥找不到了，票打不开，无法计票 { $what }
toast-sealed =
    ✅ 已封存。您的回执：{ $slip }
    请抄下来，只显示这一次；再点一次就换新的，以最后一次为准。
    您投的是：{ $marks }
ballot-secret =
    <b>不记名</b>：只在私聊里投；结束后票和人分开。{ $sealed ->
        [yes] 票是封着的；结束之前，要信得过管这台机器的人和 Telegram。
       *[no] {""}
    }
ballot-sealed-hint = 点一下就是投票，再点可以改，以最后一次为准。投了什么、回执是什么只在弹窗里出现一次，这里不留。
ballot-veil = 改为不记名
ballot-unveil = 改回记名
ballot-papers = 发出纸质票 { $handed } 张，经两个人清点计入 { $count } 张
ballot-papers-lost = 有 { $count } 张发出的纸质票没有计入：没有交回，或者没有经两个人清点确认
ballot-papers-counted = 其中纸质票 { $count } 张，由两个人一起清点
ballot-papers-few-papers = 请注意：纸质票不到 { $least } 张，清点的两个人可能猜得出谁投了什么。
ballot-papers-few-phones = 请注意：用手机投的不到 { $least } 票，清点纸质票的两个人拿总数减一下，可能猜得出谁投了什么。
ballot-papers-few-both = 请注意：纸质票和用手机投的都不到 { $least } 票，清点的两个人可能猜得出谁投了什么。
ballot-papers-out = 其中已发出纸质票 { $count } 张，要两个人清点、确认以后才计入
ballot-digest = 票箱里有 { $slips } 个回执。票箱校验码：<code>{ $digest }</code>
ballot-slip-proves = 回执只证明这只信封在票箱里，不证明里面投了什么，谁也不能拿它证明自己投了谁。结束之前，要信得过管这台机器的人和 Telegram；结束之后密钥已销毁，谁也打不开。
ballot-slips-look = 查回执
ballot-slips = <b>表决{ $number } / B{ $number }</b> 的回执，共 { $count } 个，按字母排列（第 { $page } 页，共 { $pages } 页）
ballot-slips-page = 第 { $page } 页

## 纸质票

ballot-hand = 发纸质票
ballot-take = 收回纸质票
ballot-count-papers = 清点纸质票
form-hand-paper = <b>发纸质票</b>：表决{ $number } / B{ $number }。领了就不能用手机投；没用过的，清点之前可以收回。
form-hand-paper-place = 哪一户：{ $value }
form-hand-paper-unit = 发给：{ $value }
ask-hand-paper-place = 发给哪一户？请写楼栋和门牌，例如：3号楼2单元301
ask-hand-paper-unit = 发给哪一位？
ask-hand-paper-submit =
    已发出 { $handed } 张。现在把一张空白纸票交给这一户（人），并当面说清楚：
    一、清点的两个人会看到纸票；总共不到 { $least } 张的话，他们可能猜得出谁投了什么。
    二、没用过的纸票在清点之前可以交回，交回以后再用手机投。
    说清楚了吗？
form-take-paper = <b>收回纸质票</b>：表决{ $number } / B{ $number }。只收没用过的；收回以后可以再用手机投。
form-take-paper-place = 哪一户：{ $value }
form-take-paper-unit = 谁的：{ $value }
ask-take-paper-place = 收回哪一户的？请写楼栋和门牌，例如：3号楼2单元301
ask-take-paper-unit = 收回哪一位的？
ask-take-paper-submit = 空白的纸票拿到手里了吗？写过的、投进票箱的都不能收回。
form-count-papers = <b>清点纸质票</b>：表决{ $number } / B{ $number }。两个人一起开箱、一起数，各写各的，两份一样才算数。
form-count-papers-counts = 清点数：{ $value }
ask-count-papers-counts =
    已发出 { $handed } 张。请等纸票交齐再开箱：清点以后没交回的就不能计入，也不能收回。
    先把纸票打乱、混在一起再看，最好请没有发过票的人来数。您们两个会看到纸票，不到 { $least } 张时可能猜得出谁投了什么：请不要猜，也不要说出去。
    每个选项几张？按卡片上的顺序写数，用空格隔开，例如：12 3 1。到结束还没有第二个人确认的，一张也不计入。
form-confirm-papers = <b>确认清点</b>：表决{ $number } / B{ $number }。请写您自己数的，和第一个人写的一样才算数。
form-confirm-papers-counts = 您数的：{ $value }
ask-confirm-papers-counts = 每个选项几张？按卡片上的顺序写数，用空格隔开，例如：12 3 1。没有一起清点的，请取消。
batch-card = 表决{ $number } / B{ $number } 的纸质票 { $count } 张，{ $by } 清点
batch-ask = 您和他一起清点的吗？是的话，请写您自己数的，两份一样才算数；数错了请退回。没有一起清点的，请不要动。
batch-counted = 我也数了，写我的数
batch-refused = 不对，退回
batch-status-entered = 等第二个人确认
batch-status-counted = 已由 { $by } 确认
batch-status-refused = 被 { $by } 退回，请重新清点
batch-status-lapsed = 到结束没有确认，没有计入
paper-handed =
    { $by } 记下已把 表决{ $number } / B{ $number } 的纸质票交给您家，现在不能用手机投。
    清点的两个人会看到纸票；总共不到 { $least } 张的话，他们可能猜得出谁投了什么。
    想改用手机投，请在清点之前把没用过的纸票交回给发票的人，收回以后到 { $at } 都能投。
    如果没有领过，请告诉居委会。
paper-taken = { $by } 记下已收回您家没用过的 表决{ $number } / B{ $number } 的纸质票，现在可以用手机投，到 { $at } 为止。如果没有交回，请告诉居委会。
papers-uncounted = 表决{ $number } / B{ $number } 发出了 { $count } 张纸质票，还没有清点。{ $at } 之前没有经两个人清点确认，一张也不计入。
papers-unconfirmed = 表决{ $number } / B{ $number } 的纸质票清点了 { $count } 张，还没有第二个人确认。{ $at } 之前没有确认，一张也不计入。
papers-lapsed = 表决{ $number } / B{ $number } 的纸质票清点了 { $count } 张，到结束没有第二个人确认，一张也没有计入；结果里会写明。
talk-hand-paper-done = ✅ 已记下，纸质票已发给这一户（人）。
talk-hand-paper-cancelled = 已取消，没有发。
talk-hand-paper-expired = 没有按时做完，没有发。
talk-take-paper-done = ✅ 已记下，纸质票收回了，这一户（人）可以再用手机投。
talk-take-paper-cancelled = 已取消，没有收回。
talk-take-paper-expired = 没有按时做完，没有收回。
talk-confirm-papers-done = ✅ 两份一样，已确认。
talk-confirm-papers-cancelled = 已取消，没有确认。
talk-confirm-papers-expired = 没有按时做完，没有确认。
talk-count-papers-done = ✅ 已记下，等第二个人确认。
talk-count-papers-cancelled = 已取消，没有记。
talk-count-papers-expired = 没有按时做完，没有记。
