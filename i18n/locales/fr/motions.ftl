### Les motions et les amendements : textes, dépôt, ordre du vote.

motions = Motions et amendements
motions-motion = Motion
motions-numbered = Motion { $number }
motions-authors = Proposée par
motions-author-board = Le conseil du réseau
motions-supporters = Soutenue par
motions-item = Point de l'ordre du jour
motions-state = État
motions-reasons = Motifs
motions-refusal = Motif du refus
motions-revision = Version du texte
motions-revision-text = n° { $revision }
motions-none-title = Aucune motion pour le moment
motions-none = Les textes soumis à amendement apparaîtront ici.
motions-now = En ce moment
motions-phase-motions = Les motions et les amendements peuvent être déposés.
motions-phase-amendments = Les amendements peuvent être déposés.
motions-phase-over = Plus rien ne peut être déposé.
motions-deadline-motions = Date limite des motions
motions-deadline-amendments = Date limite des amendements
motions-until-session = L'ouverture de la séance
motions-deadlines-edit = Fixer les délais de dépôt
motions-deadlines-lead = Sans date, le dépôt est possible jusqu'à l'ouverture de la séance.
motions-deadline-day = Dernier jour
motions-deadline-time = Heure limite
motions-zone = À l'heure du réseau ({ $zone }). Sans heure : jusqu'à 23 h 59.
motions-new = Proposer une motion
motions-new-lead = Vous proposez au nom d'une association que vous représentez. Le conseil dit ensuite si la motion est recevable.
motions-for-association = Au nom de
motions-text-in = Texte ({ $language })
motions-text-hint = Une ligne qui commence par # ouvre un article : « # Gouvernance ». Une ligne vide sépare deux alinéas.
motions-text-others = Le même texte dans une autre langue
motions-text-others-hint = Les mêmes articles et les mêmes alinéas, dans le même ordre : ils sont liés deux à deux.
motions-submit = Déposer
motions-save-draft = Garder comme brouillon
motions-draft-hint = Ce brouillon n'est visible que par votre association. Déposez-le avant la date limite, ou retirez-le.
motions-withdraw = Retirer
motions-support = Soutenir
motions-rule = Recevabilité
motions-rule-legend = Décision du conseil
motions-rule-admit = Recevable : ce sera mis aux voix
motions-rule-refuse = Irrecevable
motions-rule-reason = Motif, en cas de refus
motions-rule-reason-hint = Il est montré à tous les membres.
motions-rule-save = Enregistrer la décision
motions-text-now = Texte à ce jour
motions-text-now-hint = Ce texte n'est pas adopté : il contient les amendements adoptés jusqu'ici.
motions-text-adopted = Texte adopté
motions-text-out-of-date = Des alinéas ont changé dans une autre langue et ne sont pas encore à jour ici ({ $language }).
motions-read-in = Lire le texte : { $language }
motions-article = Article { $number }
motions-article-titled = Article { $number }. { $title }
motions-paragraph-struck = Alinéa supprimé
motions-paragraph-added = Alinéa ajouté
motions-stale = Pas à jour : { $language }
motions-amend = Proposer un amendement
motions-amend-until = Date limite des amendements : { $until }
motions-amend-choose = Choisissez l'alinéa que vous voulez modifier, supprimer ou faire suivre d'un autre.
motions-amend-paragraph = Alinéa { $place } ({ $language })
motions-amend-kind = Ce que fait l'amendement
motions-amend-text = Nouveau texte
motions-amend-text-hint = L'alinéa entier, comme vous voulez qu'il se lise ; ou l'alinéa à ajouter. Inutile pour une suppression.
motions-amendment-title = Amendement { $number } à l'alinéa { $place } : { $what }
motions-amendment-title-short = Amendement { $number } : { $what }
motions-by = Par { $names }
motions-supported-by = Soutenu par { $names }
motions-written-in = Porte sur le texte en : { $language }
motions-words-removed = supprimé :
motions-words-added = ajouté :
motions-words-end = fin
motions-rebased = L'alinéa a changé depuis le dépôt. Les deux changements se complètent : l'amendement est lu sur le texte d'aujourd'hui.
motions-translation-first = L'alinéa a changé dans une autre langue : sa traduction doit d'abord être mise à jour.
motions-superseded-by = Sans objet depuis l'adoption de l'amendement { $number }. { $why }
motions-collision-compatible = L'amendement { $other } change d'autres mots du même alinéa : les deux peuvent être adoptés.
motions-collision-exclusive = L'amendement { $other } change les mêmes mots : si l'un est adopté, l'autre est sans objet.
motions-collision-deletion = L'amendement { $other } porte sur le même alinéa, et l'un des deux le supprime.
motions-collision-same-place = L'amendement { $other } ajoute un alinéa au même endroit : le premier adopté vient en premier.
motions-collision-languages = L'amendement { $other } change le même alinéa dans une autre langue.
motions-see-amendment = Voir l'amendement { $number }
motions-see-motion = Le texte entier et ses amendements
motions-see-motion-amendments = { $amendments ->
    [0] Articles : lire et amender
    [one] Articles et amendements ({ $amendments })
   *[other] Articles et amendements ({ $amendments })
}
motions-item-text = Rédiger les articles
motions-item-text-lead = Les membres pourront amender ce texte alinéa par alinéa. Le texte du point reste au-dessus, comme résolution.
motions-order = Ordre du vote
motions-order-by-rule = Sur chaque alinéa : la suppression d'abord, puis les amendements les plus éloignés du texte, puis les ajouts. L'éloignement est le nombre de mots retirés et ajoutés.
motions-order-by-chair = L'ordre a été fixé par la présidence de séance.
motions-order-reset = Revenir au plus éloigné d'abord
motions-order-next = Prochain
motions-order-none-title = Aucun amendement n'attend le vote
motions-order-none = Le texte peut être mis aux voix.
motions-distance = { $words ->
    [0] Aucun mot ne change
    [one] { $words } mot d'écart avec le texte
   *[other] { $words } mots d'écart avec le texte
}
motions-back-to-motion = Retour à la motion
motions-translation = Mettre les traductions à jour
motions-translation-lead = Ces alinéas ont changé dans une langue et pas encore dans l'autre. Corrigez, puis dites qu'ils sont à jour.
motions-translation-of = Alinéa { $place } : { $language }
motions-translation-save = C'est à jour
motions-translation-none-title = Tout est à jour
motions-translation-none = Chaque alinéa dit la même chose dans chaque langue, d'après la dernière relecture.
chair-next-amendment = Prochain vote : { $title }
done-motion-drafted = Le brouillon est enregistré. Il n'est pas encore déposé.
done-motion-submitted = La motion est déposée.
done-motion-withdrawn = La motion est retirée.
done-motion-supported = Le soutien est enregistré.
done-amendment-submitted = L'amendement est déposé. Le conseil dira s'il est recevable.
done-amendment-withdrawn = L'amendement est retiré.
refused-motion-not-from-here = Cela n'est plus possible : c'est « { $state } ». Rechargez la page pour voir où en sont les choses.
refused-motion-deadline = Le délai de dépôt est passé. Le conseil du réseau peut le prolonger.
refused-motion-session = La séance a été ouverte : plus rien ne peut être déposé, sauf si le conseil fixe une date.
refused-motion-not-on-roll = Cette association n'est pas sur la liste électorale de cette assemblée : elle ne peut ni proposer ni soutenir.
refused-motion-backs-already = Cette association est déjà parmi les auteurs ou les soutiens.
refused-motion-reason = Rien n'a été enregistré. Choisissez une décision ; un refus demande un motif.
refused-motion-changes-nothing = Cet amendement ne change rien au texte.
refused-motion-without-object = L'amendement est sans objet. { $why }
refused-motion-translation-first = L'alinéa a changé dans une autre langue. Le conseil doit d'abord le mettre à jour ({ $language }).
refused-motion-not-its-turn = L'amendement { $first } vient avant celui-ci. La présidence de séance peut changer l'ordre du vote.
refused-motion-amendments-pending = { $count ->
    [one] Un amendement attend encore une décision ou un vote : il vient avant le texte.
   *[other] { $count } amendements attendent encore une décision ou un vote : ils viennent avant le texte.
}
refused-motion-text-empty = Le texte est vide.
refused-motion-article-empty = L'article { $article } n'a pas d'alinéa.
refused-motion-built-differently = Les langues n'ont pas les mêmes alinéas à partir de l'article { $article } ({ $language }).
refused-motion-up-to-date = Cet alinéa est déjà à jour : seul un vote peut le changer.
