### From SQLite to PostgreSQL: linli migrate-to

copy-done =
    { $rows } rows of { $tables } tables were copied and counted again; the audit holds on the copy ({ $sealed } entries sealed, head { $head }).
    Now set LINLI_DATABASE_URL={ $address } (with the password) and start the bot; keep the SQLite file as a backup.
copy-source = LINLI_DATABASE_URL names no SQLite file: there is nothing to copy from
copy-target = The copy goes to PostgreSQL: write the address like postgresql+asyncpg://user:password@host/linli
copy-address = What stands after migrate-to is no address of a PostgreSQL database: write one like postgresql+asyncpg://user:password@host/linli (in the password @ : / are %40 %3A %2F). Nothing was copied
copy-nothing = No database is at { $file }: LINLI_DATABASE_URL says where it is
copy-running = The database is open elsewhere: stop the bot, then do it again; nothing was copied
copy-full = The PostgreSQL database holds rows already ({ $table }): give an empty one; nothing was copied
copy-counts = Not all rows of { $table } arrived: nothing was kept; please report it
copy-audit =
    { $entry ->
        [0] The audit of the copy is not that of the original: nothing was kept; please report it
       *[other] The audit is broken at entry { $entry }: linli audit verify says more; nothing was copied
    }
copy-unreachable =
    { $fault ->
        [silent] no PostgreSQL answers at { $server }: start it, or correct the address after migrate-to
        [password] PostgreSQL at { $server } does not take this user and password: correct them in the address after migrate-to
        [missing] PostgreSQL at { $server } has no database "{ $database }": make it with createdb --encoding=UTF8 { $database }
        [full] PostgreSQL at { $server } takes no more connections: raise its max_connections
        [forbidden] PostgreSQL at { $server } lets this user make no tables in "{ $database }": make the user its owner
        [old] PostgreSQL at { $server } is version { $version }: Linli needs 15 or newer
        [encoding] the database "{ $database }" is not in UTF8: make another with createdb --encoding=UTF8 --template=template0
       *[foreign] the database "{ $database }" holds tables of something else: give Linli an empty one
    }
