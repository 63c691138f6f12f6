refusal-disclosure-account = 党务公开只能由党组织授权的那一位来写。请和他（她）联系。
refusal-disclosure-drafter = 这一项不是由您起草的。想知道由谁起草，发 /disclosures 看。
