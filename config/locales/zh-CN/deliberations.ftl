# 议事协商：议题、表决

refusal-no-ballot = 这里没有这个表决，请看看编号。
refusal-ballot-untalked = 还不能表决：要先协商、再写出赞成和反对的小结，满足了规定的天数和发言数，才能开始表决。
refusal-ballot-method = 这种表决不能用这个表决方式，请换一种。
refusal-ballot-paper = 选项、限选数、预算或起止时间有问题，请检查后再定。
refusal-ballot-numbers = 还没有规定多少人参加、多少人同意才算数。请先在社区文件里写明，并核对现行条文。
refusal-ballot-nobody = 名册是空的，没有人可以表决。请先核对范围和名册。
refusal-ballot-secret =
    { $why ->
        [area] 这次不能不记名：表决要算面积，面积加起来会让人看出谁投了什么。请改为记名，或者换一种只按户（人）数的方式。
        [small-class] 这次不能不记名：{ $who ->
            [party] 当事人
            [stakeholder] 利益相关人
            [representative] 代表
           *[other] 居民
        }只有 { $units } 户（人），不到 { $least }，结果会让人看出谁投了什么。请改为记名。
       *[other] 这次不能不记名：名册上只有 { $units } 户（人），不到 { $least }，结果会让人看出谁投了什么。请改为记名。
    }
refusal-vote-early = 表决还没有开始，请等开始以后再投。
refusal-vote-late = 表决已经截止，这一票没有计入。
refusal-vote-roll = 您不在这次表决的名册里。如果认为有误，请向居委会或监督委员会反映。
refusal-vote-marks = 这样选不符合这次表决的要求，请看一下可以选几项，再选一次。
refusal-vote-secret = 不记名表决不能由别人代录，请本人来投。
refusal-vote-household = 您是这一户的人，请自己直接投票，不要代录。
refusal-vote-own = 本人已经自己投过票了，不能再代录。本人在截止前可以改。
refusal-topic-elements = 还不能公示：参加人、要议的问题和材料、形式、时间安排、结果怎么用和谁来办，五项都要写明。
refusal-topic-review = 预审的问题还没有全部回答，或者回答说明这件事不能在这里议。
refusal-topic-party = 重大事项要先登记党组织研究的日期和结论。
refusal-topic-queue = 正在商议的议题已经够多了，这一件会自动排队。
refusal-topic-untalked = 协商还不够：请看还差哪些要求，做到了再往下走。
refusal-topic-discussion = 现在不在协商阶段，发言和会议记录都不能再加进来。
refusal-topic-objection = 还有直接受影响的人反对，没有写明怎么解决。
refusal-topic-objection-ballot = 表决已经开始，结果出来以前不能再写“怎么解决”。提反对的人可以自己撤回；没有通过的话，再商量时可以写。
refusal-topic-window = 公示小结以后，要等大家提异议的时间过了，才能定为一致同意。
