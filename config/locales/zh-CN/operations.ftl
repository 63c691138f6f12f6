# 运维人员在命令行和运维群里读到的：数据的保存
ops-yes-or-no = 是/否
ops-yes = 是|是的|好|好的|可以|对
ops-unanswered =
    { $option ->
        [yes] 没有人回答，所以什么也没有改动。不想被问，请在命令后面加 --yes。
       *[other] 没有人回答，所以什么也没有改动。
    }
errand-words = { $found }：这一行读不懂（{ $reason }）
errand-unknown = { $found }：这里只能打这些：{ $known }
errand-outside = { $found }：请写练习小镇文件夹里的文件
errand-late = { $seconds } 秒内没有做完。
ops-usage = { $fault ->
        [missing] 少写了 { $what }。
        [option] 没有 { $what } 这个选项。
        [command] 没有 { $what } 这个命令。
        [file] { $what }：这里要写文件，不能写文件夹（{ $more }）。
        [folder] { $what }：这里要写文件夹，不能写文件（{ $more }）。
        [unreadable] { $what }：打不开（{ $more }）。
        [date] { $what }：请写 2026-12-31 这样的日期（{ $more }）。
        [number] { $what }：请写合适的数字（{ $more }）。
       *[other] 这样写看不懂（{ $more }）。
    }
ops-usage-written = 写法：{ $words }；说明：{ $path } --help
ops-interrupted = 中断了：做没做完，请先看一看，再决定要不要重来。
ops-file-none = 没有 { $file } 这个文件：请核对文件名。
ops-postgres = 这是 PostgreSQL 数据库：备份请用 pg_dump，恢复请用 pg_restore。
ops-database-none = { $file } 没有数据库：LINLI_DATABASE_URL 写明它在哪里。
ops-database-foreign = { $file } 不是邻里的数据库：LINLI_DATABASE_URL 写明它在哪里。没有改动任何东西。
ops-newer = 数据库 { $file } 由更新的版本写成（版本 { $more }），这个版本不认识：请启动那个版本，或换回以前的备份。
ops-shared = 这个数据库里已有别的社区：{ $others }。一个社区用一个数据库：请在 LINLI_DATABASE_URL 写另一个；写错了多出来的社区，用 linli community remove 删除。
ops-file-there = { $file } 已经存在：请换一个文件名，或加 --yes 覆盖（数据库本身不能覆盖）。
ops-backup-done =
    已备份到 { $file } 并核对：文件完整，存证 { $entries } 条{ $unsealed ->
        [0] 全部有效
       *[other] 里已封存的全部有效，另有 { $unsealed } 条还没封存，看不出有没有被改过
    }。
ops-restore-none = { $file } 没有备份：请填写 linli backup 或夜间备份写出的文件。
ops-restore-name = { $file } 这个名字恢复时另有用处：请先把文件改名。没有改动任何东西。
ops-template-name = { $file }：请写以 .xlsx 结尾的文件名。没有改动任何东西。
ops-restore-ask =
    { $there ->
        [yes] 用备份替换 { $file } 吗？现有的会保存在旁边。
       *[no] 把备份放到 { $file } 吗？那里现在没有数据库。
    }
ops-restore-done =
    { $file } 已换成备份；文件完整，存证 { $entries } 条{ $unsealed ->
        [0] 全部有效
       *[other] 里已封存的全部有效，另有 { $unsealed } 条还没封存，看不出有没有被改过
    }。请启动机器人。
ops-restore-kept = 原来的保存为 { $file }。
ops-held = 另有程序打开着这个数据库，多半是正在运行的机器人：请先停下它。没有改动任何东西。
ops-unsound-damaged = { $file } 已损坏，不能使用（{ $more }）：请换一个更早的备份。没有改动任何东西。
ops-unsound-foreign = { $file } 不是邻里的备份：请填写 linli backup 或夜间备份写出的文件。没有改动任何东西。
ops-unsound-newer = { $file } 由更新的版本写成（版本 { $more }）：请先安装那个版本。没有改动任何东西。
ops-unsound-chain = { $file } 里的存证被改动过：从第 { $more } 条起不符。请换一个备份，并告知监督人员。没有改动任何东西。
ops-failed = { $fault ->
        [full] 磁盘已满，{ $file } 写不下：请腾出空间再试。
        [nowhere] 没有 { $folder } 这个文件夹：请先建好，或换一个地方。
        [denied] { $file } 没有读写的权限：请改正权限，或换一个文件夹。
        [gone] 没有 { $file } 这个文件。
        [folder] { $file } 是文件夹：请写一个文件名。
        [taken] { $file } 是文件，不是文件夹：请写一个文件夹。
        [readonly] { $file } 在这里无法写入：请换一个文件夹，或改正权限。
        [damaged] 数据库已损坏；linli check 有详情。可用 linli restore 换回更早的备份。
        [locked] 数据库被别的程序占用；请等它结束再试。
        [unreachable] 数据库或 { $file } 打不开、读不出；请检查磁盘。
       *[other] 没有成功（{ $more }）。
    }{ $kept ->
        [yes] 没有改动任何东西。
       *[no] {""}
    }
