### Les formations qu’un réseau partage.

trainings-partners = Partenaires du réseau
trainings-half-day = { $date }, { $from } – { $to }

## Lettres

trainings-letter-subject = { $title }, { $date }
trainings-letter-agree = Une personne de votre association souhaite suivre la formation ci-dessous. Votre accord est nécessaire : la page de la session montre de qui il s’agit.
trainings-letter-awaiting = Votre inscription pour { $organization } est notée. Votre association doit d’abord donner son accord ; vous serez prévenu·e dès sa réponse.
trainings-letter-asked = Votre inscription pour { $organization } est notée. Les places sont attribuées après le { $day } ; vous recevrez alors la réponse et sa raison.
trainings-letter-waiting = Vous êtes sur la liste d’attente pour { $organization }. Dès qu’une place se libère pour vous, elle vous est proposée.
trainings-letter-offered = Une place est libre pour vous, pour { $organization }. Elle est à vous si vous l’acceptez avant le { $until } ; ensuite elle revient à la personne suivante.
trainings-letter-seated = Vous avez une place, pour { $organization }.
trainings-letter-declined = Vous n’avez pas pris la place proposée. Elle revient à la personne suivante.
trainings-letter-expired = La proposition de place est restée sans réponse. La place revient à la personne suivante.
trainings-letter-cancelled = Votre inscription pour { $organization } est annulée.
trainings-letter-refused = Votre inscription pour { $organization } n’a pas été acceptée. Raison : { $reason }
trainings-letter-transferred = Votre place a été donnée à un·e collègue.
trainings-letter-moved = La date ou le lieu de la formation a changé. Voici ce qui est prévu maintenant :
trainings-letter-session-cancelled = La formation ci-dessous n’a pas lieu. Vous n’avez rien à faire.
trainings-letter-session-confirmed = La formation ci-dessous a bien lieu, et vous avez une place.
trainings-letter-reminder = Rappel : vous avez une place, pour { $organization }. Si vous ne pouvez pas venir, merci d’annuler, pour qu’une autre personne puisse en profiter.
trainings-letter-too-few = Les inscriptions sont closes, et moins de personnes ont une place que la session n’en demande ({ $minimum }). Merci de décider si elle a lieu.

## Catalogue

trainings-title = Formations
trainings-training = Formation
trainings-session = Session de formation
trainings-lead = { $count ->
    [one] Une formation du réseau. Ce qui commence le plus tôt vient en premier.
   *[other] { $count } formations du réseau. Ce qui commence le plus tôt vient en premier.
}
trainings-catalogue = Catalogue
trainings-empty-title = Pas encore de formation
trainings-empty = Quand le réseau proposera une formation, vous la trouverez ici.
trainings-add = Ajouter une formation
trainings-edit = Modifier la formation
trainings-csv = Exporter (tableur)
trainings-file = formations
trainings-registrations-file = inscriptions
trainings-filter = Chercher une formation
trainings-search = Mots
trainings-subject = Thème
trainings-subject-hint = La rubrique sous laquelle on la cherche.
trainings-every-subject = Tous les thèmes
trainings-free-only = Seulement avec une place libre
trainings-no-session = Aucune date n’est annoncée.
trainings-publish = Publier au catalogue
trainings-withdraw = Retirer du catalogue
trainings-objectives = Ce que vous saurez faire
trainings-audience = Pour qui
trainings-prerequisites = Prérequis
trainings-accessibility = Accessibilité
trainings-trainers = Animée par
trainings-provider = Organisme
trainings-provider-name = Nom de l’association ou de l’organisme
trainings-provided-by = { $name } ({ $kind })
trainings-provider-network = le réseau
trainings-provider-member = une association membre
trainings-provider-outside = un organisme extérieur
trainings-qualiopi = Numéro Qualiopi
trainings-qualiopi-hint = Celui de l’organisme, s’il en a un.
trainings-languages = Langues
trainings-duration = Durée
trainings-duration-hours = Durée en heures
trainings-hours = { $hours ->
    [one] { $hours } heure
   *[other] { $hours } heures
}
trainings-hours-minutes = { $hours } h { $minutes }
trainings-prices = Tarif
trainings-prices-hint = Une ligne par catégorie, par exemple « Membres : 40 ».
trainings-price = { $category } : { $euros }
trainings-funders = Financement
trainings-group-what = La formation
trainings-group-who = Qui la donne
trainings-standing-draft = brouillon
trainings-standing-published = au catalogue
trainings-standing-withdrawn = plus proposée

