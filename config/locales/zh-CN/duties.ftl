# 年底述职：公布以后几天可以提问，然后征求一次意见（不是决议，也不是考核）

duties-until = ❓ 可以提问到 { $day } 为止（含当天），点“有疑问”。之后在群里征求一次意见。
duties-asking = 📊 正在全社区的群里征求意见（不是决议，也不是考核），到 { $at } 为止。
duties-untold = 📊 征求过一次意见，Telegram 没有告诉我票数，没有结果。
duties-result = 📊 征求意见（不是决议）：满意 { $well }、基本满意 { $mostly }、不满意 { $not }。登记的居民 { $roster } 人，{ $count } 人答了。正式考核另外进行。
duties-question = 对“{ $title }”，您满意吗？
duties-option-well = 满意
duties-option-mostly = 基本满意
duties-option-not = 不满意
duties-label = 征求意见，不是决议，也不是考核：正式的考核由有关部门在线下进行，我不参与。登记的居民 { $roster } 人，{ $count } 人答了（群里投票不记名，谁都可以答；没有答的人不算满意）。
duties-unasked = 公示 { $serial } 第{ $version }版：提问的日子过了，该在群里征求意见，可是发不出去：还没有登记全社区的群，或者这一项不发给全社区。要发，请先在全社区的群里发 /bind，下一份就能发。
duties-unposted = 述职的征求意见没能发到群里（或不知道是否发出）。请到群里看一下；没有的话，这一次就没有结果，请在居（村）民会议上当面听取意见。
refusal-duties-over = 对这份述职的提问到 { $day } 为止，已经过了。还可以：有具体的事，发 /report 反映；要当面问，到居（村）委会或监督委员会，或在会议上提（/meetings 看日子）。
refusal-survey-duties = 述职的征求意见到时自动结束，谁也不能撤回。
