### Les membres d'un réseau et leurs adhésions.

memberships-title = Associations membres
memberships-lead = { $count ->
    [0] Aucune association ne correspond, { $network }.
    [one] Une association, { $network }.
   *[other] { $count } associations, { $network }.
}
memberships-kicker = Association membre
memberships-caption = Les associations, par ordre alphabétique
memberships-organization = Association
memberships-short-name = Sigle ou nom d'usage
memberships-college = Collège
memberships-since = Depuis
memberships-network = Réseau
memberships-membership = Adhésion
memberships-search = Nom de l'association
memberships-filter = Filtrer les associations
memberships-all-colleges = Tous les collèges
memberships-no-college = Sans collège
memberships-current = Membres actuels
memberships-everyone = Toutes, même anciennes
memberships-csv = Télécharger le tableau
memberships-file = membres
memberships-empty-title = Aucune association pour l'instant
memberships-empty = Dès qu'une association est ajoutée ou se porte candidate, elle apparaît ici avec son état.
memberships-status-applied = Candidate
memberships-status-admitted = Membre
memberships-status-suspended = Suspendue
memberships-status-left = Partie
memberships-status-excluded = Exclue
memberships-step-apply = Demande d'adhésion
memberships-step-admit = Admission
memberships-step-suspend = Suspension
memberships-step-reinstate = Fin de la suspension
memberships-step-leave = Départ, à la demande de l'association
memberships-step-exclude = Exclusion, ou refus de la demande
memberships-needs-decision = À fonder sur une décision du réseau.
memberships-decide = Adhésion et collège
memberships-next-step = Noter une décision
memberships-which-step = Que s'est-il passé ?
memberships-step-on = Date d'effet
memberships-decision = Décision
memberships-decision-hint = L'instance et la date, par exemple : conseil d'administration du 3 mars 2026, point 4.
memberships-take-step = Enregistrer la décision
memberships-college-hint = Le collège donne le nombre de voix. Les listes électorales déjà arrêtées ne changent pas.
memberships-college-later = À décider plus tard
memberships-history = Histoire de l'adhésion
memberships-carries = { $organization } porte le réseau { $carried }, qui est ainsi membre de { $network }.
memberships-elsewhere = Dans d'autres réseaux
memberships-elsewhere-text = La même association, avec la même fiche, est aussi membre de :
memberships-add = Ajouter une association
memberships-add-lead = Elle entre comme candidate. Vous noterez ensuite la décision d'admission.
memberships-add-submit = Ajouter la candidature
memberships-applied-on = Date de la demande
done-member-added = L'association est candidate. Notez maintenant la décision d'admission.
done-member-known = Cette association était déjà connue ici : sa fiche a été reprise, et elle est maintenant candidate.
done-member-applied = La demande est envoyée. Le réseau notera sa décision.
done-saved-unusual = C'est enregistré. Un des numéros a une forme rare : comparez-le encore une fois avec votre document.
done-mandate-given = Le mandat est confié.
done-mandate-ended = Le mandat est terminé.