## Sessions

trainings-sessions = Dates
trainings-session-add = Prévoir une session
trainings-session-edit = Modifier la session
trainings-begins = Quand
trainings-place = Lieu
trainings-place-hint = Laissez vide si tout se passe à distance.
trainings-place-both = { $place }, ou à distance
trainings-place-remote = À distance
trainings-remote = Lien
trainings-remote-hint = Seules les personnes inscrites le voient.
trainings-remote-later = Vous verrez le lien quand vous aurez une place.
trainings-instructions = Pour venir
trainings-instructions-hint = Pour les personnes inscrites : l’accès, la porte, ce qu’il faut apporter.
trainings-half-days = Demi-journées
trainings-half-days-hint = Au moins une. Une fin avant le début tombe le lendemain.
trainings-half-days-more = D’autres demi-journées
trainings-half-day-number = Demi-journée { $number }
trainings-half-day-from = De
trainings-half-day-to = À
field-half-day-unreadable = La demi-journée { $number } demande un jour, un début et une fin, par exemple 09:00 et 12:30.
field-half-day-too-long = La demi-journée { $number } dure un jour entier ou plus : vérifiez le jour et les heures.
field-half-day-overlaps = La demi-journée { $number } tombe en même temps qu’une autre : corrigez l’une des deux.
trainings-from-to = { $from } – { $to }
trainings-group-registration = Inscriptions
trainings-seats = Places
trainings-capacity = Nombre de places
trainings-taken = Places prises
trainings-taken-of = { $taken } prises sur { $capacity }
trainings-minimum = Nombre de personnes nécessaire
trainings-minimum-hint = S’il y en a moins à la clôture, l’équipe est prévenue.
trainings-quota = Places par association
trainings-quota-none = Sans limite par association
trainings-quota-same = Le même nombre pour chacune
trainings-quota-seats = Combien
trainings-quota-seats-hint = Seulement si c’est le même nombre pour chacune.
trainings-quota-fixed = { $seats ->
    [one] Une place au plus par association
   *[other] { $seats } places au plus par association
}
trainings-quota-share = Selon l’effectif : { $figure }, au moins une place
trainings-pots = Places réservées
trainings-pots-hint = Une ligne pour chacune : « Petites associations : 3 ». Elles sont comprises dans les places.
trainings-pot = { $pot } ({ $seats })
trainings-pots-until = Réservées jusqu’au { $until } : { $pots }. Ensuite elles sont à tout le monde.
trainings-reserved-until = Réservées jusqu’au
trainings-rule = Comment les places sont attribuées
trainings-rule-first-come = Dans l’ordre des demandes ; ensuite une liste d’attente
trainings-rule-fair = Après la clôture, par tours : une place pour chaque association avant une deuxième
trainings-opens-on = Ouverture des inscriptions
trainings-closes-on = Dernier jour d’inscription
trainings-closes = Inscriptions jusqu’au
trainings-hold = Durée d’une proposition, en heures
trainings-hold-hint = 48 sauf indication contraire.
trainings-offers-hold = { $hours ->
    [one] Une place qui se libère est proposée pendant une heure à la personne suivante
   *[other] Une place qui se libère est proposée pendant { $hours } heures à la personne suivante
}
trainings-never-again = Qui refuse ou annule ne reçoit plus de proposition, sauf nouvelle inscription
trainings-lot = Si un tirage départage, il se fait à partir de cette graine, publiée à l’avance : { $seed }. Chacun peut le refaire.
trainings-how = Comment les places sont attribuées
trainings-room-left = { $left ->
    [one] Une place libre sur { $capacity }
   *[other] { $left } places libres sur { $capacity }
}
trainings-free = gratuit
trainings-room-fair = { $asked ->
    [0] { $capacity } places, attribuées après le { $day }
    [one] { $capacity } places, attribuées après le { $day } ; une demande
   *[other] { $capacity } places, attribuées après le { $day } ; { $asked } demandes
}
trainings-cancel-session-hint = Toutes les personnes qui ont une place ou qui attendent sont prévenues aussitôt. Une session annulée ne revient pas.
trainings-room-full = Les { $capacity } places sont prises : liste d’attente
trainings-room-closed = Inscriptions closes : { $taken } places sur { $capacity }
trainings-waiting-list = Liste d’attente
trainings-waiting = { $people ->
    [one] une personne
   *[other] { $people } personnes
}
trainings-course-planned = en préparation
trainings-course-announced = annoncée
trainings-course-confirmed = confirmée
trainings-course-cancelled = annulée
trainings-organize = Organisation
trainings-announce = Annoncer la session
trainings-confirm = Confirmer qu’elle a lieu
trainings-cancel-session = Annuler la session
trainings-too-few = { $seated } personnes ont une place ; il en faut { $minimum }.
trainings-acknowledge = Je le sais et modifie la session
trainings-consequence-below = { $taken } places sont prises, plus que les { $capacity } prévues. Personne ne perd sa place ; personne n’en reçoit non plus avant qu’il y ait de nouveau de la place.
trainings-consequence-quota = { $associations ->
    [one] Une association a plus de places que prévu. Elle les garde.
   *[other] { $associations } associations ont plus de places que prévu. Elles les gardent.
}
trainings-consequence-acknowledge = Rien n’est encore modifié : cochez la case en haut du formulaire et enregistrez de nouveau.

