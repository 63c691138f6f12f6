# 协商议事会议日程 (E24)

council-called = 按日程，会议{ $number }（{ $sort }，{ $opens }，{ $place }）已经通知，议程是已受理和正在商议的议题。改期、取消、填记录：私聊我发 /meetings
council-nothing = 按日程，{ $day }应开协商议事会议，但现在没有已受理的议题，这次不开。想提一件：/propose
council-next = 协商议事会议下一次：{ $at }（提前 { $days } 天通知议程）
