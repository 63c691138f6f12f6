# 微自治：只在一栋楼或一个网格里商量的事 (A11)

command-local = 只跟本楼、本{ $level_grid }商量一件事
topics-near = 只跟本楼、本{ $level_grid }的邻居商量：私聊我发 <code>/local 想商量的事</code>
refusal-topic-elsewhere = 这件事只由住在那里的邻居商量。本楼、本{ $level_grid }的事请用 /local 提。
topic-near = 范围：只由{ $name }的住户商量和表决，别处的人看不到
form-propose-reach = 范围：{ $value }
ask-propose-reach = 这件事跟哪些邻居商量？只有他们看得到、能附议、能发言。
choice-propose-reach-building = 本楼
choice-propose-reach-grid = 本{ $level_grid }
form-propose-building = 哪一处的事：{ $value }
ask-propose-building = 您在这里有几处家。这件事是哪一处的？
choice-ballot-body-neighbours = 本楼、本{ $level_grid }住户（每户一票，数字要自己定）

# 村（居）民小组长 (A10)
office-group-head = 村（居）民小组长
topic-theme = 小组长提出：{ $theme }
form-lay-topic-grid = 小组：{ $value }
form-lay-topic-theme = 哪方面：{ $value }
ask-lay-topic-grid = 跟哪个小组商量？
ask-lay-topic-theme = 小组长只能就这两方面的事请本组商量，是哪一方面？
choice-lay-topic-theme-economy = 集体经济管理
choice-lay-topic-theme-order = 公共秩序和卫生维护
