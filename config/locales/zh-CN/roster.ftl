### 住户名册（电子表格）

roster-sheet = 名册
roster-column-building = 楼栋
roster-column-unit = 房号
roster-column-area = 建筑面积（平方米）
roster-column-owners = 业主
roster-column-numbers = 业主编号
roster-column-vacant = 空置
roster-hint-building = 写社区文件里的名字或叫法，例如：3号楼
roster-hint-unit = 例如：2单元301
roster-hint-area = 例如：89.5
roster-hint-owners = 几个人共有用“、”隔开
roster-hint-numbers = 一个人有几套房、或者有同名的人时填；与业主一一对应
roster-hint-vacant = 是 或 否，不填算 否
roster-yes = 是
roster-no = 否

roster-fault-empty = 表里一行都没有：从第二行开始，每套房写一行
roster-fault-building = 没有“{ $found }”这栋楼；现有：{ $known }
roster-fault-unit = 缺房号，例如：2单元301
roster-fault-area = “{ $found }”不是面积：写平方米数，最多两位小数，例如 89.5
roster-fault-vacant = “{ $found }”看不懂：写 是 或 否
roster-fault-owners = 缺业主：没卖出的写开发商
roster-fault-owner-twice = 同一个人写了两遍：留一个
roster-fault-numbers = 业主有{ $names }个，编号有{ $numbers }个：一一对应，或都不写
roster-fault-twice = 这套房在第{ $other }行已经有了：删去一行
roster-fault-namesake = 第{ $other }行也有“{ $name }”：是同一个人就在两行填同一个编号，不是就填不同的编号
roster-fault-renamed = 编号{ $number }在上面是“{ $name }”：核对编号
roster-fault-columns = 第一行缺这些标题：{ $missing }。先用 linli roster template 做一张表
roster-fault-unreadable = 打不开这个文件：请存成 .xlsx 再试

roster-counts =
    { $units } 套房 · { $heads } 户业主（按人头）· 共有 { $joint } 套 · 空置 { $vacant } 套 · 面积 { $area } 平方米
roster-was = 现在的名册：{ $units } 套房 · { $heads } 户业主 · 面积 { $area } 平方米
roster-dry = 只是试算，没有导入。
roster-ask = 导入吗？
roster-done = 第 { $seq } 版名册已导入。
roster-faults = 有 { $count } 处要改，一行都没有导入。改好的地方标在 { $file } 里：
roster-fault-line = 第 { $row } 行 · { $column }：{ $fault }
roster-template-done = 样表已写好：{ $file }
