### 一件事怎么报进来

command-hazard = 报安全隐患（命悬一线请先打 110、119、120）
command-for = 替不会用手机的人反映
command-hazards = 我的{ $level_grid }里还没消除的隐患

## 说这些话就等于点按钮，不论用哪种语言（用｜隔开，标点和空格不计）

trigger-cancel = 取消｜算了｜算了吧｜不报了｜不填了｜不弄了｜不用了｜不要了｜退出｜结束｜停｜停止
trigger-back = 返回｜退回｜上一步｜回上一步｜后退｜重来｜返回上一步
trigger-report = 我要反映｜我要报｜我要上报｜我有事反映｜反映问题｜反映情况｜反映｜上报｜报修｜我要报修
trigger-progress = 查进度｜进度｜查一下进度｜办得怎么样了｜办到哪了｜怎么样了
trigger-mine = 我的｜我反映过的｜我报过的
trigger-help = 帮助｜怎么用｜怎么弄｜怎么办｜你好｜您好｜在吗

menu-report = 我要反映
menu-progress = 查进度
menu-mine = 我的
menu-help = 帮助
menu-proxy = 替人反映

## 危险在前

danger =
    ⚠️ <b>有危险请马上打电话，不要等我：</b>
    报警 <b>110</b> · 火警 <b>119</b> · 急救 <b>120</b>
    先离开危险的地方。您说的我同时记下了。

## 写到一半

come-private = 还差一点，请点下面的按钮，私下补充（别人看不到）。
come-private-button = 私下补充
pointer-done = 已收到 #{ $number }，进度会私下告诉本人。
pointer-over = 这条没有提交。要反映事情，请发 /report。

draft-heading = <b>您要反映的事</b>（还没有提交）
draft-parent = 接着 #{ $number } 没有办完的部分
draft-text = 内容：{ $text }
draft-files = 附：{ $files }
draft-category = 类别：{ $category }
draft-place = 地点：{ $place }
draft-kind = 性质：{ $kind } · { $urgency }
draft-album = 那组照片我只看到您点的这一张，其余的请直接发到这里。
draft-ask-text = 请写一句话：哪里、什么事？也可以发照片，或按住话筒说。
draft-ask-line = 收到了。愿意的话，请写一句话：哪里、什么事？不方便写字，就点“就这样交”，工作人员会看、会听。
draft-ask-category = 是哪一类的事？
draft-ask-place = 在几号楼？
draft-ask-kind = 这是哪一种事？
draft-ask-urgency = 有多急？
draft-ask-submit = 对吗？点“提交”才会正式上报；还可以接着补充文字或照片。
draft-ask-dispute = 听起来像两家人之间的纠纷。是纠纷，请私下说，只有不牵涉的调解员和居委会看得到；不是，请点“不是纠纷，照常反映”。
draft-bare = 就这样交
draft-submit = 提交
draft-change-category = 改类别
draft-change-place = 改地点
draft-change-kind = 改性质
draft-change-urgency = 改缓急
draft-dispute = 这是纠纷，私下说
draft-ordinary = 不是纠纷，照常反映
draft-cancel = 不报了
talk-report-done = 已提交。
talk-report-cancelled = 没有提交。要反映事情，请发 /report。
talk-report-expired = 这份草稿放了太久，已作废，没有提交。要反映事情，请发 /report。
toast-submitted = 已提交 #{ $number }

files-photo = 照片{ $count }张
files-voice = 语音{ $count }段
files-video = 视频{ $count }段
files-document = 文件{ $count }份

kind-service = 要办的事
kind-hazard = 安全隐患
kind-suggestion = 意见建议
kind-question = 问一问
urgency-urgent = 急难
urgency-painful = 揪心
urgency-wish = 期盼
urgency-urgent-tap = 急难：等不了，马上要办
urgency-painful-tap = 揪心：一直难受，尽快办
urgency-wish-tap = 期盼：盼着能做，不急

## 替别人的话反映

named-ask = <a href="tg://user?id={ $person }">{ $name }</a>，有邻居想请社区来办您说的这件事。要以您的名义反映吗？（只有您本人点才算）
named-album = 这组照片我只看到{ $count }张，其余的您可以回复这条消息发过来。
named-yes = 以我的名义反映
named-no = 不用
talk-named-done = 好的，本人已同意反映。
talk-named-cancelled = 好的，没有反映。
talk-named-expired = 本人没有答复，没有反映。

rest-ask = #{ $number } 的那组照片我只看到一张。其余的请回复这条消息发过来，或私下发给我。
rest-came = 又收到：{ $files }
rest-all = 就这些
talk-rest-done = 好的，照片收齐了。
talk-rest-cancelled = 好的，就用已有的照片。
talk-rest-expired = 已按收到的照片办理。

again-ask = 一样的话刚才已经收到了：<b>#{ $number }</b>。这是另一件事吗？
again-yes = 再报一次
again-no = 不用了
talk-again-done = 已再报一次。
talk-again-cancelled = 好的，就是刚才那一件。
talk-again-expired = 没有再报。

## 替不会用手机的人