## Inscriptions

trainings-register = S’inscrire
trainings-register-submit = Demander une place
trainings-for = Pour { $organization }
trainings-for-which = Pour quelle association
trainings-for-which-hint = On s’inscrit une fois par session. La place compte pour l’association que vous choisissez.
trainings-needs = Que devons-nous savoir ?
trainings-needs-hint = Régime alimentaire, accessibilité. Seule l’équipe le voit ; c’est effacé 30 jours après la session.
trainings-needs-told = Vous nous avez dit : { $needs }
trainings-qualities = Des places sont réservées. Est-ce votre cas ?
trainings-agreement-first = Votre association donne d’abord son accord ; vous serez prévenu·e.
trainings-agreement-on = Demander d’abord l’accord de l’encadrement
trainings-agreement-off = Ne plus demander l’accord de l’encadrement
trainings-staff = Inscrire des personnes : { $organization }
trainings-staff-who = Qui
trainings-staff-order = Choisissez un rang pour chaque personne à inscrire : si tout le monde n’a pas de place, les premières en ont une.
trainings-staff-not = pas cette fois
trainings-staff-way = S’il n’y a pas de place pour tout le monde
trainings-as-many-as-fit = Autant que possible ; les autres attendent
trainings-all-or-none = Toutes ensemble ou personne ; elles attendent en groupe
trainings-staff-submit = Inscrire
trainings-staff-nobody = Toutes les personnes de l’association sont inscrites, ou il n’y en a pas encore.
trainings-own-quota = Places de l’association : { $taken } sur { $quota } au plus.
trainings-own-seats = { $taken ->
    [0] Pas encore de place.
    [one] Une place.
   *[other] { $taken } places.
}
trainings-opens-later = Les inscriptions ouvrent le { $day }.
trainings-closed = Les inscriptions sont closes depuis le { $day }.
trainings-mine = Votre inscription
trainings-registrations = Inscriptions
trainings-registrations-csv = Exporter les inscriptions
trainings-count-of = { $state } : { $people }
trainings-person = Personne
trainings-why = Pourquoi
trainings-actions = Actions
trainings-asked-at = Demandé le
trainings-state-awaiting = attend un accord
trainings-state-asked = demande notée
trainings-state-waiting = en liste d’attente
trainings-state-offered = place proposée
trainings-state-seated = a une place
trainings-state-declined = place refusée
trainings-state-expired = proposition expirée
trainings-state-cancelled = annulée
trainings-state-refused = non acceptée
trainings-state-transferred = donnée à un·e collègue
trainings-accept = Prendre la place
trainings-decline = Ne pas la prendre
trainings-agree = Donner l’accord
trainings-refuse = Ne pas accepter
trainings-cancel = Annuler l’inscription
trainings-seat = Donner une place hors de l’ordre
trainings-transfer = Donner la place à un·e collègue
trainings-transfer-to = À qui
trainings-transfer-submit = Donner la place
trainings-reason = Raison
trainings-reason-hint = La personne la lit ; elle figure au journal.

