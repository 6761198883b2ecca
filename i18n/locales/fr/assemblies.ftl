### Les assemblées : préparation, séance, votes.

# Liste des assemblées
assembly = Assemblée
assembly-new = Préparer une assemblée
assembly-edit = Modifier la date, le lieu ou le titre
assemblies-empty-title = Aucune assemblée pour le moment
assemblies-empty = Vous recevrez un e-mail dès que la prochaine sera convoquée.
assemblies-empty-convene = Préparez la première : rien ne part aux membres avant que vous la convoquiez.
assembly-kind = Type d'assemblée
assembly-date = Date
assembly-state = État

# Ce que dit la page d'une assemblée
assembly-venue = Participation
assembly-place = Lieu
assembly-remote = À distance
assembly-convened = Convocation
assembly-convened-text = { $days ->
    [0] Envoyée le { $date }, le jour de l'assemblée (délai demandé en jours : { $required }).
    [one] Envoyée le { $date }, { $days } jour avant l'assemblée (délai demandé en jours : { $required }).
   *[other] Envoyée le { $date }, { $days } jours avant l'assemblée (délai demandé en jours : { $required }).
}
assembly-enter-room = Entrer en séance
assembly-desk = Table d'accueil
assembly-screen = Écran de la salle
assembly-minutes = Procès-verbal
assembly-rules = Règles de cette assemblée
agenda-empty-title = L'ordre du jour est vide
agenda-empty = Les points apparaîtront ici dans l'ordre où ils seront traités.
document-size = ({ $kilobytes } ko)

# Règles
quorum = Quorum
quorum-of-college = Quorum, { $college }
majority-label = Majorité
notice = Délai de convocation
notice-rule = { $days ->
    [0] Aucun délai n'est demandé.
    [one] La convocation part au moins { $days } jour avant l'assemblée.
   *[other] La convocation part au moins { $days } jours avant l'assemblée.
}

# Liste électorale
roll = Liste électorale
roll-show = Voir chaque association et son nombre de voix
roll-frozen = { $associations ->
    [0] Arrêtée au { $date } : aucune association n'y figure.
    [one] Arrêtée au { $date } : { $associations } association, { $voices } voix. Elle ne change plus.
   *[other] Arrêtée au { $date } : { $associations } associations, { $voices } voix. Elle ne change plus.
}
roll-preview = { $associations ->
    [0] Elle sera arrêtée à l'envoi de la convocation.
    [one] Si vous convoquiez maintenant : { $associations } association, { $voices } voix. La liste sera arrêtée à l'envoi de la convocation.
   *[other] Si vous convoquiez maintenant : { $associations } associations, { $voices } voix. La liste sera arrêtée à l'envoi de la convocation.
}
roll-left-out = Sans voix dans cette assemblée :
export-csv = Télécharger pour un tableur (CSV)
column-association = Association
column-college = Collège
column-voices = Voix
column-why = Pourquoi
column-present = Présence
present = Présente
represented = Représentée
absent = Absente

# Préparation
preparation = Préparation
field-title = Titre
assembly-day = Jour
assembly-time = Heure de début
assembly-place-hint = L'adresse complète, avec la salle.
assembly-remote-hint = Le lien de la visioconférence, qui commence par https://.
item-new = Ajouter un point
item-edit = Modifier le point
item-kind = Type de point
item-text = Texte
item-text-hint = Pour une motion : le texte exact sur lequel on votera.
move-up = Monter
move-down = Descendre
document-add = Ajouter un document
document-file = Fichier
document-hint = De préférence un PDF, de 10 Mo au plus.
convene = Convoquer
convene-what-happens = { $associations ->
    [one] { $associations } association recevra la convocation par e-mail.
   *[other] { $associations } associations recevront la convocation par e-mail.
} La liste électorale, les règles et l'ordre du jour seront alors arrêtés.
convened-title = L'assemblée est convoquée
convened-letters = { $letters ->
    [0] Aucune convocation n'est partie.
    [one] { $letters } convocation est partie.
   *[other] { $letters } convocations sont parties.
}
convened-unreachable = Ces associations n'ont personne à qui écrire. Prévenez-les vous-même, puis notez leur représentation dans leur fiche :

# Votes et résultats
poll-open = Vote en cours
condition-met = Condition remplie
condition-not-met = Condition non remplie
at-least = au moins
tally-caption = Répartition des voix
tally-null = Nul
tally-amount = { $voices } voix ({ $associations ->
    [one] { $associations } association
   *[other] { $associations } associations
})
votes-by-name = Le vote de chaque association
column-vote = Vote
column-by = Par pouvoir
vote-by-proxy = Exprimé par { $holder }
turnout = Participation au vote
turnout-text = { $present ->
    [0] Aucune association présente ou représentée.
    [one] { $voted } vote pour { $present } association présente ou représentée ({ $voices } voix sur { $present_voices }).
   *[other] { $voted ->
        [0] Aucun vote
        [one] { $voted } vote
       *[other] { $voted } votes
    } pour { $present } associations présentes ou représentées ({ $voices } voix sur { $present_voices }).
}
turnout-complete = Toutes ont voté.
screen-result = Résultat

