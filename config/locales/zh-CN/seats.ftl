### 岗位：邀请、确认、任期、撤销

command-roles = 岗位一览（居委会、监督委员会）
command-audit = 一件事的存证：/audit 编号（监督委员会）

## 不能办的时候

refusal-decide = 这要由居（村）民会议或代表会议决定，我只做记录。
refusal-execute = 这一步由居（村）委会或{ $level_grid }的工作人员来办。您有事要反映，请发 /report。
refusal-supervise = 这一步由监督委员会来办。
refusal-witness = 这一步由居（村）委会或监督委员会的成员来办。
refusal-read = 这里只给相应岗位的工作人员看。看您自己反映的事，请发 /my。
refusal-on-duty = 这是给在岗工作人员自己用的。您有事要反映，请发 /report。
refusal-conflicted = 这件事跟您有关，要由别人来定。
refusal-seat-link = 这个链接我不认识。请核对是不是复制完整了，或者向居委会要一个新的。
refusal-seat-used = 这个链接已经有人用过了，一个链接只能用一次。要是您本人没有点过，请马上告诉居委会；需要的话，请他们再给您一个新的。
refusal-seat-late = 这个链接过期了，没关系：请向居委会要一个新的。
refusal-seat-held = 您已经在“{ $post }”这个岗位上了，一个账号只担任一个岗位。要换岗位，请先和居委会说。
refusal-seat-asked = 您点过另一个岗位的链接，正在等人确认，一个账号只担任一个岗位。点错了的话，请告诉居委会。
refusal-seat-over = 这一步已经过去了。看现在的情况，请发 /roles。
refusal-seat-taken = “{ $post }”已经有人在岗，不能再邀请。要换人，请先由居委会请求撤销、监督委员会同意。
refusal-seat-term = “{ $post }”的任期已满。要继续，请先在社区文件里改 term_ends。
refusal-seat-nobody = 现在没有人能对这件事作决定：监督委员会和乡镇（街道）联系人都还没有到岗。请先请他们上岗。
refusal-seat-first = 管理员只能确认最先到岗的两位居委会或监督委员会成员；这两个委员会一个在岗的都没有时除外。这一位请由已在岗的成员在私聊里确认。

## 请人确认

seat-heading = <b>岗位：{ $post }</b>（{ $offices }）
    名册上的姓名：{ $name }
seat-claimant = 点开邀请链接的人在 Telegram 上叫：<b>{ $claimant }</b>（这个名字谁都可以自己改，不能当凭据）
seat-question-claimed = 请只在您<b>认识他（她）本人</b>、并且当面或打电话问过之后，再点“确认是本人”。拿不准就先不点。
seat-person = { $post } { $name }
seat-asker = { $asker }请求撤销这个岗位，原因：{ $note }
seat-question-revoke-asked = 请您决定。同意以后，他（她）马上不再担任这个岗位，手上的事会转给下一位或居委会；不同意，就照常在岗。
seat-action-confirm = 确认是本人
seat-action-refuse = 不是他（她）
seat-action-revoke = 同意撤销
seat-action-keep = 照常在岗
seat-action-ask-revoke = 请求撤销一个岗位
seat-toast-confirm = 已确认：{ $post } { $name } 到岗了
seat-toast-revoke = 已撤销：{ $post } { $name }
seat-toast-keep = 照常在岗：{ $post } { $name }

## 现在的情况

posts = <b>岗位一览</b>
post = { $post } { $name }（{ $offices }）：{ $stands }{ $last ->
        [none] {""}
       *[other] 。任期到 { $last }
    }
seat-status-none = 还没有邀请
seat-status-invited = 链接已发出，还没有人点开
seat-status-claimed = “{ $claimant }”点开了链接，等人确认
seat-status-active = 在岗（{ $who }确认）
seat-status-revoke-asked = 在岗；有人请求撤销，等监督委员会决定
seat-status-refused = 没有确认：{ $note }
seat-status-lapsed = 链接过期了，没有人点开
seat-status-withdrawn = 邀请已收回
seat-status-expired = 任期已满
seat-status-revoked = 已撤销：{ $note }

## 告诉本人和居委会

seat-told-receiver-claim = 谢谢！您点开了<b>{ $community }</b>“{ $post }”（{ $offices }）的邀请链接。还要请一位认识您的居委会或监督委员会成员确认（最先到岗的两位，由管理员确认），确认后我马上告诉您。
seat-told-receiver-confirm =
    确认好了：{ $name }，您现在是<b>{ $community }</b>的“{ $post }”（{ $offices }）。
    派给您的事、要您定的事，都会发到这里，点按钮就行。怎么用，请发 /help。
