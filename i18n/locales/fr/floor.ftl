## La parole

floor = La parole
floor-item = Point en cours
floor-no-item = Aucun point n’est appelé pour l’instant.
floor-speaking = A la parole
floor-waiting = Attendent la parole
floor-nobody-waits = Personne n’attend la parole.
floor-speaker = { $name } ({ $organization })
floor-speaker-point = { $name } ({ $organization }) – motion d’ordre
floor-speaks-since = { $speaker } a la parole depuis { $time }.
floor-rule-first-come = La parole est donnée dans l’ordre des demandes.
floor-rule-alternating = La parole est donnée dans l’ordre des demandes, en alternant les listes : jamais deux personnes de la même liste de suite tant qu’une autre attend.
floor-rule-new-voices = Qui n’a pas encore parlé sur ce point passe d’abord.
floor-rule-time = { $minutes ->
    [one] Une minute par intervention.
   *[other] { $minutes } minutes par intervention.
 }
floor-list-closed = La liste est close. Une motion d’ordre reste possible.
floor-ask = Demander la parole
floor-point-of-order = Motion d’ordre
floor-your-place = Vous êtes en position { $place } sur la liste.
floor-withdraw = Retirer ma demande
floor-for = Au nom de
floor-list = Liste
floor-list-hint = Sert seulement à alterner les prises de parole.
floor-list-women = Femmes
floor-list-men = Hommes
floor-list-unstated = Sans indication
floor-next = Donner la parole
floor-end = Fin de l’intervention
floor-close-list = Clore la liste
floor-open-list = Rouvrir la liste
floor-call = Passer à ce point
floor-call-next = Passer au point suivant
floor-other-items = Passer à un autre point
floor-rule = Règle de parole
floor-order = Ordre
floor-order-first-come = Ordre des demandes
floor-order-alternating = En alternant les listes
floor-new-voices = Qui n’a pas encore parlé passe d’abord
floor-minutes = Minutes par intervention
floor-minutes-hint = De 1 à 120 ; laissez vide pour ne pas limiter.
minutes-speakers = Sont intervenus : { $speakers }.
done-floor-asked = Votre demande est sur la liste.
done-floor-withdrawn = La demande est retirée.
done-floor-moved = C’est fait.
