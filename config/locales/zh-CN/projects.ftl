# 微实事候选项目：地点、受益的人、时间；专项经费 (E19, G16)

ballot-details = 地点：{ $place }；受益：{ $people }；时间：{ $time }
ballot-pot = 参与治理专项经费现余：{ $sum } 元（已扣除生效决议要花的钱）
form-ballot-details = 地点、受益、时间：{ $value }
ask-ballot-details = 每个项目写一行，顺序跟上面一样，用“｜”隔开：在哪里｜方便谁｜什么时候做好。例如：3号楼前｜老人｜6月底前
refusal-ballot-details = 请给 { $count } 个项目各写一行，用“｜”隔开三样：在哪里｜方便谁｜什么时候做好。
refusal-ballot-pot = 专项经费只剩 { $left } 元，总预算不能超过它。请改小预算。