seat-told-receiver-refuse = 您点开了“{ $post }”的邀请链接，但没有得到确认。如果弄错了，请到居委会当面说一下，他们可以再发一个链接。
seat-told-receiver-withdraw = “{ $post }”的这次邀请收回了。如果您会收到新的链接，请点新的那个。
seat-told-receiver-expire = { $name }，您担任“{ $post }”的任期已满，谢谢您为大家做的一切！手上没办完的事已转给别人，您不用再操心。
seat-told-receiver-revoke = { $name }，您不再担任“{ $post }”了，原因：{ $note }。手上没办完的事已转给别人。有疑问，请找居委会或监督委员会。
seat-told-committee-withdraw = “{ $post } { $name }”的这次到岗申请收回了，不用再确认；岗位还空着。
seat-told-committee-lapse = “{ $post } { $name }”的邀请链接过期了，没有人点开。要再发一个，请告诉管理员。
seat-told-committee-expire = “{ $post } { $name }”的任期已满，不再在岗；手上没办完的事已转给下一位或案头。
seat-told-committee-revoke = “{ $post } { $name }”的岗位已撤销，原因：{ $note }。手上没办完的事已转给下一位或案头。
seat-told-committee-keep = 监督委员会决定：“{ $post } { $name }”照常在岗。
seat-term-receiver = { $name }，您担任“{ $post }”的任期到 { $last } 为止，还有 { $days } 天。到时候会自动结束；要继续，请居委会提前更新社区文件。
seat-term-committee = “{ $post } { $name }”的任期到 { $last } 为止，还有 { $days } 天。要继续，请提前更新社区文件里的 term_ends。

## 填写时

form-refuse-seat = <b>不是“{ $post }”本人</b>
form-refuse-seat-reason = 原因：{ $value }
ask-refuse-seat-reason = 为什么不确认？请点一个，或者写一句话。
talk-refuse-seat-done = 好的，没有确认。岗位还空着，要再发一个链接，请告诉管理员。
talk-refuse-seat-cancelled = 好的，先不决定。
talk-refuse-seat-expired = 放得太久，这一步作废了。请回到上面的卡片再点一次。
form-ask-revoke = <b>请求撤销一个岗位</b>
form-ask-revoke-officer = 岗位：{ $value }
form-ask-revoke-reason = 原因：{ $value }
ask-ask-revoke-officer = 撤销谁的岗位？
ask-ask-revoke-reason = 为什么？请点一个，或者写一句话。
ask-ask-revoke-submit = 提交以后由监督委员会决定；决定以前他（她）照常在岗。
talk-ask-revoke-done = 已交给监督委员会，定下来我告诉您。
talk-ask-revoke-cancelled = 好的，不撤销了，什么都没有变。
talk-ask-revoke-expired = 放得太久，这一步作废了，什么都没有变。
choice-refuse-seat-reason-stranger = { reason-seat-stranger }
choice-refuse-seat-reason-unsure = { reason-seat-unsure }
choice-ask-revoke-reason-left = { reason-seat-left }
choice-ask-revoke-reason-account = { reason-seat-account }
reason-seat-stranger = 不是名册上的人
reason-seat-unsure = 联系不上本人，没法核实
reason-seat-left = 已经离任
reason-seat-account = 账号丢了或换了

## 存证

trail = <b>#{ $number } 的存证</b>（最近几条；人名都用代号）
trail-entry = { $id } · { $at } · { $done } · { $who }
trail-seal = { $hash ->
        [none] 还没有封存。
       *[other] 已封存到第 { $seq } 条，封条 <code>{ $hash }</code>；这里有 { $tail } 条还没封存。
    }

## 命令行

invite-link = { $post } { $name }（{ $offices }）：{ $hours } 小时内有效，只能用一次，请当面或私下交给本人：
invite-out = { $post } { $name }：链接已经发出，{ $until } 前有效。要换一个新的：linli invite { $code }
invite-none = 每个岗位都有人了，没有要邀请的。
invite-ask = 请写岗位的英文名，或用 --all-unclaimed；现有：{ $known }
invite-unknown = 社区文件里没有岗位 { $found }；现有：{ $known }
invite-confirmed = 已确认：“{ $claimant }”就是名册上的 { $name }，担任 { $post }。审计里记的是“管理员”。
invite-waiting = 还没有人点开 { $post } { $name } 的链接，没有什么可确认的。先看 linli invite --list
invite-sure = “{ $claimant }”真的是 { $post }（名册上的 { $name }）本人吗？
door-link = { $place }：贴在门口，扫码只说明在哪里，不代表任何人：
door-unknown = 社区文件里没有楼栋 { $found }；现有：{ $known }
bot-unreachable = 连不上 Telegram，还不知道机器人叫什么，做不出链接。请检查网络，或设置 LINLI_PROXY 后再试。
bot-token = Telegram 不认识这个令牌：请重新设置 LINLI_TOKEN。
drill-silent = { $url } 没有练习小镇在答话：先启动它，或者去掉 LINLI_DRILL_URL。
