## Participer sans voix, et demander une assemblée

participation-without-vote = Présence sans voix
participation-member = membre sans voix
participation-person-concerned = personne concernée
participation-staff = équipe salariée
participation-partner = partenaire
participation-observer = personne invitée à observer
participation-public = public
participation-you-are-here = Votre présence est enregistrée ({ $audience }).
participation-not-here = Vous pouvez assister à cette assemblée sans voter ({ $audience }). Dites-nous quand vous êtes là : le procès-verbal vous nommera.
participation-may-speak = Les statuts vous permettent de demander la parole.
participation-listens = Les statuts vous permettent d’assister, sans prendre la parole.
participation-as = En tant que
participation-with = Avec
participation-with-hint = Facultatif : l’association qui l’accompagne, par exemple.
participation-name = Nom
participation-name-hint = Le nom que la personne donne ; un pseudonyme convient. Ni compte ni e-mail ne sont nécessaires.
participation-write-down = Noter la présence
participation-desk-hint = Les personnes que les statuts laissent assister sans voter. Elles figurent au procès-verbal, pas au quorum.
participation-minutes = Présentes et présents sans voix : { $people }.
participation-minuted = { $name } ({ $audience })
participation-minuted-with = { $name } ({ $audience }, { $organization })
done-floor-asked-for = La demande de parole est sur la liste.
refused-not-in-the-room = Les statuts disent qui assiste à cette assemblée sans voter, et votre rôle n’en fait pas partie. Le procès-verbal vous sera ouvert après la séance ; pour une question, adressez-vous au conseil du réseau.
refused-audience-does-not-speak = Les statuts permettent à cette personne d’assister, sans prendre la parole. Rien n’a changé ; la présidence de séance peut toujours l’inviter à parler.

# Demander une assemblée, et qui la convoque
requests = Demandes d’assemblée
requests-lead = Des membres peuvent demander que le conseil convoque une assemblée, en disant pourquoi.
requests-rule = { $kind } : { $needed } membres sur les { $of } qui ont une voix aujourd’hui obligent le conseil à la convoquer.
requests-no-rule = Les statuts de ce réseau ne prévoient pas que des membres demandent une assemblée. Rien n’a été enregistré ; adressez-vous au conseil.
requests-none-title = Aucune demande pour le moment
requests-none = Les demandes et leur nombre de membres apparaîtront ici, pour tous les membres.
requests-count = { $have ->
    [one] { $have } membre le demande ; il en faut { $needed } sur { $of }.
   *[other] { $have } membres le demandent ; il en faut { $needed } sur { $of }.
}
requests-asking = Membres qui demandent
requests-enough = Nombre atteint
requests-reached = Depuis le { $date }, le conseil est tenu de convoquer cette assemblée.
requests-answered = Assemblée convoquée à la suite de cette demande :
requests-join = Demander aussi
requests-leave = Retirer notre demande
requests-answer-by = Assemblée convoquée à la suite de cette demande
requests-answer = Noter la réponse
requests-new = Demander une assemblée
requests-purpose = Objet
requests-purpose-hint = Ce dont l’assemblée doit décider. Tous les membres le lisent.
requests-ask = Envoyer la demande
done-assembly-requested = La demande est enregistrée. Les autres membres peuvent s’y joindre.
home-request-title = { $count ->
    [one] Des membres demandent une assemblée
   *[other] Des membres demandent { $count } assemblées
}
home-request = Le nombre de membres que prévoient les statuts est atteint : le conseil est tenu de convoquer.
home-request-action = Voir la demande
refused-not-a-convener = Les statuts disent qui convoque : { $who }. Rien n’est perdu, le projet reste prêt : demandez à une personne du conseil de l’ouvrir et de convoquer. (Le conseil convoque aussi au nom de la présidence ou du commissaire aux comptes.)
refused-request-answered = Une assemblée a déjà été convoquée à la suite de cette demande. Rien n’a changé.
refused-request-no-vote = Seuls les membres qui ont une voix aujourd’hui comptent pour cette demande, et cette association n’en a pas. Rien n’a été enregistré ; adressez-vous au conseil.
