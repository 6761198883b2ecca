### What people thought of a session.

evaluation-letter = The training below is over. What did you think of it? It takes two minutes, once, until { $day }: { $link } – your name is not kept with your answers.

## Answering

evaluation-title = Your opinion
evaluation-asked = What did you think of this session? Answer once, until { $day }; your name is not kept with your answers.
evaluation-answer-now = Give my opinion
evaluation-until = You can answer once, until { $day }. Leave open what you do not want to say.
evaluation-who-reads = Who reads the answers: those who organize and those who led the session, from { $count } answers on. Nothing that is kept tells who wrote what. In your own words, avoid what would show who you are.
evaluation-none-title = No questions
evaluation-none = Some hours after a session, those who were there find the questions here, if there are any.
evaluation-scale-worst = 1 – not at all
evaluation-scale-best = 5 – entirely
evaluation-submit = Send my answers

## Results

evaluation-results = Opinions
evaluation-results-see = See the opinions
evaluation-results-count = { $sheets } answers from { $people } people who were there; answers are taken until { $day }.
evaluation-results-wait = Results are shown from { $count } answers on, so that nobody’s can be guessed.
evaluation-average = Average { $average } of 5
evaluation-no-answer = Nobody has answered this question.
evaluation-answer = Answer
evaluation-answers = Answers
evaluation-chart = How many people gave each answer; the numbers are in the table.

## Form

evaluation-form = Evaluation
evaluation-form-lead = What those who were there are asked after each session. A session that people were asked about keeps its questions.
evaluation-form-empty = There is no question yet: nobody is asked.
evaluation-form-preset = Begin with the usual questions
evaluation-form-preset-hint = They fill the form below; nothing is stored before you save.
evaluation-form-remove = To remove a question, empty it in every language.
evaluation-question = Question { $number }
evaluation-question-new = New question
evaluation-question-in = Question ({ $language })
evaluation-options-in = Answers to choose from ({ $language })
evaluation-options-hint = For a choice alone: a line for each answer, in the same order in every language.
evaluation-kind = How it is answered
evaluation-kind-scale = From 1 to 5
evaluation-kind-choice = One choice of several
evaluation-kind-text = In one’s own words

## Usual questions

evaluation-preset-objectives = The training delivered what it announced.
evaluation-preset-trainer = The trainers helped me to learn.
evaluation-preset-useful = What I learned is useful for my work.
evaluation-preset-organization = The organization (place, times, information) was right.
evaluation-preset-recommend = Would you recommend this training to colleagues?
evaluation-preset-yes = Yes
evaluation-preset-perhaps = Perhaps
evaluation-preset-no = No
evaluation-preset-words = What would you like to add?

## Refusals

evaluation-invalid-too-many = { $most } questions at most: with more, few people answer.
evaluation-invalid-no-text = Question { $question }: write it in the network’s language.
evaluation-invalid-options = Question { $question }: give 2 to { $most } answers, a line each, and as many in every language.
refused-evaluation-not-over = The session is not over. Come back after { $day }.
refused-evaluation-closed = Answers were taken until { $day }.
refused-evaluation-not-there = The questions are for those who attended the session. If you were there, ask those who organize to correct the attendance.
refused-evaluation-answered = You have answered, thank you. As your name is not kept with your answers, nobody can find them to change them.
refused-evaluation-empty = Answer one question at least.
refused-evaluation-not-an-answer = The form was not the one of this session. Reload the page and answer again; nothing was stored.
done-evaluation-sent = Thank you. Your answers are stored, without your name.
