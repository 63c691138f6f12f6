### 谁以什么身份参加：当事人、利益相关人、代表、列席人员；满 18 周岁

office-representative = 居民（村民）代表
office-party-delegate = 党代表
office-deputy = 人大代表
office-adviser = 政协委员

participant-party = 当事人
participant-stakeholder = 利益相关人
participant-representative = 代表
participant-resident = 其他居民
participant-observer = 列席人员

refusal-vote-age = 这次只由满 18 周岁的人投，您的登记里还没有确认这一点。已满 18 周岁的，请找{ $grid_worker }当面确认，下次就能投；意见随时可以在议题里说。
refusal-vote-class = 这次表决只由名册上写明的几类人投，您不在其中。您的意见可以在议题里说，或请您的代表转达。
refusal-concern-many = 一次最多写 { $most } 行。整栋楼都有关的，只写楼栋就行。

## 议题

topic-concern-button = 谁直接有关
topic-concerned =
    { $name }：{ $buildings ->
        [none] { "" }
       *[other] { $buildings }（整栋）
    }{ $count ->
        [0] { "" }
       *[other] { " " }{ $count } 户
    }{ $doors ->
        [none] { "" }
       *[other] （{ $doors }）
    }
topic-concerned-own = 这件事直接关系到您家：表决时您家按“{ $name }”一类计票。
form-concern = <b>议题{ $number } · 谁直接有关</b>（重写一遍，代替以前写的）
form-concern-party = 当事人：{ $value }
form-concern-stakeholder = 利益相关人：{ $value }
ask-concern-party = 谁是当事人，也就是事情本身牵涉到的？一行一处：楼栋、{ $level_grid }或某一户，例如：3号楼2单元301。没有就点“跳过”。
ask-concern-stakeholder = 谁是利益相关人，也就是会直接受影响的？一行一处：楼栋、{ $level_grid }或某一户。没有就点“跳过”。
ask-concern-submit = 对吗？群里只看到楼栋和户数，看不到门牌；表决时这几类分开计票。进入表决后就不能改了。
talk-concern-done = 已记下。
talk-concern-cancelled = 没有记。
talk-concern-expired = 放得太久，没有记。

## 表决

ballot-voters = 由谁投：{ $names }。其他人都可以看、可以提意见。
ballot-classes = 名册分类：{ $each }；结果分类公布
ballot-size = { $name } { $count }
ballot-said = 商量下来：赞成 { $for }，反对 { $against }，有条件赞成 { $condition }
ballot-summary = 小结：{ $text }
ballot-objection = · { $text }
ballot-objections-more = · 其余的请看议题{ $number }
ballot-own-class =
    计票时算在“{ $name }”一类{ $few ->
        [yes] 。这一类只有 { $count } { $kind ->
            [person] 人
            [household] 户
           *[owner] 位业主
        }，公布分类结果时，别人也许能看出怎么投的
       *[no] { "" }
    }

## 登记

resident-age =
    { $adult ->
        [yes] 已确认满 18 周岁
       *[no] 年龄没有确认（只由满 18 周岁的人投的表决，投不了）
    }
resident-action-meet = 见过，年龄没确认
resident-action-confirm-age = 确认已满 18 周岁
resident-action-doubt-age = 年龄还没有确认
resident-told-meet =
    { $place }：{ $by }{ $how ->
        [face] 已当面核实
       *[other] 已核实（{ $reason }）
    }，您是登记的住户了。您是否满 18 周岁没有确认：只由满 18 周岁的人投的表决，要先找{ $by }确认。{ $residency ->
        [away] 您人在外地：公示、议题、表决和决议，都会私聊给您发一份。不想收公示，发 /subscribe。
       *[other] {""}
    }
resident-told-confirm-age = { $place }：{ $by }确认您已满 18 周岁，以后的表决您都可以参加。
resident-told-doubt-age = { $place }：{ $by }记为没有确认您是否满 18 周岁，只由满 18 周岁的人投的表决暂时投不了。不对的话，请找{ $by }当面确认。
mydata-age = 满 18 周岁：工作人员已确认（{ $place }）
