### Le procès-verbal.

# Document
minutes-of = Procès-verbal : { $kind }
minutes-page = Page { "{" }n{ "}" } sur { "{" }m{ "}" }
minutes-pdf = PDF ({ $language })
minutes-written-in = Les textes du secrétariat sont écrits dans cette langue : { $language }. Le reste est dans la vôtre.
minutes-opened = Ouverture de la séance
minutes-attendance = Présences
minutes-nobody = Aucune arrivée n'est enregistrée.
attendance-room = Dans la salle
attendance-remote = À distance
column-representative = Représentée par
column-arrived = Arrivée
column-left = Départ
proxy-ended-column = Fin du pouvoir
proxy-ended = { $time } (repris)
proxy-ended-arrival = { $time } (arrivée de l'association)
minutes-deliberations = Délibérations
minutes-not-voted = Cette motion n’a pas été mise aux voix.
minutes-who = { $choice } : { $names }.
minutes-closed-at = La séance est levée à { $time }.
minutes-roll = Annexe : liste électorale
minutes-journal = Vérification
minutes-journal-text = Ce procès-verbal a été produit après la ligne { $sequence } du journal, dont l'empreinte est { $hash }. Si le journal montre un jour une autre empreinte à cette ligne, il a été modifié depuis.
minutes-signature-chair = Présidence de séance
minutes-signature-secretary = Secrétariat de séance

# Rédaction
minutes-edit = Compléter le procès-verbal
minutes-edit-lead = Les présences, les pouvoirs, les votes et leurs résultats y sont déjà. Écrivez ce qui s'est dit ; une ligne vide sépare deux paragraphes.
minutes-language = Langue dans laquelle vous écrivez
minutes-opening = Ouverture
minutes-note = Débat sur le point { $number } : { $title }
minutes-closing = Clôture
minutes-amendment = Proposé par : { $names }. { $state }.
minutes-amendment-before = Texte avant :
minutes-amendment-after = Texte proposé :
minutes-text-voted = Texte mis aux voix

# Complet
minutes-movements = Arrivées et départs, minute par minute
minutes-movement-time = Heure
minutes-movement = Mouvement
minutes-movement-arrived = Arrivée : { $person } ({ $organization })
minutes-movement-left = Départ : { $person } ({ $organization })
minutes-movement-present = Présentes
minutes-movement-represented = Représentées
minutes-movement-voices = Voix
minutes-until-the-end = jusqu’à la fin
minutes-quorum = Quorum de cette décision
minutes-quorum-moment = Moment
minutes-quorum-count = Compte
minutes-quorum-opening = Ouverture, { $time }
minutes-quorum-close = Clôture, { $time }
minutes-vote-opened = Vote ouvert à { $opened }, clos à { $closed }.
minutes-vote-still-open = Vote ouvert à { $opened }.
minutes-without-vote = Associations sans voix
minutes-why = Pourquoi
minutes-annexes = Annexes
minutes-annex-line = { $name } ({ $kilobytes } ko). Point { $item }. SHA-256 : { $hash }
minutes-annexes-none = Aucun document n’est annexé.
minutes-signatures = Signatures
minutes-signatures-text = Version { $version }, empreinte du texte (SHA-256) : { $hash }. Le dossier de vérification de l’assemblée contient ce texte et ces signatures ; la commande « trame verify » les contrôle sans serveur.
minutes-translation = Traduction. Le texte relu et signé est dans cette langue : { $language }.
