### 到处都用的话

when = { $month }月{ $day }日（{ $weekday }）{ $time }
weekday-1 = 周一
weekday-2 = 周二
weekday-3 = 周三
weekday-4 = 周四
weekday-5 = 周五
weekday-6 = 周六
weekday-7 = 周日
mention = <a href="tg://user?id={ $person }">{ $name }</a>，请看：
## 各级和两个岗位的叫法（社区文件另有叫法的，用文件里的）

term-area = 片区
term-grid = 网格
term-grid-worker = 网格员
term-grid-head = 网格长

apology = 抱歉，刚才这条没有办成，是我们这边出了问题。请再发一次；还是不行，请直接找您的{ $grid_worker }。
toast-taken = 记下了
stale-dropped = 在断线期间有 { $count } 条提醒已过期，未再发送。

## 不能办的时候

refusal-not-allowed = 现在不能这样做：这件事的状态已经变了。
refusal-not-yours = 谢谢关心！这个按钮要由本人来按。
refusal-closed = 这件事已经结束了。如果还有问题，请重新发 /report。
refusal-conflict = 刚好有人先按了一步，请看最新的情况。
refusal-no-case = 没有找到这个编号。请核对编号，或发 /my 看自己反映过的事。
refusal-no-dialogue = 这一步已经过去了。要重新开始，请发 /report。
refusal-dialogue-done = 这一步已经办好了，不用再做一次。反映过的事，发 /my 可以看；有新的事，发 /report。
refusal-not-author = 这是别人正在填写的内容。您也有事要反映，请发 /report。
refusal-reason = 请说明原因。
refusal-proof = 请发一张照片，或写一句话说明怎么处理的。
refusal-receiver = 请选一个人。
refusal-own-case = 这件事是他（她）自己反映的，要由别人来办。请换一位。
refusal-incomplete = 还差一点：请补上内容、类别和地点。
refusal-number = 请写上编号，例如：/status 1
refusal-anonymous = 匿名或以频道身份发的，没有人能收到答复。请用自己的账号再发一次。
refusal-tap = 请点上面的按钮来回答，或者发 /cancel 退出。

## 填写时

tap-cancel = 取消
tap-back = 返回
tap-skip = 跳过
tap-submit = 提交

group-list = 📋 <b>合在一条里的消息</b>（{ $count } 件，少打扰大家）
group-list-line = · { $line }
group-list-below = · { $line } ↓
