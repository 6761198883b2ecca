### Élections : égalités que l’assemblée tranche, sièges réservés, listes.

lists-runoff-title = Scrutin de départage : { $title }
lists-tie = Égalité à trancher
lists-tie-text = Le dépouillement ne départage pas { $names }. { $seats ->
    [one] Un siège reste à pourvoir : l’assemblée décide, tant que la séance dure.
   *[other] { $seats } sièges restent à pourvoir : l’assemblée décide, tant que la séance dure.
}
lists-tie-session-over = La séance est close : cette égalité n’a pas été tranchée. Elle peut l’être à une prochaine assemblée.
lists-runoff-hold = Ouvrir un scrutin de départage
lists-runoff-hint = Un nouveau vote à bulletin secret s’ouvre aussitôt, entre ces seuls noms et pour les seuls sièges restants, par les mêmes associations et selon le même mode de scrutin.
lists-decide = Noter la décision de l’assemblée
lists-decide-hint = Par exemple le bénéfice de l’âge, ou un tirage au sort devant la salle. La décision et sa raison font partie du résultat et du procès-verbal.
lists-decide-who = { $seats ->
    [one] Choisissez le nom qui l’emporte
   *[other] Choisissez les { $seats } noms qui l’emportent
}
lists-decide-reason = Raison
lists-decided = Égalité tranchée par l’assemblée : { $names }. Raison : { $reason }
lists-vacant = { $seats ->
    [one] Un siège réservé au collège « { $college } » reste vacant, faute de candidature.
   *[other] { $seats } sièges réservés au collège « { $college } » restent vacants, faute de candidatures.
}
lists-runoff-follows = L’égalité est remise à un scrutin de départage.
lists-runoff-see = Vers le scrutin de départage
lists-runoff-of = Ce scrutin départage les noms restés à égalité lors de l’élection précédente, pour les sièges qui restaient.
lists-runoff-first = Vers la première élection
lists-electorate = Qui élit
lists-electorate-all = Toute l’assemblée
lists-electorate-of = Le collège « { $college } » seul
lists-electorate-hint = Si chaque collège élit ses propres sièges, ajoutez une élection par collège, avec son nombre de sièges.
lists-electorate-rule = Ses associations votent seules, et les candidatures viennent d’elles.
lists-minutes-electorate = Le collège « { $college } » a élu, parmi ses propres associations.
lists-reserved = Sièges réservés
lists-reserved-college = Sièges réservés au collège « { $college } »
lists-reserved-hint = Au moins tant de sièges vont à ce collège. Toute l’assemblée vote pour tous les noms ; le collège est celui de l’association de la personne candidate. Possible à la majorité relative, au scrutin plurinominal majoritaire et au vote unique transférable.
lists-reserved-of = { $college } : { $seats } au moins
lists-reserved-rule = Un siège réservé pour lequel le collège n’a pas assez de candidatures reste vacant.
lists-reserved-short = Collège « { $college } » : { $seats } sièges réservés, { $standing } candidatures. Les sièges sans candidature resteront vacants.
lists-no-college = Autres candidatures
lists-parity = Parité des listes
lists-parity-none = Aucune règle
lists-parity-alternating = Alternance femmes et hommes, du premier au dernier nom
lists-parity-balanced = Autant de femmes que d’hommes, à un près
lists-parity-hint = Seulement pour un scrutin de liste. Chaque personne déclare comment elle compte pour la règle ; qui ne compte ni comme femme ni comme homme peut occuper toute place.
lists-parity-private = Cette déclaration ne sert qu’à la règle : seules la personne et celles qui tiennent la liste la voient. Ni le journal ni le procès-verbal ne la gardent.
lists-parity-kept = La liste respecte la règle de parité.
lists-parity-row = La liste ne respecte pas la règle : les places { $place } et { $next } sont du même genre.
lists-parity-numbers = La liste ne respecte pas la règle : { $women } femmes et { $men } hommes.
lists-side = Compte pour la parité comme
lists-side-woman = Femme
lists-side-man = Homme
lists-side-neither = Ni l’un ni l’autre, ou sans réponse
lists-side-save = Enregistrer ma déclaration
lists-title = Listes
lists-list = Liste
lists-list-new = Une nouvelle liste
lists-list-name = Nom de la nouvelle liste
lists-list-name-hint = Seulement si vous créez une liste.
lists-list-keeper = Qui crée une liste y ajoute ensuite des noms, de toute association ; qui conduit l’assemblée aussi.
lists-withdrawal-rule = Possible jusqu’à la clôture du vote. La personne suivante de la liste prend alors la place ; les bulletins pour la liste comptent toujours.
lists-electorate-alone = Le collège « { $college } » élit seul, parmi ses propres associations.
lists-place = { $place }. { $name } ({ $organization })
lists-up = Monter d’une place
lists-empty = Plus personne sur cette liste.
lists-nobody = Aucune liste n’est déposée encore.
lists-how = Choisissez une liste. Ses sièges vont à ses noms, dans l’ordre de la liste.
lists-blank = Bulletin blanc : aucune liste
lists-electorate-other = Votre association n’est pas du collège « { $college } » : elle ne vote pas ici.
lists-votes = Voix par liste
lists-votes-of = { $votes ->
    [one] { $votes } voix
   *[other] { $votes } voix
}, { $seats ->
    [0] aucun siège
    [one] { $seats } siège
   *[other] { $seats } sièges
}
lists-minutes-list = { $list } : { $names }
lists-minutes-reserved = Sièges réservés : { $colleges }.
lists-unit-statutes = Comme les statuts : { $unit }
lists-departs = Les statuts comptent les élections de personnes ainsi : { $statutes }. Cette élection compte autrement : { $unit }.
elections-ballots-weigh = Poids des bulletins
lists-weights = Dans tous les modes de scrutin proposés ici, un bulletin de plusieurs voix compte comme autant de bulletins identiques.
field-not-with-this-method = Ce mode de scrutin ne le permet pas. Choisissez-en un autre, ou laissez ce champ vide.
field-not-with-one-college = Pas là où un seul collège élit : tous les sièges sont à lui.
field-more-than = C’est plus que possible : au plus { $most } en tout.
refused-tie-none = Aucune égalité n’est à trancher ici. Rien n’est changé.
refused-tie-not-tied = « { $name } » n’est pas à égalité. Choisissez seulement parmi les noms à égalité.
refused-tie-number = { $seats ->
    [one] Un seul nom est à choisir ; vous en avez choisi { $chosen }.
   *[other] { $seats } noms sont à choisir ; vous en avez choisi { $chosen }.
}
refused-tie-college = Il manque { $missing } du collège « { $college } », pour qui un siège est réservé.
refused-tie-no-reason = Écrivez la raison : elle fait partie du résultat.
refused-election-runoff-held = Un scrutin de départage est déjà ouvert ou dépouillé : c’est lui qui tranche.
refused-election-departs = Les statuts comptent les élections de personnes autrement. Lisez l’avertissement et confirmez-le, ou changez le décompte.
refused-list-not-yours = Seule la personne qui a créé cette liste peut la changer, ou qui conduit l’assemblée. Créez votre propre liste.
refused-other-college = Ici, le collège « { $college } » élit parmi ses propres associations. La vôtre appartient à un autre collège.
refused-parity-row = Liste « { $list } » : les places { $place } et { $next } sont du même genre. Changez l’ordre avant d’ouvrir le vote.
refused-parity-numbers = Liste « { $list } » : { $women } femmes et { $men } hommes, alors que la différence est d’un au plus. Corrigez la liste avant d’ouvrir le vote.
done-tie-decided = La décision de l’assemblée est enregistrée.
done-runoff-opened = Le scrutin de départage est ouvert.
done-side-declared = Votre déclaration est enregistrée.
done-list-ordered = L’ordre de la liste est changé.
journal-election-decided = Égalité tranchée par l’assemblée
journal-candidate-list-ordered = Ordre d’une liste changé
