### Everything that has a number has a record: topics, ballots, resolutions, disclosures, opinions

refusal-history-number = Please add the number, such as: /history 12 (a case), /history T3 (a topic), /history B2 (a ballot), /history R5 (a resolution), /history 2026-031 (a disclosure), /history S1 (supervision).
refusal-history-none = There is no such statement in this topic. Please check the number.

history-words-topic = t topic
history-words-ballot = b ballot
history-words-resolution = r resolution
history-words-disclosure = no n disclosure
history-words-measure = s supervision opinion
history-of =
    <b>{ $title }</b> · { $standing }
    The record:
history-measure = <b>S{ $number }</b> · { $title }
history-statement =
    <b>T{ $number }</b> { $title }{ $at ->
        [none] { "" }
       *[other] { " " }· { $at }
    }
history-statements = · { $count ->
        [1] one statement
       *[other] { $count } statements
    } so far; to read one of them: /history T{ $number }-1
history-earlier = · { $count } earlier public texts, all kept
history-version =
    <b>Version { $number }</b> · { $standing }{ $why ->
        [none] { "" }
       *[other] , corrected because: { $why }
    }
history-ballot-schedule = scheduled
history-ballot-open = opened
history-ballot-close = closed
history-ballot-tally = tallied
history-ballot-certify = certified
history-ballot-publish = result published
history-ballot-contest = contested
history-ballot-uphold = looked into: the result stands
history-ballot-cancel = cancelled
history-ballot-ask-void = asked to be voided
history-ballot-void = voided
history-ballot-keep = not voided
