### Les statuts comme règles : phrases, versions, projet, essai sur le passé.

# Sortes de décisions
statutes-decision-ordinary = Décision ordinaire
statutes-decision-budget = Comptes et budget
statutes-decision-persons = Désignation de personnes
statutes-decision-by-laws = Règlement intérieur
statutes-decision-statutes = Modification des statuts
statutes-decision-purpose = Modification du but ou de l'objet
statutes-decision-exclusion = Exclusion d'un membre
statutes-decision-dissolution = Dissolution
statutes-convener-board = le conseil
statutes-convener-chair = la présidence
statutes-convener-auditor = le commissaire aux comptes
statutes-audience-members-without-vote = les membres sans voix
statutes-audience-persons-concerned = les personnes concernées
statutes-audience-staff = les équipes salariées
statutes-audience-partners = les partenaires
statutes-audience-observers = les personnes invitées à observer
statutes-audience-public = le public
statutes-preset-french-association = Association française (loi 1901), clauses usuelles
statutes-preset-belgian-association = ASBL ou VZW belge (Code des sociétés et des associations)
statutes-preset-one-member-one-voice = Un membre, une voix
statutes-preset-colleges-with-blocks = Des collèges avec leurs voix
statutes-tie-rejected = La motion est rejetée
statutes-tie-casting-vote = La voix de la présidence décide
statutes-scope-whole = Dans toute l'assemblée
statutes-scope-each-college = Dans chaque collège
statutes-scope-no-college-against = Aucun collège contre

# Clauses
statutes-decisions = Décisions qui demandent autre chose
statutes-decision-others = Toute autre décision
statutes-others-text = Ce que demande l'assemblée où elle est prise.
statutes-for-all = Pour toutes les assemblées
statutes-convened-by = Convocation
statutes-convened-by-text = Peut convoquer : { $who }.
statutes-convened-on-request = L'assemblée doit être convoquée quand { $share } des membres le demandent.
statutes-notice = Délai de convocation
statutes-notice-text = { $days ->
    [0] Aucun délai n'est demandé.
    [one] Un jour entier au moins entre l'envoi et l'assemblée.
   *[other] { $days } jours entiers au moins entre l'envoi et l'assemblée.
}
statutes-quorum = Quorum
statutes-majority = Majorité
statutes-second = Seconde convocation
statutes-second-none = Les règles n'en prévoient pas.
statutes-second-text = { $days ->
    [0] Faute de quorum, une seconde assemblée peut suivre aussitôt, sur le même ordre du jour.
    [one] Faute de quorum, une seconde assemblée peut se tenir un jour plus tard au plus tôt, sur le même ordre du jour.
   *[other] Faute de quorum, une seconde assemblée peut se tenir { $days } jours plus tard au plus tôt, sur le même ordre du jour.
}
statutes-always-secret = Le vote est toujours secret.
statutes-secrecy = Secret du vote
statutes-secret-persons = Tout vote sur des personnes est secret.
statutes-open-persons = Aucun vote n'est secret du seul fait des règles.
statutes-secret-on-request = Un vote est secret quand { $share } des membres présents ou représentés le demandent.
statutes-roll = Liste électorale
statutes-roll-text = { $days ->
    [0] Elle est arrêtée au jour de l'assemblée.
    [one] Elle est arrêtée un jour avant l'assemblée.
   *[other] Elle est arrêtée { $days } jours avant l'assemblée.
}
statutes-proxies = Pouvoirs
statutes-present = Présence sans voix
statutes-present-text = Peuvent être là sans voter : { $who }.
statutes-speak = Parole sans voix
statutes-speak-text = Peuvent aussi prendre la parole : { $who }.
statutes-vote = Vote
statutes-vote-text = Votent les associations inscrites sur la liste électorale, chacune avec les voix que lui donne son collège.
statutes-colleges = Collèges et voix

