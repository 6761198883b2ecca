### Le journal : ce qui s'est passé, et ce qu'il prouve.

journal-assembly-drafted = Assemblée préparée
journal-assembly-changed = Assemblée en préparation modifiée
journal-agenda-item-added = Point ajouté à l'ordre du jour
journal-agenda-item-changed = Point de l'ordre du jour modifié
journal-agenda-item-moved = Point de l'ordre du jour déplacé
journal-agenda-item-removed = Point retiré de l'ordre du jour
journal-document-added = Document ajouté
journal-assembly-convened = Assemblée convoquée
journal-arrival = Arrivée
journal-departure = Départ
journal-proxy-given = Pouvoir donné
journal-proxy-revoked = Pouvoir repris
journal-session-opened-by-chair = Séance ouverte
journal-session-closed = Séance levée
journal-poll-opened = Vote ouvert
journal-vote-cast = Vote enregistré
journal-poll-closed = Vote clos
journal-minutes-saved = Procès-verbal complété
journal-break-glass = Lien de secours créé
journal-domain-verified = Domaine de messagerie confirmé
journal-domain-claimed = Domaine de messagerie ajouté
journal-domain-removed = Domaine de messagerie retiré
journal-invitation-sent = Invitation envoyée
journal-lead = { $count ->
    [0] Rien n'est encore écrit.
    [one] Une ligne, dans l'ordre où les choses se sont passées.
   *[other] { $count } lignes, la plus récente d'abord.
}
journal-verify = Vérifier maintenant
journal-whole = { $count ->
    [0] Le journal est intact : il est vide.
    [one] Le journal est intact : sa seule ligne est conforme.
   *[other] Le journal est intact : ses { $count } lignes s'enchaînent.
}
journal-head = Empreinte de la dernière ligne, à noter et à comparer plus tard :
journal-broken = Le journal n'est plus intact
journal-missing = La ligne { $line } manque, ou des lignes ont changé de place.
journal-altered = La ligne { $line } a été modifiée, ou une ligne qui la précède.
journal-truncated = Les dernières lignes manquent : le journal s'arrête à la ligne { $found } au lieu de { $expected }.
journal-proof-title = Ce que le journal prouve
journal-proof = Chaque ligne porte une empreinte calculée à partir de son contenu et de l'empreinte de la ligne précédente. Modifier, retirer ou déplacer une ligne change toutes les empreintes suivantes : cela se voit à la vérification.
journal-proof-limit = Qui tient le serveur pourrait réécrire tout le journal. C'est pourquoi chaque procès-verbal porte l'empreinte du moment : gardez-la, et comparez. Les numéros se suivent pour tout le serveur ; cette page n'en montre que les lignes de votre réseau.
journal-proof-command = Sur le serveur, la même vérification se fait par la commande
journal-empty-title = Aucune ligne
journal-empty = Les décisions, les adhésions et les votes s'écriront ici d'eux-mêmes.
journal-line = Ligne
journal-what = Ce qui s'est passé
journal-who = Qui
journal-system = Le serveur
journal-hash = Empreinte :
journal-details-of = Ligne { $line } en entier
journal-network-created = Réseau créé
journal-network-edited = Présentation du réseau modifiée
journal-rules-changed = Règles des assemblées modifiées
journal-college-saved = Collège enregistré
journal-college-removed = Collège retiré
journal-college-assigned = Association placée dans un collège
journal-organization-created = Fiche d'association créée
journal-organization-edited = Identité d'une association modifiée
journal-organization-named = Nouveau nom d'une association
journal-organization-name-corrected = Nom passé d'une association corrigé
journal-site-opened = Lieu d'activité ajouté
journal-site-closed = Lieu d'activité fermé
journal-figure-declared = Chiffre déclaré
journal-membership-step = Étape d'une adhésion
journal-person-added = Personne ajoutée
journal-person-edited = Fiche d'une personne corrigée
journal-mandate-given = Mandat confié
journal-mandate-ended = Mandat terminé
journal-sessions-ended = Sessions fermées
journal-motion-written = Texte de motion écrit
journal-motion-submitted = Motion déposée
journal-motion-withdrawn = Motion retirée
journal-motion-supported = Soutien enregistré
journal-motion-ruled = Recevabilité décidée
journal-motion-deadlines-set = Délais de dépôt fixés
journal-motion-translated = Traduction mise à jour
journal-motion-text-amended = Texte de motion amendé
journal-amendment-drafted = Amendement écrit
journal-amendment-submitted = Amendement déposé
journal-amendment-withdrawn = Amendement retiré
journal-amendments-ordered = Ordre du vote fixé
journal-candidacy-proposed = Candidature enregistrée
journal-candidacy-consented = Accord de la personne candidate
journal-candidacy-withdrawn = Candidature retirée
journal-election-opened = Élection ouverte
journal-election-closed = Élection close, avec ses bulletins