ops-broken = 程序遇到没有料到的错误，停下了；已写入的都还在。请重新启动；如果再次出现，请把下面几行交给维护程序的人，里面没有居民写的话。
ops-stop-listen = LINLI_LISTEN={ $address } 用不了（{ $why }）：请换一个端口，或停下占用它的程序。
ops-stop-second = 这个机器人还有另一份在运行：请停下那一份。
ops-stop-hooked = 机器人正在运行，有人给它设了 webhook：请停下另一份。
ops-stop-taken = 这个机器人还有另一份，总把 webhook 取走：请停下那一份。
ops-stop-refused = Telegram 不接受 LINLI_WEBHOOK_URL：{ $why }
ops-stop-cases = 还有没办完的事在 { $officers } 手里，社区文件里却没有他们了：请先加回去，等有人接手再删。
ops-story-none = 没有故事 { $story }；现有：{ $known }
ops-show-welcome =
    邻里：用浏览器打开 { $address }
    您是李婶。打开“幸福里居民群”，发：/report 三号楼电梯坏了两天没人修
    按 Ctrl-C 停止。
ops-show-not-up = 起不来，原因在下面。如果是端口有别的程序在用，请换一个，例如 make demo PORT=8081。
ops-show-ended = 机器人自己停了：
ops-show-stopped = 已停止，什么都没有留下。
ops-show-under-way = 正在演 { $story }
ops-show-differs = 和故事里说的不一样：
alarm-unsaved = 夜间备份没有成功 { $what }
alarm-paper = 有一张公示图画不出来 { $what }
alarm-stalled = 数据库有一阵写不进去，现已恢复 { $what }
alarm-setback = 机器的时钟被调回 { $what }
ops-archive-done = 本社区的全部内容已写入 { $file }：{ $rows } 行，已重新读出并核对数目。
ops-archive-differs = 归档不完整（{ $what }），已删除；请再试，并检查磁盘。
ops-archive-readme = tables/ 下每个文件每行是一条 JSON。时间为 UTC 毫秒，字节为十六进制。chain.json 写明存证（audit、seals、audit_details）核对到哪里。
ops-remove-nobody = 这个数据库里没有社区 { $community }。
ops-remove-dry = 以上是预演，什么都没有改。要执行，请去掉 --dry-run。
ops-remove-ask = 永久删除 { $community } 的全部内容，连同存证？请先用 linli community archive 归档；备份不受影响。
ops-remove-done = { $community } 已删除，共 { $rows } 行。如有需要，请一并销毁它的备份。

recount-none = 表决{ $number } 还没有计票，或者没有这次表决。
recount-same = 表决{ $number } 重新计票一致：名册 { $roll }，有效票 { $votes }。
recount-differs = 与公布的结果不一致的地方：{ $place }
recount-wrong = 表决{ $number } 重新计票有 { $count } 处与公布的结果不一致，请停下来查明，不要据此作决定。
recount-box = 这是不记名表决。票箱：{ $slips } 个回执，{ $papers } 张纸质票（存证里发出 { $handed } 张）；校验码 { $digest }，与存证和人数都一致。
recount-posted = 您给的 { $slips } 个回执与票箱里的一个不多、一个不少。
recount-unproven = 核对不了的（不记名就是这样）：
recount-unproven-said = · 信封里写的是不是本人的意思：回执只证明信封在票箱里。
recount-unproven-whose = · 哪一票是谁的、各类人的分项：票和人已经分开，只核对合计。
recount-unproven-close = · 结束之前有没有人动过信封：在那以前要信得过管机器的人。
recount-unproven-posted = · 票箱里的回执与群里公布的是否一样：请把公布的内容存成文件，用 --posted 再核一次。
recount-unproven-digest = · 校验码与公布的是否一样：文件里没有校验码。
recount-unproven-audit = · 校验码与结束时是否一样：存证里的那一条内容已不再保存。
recount-unproven-key = · 密钥是否已销毁：还没有记下，请看 linli 的日志。