## Pourquoi

trainings-why-awaiting = L’association doit d’abord donner son accord.
trainings-why-asked = Les places sont attribuées après le { $day }.
trainings-why-position = Rang { $position } de la liste d’attente.
trainings-why-offered = La place est gardée jusqu’au { $until }.
trainings-why-seated = Demandée le { $asked }, et attribuée dans l’ordre des demandes.
trainings-why-pot = Place réservée : { $pot }.
trainings-why-reason = Raison : { $reason }
trainings-why-clash = Attention : cette personne a une place dans une autre session en même temps.
trainings-wait-full = Toutes les places sont prises.
trainings-wait-quota = L’association a { $taken } des { $limit } places auxquelles elle a droit.
trainings-wait-reserved = { $seats ->
    [one] Une place reste, réservée à d’autres pour l’instant.
   *[other] { $seats } places restent, réservées à d’autres pour l’instant.
}
trainings-wait-others = { $people ->
    [one] Une personne attend avant pour la place qui reste.
   *[other] { $people } personnes attendent avant pour les places qui restent.
}
trainings-wait-group = Il y a des places pour { $fit } des { $people } personnes qui les veulent ensemble.
trainings-wait-allocation = Les places sont attribuées après la clôture.
trainings-wait-next = C’est votre tour : la proposition arrive.
trainings-wait-begun = La session a commencé.
trainings-because-seated = Place au tour { $round }.
trainings-because-none = { $ahead ->
    [0] Pas de place au tour { $round }.
    [one] Pas de place au tour { $round } : une association est passée avant.
   *[other] Pas de place au tour { $round } : { $ahead } associations sont passées avant.
}
trainings-because-colleagues = { $colleagues ->
    [one] Un·e collègue passe avant dans l’ordre de l’association.
   *[other] { $colleagues } collègues passent avant dans l’ordre de l’association.
}
trainings-because-quota = L’association a ses { $limit } places ; { $colleagues } collègues passent avant dans son ordre.
trainings-because-group = Il y avait des places pour { $fit } des { $people } personnes du groupe, qui voulait tout ou rien.
trainings-scarce-seats = Toutes les places étaient données.
trainings-scarce-unreserved = Il ne restait que des places réservées.
trainings-settled-enough = Il y avait une place pour chaque association de ce tour.
trainings-settled-priority = Les priorités du réseau ont décidé.
trainings-settled-lot = Le tirage publié a décidé : rang { $place } sur { $of }.
trainings-settled-rounds = Les tours précédents ont pris les dernières places.

## Ce qui peut être à revoir

trainings-invalid-no-seat = Une session a au moins une place.
trainings-invalid-minimum = { $minimum } personnes ne tiennent pas dans { $capacity } places.
trainings-invalid-quota-zero = Chaque association a droit à une place au moins.
trainings-invalid-nothing-declared = Aucune association n’a déclaré cet effectif : { $figure }.
trainings-invalid-pot-key = Dites pour qui les places sont réservées.
trainings-invalid-pot-twice = « { $key } » y figure deux fois.
trainings-invalid-pot-empty = « { $key } » n’a pas de place.
trainings-invalid-pots = { $reserved } places sont réservées, et il y en a { $capacity }.
trainings-invalid-release-missing = Dites jusqu’à quand les places sont réservées : ensuite elles sont à tout le monde.
trainings-invalid-release-late = Choisissez un jour avant le début de la session.
trainings-invalid-closes-early = Choisissez un jour après l’ouverture.
trainings-invalid-closes-late = Les inscriptions se terminent avant le début de la session.
trainings-invalid-hold = Une proposition dure au moins une heure.

