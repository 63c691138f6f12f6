### 监督委员会看审计记录时，每一种记录怎么说。键是“supervise-verb-”加上记录里的动词。

## 表决

supervise-verb-write-ballot = 写了表决草稿
supervise-verb-hand-paper = 发出纸质表决票
supervise-verb-take-paper = 收回没用过的纸质表决票
supervise-verb-count-papers = 录入纸质票的计数
supervise-verb-papers-entered = 录入纸质票的计数
supervise-verb-papers-counted = 核对了纸质票的计数
supervise-verb-papers-refused = 退回重新计数
supervise-verb-lock-votes = 锁定全部投票
supervise-verb-tally-votes = 计票
supervise-verb-link-owner = 核对了业主身份
supervise-verb-enter-vote = 代人录入投票
supervise-verb-vote-confirm = 本人确认代录的投票
supervise-verb-vote-refuse = 本人不认代录的投票
supervise-verb-vote-lapse = 代录的投票到期没有人确认
supervise-verb-vote-change = 改投
supervise-verb-vote-lock = 锁定一票
supervise-verb-vote-invalidate = 认定一票无效
supervise-verb-turn-ballot = 改为公开或无记名

## 岗位和请假

supervise-verb-seat_invite = 发出上岗邀请
supervise-verb-seat_claim = 凭邀请上岗
supervise-verb-seat_confirm = 确认上岗
supervise-verb-seat_refuse = 没有同意上岗
supervise-verb-seat_withdraw = 收回上岗邀请
supervise-verb-seat_lapse = 上岗邀请过期
supervise-verb-seat_expire = 岗位任期到了
supervise-verb-seat_ask-revoke = 提出撤下岗位，等第二个人
supervise-verb-seat_revoke = 撤下岗位
supervise-verb-seat_keep = 不撤岗位
supervise-verb-desk = 离岗后交回受理台
supervise-verb-leave_begin = 开始请假
supervise-verb-leave_cancel = 取消请假
supervise-verb-leave_end = 销假
supervise-verb-hush = 关掉非急事提醒
supervise-verb-unhush = 打开非急事提醒

## 住户和个人信息

supervise-verb-residency = 登记住户身份
supervise-verb-resident-ask = 申请登记为住户
supervise-verb-resident-verify = 核实住户
supervise-verb-resident-meet = 见过住户，年龄没确认
supervise-verb-resident-confirm-age = 确认已满 18 周岁
supervise-verb-resident-doubt-age = 年龄还没有确认
supervise-verb-resident-doubt = 认为不是这里的住户
supervise-verb-resident-refuse = 不予登记
supervise-verb-resident-suspend = 暂停住户登记
supervise-verb-resident-restore = 恢复住户登记
supervise-verb-resident-move = 住户已搬走
supervise-verb-consent = 同意处理个人信息
supervise-verb-consent-taken-back = 撤回对处理个人信息的同意
supervise-verb-forget = 删除某人的资料

## 群

supervise-verb-chat_bind = 登记一个群
supervise-verb-chat_propose = 提出登记一个群
supervise-verb-chat_agree = 群主同意登记
supervise-verb-chat_unbind = 取消一个群的登记
supervise-verb-chat_lose = 机器人离开了群
supervise-verb-chat_return = 机器人回到了群
supervise-verb-chat_standing = 机器人在群里的权限变了
supervise-verb-chat_renamed = 群改了名
supervise-verb-chat_moved = 群换了编号

## 反映

supervise-verb-report = 反映一件事
supervise-verb-enter = 代人录入
supervise-verb-attach = 补充图片或文件
supervise-verb-ask_withdrawal = 反映人想撤回，等居委会同意
supervise-verb-refuse_withdrawal = 没有同意撤回
supervise-verb-mute = 反映人不再看每一步
supervise-verb-unmute = 反映人要看每一步
supervise-verb-join = 并入一件反映
supervise-verb-corrected = 更正了一件反映
supervise-verb-revise = 改写了反映的内容
supervise-verb-say = 转达一句话
supervise-verb-deal = 反映人的话已处理
supervise-verb-quote = 引用群里的一条消息

## 会议和征求意见

supervise-verb-convene = 召集会议
supervise-verb-meeting-move = 会议改期
supervise-verb-meeting-record = 记录会议
supervise-verb-meeting-cancel = 取消会议
supervise-verb-sound = 征求意见
supervise-verb-sounding-close = 征求意见结束
supervise-verb-sounding-withdraw = 撤回征求意见

## 议题

supervise-verb-propose = 提议
supervise-verb-promote = 由反映升为议题
supervise-verb-batch = 公布一批发言
supervise-verb-topic-thread = 为议题开了讨论串
supervise-verb-lose-thread = 议题的讨论串不见了
supervise-verb-topic-statement = 对议题发言
supervise-verb-topic-reply = 答复一条发言
supervise-verb-topic-objection = 答复一条反对意见
supervise-verb-topic-concerned = 写明议题涉及的人
supervise-verb-topic-elements = 写明议题的五个要素
supervise-verb-topic-study = 记录党组织研究的结果

## 决议

supervise-verb-resolution_draft = 起草决议
supervise-verb-resolution_edit = 修改决议草案
supervise-verb-resolution_promise = 给决议写了一项承诺
supervise-verb-resolution_drop = 从决议草案删去一项承诺
supervise-verb-show-stage = 公开项目的一个阶段
supervise-verb-report-promise = 报告承诺的进展
supervise-verb-settle-promise = 一项承诺了结

## 公开

supervise-verb-edition-answer = 答复对公示的疑问
supervise-verb-edition_written = 填写公示
supervise-verb-ask-adopt = 提出新增一个公开项目
supervise-verb-ask-pause = 提出暂停一个公开项目
supervise-verb-ask-resume = 提出恢复一个公开项目
supervise-verb-ask-retire = 提出取消一个公开项目
supervise-verb-confirm-change = 同意改动公开目录
supervise-verb-refuse-change = 不同意改动公开目录
supervise-verb-contract_ends = 合同快到期
supervise-verb-ledger_seen = 看了台账

## 纠纷

supervise-verb-file = 报告一件纠纷
supervise-verb-alert = 发出危险警示
supervise-verb-screen = 填报排查数字
supervise-verb-pass_up = 向上一级转交纠纷
supervise-verb-dispute-acknowledge = 有人在处理危险
supervise-verb-dispute-lower = 解除危险警示
supervise-verb-dispute-raise = 报告有危险
supervise-verb-dispute-ask-consent = 征求反映人同意调解
supervise-verb-dispute-agree = 反映人同意调解
supervise-verb-dispute-refuse = 反映人不要调解
supervise-verb-dispute-accept = 调解员接手
supervise-verb-dispute-decline = 调解员没有接手
supervise-verb-dispute-pass-on = 没有人答复，另请人调解
supervise-verb-dispute-vacate = 调解员不再任职，另请人
supervise-verb-dispute-contact = 联系反映人
supervise-verb-dispute-reply = 反映人补充或回复
supervise-verb-dispute-record = 记下调解的情况
supervise-verb-dispute-refer = 转介纠纷
supervise-verb-dispute-withdraw = 反映人撤回纠纷
supervise-verb-dispute-ask-withdrawal = 反映人想撤回纠纷
supervise-verb-dispute-let-withdraw = 同意撤回纠纷

## 运维人员

supervise-verb-apply-edition = 启用新的社区设置
supervise-verb-import-roster = 导入业主名册