# La page
section-statutes = Statuts
networks-section-statutes = Les règles des assemblées en phrases simples, et leurs versions.
statutes-title = Les statuts, en règles
statutes-lead = Ce que l'application applique dans les assemblées du réseau. Le texte des statuts fait foi.
statutes-no-advice = Ces règles et les modèles proposés ne sont pas un conseil juridique.
statutes-version = Version { $number }
statutes-version-label = Version
statutes-unversioned = Aucune version n'a encore été adoptée ici : ce sont les règles de la création du réseau.
statutes-valid-from = En vigueur à partir du
statutes-adopted-by = Adoptée par
statutes-adopted-nowhere = Décision prise hors de l'application
statutes-note = Ce qui change
statutes-versions = Toutes les versions
statutes-in-force = En vigueur
statutes-to-come = À venir
statutes-past = Passée
statutes-export = Télécharger en TOML
statutes-prepare = Préparer une nouvelle version
statutes-see-draft = Voir le projet
statutes-draft = Projet de nouvelle version
statutes-draft-lead = Tant qu'il n'est pas adopté, ce projet ne s'applique à rien. Une assemblée déjà convoquée garde ses règles.
statutes-draft-none = Il n'y a pas de projet. Modifiez une copie des règles en vigueur, ou partez d'un modèle.
statutes-draft-edited = Modifié le { $date }
statutes-differences = Ce qui change
statutes-no-differences = Le projet dit la même chose que les règles en vigueur.
statutes-clause = Règle
statutes-today = Aujourd'hui
statutes-then = Dans le projet
statutes-absent = Rien
statutes-edit = Modifier le projet
statutes-edit-text = Chaque page garde le reste tel quel.
statutes-edit-general = Pour toutes les assemblées
statutes-edit-toml = Tout le projet, en texte (TOML)
statutes-start = Recommencer
statutes-start-text = Le projet actuel est remplacé.
statutes-start-from = Partir de
statutes-start-current = Copie des règles en vigueur
statutes-start-button = Commencer ainsi
statutes-discard = Abandonner le projet
statutes-adopt = Mettre en vigueur
statutes-adopt-text = Une version adoptée ne se modifie plus. Elle s'appliquera aux assemblées qui se tiendront à partir du jour indiqué et ne sont pas encore convoquées.
statutes-adopt-from = En vigueur à partir du
statutes-adopt-from-hint = Pas avant la version précédente.
statutes-adopt-assembly = Assemblée qui l'a adoptée
statutes-adopt-elsewhere = Aucune de cette liste
statutes-adopt-note = Ce qui change, en une phrase
statutes-adopt-button = Mettre en vigueur

# Formulaires
statutes-conditions-hint = Toutes les conditions remplies doivent tenir. Laissez vide la part d'une condition qui n'existe pas.
statutes-condition = Condition { $number }
statutes-condition-base = Condition { $number } : base
statutes-condition-scope = Condition { $number } : où
statutes-tie = En cas d'égalité
statutes-counting = Qui compte pour le quorum
statutes-counting-present = Les membres présents
statutes-counting-represented = Les membres présents ou représentés
statutes-counting-voting = Les membres qui remettent un vote
statutes-on-request = Part des membres qui peut l'exiger
statutes-second-days = Jours après la première assemblée, au moins
statutes-second-days-hint = Vide : pas de seconde convocation.
statutes-second-share = Quorum de la seconde assemblée
statutes-own-rule = Cette décision suit
statutes-own-no = ce que demande l'assemblée où elle est prise
statutes-own-yes = sa propre majorité
statutes-own-quorum = Son propre quorum
statutes-own-quorum-no = celui de l'assemblée
statutes-own-quorum-yes = un quorum à elle
statutes-own-secret = Le vote est toujours secret
statutes-secret-persons-field = Tout vote sur des personnes est secret
statutes-secret-share = Part des présents qui peut exiger le secret
statutes-present-field = Peuvent être là sans voter
statutes-speak-field = Peuvent prendre la parole sans voter
statutes-toml = Les règles en texte
statutes-toml-lead = Collez ici un texte exporté, ou modifiez celui-ci. Le guide de chaque mot est dans la documentation.
statutes-toml-error = Ligne { $line } : ce passage ne se lit pas ({ $detail }).
statutes-flaw-no-ordinary = Il manque les règles de l'assemblée ordinaire.
statutes-flaw-unreachable = « Plus que la totalité » ne peut jamais être atteint.
statutes-flaw-too-many-days = Une durée dépasse dix ans.
statutes-flaw-too-many-conditions = Une majorité a plus de six conditions.
statutes-flaw-ordinary-twice = Ce que demande une décision ordinaire se dit avec la sorte d'assemblée, pas à part.
statutes-flaw-speaks-from-outside = Qui peut prendre la parole doit aussi pouvoir être présent.
refused-statutes-from = La date est antérieure à celle de la version précédente. Choisissez un jour égal ou postérieur.
refused-statutes-no-draft = Il n'y a pas de projet à mettre en vigueur.
refused-statutes-same = Le projet dit la même chose que la dernière version : il n'y a rien à adopter.
done-statutes-drafted = Le projet est enregistré.
done-statutes-discarded = Le projet est abandonné.
done-statutes-adopted = La nouvelle version est enregistrée.

