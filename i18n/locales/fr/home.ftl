### Ce qui attend chaque personne, et la porte d'entrée.

home-title = Ce qui vous attend
home-lead = { $count ->
    [0] Rien ne demande votre attention aujourd'hui.
    [one] Une seule chose demande votre attention.
   *[other] { $count } choses demandent votre attention, la plus pressante d'abord.
}
home-nothing-title = Vous êtes à jour
home-nothing = Les votes, les assemblées et les demandes qui vous concernent apparaîtront ici.
home-open-network = Ouvrir mon réseau
home-networks = Vos réseaux
home-organizations = Vos associations
home-networks-here = Les réseaux
home-welcome = La vie commune d'une fédération d'associations
home-what-it-is = Avec Trame, les associations d'un réseau tiennent leurs assemblées, votent et gardent ensemble la mémoire de leurs décisions. Vous vous connectez avec le compte de votre association.
home-no-networks-title = Aucun réseau pour l'instant
home-no-networks = Le lien qui ouvre la première session d'administration est dans les messages du serveur, au démarrage.
home-now = Maintenant
home-soon = Bientôt
home-vote-title = Un vote est ouvert
home-vote = { $assembly }. Vous pouvez voter pour { $organizations }.
home-vote-action = Voter
home-session-title = Une assemblée est en séance
home-session-action = Entrer
home-assembly-title = À venir : { $assembly }
home-assembly = Vous y représentez { $organizations }. Si vous ne pouvez pas venir, donnez pouvoir à une autre association.
home-assembly-run = La convocation est partie. Vous pourrez ouvrir la séance le jour venu.
home-assembly-action = Préparer
home-application-title = { $organization } demande à adhérer
home-application = La décision de l'instance compétente est à noter : admission ou refus.
home-application-action = Examiner
home-approval-title = { $count ->
    [one] Une personne attend votre accord
   *[other] { $count } personnes attendent votre accord
}
home-approval = Leur compte de { $organization } est reconnu ; il reste à dire si elles peuvent entrer.
home-approval-action = Répondre
home-minutes-title = Un procès-verbal est à relire
home-minutes-action = Relire
home-connection-title = La connexion de { $organization } est à terminer
home-connection = Elle est préparée, mais pas encore en service.
home-connection-action = Terminer
form-conflict = Rien n'est perdu : ce que vous avez écrit est toujours dans le formulaire. Rouvrez la page dans un autre onglet pour voir ce qui a changé, puis refaites votre modification.