# Séance
room = Séance
room-over-title = La séance est levée
room-over = Les votes sont clos. Le procès-verbal dit ce qui a été décidé, et pourquoi.
room-figures = Présence et participation
room-interrupted = La connexion est coupée : ces chiffres ne suivent plus la séance. Actualisez la page.
room-no-vote = Aucun vote n'est ouvert. Gardez cette page : le prochain vote y apparaîtra.
room-vote = Votre vote
room-you-are-here = { $organization } : votre présence est enregistrée.
room-not-here = { $organization } : votre présence n'est pas encore enregistrée. Dites que vous êtes là pour compter dans le quorum et voter.
room-proxy-given = { $organization } a donné son pouvoir à { $holder }. Si vous arrivez, ce pouvoir prend fin.
room-arrive = Je suis là
room-arrive-in-room = Je suis là, dans la salle
room-arrive-remote = Je suis là, à distance
room-leave = Je pars
ballot-own = { $organization }, votre association : { $voices } voix
ballot-proxy = { $organization }, qui vous a donné son pouvoir : { $voices } voix
ballot-given-away = Le pouvoir est donné à { $holder }, qui vote pour cette association. Pour voter vous-même, touchez « Je suis là » : le pouvoir prend alors fin.
ballot-recorded-tag = Enregistré
ballot-recorded = Votre vote : { $choice }. Vous pouvez le changer tant que le vote est ouvert.
ballot-cast = Voter
ballot-change = Changer mon vote

# Présidence de séance
chair = Présidence de séance
chair-open-hint = Ouvrez la séance à l'heure dite. Les votes deviennent alors possibles.
chair-open = Ouvrir la séance
chair-poll-open = Vote en cours : { $title }. { $voted ->
    [0] Aucune association n'a encore voté
    [one] { $voted } association a voté
   *[other] { $voted } associations ont voté
}, sur { $present }.
chair-close-poll = Clôturer le vote
chair-next-motion = Prochaine motion : { $number }. { $title }
chair-open-poll = Ouvrir le vote
chair-other-motions = Mettre une autre motion aux voix
chair-all-voted = Toutes les motions ont été mises aux voix.
chair-close = Lever la séance
chair-close-early = Lever la séance avant la fin de l'ordre du jour

# Pouvoirs
proxies = Pouvoirs
proxies-none-given = Aucun pouvoir n'a été donné.
proxies-given = { $count } pouvoirs donnés
proxy-giver = Donné par
proxy-holder = Confié à
proxy-given-at = Depuis
proxy-give = Donner un pouvoir
proxy-give-to = { $organization } : qui votera à sa place ?
proxy-revoke = Reprendre le pouvoir

# Table d'accueil
desk-people = Personnes
desk-arrives = Noter l'arrivée
desk-leaves = Noter le départ
desk-nobody = Personne n'a de mandat de représentation aujourd'hui. L'association peut en ajouter un, ou donner un pouvoir.
desk-proxy-to = Pouvoir donné à { $holder }

# Après un formulaire
done-vote-recorded = Votre vote est enregistré.
done-arrived = L'arrivée est enregistrée.
done-left = Le départ est enregistré.
done-proxy-given = Le pouvoir est donné.
done-proxy-revoked = Le pouvoir est repris.
done-session-opened = La séance est ouverte.
done-session-closed = La séance est levée. Vous pouvez compléter le procès-verbal.
done-poll-opened = Le vote est ouvert.
done-poll-closed = Le vote est clos. Voici le résultat.
done-convened = L'assemblée est convoquée. Les convocations sont parties.
done-item-added = Le point est à l'ordre du jour.
done-item-removed = Le point est retiré de l'ordre du jour.
done-document-added = Le document est ajouté.

# Ce qui est refusé
refused-ballot-choose = Aucun vote n'a été enregistré. Choisissez Pour, Contre ou Abstention, puis votez.
refused-proxy-choose = Aucun pouvoir n'a été donné. Choisissez l'association qui votera à votre place.
refused-no-proxy = Cette association n'a pas de pouvoir en cours : il n'y a rien à reprendre.
refused-not-a-representative = Cette personne n'a pas de mandat de représentation de l'association aujourd'hui. L'administration de l'association peut lui en donner un ; une autre personne mandatée peut aussi venir.
refused-date-impossible = Cette date n'est pas possible. Choisissez une date plus proche d'aujourd'hui.
refused-before-the-day = Le jour de l'assemblée n'est pas encore venu. La séance s'ouvre et les arrivées s'enregistrent ce jour-là ; un pouvoir peut être donné dès maintenant.
refused-minutes-conflict = Quelqu'un d'autre a enregistré le procès-verbal entre-temps. Votre texte est encore ci-dessous : relisez d'abord le procès-verbal enregistré, puis complétez votre texte. S'il est enregistré maintenant, il remplace celui de l'autre personne.

roll-more = { $more ->
    [one] Et une autre association ; le tableau à télécharger les contient toutes.
   *[other] Et { $more } autres associations ; le tableau à télécharger les contient toutes.
}
desk-search-label = Trouver une association à l’accueil
desk-search = Association ou personne
desk-none-found-title = Personne à ce nom
desk-none-found = Vérifiez l’orthographe, ou effacez la recherche.
room-before-the-day = Les arrivées s’ouvrent { $date }. D’ici là, vous pouvez donner pouvoir à une autre association.
