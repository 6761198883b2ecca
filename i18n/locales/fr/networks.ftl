### Les rubriques d'un réseau.

section-overview = Vue d'ensemble
section-members = Membres
section-assemblies = Assemblées
section-journal = Journal
section-settings = Réglages
networks-kicker = Réseau
networks-sections = Rubriques
networks-section-members = Qui fait partie du réseau, depuis quand et dans quel collège.
networks-section-assemblies = Les assemblées générales : convocations, votes, procès-verbaux.
networks-section-people = Qui tient quel mandat, et jusqu'à quand.
networks-section-journal = Tout ce qui s'est passé, et la preuve que rien n'a été retouché.
networks-section-settings = La présentation, les collèges et les règles des assemblées.
networks-next-assembly = Prochaine assemblée
networks-no-assembly = Aucune assemblée n'est convoquée.
networks-assembly-open = En séance
networks-assembly-convened = Convoquée
networks-admitted = Membres
networks-suspended = Suspendues
networks-applied = Candidates
networks-belonging = Appartenance
networks-belongs-to = { $network } est membre de { $other }, par { $through }.
networks-belongs-to-itself = { $network } est membre de { $other }.
networks-presentation = Présentation
networks-presentation-text = Nom et description dans chaque langue, langue principale, fuseau horaire.
networks-name-in = Nom ({ $language })
networks-description-in = Description ({ $language })
networks-main-language = Langue principale
networks-main-language-hint = Elle sert quand un texte manque dans une autre langue.
networks-time-zone = Fuseau horaire
networks-colleges = Collèges
networks-colleges-text = Un collège réunit des membres et leur donne leurs voix. Un changement ne touche pas les listes électorales déjà arrêtées.
networks-no-colleges-title = Aucun collège
networks-no-colleges = Sans collège, personne n'a de voix. Ajoutez-en un : une voix pour chaque membre, par exemple.
networks-add-college = Ajouter un collège
networks-edit-college = Modifier un collège
networks-remove-college = Retirer ce collège
networks-remove-college-text = Possible seulement si aucun membre n'y est et si personne n'y a jamais voté.
networks-weight = Voix
networks-voices = Voix de chaque membre
networks-rule = Comment compter les voix ?
networks-rule-fixed = Le même nombre pour chaque membre
networks-rule-fixed-detail = Par exemple une voix chacun.
networks-rule-brackets = Selon un chiffre déclaré
networks-rule-brackets-detail = Par exemple une voix de 0 à 49 places, deux à partir de 50.
networks-brackets-hint = La première tranche commence à 0, les suivantes vont en augmentant. Les lignes vides ne comptent pas.
networks-bracket-from = Tranche { $line }, à partir de
networks-bracket-weight = Tranche { $line }, voix
networks-weight-fixed = { $count ->
    [0] Aucune voix
    [one] Une voix pour chaque membre
   *[other] { $count } voix pour chaque membre
}
networks-weight-bracket = { $count ->
    [one] { $count } voix à partir de { $from }
   *[other] { $count } voix à partir de { $from }
}
networks-weight-brackets = { $figure } : { $brackets }
networks-rules = Règles des assemblées
networks-rules-text = Délai, quorum, majorité, pouvoirs, date de la liste électorale.
networks-notice-days = Délai de convocation, en jours
networks-notice-hint = Jours entiers entre l'envoi et l'assemblée.
networks-quorum-total = Quorum sur l'ensemble
networks-quorum-each = Quorum dans chaque collège
networks-quorum-hint = Une part, comme 1/2 ou 50 %. Laissez vide s'il n'y en a pas.
networks-share-hint = Une part, comme 1/2, 2/3 ou 75 %.
networks-not-a-share = Écrivez une part du tout, par exemple 1/2 ou 66 %.
networks-comparison-of = { $part } : à atteindre ou à dépasser
networks-unit-of = { $part } : en quoi on compte
networks-at-least = au moins cette part
networks-more-than = plus que cette part
networks-unit-heads = en nombre de membres
networks-unit-weight = en voix
networks-base = Base de la majorité
networks-base-expressed = Pour et contre, sans les abstentions
networks-base-cast = Pour, contre et abstentions
networks-base-present = Tous les membres présents ou représentés
networks-base-entitled = Toute la liste électorale
networks-proxies-per-holder = Pouvoirs au plus par association
networks-proxies-hint = 0 : aucun pouvoir. Vide : pas de limite.
networks-same-college = Seulement à une association du même collège
networks-reference-days = Arrêtée tant de jours avant l'assemblée
networks-reference-hint = Les adhésions et les chiffres de ce jour-là font foi.
