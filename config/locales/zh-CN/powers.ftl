### 小微权力清单：怎么办、多久、谁负责、带什么、找谁投诉

command-powers = 小微权力清单：怎么办、谁负责、找谁投诉

refusal-no-power = 清单里没有这一项。发 /powers 看全部。

powers =
    <b>小微权力清单</b>
    { $count ->
        [0] 社区文件里还没有写。
       *[other] 看其中一项：/powers 1
    }
powers-line = { $number }. { $name }
powers-button = { $number }
powers-one =
    <b>{ $number }. { $name }</b>
    怎么办：
powers-step = { $number }）{ $text }
powers-under = 依据：小微权力清单第 { $number } 项，{ $name }
powers-rest =
    多久：{ $time }
    谁负责：{ $office }
    要带的：{ $materials ->
        [none] 不用带什么
       *[other] { $materials }
    }
    不满意找谁：{ $complaint }

supervise-list-unmatched = 清单外的权力
supervise-head-unmatched =
    <b>清单外的权力</b>{ $count ->
        [0] ：没有。居（村）委会在这里能做的，清单里都写了。
       *[other] ：居（村）委会在这里能做、小微权力清单（/powers）里没有写的：
    }
power-verb = · { $name }
power-verb-bind-chat = 把群接入机器人
power-verb-ask-revoke = 申请撤下在岗的人
power-verb-verify-resident = 核实住户
power-verb-refuse-resident = 不予核实住户
power-verb-suspend-resident = 暂停住户登记
power-verb-move-resident = 登记住户搬走
power-verb-correct-case = 更正一件事的类别和楼栋
power-verb-keep-open = 不同意撤回
power-verb-grant-leave = 准假
power-verb-assign-dispute = 指定调解员
power-verb-handle-dispute = 主持调解
power-verb-lower-flag = 解除危险标记
power-verb-answer-relay = 回答反映人
power-verb-lead-topic = 预审和主持议题
power-verb-hold-ballot = 组织表决
power-verb-enter-vote = 代录选票
power-verb-draft-disclosure = 起草公示
power-verb-approve-disclosure = 批准公示
power-verb-answer-opinion = 答复监督意见