## Refus

refused-training-not-open = Cette session ne prend pas d’inscriptions. Rien n’est changé.
refused-training-too-many = 50 personnes au plus par demande. Inscrivez-les en plusieurs fois.
refused-training-not-of-organization = Cette personne ne fait pas partie de l’association aujourd’hui. Ajoutez-la d’abord à ses personnes.
refused-training-form = Le formulaire n’était pas complet. Rechargez la page et envoyez-le encore ; rien n’est perdu.
refused-training-cancelled = La session est annulée. Prévoyez-en une autre.
refused-training-course = La session ne peut pas aller là. Regardez où elle en est, puis réessayez.
refused-training-half-day-noted = Les présences de cette demi-journée sont déjà notées : elle reste.
refused-training-not-yours = Cette décision revient à quelqu’un d’autre : la personne, son association ou l’équipe.
refused-training-not-open-yet = Les inscriptions ouvrent le { $day }.
refused-training-closed = Les inscriptions sont closes depuis le { $day }.
refused-training-nobody = Choisissez au moins une personne.
refused-training-named-twice = Une personne y figure deux fois.
refused-training-registered-already = On s’inscrit une fois par session, même en appartenant à deux associations. Cette personne est déjà inscrite ; personne de nouveau ne l’est.
refused-training-moved-on = Cette inscription n’existe plus. Rechargez la page.
refused-training-not-from-here = Là où en est l’inscription ({ $state }), ce n’est plus possible. Rechargez la page.
refused-training-begun = La session a commencé : les places ne changent plus de main.
refused-training-reason = Écrivez la raison : la personne la lit.
refused-training-no-room = Il n’y a pas de place à donner. { $why }
refused-training-reserved = Cette place est réservée pour l’instant : { $pot }.
refused-training-rule-in-use = Des personnes sont inscrites : la façon d’attribuer les places reste celle qui était annoncée.
done-training-added = La formation est un brouillon. Publiez-la quand elle est prête.
done-training-session-planned = La session est prévue. Annoncez-la quand elle est prête.
done-training-registered = L’inscription est enregistrée. Son résultat figure ci-dessous.
done-training-moved = C’est enregistré.

## Présences et attestations

