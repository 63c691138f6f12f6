# 协商议事会议日程 (E24)

council-called = 按日程，会议{ $number }（{ $sort }，{ $opens }，{ $place }）已经通知，议程是已受理和正在商议的议题。改期、取消、填记录：私聊我发 /meetings
council-nothing = 按日程，{ $day }应开协商议事会议，但现在没有已受理的议题，这次不开。想提一件：/propose
council-next = 协商议事会议下一次：{ $at }（提前 { $days } 天通知议程）

# 议事目录：谁必须参加、至少哪几步、以什么形式定下来 (E02)

refusal-resolution-form = 按议事目录，这类事要以规定的形式定下来，请选目录写明的形式。
topic-step-meeting = 开会
topic-step-survey = 问卷
topic-step-notice = 公示
topic-step-hearing = 听证会
topic-lacks-stages = • 按议事目录，这类事还要先：{ $stages }。
topic-lacks-participants = • 按议事目录，这几方必须有人发言，现在还没有：{ $participants }。没有点名谁直接有关的，请先在议题卡片上写。
ballot-lacks-stages = · 按议事目录，这类事还有规定的步骤没有走（私聊议题卡片上点“表决”看是哪几步）
ballot-lacks-participants = · 按议事目录，必须参加的一方还没有人发言（私聊议题卡片上点“表决”看是哪几方）
topic-entry =
    目录：{ $name }{ $more ->
        [yes] （必须发言：{ $participants }；必须经过：{ $stages }）
       *[no] {""}
    }{ $result ->
        [none] {""}
       *[other] ，形成{ $result }
    }

# 四议两公开：到会人数 (E13)

refusal-step-quorum = 应到 { $expected } 人，至少要到 { $least } 人才能通过。没到够，请记“没有通过”，以后再开一次。
