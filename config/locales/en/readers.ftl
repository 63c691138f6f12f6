# Questions about what was disclosed, and their answers

toast-ask-line = I ask you in private which line you mean. If nothing comes, open me, press Start, then tap again
form-ask-line = <b>❓ A question</b> · notice { $number }
form-ask-line-line = Line: { $value }
form-ask-line-text = You ask: { $value }
ask-ask-line-line = Which line do you mean? Tap its number, or write it to me, for example: 7. The group does not see who asks.
ask-ask-line-text = Please write your question, in a sentence or two. Nobody is told who asked; everybody can read the answer. If the answer above is enough, tap Cancel.
talk-ask-line-done = Your question was handed in.
talk-ask-line-cancelled = Nothing was asked.
talk-ask-line-expired = There was no answer for too long; nothing was asked.
form-answer-line = <b>Answer</b> · notice { $number }
form-answer-line-answer = Answer: { $value }
ask-answer-line-answer = Please write the answer. It will stand under this line for everybody: no names, telephone or door numbers, please.
ask-answer-line-submit = Everybody will read this answer. Send it like this?
talk-answer-line-done = Answered; it stands under the line.
talk-answer-line-cancelled = Nothing was answered; the question still waits.
talk-answer-line-expired = There was no reply for too long; nothing was answered. The question still waits: please tap Answer again.
edition-line =
    { $line ->
        [0] All of it
       *[other] Line { $line }
    }
edition-line-named =
    { $line ->
        [0] <b>The whole notice</b>
       *[other] <b>Line { $line }</b> · { $what ->
            [none] (not in this version any more)
           *[other] { $what }
        }
    }
edition-answer = Answer: { $answer }
edition-answers = 💬 Answers about { $name } (notice { $serial }, version { $version })
edition-question = ❓ { $name } (notice { $serial }, version { $version }): a line was questioned
edition-question-due = Please answer by { $at }.
edition-question-asks = Question: { $text }
edition-tap-answer = ✍️ Answer
edition-tap-wrong = ✏️ The figure is wrong: correct it
edition-asked = Your question was handed in: notice { $serial }, { $line }. You have an answer by { $at } at the latest. Nobody is told that it was you.
edition-answered = Your question was answered: notice { $serial }, { $line }.
    Answer: { $answer }
edition-ask-late = Your question about notice { $serial }, { $line }, was to be answered by { $at } and was not. The committee and supervision know.
edition-question-late = ⏰ Notice { $serial }, version { $version }: the day has passed and there is no answer to the question about { $line ->
        [0] all of it.
       *[other] line { $line }.
    }
edition-rates = 📊 Month { $month } of { $year }, notices: { $editions }.
    Understood { $yes }, not understood { $no }, said nothing { $silent } (of registered residents, counted for each notice).
    Questions { $asked }: answered in time { $in_time }, late { $late }, still within their time { $open }.
edition-rewrite = 🖍 { $name } (notice { $serial }, version { $version }): of { $all } who answered only { $yes } understood it. Please write a plainer version.
edition-rewrite-begun = 🖍 { $name } (notice { $serial }, version { $version }): another version is being written, or it was archived.
edition-tap-rewrite = ✏️ Write it anew
sheet-edition-unanswered = Questions about earlier notices that still have no answer: { $count }
refusal-no-line = There is no such line in this notice. Please tap a number, or write one that stands in it, for example: 7
refusal-line-answered = Somebody has answered this line already.
refusal-answer-private = The answer has a telephone, identity or door number in it, and everybody would read it. Please tap Back, leave it out, and send it again.