trainings-attendance = Présences
trainings-attendance-nobody = Personne n’a de place.
trainings-attendance-of = { $name }, { $organization }
trainings-present = présent·e
trainings-absent = absent·e
trainings-excused = excusé·e
trainings-not-noted = non noté
trainings-noted = { $noted } notés sur { $people }, { $present } présents.
trainings-all-present = Tout le monde est là
trainings-kept-none = Tout est noté sur le serveur.
trainings-kept-one = Une note est gardée sur cet appareil jusqu’à ce que le serveur l’ait.
trainings-kept = { $count } notes sont gardées sur cet appareil jusqu’à ce que le serveur les ait.
trainings-kept-failed = Le serveur n’a pas pris les notes. Elles restent sur cet appareil ; rechargez la page quand vous pourrez.
trainings-conflicts = Deux personnes ont noté autre chose. La dernière note compte ; merci de vérifier.
trainings-conflict = { $name }, { $day } : { $kept } ; avant : { $others }
trainings-noted-by = { $mark } ({ $by })
trainings-trainers-title = Qui anime cette session
trainings-trainers-who = Ces personnes notent les présences
trainings-no-trainer = Personne n’a aujourd’hui le mandat de formatrice ou formateur dans le réseau.
certificates-title = Attestation de présence
certificates-lead = Ce qui a été délivré sous ce code.
certificates-genuine = Cette attestation est authentique : elle a été délivrée ici et n’a pas été modifiée.
certificates-name = Nom
certificates-hours = Présence
certificates-attended = { $attended } sur { $of }
certificates-by = Délivrée par
certificates-issued-on = Délivrée le
certificates-code = Code
certificates-pdf = Attestation en PDF
certificates-statement = { $network } atteste que { $name } a suivi la formation ci-dessous.
certificates-verify = Chacun peut vérifier cette attestation à l’adresse { $address }
certificates-due = Toute personne présente assez longtemps en reçoit une ({ $share } du temps). Elle ne change pas quand les noms changent.
certificates-issue = Délivrer les attestations
certificates-letter-subject = Votre attestation : { $title }
certificates-letter = { $name }, votre attestation de présence à « { $title } » est ici : { $link } – toute personne qui a cette adresse peut la voir.
refused-training-not-trainer = Les personnes qui animent cette session et l’équipe notent les présences. Demandez à l’équipe de vous désigner.
refused-training-no-trainer = Seules les personnes qui ont le mandat de formatrice ou formateur animent les sessions.
refused-training-not-over = Les attestations sont délivrées après la dernière demi-journée.
refused-training-nobody-noted = Notez d’abord les présences.
done-attendance-noted = C’est noté.
done-certificates-issued = Les attestations sont délivrées ; chaque personne a reçu un message.
networks-section-trainings = Ce que les équipes des membres peuvent apprendre ensemble, et les places.

## Badges, parcours, habilitations
badges-download = Badge numérique
badges-hint = Le badge est une image qui contient l’attestation signée (Open Badges 3.0) : elle se vérifie sans nous.
badges-token = La signature seule
badges-criteria = Présence : { $attended } sur { $of }.
badges-label = Badge « { $what } » de { $name }
record-title = Mon parcours de formation
record-lead = Vos attestations et vos heures. Vous seul·e voyez cette page.
record-empty = Vous n’avez pas encore d’attestation. Elle arrive ici après une formation suivie.
record-caption = Attestations
record-open = Voir mes attestations et mes heures
certificates-share = Attestation à partir de (en % du temps)
certificates-share-hint = Par exemple 50 : qui était là la moitié du temps reçoit une attestation.
trainings-group-after = Après la formation
trainings-grant = Habilitation
trainings-grant-hint = Ce que l’attestation permet, par exemple « Sauveteur secouriste du travail ». Vide : rien.
trainings-agreement = Accord de l’encadrement
trainings-agreement-is-on = L’encadrement donne son accord avant chaque inscription.
trainings-agreement-is-off = Les inscriptions ne demandent pas d’accord de l’encadrement.
qualifications-title = Habilitations
qualifications-none = Personne n’a d’habilitation pour le moment.
qualifications-caption = Habilitations de l’équipe, celles qui finissent d’abord en tête
qualifications-validity = Durée de validité
qualifications-for-good = sans limite
qualifications-for-months = un nombre de mois
qualifications-for-years = jusqu’à la fin d’une année
qualifications-length = Nombre de mois ou d’années
qualifications-announced = Fin annoncée (jours avant)
qualifications-announced-hint = La personne reçoit alors un message.
qualifications-months = { $months ->
    [one] { $name } ({ $months } mois)
   *[other] { $name } ({ $months } mois)
}
qualifications-end-of-year = { $years ->
    [0] { $name } (jusqu’à la fin de l’année)
    [one] { $name } (jusqu’à la fin de l’année suivante)
   *[other] { $name } (jusqu’à la fin de la { $years }ᵉ année)
}
qualifications-until = jusqu’au { $until }
qualifications-ending = { $days ->
    [0] finit aujourd’hui
    [one] finit demain, le { $until }
   *[other] finit le { $until }, dans { $days } jours
}
qualifications-ended = finie depuis le { $until }
qualifications-renewed = renouvelée
qualifications-letter-subject = { $qualification } : valable jusqu’au { $until }
qualifications-letter = { $name }, votre habilitation « { $qualification } » est valable jusqu’au { $until }. Pour la garder, inscrivez-vous à une prochaine session. Vos attestations : { $link }
organizations-trainings-text = Les habilitations de l’équipe et l’accord de l’encadrement.
record-of-staff = Formations de l’équipe – { $organization }

