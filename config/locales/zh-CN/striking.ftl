# 监督撤销代录的票 (8.10)

ballot-entries-look = 代录的票
ballot-entries =
    表决{ $number } 里算数的代录票（{ $count } 户，第 { $page } / { $pages } 页）
    本人说不是这样投的，监督可以撤销：点一户，写理由。本户和代录的人都会看到理由，截止前可以再投。
ballot-entries-none = 表决{ $number } 现在没有您可以撤销的代录票。
ballot-entries-line =
    · { $unit }：{ $by }代录，{ $channel ->
        [phone] 电话
        [doorstep] 上门
       *[paper] 纸票
    }
ballot-entries-page = 第 { $page } 页
ballot-entries-strike = 撤销 { $unit }
entry-invalidate = 撤销这一票
vote-struck =
    监督撤销了替您这一户（{ $unit }）代录的表决{ $number } 的一票，它不算数了。
    理由：{ $note }
    截止前您可以自己投：请点下面。也可以请工作人员再代录。
vote-struck-tell =
    监督撤销了您代录的表决{ $number } 里 { $unit } 的一票，它不算数了。
    理由：{ $note }
    这一户要是收不到消息，请您当面或打电话告诉他们：截止前可以再投。
