### 社区文件：linli community …

community-other = { $file } 是社区 { $found } 的，数据库里是 { $known }：请核对 LINLI_COMMUNITY
community-same = 第 { $edition } 版已经是这个内容。
community-first = 这里还没有社区文件：这是第 1 版。
community-unchanged = 生效的内容没有变：改的只是写法，或不由这个文件决定的（群在群里登记，人点链接到岗）。
community-kept = 不能生效：还有没办完的事，或者有人在岗。下面这些还用得着：
community-unlisted = 不能生效：这些包联住户不在住户名册里。请改正门牌，或先用 linli roster import 补上：
community-ask = 生效吗？
community-applied = 第 { $edition } 版已生效。
community-fine = { $file }：{ $community }，{ $level_grid } { $grids } 个、楼栋 { $buildings } 栋、人员 { $officers } 位、类别 { $categories } 个。没有错。
community-exported = 第 { $edition } 版已写入 { $file }。
community-no-edition = 没有第 { $edition } 版：linli community editions 列出所有版本
community-no-preset = 没有这个样板；现有：{ $known }
community-audit-whole = { $community }：已封存 { $sealed } 条，待封存 { $tail } 条，没有被改动。最新的指纹：{ $head }
community-audit-fault-entry-missing = 这一条不见了
community-audit-fault-seal-missing = 这一条的封条不见了
community-audit-fault-altered = 这一条或者它的封条被改过
community-audit-fault-out-of-order = 这一条的先后次序被动过
community-audit-fault-detail-altered = 这一条的内容被改过
community-audit-broken = { $community }：第 { $entry } 条起对不上（{ $fault }）。请先停用，保留数据库原样，再请懂技术的人核对。
