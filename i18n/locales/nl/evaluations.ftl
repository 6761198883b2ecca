### Wat mensen van een sessie vonden.

evaluation-letter = De onderstaande opleiding is voorbij. Wat vond u ervan? Het kost twee minuten, één keer, tot { $day }: { $link } – uw naam wordt niet bij uw antwoorden bewaard.

## Antwoorden

evaluation-title = Uw mening
evaluation-asked = Wat vond u van deze sessie? Antwoord één keer, tot { $day }; uw naam wordt niet bij uw antwoorden bewaard.
evaluation-answer-now = Mijn mening geven
evaluation-until = U kunt één keer antwoorden, tot { $day }. Laat open wat u niet wilt zeggen.
evaluation-who-reads = Wie de antwoorden leest: wie organiseert en wie de sessie heeft gegeven, vanaf { $count } antwoorden. Niets van wat bewaard wordt, zegt wie wat heeft geschreven. Vermijd in uw eigen woorden wat u herkenbaar zou maken.
evaluation-none-title = Geen vragen
evaluation-none = Enkele uren na een sessie vindt wie er was hier de vragen, als er zijn.
evaluation-scale-worst = 1 – helemaal niet
evaluation-scale-best = 5 – helemaal
evaluation-submit = Mijn antwoorden versturen

## Resultaten

evaluation-results = Meningen
evaluation-results-see = Meningen bekijken
evaluation-results-count = { $sheets } antwoorden van { $people } aanwezigen; antwoorden kan tot { $day }.
evaluation-results-wait = De resultaten worden getoond vanaf { $count } antwoorden, zodat geen enkel te raden is.
evaluation-average = Gemiddelde { $average } op 5
evaluation-no-answer = Niemand heeft deze vraag beantwoord.
evaluation-answer = Antwoord
evaluation-answers = Antwoorden
evaluation-chart = Hoeveel mensen elk antwoord hebben gegeven; de aantallen staan in de tabel.

## Formulier

evaluation-form = Evaluatie
evaluation-form-lead = Wat na elke sessie gevraagd wordt aan wie er was. Een sessie die al geëvalueerd wordt, houdt haar vragen.
evaluation-form-empty = Er is nog geen vraag: niemand wordt iets gevraagd.
evaluation-form-preset = Met de gebruikelijke vragen beginnen
evaluation-form-preset-hint = Ze vullen het formulier hieronder in; er wordt niets opgeslagen voor u opslaat.
evaluation-form-remove = Om een vraag te schrappen, maakt u ze in alle talen leeg.
evaluation-question = Vraag { $number }
evaluation-question-new = Nieuwe vraag
evaluation-question-in = Vraag ({ $language })
evaluation-options-in = Antwoorden om uit te kiezen ({ $language })
evaluation-options-hint = Alleen voor een keuze: één antwoord per regel, in elke taal in dezelfde volgorde.
evaluation-kind = Hoe men antwoordt
evaluation-kind-scale = Van 1 tot 5
evaluation-kind-choice = Eén keuze uit meerdere
evaluation-kind-text = In eigen woorden

## Gebruikelijke vragen

evaluation-preset-objectives = De opleiding heeft gegeven wat ze beloofde.
evaluation-preset-trainer = De begeleiding heeft mij helpen leren.
evaluation-preset-useful = Wat ik heb geleerd, is nuttig voor mijn werk.
evaluation-preset-organization = De organisatie (plaats, uren, informatie) was in orde.
evaluation-preset-recommend = Zou u deze opleiding aan collega’s aanraden?
evaluation-preset-yes = Ja
evaluation-preset-perhaps = Misschien
evaluation-preset-no = Nee
evaluation-preset-words = Wat wilt u nog zeggen?

## Weigeringen

evaluation-invalid-too-many = Hoogstens { $most } vragen: bij meer antwoorden weinig mensen.
evaluation-invalid-no-text = Vraag { $question }: schrijf ze in de taal van het netwerk.
evaluation-invalid-options = Vraag { $question }: geef 2 tot { $most } antwoorden, één per regel, en evenveel in elke taal.
refused-evaluation-not-over = De sessie is nog niet voorbij. Kom terug na { $day }.
refused-evaluation-closed = Antwoorden kon tot { $day }.
refused-evaluation-not-there = De vragen zijn voor wie de sessie heeft gevolgd. Was u er? Vraag dan om de aanwezigheden te verbeteren.
refused-evaluation-answered = U hebt geantwoord, dank u. Omdat uw naam niet bij uw antwoorden staat, kan niemand ze terugvinden om ze te veranderen.
refused-evaluation-empty = Beantwoord minstens één vraag.
refused-evaluation-not-an-answer = Het formulier was niet dat van deze sessie. Laad de pagina opnieuw en antwoord nog eens; er is niets opgeslagen.
done-evaluation-sent = Dank u. Uw antwoorden zijn opgeslagen, zonder uw naam.
