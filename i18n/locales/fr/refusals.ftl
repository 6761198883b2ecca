### Ce qu’une règle empêche : la raison, et ce qu’il faut faire.

# Adhésions
refused-step-not-from-here = Cette étape ne correspond pas à l’état actuel de l’adhésion. Rouvrez la fiche pour voir les étapes possibles.
refused-step-decision-missing = Indiquez la décision qui fonde cette étape : l’instance qui a décidé et la date.
refused-step-before-previous = L’étape précédente date du { $previous }. Choisissez cette date ou une date plus récente.

# Mandats
refused-mandate-wrong-holder = Ce rôle ne s’exerce pas ici. Choisissez un rôle du réseau pour le réseau, ou un rôle de l’association pour l’association.
refused-mandate-dates = Le mandat se terminerait avant d’avoir commencé. Corrigez l’une des deux dates.

# Pouvoirs
refused-proxy-giver-not-on-roll = Cette association n’est pas sur la liste électorale de l’assemblée : elle ne peut pas donner de pouvoir.
refused-proxy-holder-not-on-roll = L’association choisie n’est pas sur la liste électorale de l’assemblée. Choisissez-en une autre.
refused-proxy-to-itself = Une association ne peut pas se donner pouvoir à elle-même. Choisissez-en une autre.
refused-proxy-giver-present = Cette association est présente : elle vote elle-même. Elle pourra donner pouvoir si elle quitte la séance.
refused-proxy-already-given = Cette association a déjà donné son pouvoir. Pour le confier à une autre, reprenez-le d’abord.
refused-proxy-chain = Un pouvoir ne se transmet pas : qui en détient un ne peut pas donner le sien, et qui a donné le sien ne peut pas en recevoir. Choisissez une autre association.
refused-proxy-too-many = { $limit ->
    [0] Les statuts n’admettent pas les pouvoirs dans cette assemblée.
    [1] L’association choisie détient déjà un pouvoir, le maximum permis. Choisissez-en une autre.
   *[other] L’association choisie détient déjà { $limit } pouvoirs, le maximum permis. Choisissez-en une autre.
}
refused-proxy-other-college = L’association choisie fait partie d’un autre collège. Choisissez une association du même collège.

# Vote
refused-cast-closed = Le vote est clos : votre choix n’a pas été pris en compte. Le résultat est affiché dans la séance.
refused-cast-not-on-roll = Cette association n’est pas sur la liste électorale de l’assemblée : elle n’a pas de voix. En cas de doute, parlez-en à la présidence de séance.
refused-cast-not-yours = Vous ne représentez pas cette association et vous ne détenez pas son pouvoir. Votez pour la vôtre.
refused-cast-given-away = Votre association a donné son pouvoir à une autre. Pour voter vous-même, touchez « Je suis là » : le pouvoir prend alors fin.
refused-cast-not-here = Votre arrivée n’est pas encore enregistrée. Touchez « Je suis là », puis votez.

# Cours d’une assemblée
refused-course-not-now = Cette action n’est pas possible à ce stade de l’assemblée. Rouvrez la page pour voir où elle en est.
refused-course-agenda-empty = L’ordre du jour est vide. Ajoutez au moins un point, puis convoquez.
refused-course-roll-empty = La liste électorale est vide : personne ne pourrait voter. Vérifiez les adhésions et les collèges.
refused-course-notice = { $days ->
    [0] La convocation partirait trop tard : les règles demandent { $required } jours de délai. La première date possible est le { $earliest }.
    [1] La convocation laisserait un seul jour, et les règles en demandent { $required }. La première date possible est le { $earliest }.
   *[other] La convocation laisserait { $days } jours, et les règles en demandent { $required }. La première date possible est le { $earliest }.
}
refused-course-no-quorum = Le quorum n’est pas atteint, le vote ne peut pas s’ouvrir. { $parts }
refused-course-poll-open = Un vote est ouvert. Clôturez-le d’abord.
refused-course-already-voted = Cette motion a déjà été mise aux voix : on ne vote pas deux fois. Le résultat est dans la séance.
refused-course-not-a-motion = Ce point est une information : rien n’y est mis aux voix. Choisissez une motion.

# Règles et domaines
refused-weight-rule = Les tranches doivent commencer à 0 et aller en augmentant, chacune une seule fois. Corrigez-les.
refused-domain-form = Ce n’est pas un nom de domaine. Écrivez par exemple association.example.
refused-domain-consumer = Ce domaine appartient à une messagerie grand public : aucune association ne peut le réserver. Invitez plutôt les personnes une à une.

# Connexion
refused-admission-foreign-domain = Votre adresse n’est pas d’un domaine confirmé de cette association. Demandez une invitation à l’administration de l’association.
refused-admission-address-moved = Votre adresse a changé de domaine depuis votre dernière connexion. Par prudence, demandez à l’administration de votre association de la confirmer.
refused-admission-unverified = Le service de connexion de votre association n’a pas confirmé votre adresse. Confirmez-la auprès de ce service, puis réessayez.
refused-admission-unknown = Votre association n’a pas encore ouvert d’accès à votre nom. Demandez-lui une invitation.
refused-protocol = La connexion n’a pas abouti. Recommencez depuis le début ; si cela se répète, indiquez ce code à l’administration de votre association : { $code }.
refused-link-expired = Ce lien n’est plus valable : il a servi ou il a expiré. Demandez-en un nouveau.
refused-otherwise = Une règle s’y oppose. Rouvrez la page pour voir où en sont les choses, puis réessayez.
refused-step-in-the-future = Cette date est dans le futur. Notez la décision le jour où elle prend effet.
refused-already-member = Cette association fait déjà partie du réseau, ou a déjà demandé à le rejoindre. Ouvrez sa fiche.
refused-organization-applies-itself = Ce numéro est celui d’une association déjà inscrite sur ce serveur. C’est à elle de demander à rejoindre le réseau, depuis sa page « Réseaux ».
refused-site-closed-before-opened = Le lieu fermerait avant d’avoir ouvert. Corrigez la date.
refused-last-administrator = C’est la dernière personne qui administre le réseau. Confiez d’abord ce mandat à quelqu’un d’autre.
refused-person-also-elsewhere = Cette personne a aussi un mandat ailleurs : son adresse lui ouvre d’autres portes. Elle peut corriger sa fiche elle-même, dans « Mon compte ».
refused-mandate-already-held = Cette personne a déjà ce rôle à ces dates. Choisissez un autre rôle ou d’autres dates.
refused-college-in-use = Des membres sont dans ce collège, ou y ont voté : il ne peut pas disparaître. Placez d’abord les membres dans un autre.
refused-floor-not-in-session = La séance n’est pas ouverte : la parole ne se demande qu’en séance.
refused-floor-list-closed = La présidence a clos la liste sur ce point. Une motion d’ordre reste possible.
refused-floor-already-asked = Vous êtes déjà sur la liste.
refused-floor-not-waiting = Cette demande n’attend plus, ou personne n’attend. Regardez la liste, puis recommencez.
refused-floor-nobody-speaks = Cette intervention est déjà terminée. Regardez la liste, puis recommencez.
