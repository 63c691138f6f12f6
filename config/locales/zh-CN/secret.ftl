## 不记名表决

refusal-ballot-key = 这次表决的密钥找不到了，现在投不了，也没有记下什么。已经告诉运维人员，请过一会儿再试。
refusal-vote-private = 这是不记名表决，只能在和我的私聊里投。请点群里卡片上的「去投票」。
refusal-vote-papered = 这一户（人）已经领了纸质票，请把纸票投进票箱；这里不再收。
refusal-batch-paper = 只有按户（人）数、选一项的不记名表决才能用纸质票。
refusal-batch-there = 这次表决的纸质票已经有一份清点数。要改，先请第二位把那一份退回。
refusal-batch-count = 清点数不对：每个选项一个数，按卡片上的顺序，用空格隔开，合起来至少 1 张，最多 { $handed } 张（发出去的张数）。
refusal-batch-few = 纸质票不到 { $least } 张，会看得出谁投了什么，不能清点。请再发给几户（人），收齐后一起清点。
refusal-batch-voted = 这一户（人）已经在手机上投过了，不能再领纸质票。
alarm-keyless = 不记名表决的密钥找不到了，票打不开，无法计票 { $what }
toast-sealed =
    ✅ 已封存。您的回执：{ $slip }
    请抄下来，只显示这一次；再点一次就换新的，以最后一次为准。
    您投的是：{ $marks }
ballot-secret = <b>不记名</b>：只在私聊里投；开着的时候谁也看不到，结束后票和人分开。
ballot-sealed-hint = 点一下就是投票，再点可以改，以最后一次为准。投了什么、回执是什么只在弹窗里出现一次，这里不留。
ballot-veil = 改为不记名
ballot-unveil = 改回记名
ballot-papers = 其中纸质票 { $count } 张，由两个人一起清点
ballot-digest = 票箱里有 { $slips } 个回执。票箱校验码：<code>{ $digest }</code>
ballot-slip-proves = 回执只证明这只信封在票箱里，不证明里面投了什么，谁也不能拿它证明自己投了谁。结束之前，要信得过管这台机器的人和 Telegram；结束之后密钥已销毁，谁也打不开。
ballot-slips-look = 查回执
ballot-slips = <b>表决{ $number } / B{ $number }</b> 的回执，共 { $count } 个，按字母排列（第 { $page } 页，共 { $pages } 页）
ballot-slips-page = 第 { $page } 页

## 纸质票

ballot-hand = 发纸质票
ballot-count-papers = 清点纸质票
form-hand-paper = <b>发纸质票</b>：表决{ $number } / B{ $number }。发了就不能再用手机投。
form-hand-paper-place = 哪一户：{ $value }
form-hand-paper-unit = 发给：{ $value }
ask-hand-paper-place = 发给哪一户？请写楼栋和门牌，例如：3号楼2单元301
ask-hand-paper-unit = 发给哪一位？
ask-hand-paper-submit = 现在把一张空白纸票交给这一户（人）。纸质票总共不到 5 张不能清点，免得看出谁投了什么。对吗？
form-count-papers = <b>清点纸质票</b>：表决{ $number } / B{ $number }。两个人一起开箱，一个人写数，另一个人确认。
form-count-papers-counts = 清点数：{ $value }
ask-count-papers-counts = 每个选项几张？按卡片上的顺序写数，用空格隔开，例如：12 3 1。要由第二个人确认才算数；到结束还没有确认的不计入。
batch-card = 表决{ $number } / B{ $number } 的纸质票 { $count } 张，{ $by } 清点
batch-line = · { $option }：{ $count } 张
batch-ask = 您和他一起清点的吗？数对请确认，不对请退回。
batch-counted = 数对，确认
batch-refused = 不对，退回
batch-status-entered = 等第二个人确认
batch-status-counted = 已由 { $by } 确认
batch-status-refused = 被 { $by } 退回，请重新清点
batch-status-lapsed = 到结束没有确认，没有计入
paper-handed = { $by } 记下已把 表决{ $number } / B{ $number } 的纸质票交给您家，所以不能再用手机投。如果没有这回事，请告诉居委会。
talk-hand-paper-done = ✅ 已记下，纸质票已发给这一户（人）。
talk-hand-paper-cancelled = 已取消，没有发。
talk-hand-paper-expired = 没有按时做完，没有发。
talk-count-papers-done = ✅ 已记下，等第二个人确认。
talk-count-papers-cancelled = 已取消，没有记。
talk-count-papers-expired = 没有按时做完，没有记。