form-proxy = <b>替人反映</b>（还没有提交）
form-proxy-behalf = 替谁：{ $value }
form-proxy-text = 什么事：{ $value }
form-proxy-building = 地点：{ $value }
form-proxy-category = 类别：{ $value }
form-proxy-consent = 本人：{ $value }
form-proxy-ordinary = 是不是纠纷：{ $value }
ask-proxy-behalf = 替谁反映？写街坊平时怎么称呼，例如“五号楼赵奶奶”；不想写就跳过。（群里不会出现）
ask-proxy-text = 什么事？请照本人的话写，也可以加照片。
ask-proxy-building = 在几号楼？
ask-proxy-category = 是哪一类的事？
ask-proxy-consent = 本人同意您替他（她）反映吗？没有同意请点“取消”。
ask-proxy-ordinary = 听起来像两家人之间的纠纷。是纠纷，请点“取消”，改发 /dispute 私下说；不是，请点下面。
ask-proxy-submit = <b>请把上面的话念给本人听。</b>念完、本人说对，再点下面。
submit-proxy = 念过了，是这个意思
choice-proxy-building-elsewhere = 其他地方
choice-proxy-consent-yes = 同意了
choice-proxy-ordinary-yes = 不是纠纷，照常反映
talk-proxy-done = 已替本人提交。办完以后请把结果念给本人听，再替本人回答。
talk-proxy-cancelled = 没有提交。
talk-proxy-expired = 放了太久，已作废，没有提交。
somebody = 一位居民
verdict-question-aloud = 请念给本人听：真的解决了吗？再按本人的回答点一下。（{ $days }天内）

## 派单人员更正、写明

form-correct = <b>#{ $number }</b> 更正
form-correct-what = 更正：{ $value }
form-correct-category = 类别：{ $value }
form-correct-building = 地点：{ $value }
form-correct-kind = 性质：{ $value }
form-correct-urgency = 缓急：{ $value }
form-correct-reason = 原因：{ $value }
ask-correct-what = 更正哪一项？
ask-correct-category = 应该是哪一类？
ask-correct-building = 应该在哪里？
ask-correct-kind = 应该是哪一种事？
ask-correct-urgency = 应该有多急？
ask-correct-reason = 为什么更正？反映人会看到。
choice-correct-what-category = 类别
choice-correct-what-building = 地点
choice-correct-what-kind = 性质
choice-correct-what-urgency = 缓急
choice-correct-building-elsewhere = 其他地方
choice-correct-kind-service = 要办的事
choice-correct-kind-hazard = 安全隐患
choice-correct-kind-suggestion = 意见建议
choice-correct-kind-question = 问一问
choice-correct-urgency-urgent = 急难
choice-correct-urgency-painful = 揪心
choice-correct-urgency-wish = 期盼
talk-correct-done = 已更正。
talk-correct-cancelled = 已返回，没有改动。
talk-correct-expired = 放了太久，已作废，没有改动。
case-action-correct = 更正
case-action-summarise = 写明内容
passage-correct = 更正
passage-summarise = 写明内容
toast-correct = #{ $number } 已更正
toast-summarise = #{ $number } 已写明
told-reporter-correct = #{ $number }：工作人员更正了登记，现在是“{ $category }”，由{ $owner }负责。原因：{ $note }
told-reporter-summarise = #{ $number }：您说的事，工作人员写成了一句话：{ $note }。不对请直接回我。
step-ask-note-summarise = 请听一听、看一看，用一句话写明：哪里、什么事？

## 工单卡上

case-urgent = <b>急难</b> #{ $number } { $category }{ $grid ->
        [none] { "" }
       *[other] （{ $grid }）
    }：现在由{ $owner }负责。
worksheet-kind = <b>{ $kind } · { $urgency }</b>
worksheet-files = 另附：{ $files }
worksheet-behalf = 替{ $behalf }反映，本人同意
body-without-words = （没有写字，请看照片或听语音）
files-photos = 看全部照片
files-all = 看照片、听语音
toast-files = 私下发给您了
case-photos = #{ $number } 的照片，共{ $count }张
case-file = #{ $number } 的{ $sort }
file-voice = 语音
file-video = 视频
file-document = 文件

## 不用编号也能查

my-open = 您还有{ $count }件没办完，点一下看进度：
my-open-none = 您现在没有没办完的事。看以前的：/my
my-open-tap = #{ $number } { $category }
hazards = <b>还没消除的隐患</b>
hazards-one = <b>#{ $number }</b> { $place ->
        [none] 地点待定
       *[other] { $place }
    } · { $owner } · { $finish_by }前消除：{ $text }
hazards-more = 另有 { $count } 处没有列出，先办这些。
hazards-none = 现在没有还没消除的隐患。

refusal-photo = 安全隐患要有一张办好以后的照片才能办结。
refusal-many-files = 最多收{ $count }个照片或文件，已经够了。
refusal-unreadable = 这种消息我看不懂。请写一句话（几号楼、什么事），或发照片、语音。
refusal-quoted = 那条消息不是哪位邻居本人发的，没有人能答复。请用自己的话发 /report。
refusal-unreached = 我还不能私下给您发消息：请先点开我的头像，按“开始”。
