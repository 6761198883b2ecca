### L’avis des personnes sur une session.

evaluation-letter = La formation ci-dessous est terminée. Qu’en avez-vous pensé ? Cela prend deux minutes, une seule fois, jusqu’au { $day } : { $link } – votre nom n’est pas gardé avec vos réponses.

## Répondre

evaluation-title = Votre avis
evaluation-asked = Qu’avez-vous pensé de cette session ? Répondez une fois, jusqu’au { $day } ; votre nom n’est pas gardé avec vos réponses.
evaluation-answer-now = Donner mon avis
evaluation-until = Vous pouvez répondre une fois, jusqu’au { $day }. Laissez vide ce que vous ne voulez pas dire.
evaluation-who-reads = Qui lit les réponses : l’équipe qui organise et les personnes qui ont animé la session, à partir de { $count } réponses. Rien de ce qui est gardé ne dit qui a écrit quoi. Dans vos propres mots, évitez ce qui vous ferait reconnaître.
evaluation-none-title = Pas de questions
evaluation-none = Quelques heures après une session, les personnes qui y étaient trouvent ici les questions, s’il y en a.
evaluation-scale-worst = 1 – pas du tout
evaluation-scale-best = 5 – tout à fait
evaluation-submit = Envoyer mes réponses

## Résultats

evaluation-results = Avis
evaluation-results-see = Voir les avis
evaluation-results-count = { $sheets } réponses pour { $people } personnes présentes ; réponses possibles jusqu’au { $day }.
evaluation-results-wait = Les résultats s’affichent à partir de { $count } réponses, pour qu’aucune ne puisse être devinée.
evaluation-average = Moyenne { $average } sur 5
evaluation-no-answer = Personne n’a répondu à cette question.
evaluation-answer = Réponse
evaluation-answers = Réponses
evaluation-chart = Combien de personnes ont donné chaque réponse ; les nombres sont dans le tableau.

## Formulaire

evaluation-form = Évaluation
evaluation-form-lead = Ce qui est demandé après chaque session aux personnes qui y étaient. Une session déjà évaluée garde ses questions.
evaluation-form-empty = Il n’y a pas encore de question : personne n’est interrogé.
evaluation-form-preset = Partir des questions habituelles
evaluation-form-preset-hint = Elles remplissent le formulaire ci-dessous ; rien n’est enregistré avant que vous enregistriez.
evaluation-form-remove = Pour retirer une question, videz-la dans toutes les langues.
evaluation-question = Question { $number }
evaluation-question-new = Nouvelle question
evaluation-question-in = Question ({ $language })
evaluation-options-in = Réponses au choix ({ $language })
evaluation-options-hint = Seulement pour un choix : une réponse par ligne, dans le même ordre dans chaque langue.
evaluation-kind = Comment on y répond
evaluation-kind-scale = De 1 à 5
evaluation-kind-choice = Un choix parmi plusieurs
evaluation-kind-text = Avec ses propres mots

## Questions habituelles

evaluation-preset-objectives = La formation a tenu ce qu’elle annonçait.
evaluation-preset-trainer = L’animation m’a aidé·e à apprendre.
evaluation-preset-useful = Ce que j’ai appris me servira dans mon travail.
evaluation-preset-organization = L’organisation (lieu, horaires, informations) convenait.
evaluation-preset-recommend = Conseilleriez-vous cette formation à vos collègues ?
evaluation-preset-yes = Oui
evaluation-preset-perhaps = Peut-être
evaluation-preset-no = Non
evaluation-preset-words = Qu’avez-vous envie d’ajouter ?

## Refus

evaluation-invalid-too-many = { $most } questions au plus : au-delà, peu de gens répondent.
evaluation-invalid-no-text = Question { $question } : écrivez-la dans la langue du réseau.
evaluation-invalid-options = Question { $question } : donnez de 2 à { $most } réponses, une par ligne, et autant dans chaque langue.
refused-evaluation-not-over = La session n’est pas terminée. Revenez après le { $day }.
refused-evaluation-closed = Les réponses étaient possibles jusqu’au { $day }.
refused-evaluation-not-there = Les questions s’adressent aux personnes qui ont suivi la session. Si vous y étiez, demandez à l’équipe de corriger les présences.
refused-evaluation-answered = Vous avez répondu, merci. Comme vos réponses ne portent pas votre nom, personne ne peut les retrouver pour les changer.
refused-evaluation-empty = Répondez à une question au moins.
refused-evaluation-not-an-answer = Le formulaire n’était pas celui de cette session. Rechargez la page et répondez encore ; rien n’est enregistré.
done-evaluation-sent = Merci. Vos réponses sont enregistrées, sans votre nom.
