### 公示有疑问、还没有答复完（8.12）

programme-queried = 已公开，{ $count } 处疑问等答复
edition-queried = ❓ 有住户提了疑问，还没有答复完。答复会写在公示下面，大家都看得到。
