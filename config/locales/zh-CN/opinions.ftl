# 民意图：每天看几条、点一下；汇总出一致和不同

command-map = 看大家对一个议题的想法
opinion-ask =
    议题{ $number }：{ $title }
    第 { $statement } 条：{ $text }
    您怎么看？（今天第 { $turn } 条，一天最多 { $most } 条）
    只公布汇总，5 人以上才显示；谁怎么选，不告诉任何人。
opinion-answer-agree = 赞成
opinion-answer-disagree = 反对
opinion-answer-pass = 不好说
opinion-toast-agree = 记下了：赞成
opinion-toast-disagree = 记下了：反对
opinion-toast-pass = 记下了：不好说
opinion-enough = 议题{ $number }：{ $title }
    今天的看完了，谢谢！明天还有。看大家的想法：/map { $number }
opinion-all = 议题{ $number }：{ $title }
    现有的发言您都看过了，谢谢！看大家的想法：/map { $number }
opinion-over = 议题{ $number }：{ $title }
    协商阶段已经结束。看大家的想法：/map { $number }
opinion-begin = 说说您的想法
opinion-map = <b>议题{ $number }：{ $title }</b>
    大家的想法（{ $count ->
        [0] 回答的不到 5 人
       *[other] { $count } 人回答
    }）
opinion-by-grid = 按{ $level_grid }看：{ $groups }
opinion-by-building = 按楼栋看：{ $groups }
opinion-by-views = 按想法相近看，分成：{ $groups }
opinion-size = { $group }（{ $count } 人）
opinion-group = { $group } 群
opinion-shared = <b>各处想法一致</b>
opinion-divided = <b>想法不同</b>
opinion-together = <b>合起来看</b>
opinion-typical = <b>{ $group }更在意</b>
opinion-line-agree = · 第 { $statement } 条，多数赞成：{ $text }
opinion-line-disagree = · 第 { $statement } 条，多数反对：{ $text }
opinion-line-mixed = · 第 { $statement } 条，有赞成有反对：{ $text }
opinion-differs = · 第 { $statement } 条：{ $text }
    { $sides }
opinion-side-agree = { $group }多数赞成
opinion-side-disagree = { $group }多数反对
opinion-side-mixed = { $group }各有看法
opinion-none = 现在还看不出一致或不同：回答的人还不够多。
opinion-thin = 另有 { $count } 条发言，回答的不到 5 人，先不显示。
opinion-limits = 这是征求意见，不是表决，也不是决议；没有回答的人怎么想，这里看不出来。
refusal-opinion-resident = 这一步要先登记为本社区居民。请私聊我发 /join，{ $grid_worker }核实后就可以了。
refusal-opinion-enough = 今天的几条已经看完了，谢谢！请明天再来。
refusal-opinion-button = 这个按钮是以前的，不能用了，没有记下。请发 /map，再点“说说您的想法”。
refusal-opinion-topic = 请写上议题的编号，例如：/map 3
