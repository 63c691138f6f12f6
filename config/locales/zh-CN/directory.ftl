### 见面与帮助

command-report = 反映一件事
command-status = 查进度：/status 编号
command-my = 我反映过的事
command-help = 怎么用
command-lang = 换语言 / language
command-cancel = 不填了，退出
help =
    您好，我是<b>{ $community }</b>的“邻里”。
    反映事情：发 <code>/report 三号楼电梯坏了两天没人修</code>，可以带照片。
    查进度：<code>/status 编号</code>；看自己的：/my
    大家商量事：看正在议的 /topics；提议一件 /propose，出点子 /idea，看自己有哪些权利 /myrights
    我只看 @我、回复我和 / 开头的话，群里其他聊天一概不看。
    紧急危险请直接打 110、119、120，不要等我。
help-officer =
    您好，我是<b>{ $community }</b>的“邻里”。
    派给您的事会发到这里：点“接单”，办完点“办结”，发一张照片就行。
    有困难点“需支援”“转派”或“退单”，不用打字。
    查任何一件事：<code>/status 编号</code>
    紧急危险请直接打 110、119、120，不要等我。
language-chosen = 好的，以后用中文。
stopped = 已退出，什么都没有提交。
nothing-to-stop = 现在没有正在填写的内容。
