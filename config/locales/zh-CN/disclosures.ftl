refusal-no-edition = 没有找到这份公示。发 /disclosures 看全部公示。
refusal-edition-problems = 还有 { $count } 处没改好，改完才能提交。
refusal-edition-empty = 还没有内容。请先填表，或把表格文件发给我。
refusal-edition-other = 内容在您看过以后又变了。请重新看一遍再签。
refusal-edition-window = 监督委员会还在核对的时间里，到时会自动公布。
refusal-edition-unsigned = 书记、主任一肩挑，要监督委员会会签后才能公布。
refusal-edition-alone = 这份公示不用会签：起草、批准的人里没有书记、主任一肩挑的。有意见，请点“有意见，退回”。
refusal-edition-audience = 这份公示是给别的楼、别的群的住户看的，这里的按钮您点不了。您要是住在那里，发 /join 登记，核实以后就能点；或者到居（村）委会问。