## Partage entre réseaux, priorités
trainings-guests = Partagée avec d’autres réseaux
trainings-guests-hint = Une ligne par réseau avec le nombre de ses places, par exemple « Interlogement93 : 4 ». Réseaux : { $networks }.
trainings-shared-by = Proposée par
trainings-shared-with = { $seats ->
    [one] Partagée avec { $network } : une place au plus (prises : { $taken })
   *[other] Partagée avec { $network } : { $seats } places au plus (prises : { $taken })
}
trainings-from-network = proposée par { $network }
trainings-wait-guests = Les associations de votre réseau ont { $taken } des { $limit } places qui lui sont ouvertes.
trainings-because-guests = Votre réseau a déjà toutes les places qui lui sont ouvertes ({ $limit }).
trainings-consequence-guests = Un autre réseau tient { $taken } places et n’en aurait plus que { $limit }.
trainings-invalid-guests = Un réseau avec lequel la session est partagée a au moins une place.
trainings-priorities = Priorités
trainings-priorities-lead = Quand les places sont réparties après la clôture, ces associations passent d’abord, à tour égal : 1 avant 2, celles sans priorité ensuite. Valable pour les sessions annoncées à partir de maintenant.
trainings-priorities-none = Aucune association n’a de priorité : le sort départage.
trainings-priority = Priorité
trainings-priority-add = Donner une priorité
trainings-priority-name-hint = Le nom d’un membre, tel qu’il est aujourd’hui.
trainings-priority-remove = Retirer
trainings-priority-line = Priorité { $priority } : { $names }

## Être là
here-title = Dire que vous êtes là
here-say = Je suis là
here-present = Vous êtes noté·e présent·e pour cette demi-journée.
here-early = C’est un peu tôt : revenez à partir du { $from }.
here-over = Cette demi-journée a fini le { $ended }. Demandez à la formatrice ou au formateur de vous noter.
here-codes = Codes de présence
here-codes-lead = Montrez le code de la demi-journée, ou affichez-le à la porte : chaque personne inscrite le scanne avec son téléphone, d’une demi-heure avant jusqu’à la fin. Vous voyez chaque nom sur la feuille et pouvez corriger.
here-codes-none = Cette session a été préparée avant l’arrivée des codes : notez les présences sur la feuille.
here-code-of = Code de présence : { $day }
here-code-typed = Ou taper ce code après { $address }/
refused-training-not-seated = Vous n’avez pas de place dans cette session. Si vous êtes là à la place d’une ou d’un collègue, demandez que sa place vous soit donnée.
done-here = Vous êtes noté·e présent·e.
trainings-registrations-filter = Filtrer les inscriptions
trainings-every-state = tous les états
trainings-staff-search = Chercher un ou une collègue par son nom
trainings-staff-more = { $people ->
    [one] Une personne n’est pas affichée : cherchez-la par son nom.
   *[other] { $people } personnes ne sont pas affichées : cherchez par nom.
}
trainings-cancel-on = Dernier jour pour rendre une place
trainings-cancel-on-hint = Ensuite, on vous appelle et vous le faites ; un ou une collègue peut encore venir à la place. Vide : jusqu’au début de la session.
trainings-cancel-until = Une place se rend jusqu’au { $day } ; ensuite, qui ne peut pas venir appelle l’organisation, ou envoie un ou une collègue.
refused-training-too-late = Les places se rendaient jusqu’au { $day }. Rien n’a changé : appelez l’organisation, qui peut encore le faire, ou donnez la place dans votre équipe.
trainings-invalid-cancel-late = Les places se rendent avant le début de la session : choisissez un jour plus tôt.
