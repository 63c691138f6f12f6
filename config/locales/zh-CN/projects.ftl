# 微实事候选项目：地点、受益的人、时间；专项经费 (E19, G16)

ballot-details = 地点：{ $place }；受益：{ $people }；时间：{ $time }
ballot-pot = 参与治理专项经费 { $whole } 元：已定 { $bound } 元，预留 { $reserved } 元，还剩 { $left } 元（已定：生效决议要花的；预留：正在表决、或已选出还没生效的清单，按总预算算）
ballot-lacks-pot = · 专项经费剩下的不够这张清单的总预算：已定的和预留的都要扣除。请撤销这次表决，改小预算重新起草；或者等别的清单定下来
form-ballot-details = 地点、受益、时间：{ $value }
ask-ballot-details = 每个项目写一行，顺序跟上面一样，用“｜”隔开：在哪里｜方便谁｜什么时候做好。例如：3号楼前｜老人｜6月底前
refusal-ballot-details = 请给 { $count } 个项目各写一行，用“｜”隔开三样：在哪里｜方便谁｜什么时候做好。
refusal-ballot-pot = 专项经费只剩 { $left } 元，总预算不能超过它。请改小预算。
refusal-ballot-overspent = 专项经费扣除已定和预留的，剩下的不够这张清单的总预算。请撤销这次表决，改小预算重新起草。
