### 从 SQLite 搬到 PostgreSQL：linli migrate-to

copy-done =
    { $tables } 张表的 { $rows } 行已复制并重新数过；副本上的审计链完好（已封 { $sealed } 条，末端 { $head }）。
    现在设置 LINLI_DATABASE_URL={ $address }（带上密码），再启动机器人；SQLite 文件留作备份。
copy-source = LINLI_DATABASE_URL 指的不是 SQLite 文件：没有可复制的
copy-target = 要复制到 PostgreSQL：地址请写成 postgresql+asyncpg://user:password@host/linli
copy-address = migrate-to 后面的不是 PostgreSQL 的地址：请写成 postgresql+asyncpg://user:password@host/linli（密码里的 @ : / 写成 %40 %3A %2F）。什么也没有复制
copy-nothing = { $file } 没有数据库：请核对 LINLI_DATABASE_URL
copy-running = 数据库正被别的程序打开：先停下机器人再来；什么也没有复制
copy-full = PostgreSQL 库里已有数据（{ $table }）：请给一个空库；什么也没有复制
copy-counts = { $table } 有行没有到：什么也没有留下；请报告给我们
copy-audit =
    { $entry ->
        [0] 副本的审计链和原来的不一样：什么也没有留下；请报告给我们
       *[other] 审计链在第 { $entry } 条断了：linli audit verify 说得更细；什么也没有复制
    }
copy-unreachable =
    { $fault ->
        [silent] { $server } 上的 PostgreSQL 没有回应：启动它，或改正 migrate-to 后面的地址
        [password] { $server } 上的 PostgreSQL 不认这个用户和密码：在 migrate-to 后面的地址里改正
        [missing] { $server } 上的 PostgreSQL 没有数据库“{ $database }”：用 createdb --encoding=UTF8 { $database } 建一个
        [full] { $server } 上的 PostgreSQL 连接已满：调大 max_connections
        [forbidden] { $server } 上的 PostgreSQL 不让这个用户在“{ $database }”里建表：让它做这个库的属主
        [old] { $server } 上的 PostgreSQL 是 { $version } 版：邻里要 15 或更新
        [encoding] 数据库“{ $database }”不是 UTF8：用 createdb --encoding=UTF8 --template=template0 另建一个
       *[foreign] 数据库“{ $database }”里有别的软件的表：请给邻里一个空库
    }