# Et si ?
statutes-what-if = Et si ces règles avaient déjà valu ?
statutes-what-if-lead = Chaque vote clos du réseau, décidé une seconde fois par le projet : avec la liste, les présences et les votes d'alors. Les pouvoirs donnés et le nombre de voix restent ceux de l'époque.
statutes-what-if-none = Aucun vote n'est encore clos.
statutes-what-if-nothing = Aucun vote ne correspond à ce filtre.
statutes-what-if-summary = { $votes ->
    [one] Un vote clos, { $changed ->
        [0] le même résultat.
       *[other] un autre résultat.
    }
   *[other] { $votes } votes clos, { $changed ->
        [0] tous avec le même résultat.
        [one] dont un avec un autre résultat.
       *[other] dont { $changed } avec un autre résultat.
    }
}
statutes-what-if-open = Voir vote par vote
statutes-what-if-vote = Vote
statutes-what-if-decision = Décision
statutes-what-if-was = Par les règles d'alors
statutes-what-if-would = Par le projet
statutes-what-if-same = Même résultat
statutes-what-if-other = Autre résultat
statutes-what-if-compared = Comparaison
statutes-what-if-show = Votes montrés
statutes-what-if-all = Tous les votes
statutes-what-if-changed = Ceux dont le résultat change
statutes-what-if-assembly = Assemblée
statutes-what-if-every-assembly = Toutes les assemblées
statutes-what-if-filter = Filtrer
statutes-what-if-filter-label = Filtrer les votes

# Dans les assemblées
statutes-applied = Règles appliquées
statutes-applied-version = Statuts, version { $number }, arrêtés à la convocation
statutes-item-decision = Sorte de décision
statutes-item-decision-hint = Les statuts disent quelle majorité elle demande.
journal-statutes-drafted = Projet de règles modifié
journal-statutes-discarded = Projet de règles abandonné
journal-statutes-adopted = Version des règles adoptée

# Seconde assemblée et voix prépondérante
statutes-second-prepare = Préparer la seconde assemblée
statutes-second-of = Après « { $title } », où le quorum a manqué
statutes-second-title = { $title } (seconde convocation)
statutes-casting = « { $title } » : égalité. Les statuts laissent la présidence départager.
statutes-casting-for = Départager : pour
statutes-casting-against = Départager : contre
refused-course-no-second = Les règles ne prévoient pas de seconde assemblée.
refused-course-nothing-left = Rien n'est resté sans décision faute de quorum : il n'y a pas de seconde assemblée à préparer.
refused-course-too-soon = La seconde assemblée peut se tenir au plus tôt le { $earliest }. Changez la date.
refused-second-exists = La seconde assemblée est déjà préparée.
refused-second-agenda = Une seconde assemblée reprend l'ordre du jour de la première : on n'y ajoute et n'y change rien. Préparez une autre assemblée pour le reste.
refused-no-tie = Il n'y a pas d'égalité à départager.
done-second-drafted = La seconde assemblée est préparée, sur le même ordre du jour. Vérifiez la date, puis convoquez.
done-tie-broken = L'égalité est départagée.
journal-assembly-repeated = Seconde assemblée préparée
journal-casting-vote = Égalité départagée par la présidence
