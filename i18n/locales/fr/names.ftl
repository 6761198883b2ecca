### Les noms de ce que le domaine distingue, pour les étiquettes et les listes.

membership-status-applied = Candidature en cours
membership-status-admitted = Membre
membership-status-suspended = Suspendue
membership-status-left = Partie
membership-status-excluded = Exclue

membership-step-apply = Demander l'adhésion
membership-step-admit = Admettre
membership-step-suspend = Suspendre
membership-step-reinstate = Lever la suspension
membership-step-leave = Quitter le réseau
membership-step-exclude = Exclure ou refuser

legal-form-association-1901 = Association loi 1901
legal-form-association-alsace-moselle = Association d'Alsace-Moselle
legal-form-foundation = Fondation
legal-form-asbl = ASBL
legal-form-vzw = VZW (ASBL néerlandophone)
legal-form-aisbl = AISBL
legal-form-cooperative = Coopérative
legal-form-public-body = Organisme public
legal-form-company = Entreprise
legal-form-informal = Collectif sans personnalité juridique
legal-form-other = Autre forme

figure-employees = effectif salarié en équivalents temps plein
figure-members = nombre d'adhésions individuelles
figure-places = nombre de places d'hébergement ou de logement

assembly-kind-ordinary = Assemblée générale ordinaire
assembly-kind-extraordinary = Assemblée générale extraordinaire

assembly-state-draft = En préparation
assembly-state-convened = Convoquée
assembly-state-open = En séance
assembly-state-closed = Close

venue-room = Sur place
venue-remote = À distance
venue-hybrid = Sur place et à distance

item-kind-information = Information
item-kind-motion = Motion
item-kind-election = Élection de personnes

choice-for = Pour
choice-against = Contre
choice-abstain = Abstention
choice-blank = Blanc

poll-state-open = Vote ouvert
poll-state-closed = Vote clos

register-rna = Numéro RNA
register-siren = Numéro SIREN
register-siret = Numéro SIRET
register-enterprise-number = Numéro d'entreprise (BCE)

unknown-person-refuse = Refuser et indiquer à qui s'adresser
unknown-person-ask-approval = Faire approuver par l'administration de l'association
unknown-person-create-staff = Accueillir dans l'équipe salariée

connection-state-draft = En préparation
connection-state-tested = Testée avec succès
connection-state-active = Active
connection-state-disabled = Désactivée

unit-heads = Une voix par association
unit-weight = Selon le nombre de voix

counting-present = Présences seules
counting-present-and-represented = Présences et pouvoirs
counting-voting = Votes remis

majority-base-expressed = Voix exprimées (pour et contre)
majority-base-cast = Voix émises, abstentions comprises
majority-base-present = Voix présentes ou représentées
majority-base-entitled = Toute la liste électorale

comparison-at-least = Au moins
comparison-more-than = Plus de

motion-state-draft = Brouillon
motion-state-submitted = Déposé
motion-state-admissible = Recevable
motion-state-refused = Irrecevable
motion-state-voting = Vote en cours
motion-state-adopted = Adopté
motion-state-rejected = Non adopté
motion-state-withdrawn = Retiré
motion-state-superseded = Sans objet
change-replace = modifier l'alinéa
change-delete = supprimer l'alinéa
change-insert = ajouter un alinéa après celui-ci
without-object-paragraph-gone = L'alinéa a été supprimé.
without-object-overlap = Ce qui a été adopté change les mêmes mots.
without-object-already-so = Le texte le dit déjà.
