### Quorums, majorités et résultats, expliqués.

# Parts d'un tout
share-at-least = { $share ->
    [half] la moitié au moins
    [third] le tiers au moins
    [two-thirds] les deux tiers au moins
    [quarter] le quart au moins
    [three-quarters] les trois quarts au moins
    [three-fifths] les trois cinquièmes au moins
    [four-fifths] les quatre cinquièmes au moins
    [all] la totalité
   *[other] { $fraction } au moins
}
share-more-than = { $share ->
    [half] plus de la moitié
    [third] plus du tiers
    [two-thirds] plus des deux tiers
    [quarter] plus du quart
    [three-quarters] plus des trois quarts
    [three-fifths] plus des trois cinquièmes
    [four-fifths] plus des quatre cinquièmes
    [all] plus de la totalité
   *[other] plus de { $fraction }
}

# Quorum
quorum-present-heads = { $count ->
    [one] { $count } association présente
   *[other] { $count } associations présentes
}
quorum-present-weight = { $count ->
    [one] { $count } voix présente
   *[other] { $count } voix présentes
}
quorum-represented-heads = { $count ->
    [one] { $count } association présente ou représentée
   *[other] { $count } associations présentes ou représentées
}
quorum-represented-weight = { $count ->
    [one] { $count } voix présente ou représentée
   *[other] { $count } voix présentes ou représentées
}
needed-count = { $count ->
    [one] { $count } nécessaire
   *[other] { $count } nécessaires
}
of-entitled-heads = { $count ->
    [0] d'aucune association inscrite
    [one] de l'unique association inscrite
   *[other] des { $count } associations inscrites
}
of-entitled-weight = { $count ->
    [0] d'aucune voix inscrite
    [one] de l'unique voix inscrite
   *[other] des { $count } voix inscrites
}
quorum-part = { $have } pour { $needed } : { $share } { $whole }. { $reached }
quorum-part-college = { $college } : { $have } pour { $needed } : { $share } { $whole }. { $reached }
quorum-reached = C'est atteint.
quorum-not-reached = Ce n'est pas atteint.
quorum-missing = Ce n'est pas atteint : il en manque { $count }.
quorum-detail = Quorum : { $part }
roll-heads = des associations inscrites
roll-weight = des voix inscrites
quorum-rule-none = Aucun quorum n'est demandé.
quorum-rule-total = { $counting ->
    [present] Quorum, présences seules : { $total }.
    [voting] Quorum, votes remis : { $total }.
   *[other] Quorum, présences et pouvoirs : { $total }.
}
quorum-rule-college = { $counting ->
    [present] Quorum, présences seules : dans chaque collège, { $college }.
    [voting] Quorum, votes remis : dans chaque collège, { $college }.
   *[other] Quorum, présences et pouvoirs : dans chaque collège, { $college }.
}
quorum-rule-both = { $counting ->
    [present] Quorum, présences seules : { $total } et, dans chaque collège, { $college }.
    [voting] Quorum, votes remis : { $total } et, dans chaque collège, { $college }.
   *[other] Quorum, présences et pouvoirs : { $total } et, dans chaque collège, { $college }.
}

# Quantités
voices-count = { $count } voix
associations-count = { $count ->
    [one] { $count } association
   *[other] { $count } associations
}
for-heads = { $count ->
    [one] association pour
   *[other] associations pour
}
for-weight = { $count ->
   *[other] voix pour
}
needed-label = { $count ->
    [one] nécessaire
   *[other] nécessaires
}

# Majorité d'une motion
majority = Il faut { $share } { $base }.
base-expressed-heads = des associations qui votent pour ou contre
base-expressed-weight = des voix exprimées (pour et contre)
base-cast-heads = des associations votantes, abstentions comprises
base-cast-weight = des voix émises, abstentions comprises
base-present-heads = des associations présentes ou représentées, qu'elles votent ou non
base-present-weight = des voix présentes ou représentées, qu'elles votent ou non
base-entitled-heads = de toutes les associations inscrites
base-entitled-weight = de toutes les voix inscrites
of-expressed-heads = { $count ->
    [0] d'aucune association
    [one] de l'unique association qui a voté pour ou contre
   *[other] des { $count } associations qui ont voté pour ou contre
}
of-expressed-weight = { $count ->
    [0] d'aucune voix
    [one] de l'unique voix exprimée
   *[other] des { $count } voix exprimées
}
of-cast-heads = { $count ->
    [0] d'aucune association
    [one] de l'unique association votante
   *[other] des { $count } associations votantes, abstentions comprises
}
of-cast-weight = { $count ->
    [0] d'aucune voix
    [one] de l'unique voix émise
   *[other] des { $count } voix émises, abstentions comprises
}
of-present-heads = { $count ->
    [0] d'aucune association
    [one] de l'unique association présente ou représentée
   *[other] des { $count } associations présentes ou représentées
}
of-present-weight = { $count ->
    [0] d'aucune voix
    [one] de l'unique voix présente ou représentée
   *[other] des { $count } voix présentes ou représentées
}

# Résultat d'un vote
verdict-adopted = Adoptée
verdict-rejected = Rejetée
verdict-tied = Rejetée : égalité
verdict-no-quorum = Sans effet : quorum perdu
verdict-nothing-expressed = Sans résultat : rien d'exprimé
outcome-adopted = { $have } { $side }, { $needed } : { $share } { $whole }.
outcome-rejected = { $have } { $side }, { $needed } : { $share } { $whole }. Il en a manqué { $missing }.
outcome-tied = { $have } { $side } et autant contre. Il fallait { $share } { $whole }, donc { $needed } pour.
outcome-no-quorum = Le quorum n'était plus atteint à la clôture du vote : les voix ne décident de rien, quel que soit leur nombre.
outcome-nothing-expressed = Personne n'a voté pour ou contre : il n'y a rien à compter.
detail-for = Pour : { $weight } ({ $heads }).
detail-against = Contre : { $weight } ({ $heads }).
detail-abstained = Abstention : { $weight } ({ $heads }).
detail-silent = Présentes ou représentées sans voter : { $weight } ({ $heads }).
detail-entitled = Liste électorale : { $weight } ({ $heads }).
detail-abstentions-apart = Les abstentions ne comptent ni pour ni contre : elles ne sont pas des voix exprimées.
detail-abstentions-weigh = Les abstentions comptent dans le total : elles rendent la majorité plus difficile à atteindre.
detail-silence-weighs = Ne pas voter compte dans le total, comme une abstention.

# Nombre de voix
weight-fixed = { $voices } : toutes les associations du collège en ont autant.
weight-bracket = { $voices } : { $declared } au { $date }, dans la tranche de { $from } à moins de { $below }.
weight-bracket-open = { $voices } : { $declared } au { $date }, dans la tranche à partir de { $from }.
weight-nothing-declared = { $voices }, tranche la plus basse : rien n'était déclaré à la date de référence ({ $figure }).
weight-rule-fixed = { $voices } pour chaque association du collège.
weight-rule-brackets = { $brackets } ({ $figure }).
weight-rule-bracket = { $voices } à partir de { $from }
declared-employees = { $count ->
    [one] { $count } équivalent temps plein
   *[other] { $count } équivalents temps plein
}
declared-members = { $count ->
    [one] { $count } adhésion individuelle
   *[other] { $count } adhésions individuelles
}
declared-places = { $count ->
    [one] { $count } place
   *[other] { $count } places
}

# Liste électorale et pouvoirs
left-out-not-yet-member = N'était pas encore membre à la date de référence.
left-out-status = { $status ->
    [applied] Sa candidature n'était pas encore acceptée à la date de référence.
    [suspended] Son adhésion était suspendue à la date de référence.
    [left] Avait quitté le réseau à la date de référence.
    [excluded] Était exclue du réseau à la date de référence.
   *[other] N'avait pas de voix à la date de référence.
}
left-out-no-college = N'appartient à aucun collège.
left-out-no-voice = Son collège ne lui donne pas de voix.
proxies-none = Les pouvoirs ne sont pas admis.
proxies-unlimited = Une association peut détenir autant de pouvoirs qu'on lui en confie.
proxies-limit = { $limit ->
    [one] Une association détient un pouvoir au plus.
   *[other] Une association détient { $limit } pouvoirs au plus.
}
proxies-same-college = Un pouvoir se donne à une association du même collège.

# Majorités à plusieurs conditions
majority-each-college = Dans chaque collège, il faut { $share } { $base }.
majority-no-college-against = Aucun collège ne doit être contre par { $share } { $base }.
majority-casting-vote = En cas d'égalité, la voix de la présidence décide.
in-college = { $college } : { $text }
against-heads = { $count ->
    [one] association contre
   *[other] associations contre
}
against-weight = { $count ->
   *[other] voix contre
}
opposing-label = { $count ->
    [one] suffirait à s'opposer
   *[other] suffiraient à s'opposer
}
outcome-not-opposed = { $have } { $side }, il en faudrait { $needed } pour s'opposer : { $share } { $whole }.
outcome-opposed = { $have } { $side }, il en fallait { $needed } pour s'opposer : { $share } { $whole }. C'est assez pour empêcher l'adoption.
outcome-casting-vote-for = La voix de la présidence départage : pour.
outcome-casting-vote-against = La voix de la présidence départage : contre.
verdict-tied-casting-vote = Égalité : la présidence départage
detail-blank = Blanc : { $weight } ({ $heads }).
detail-null = Nul : { $weight } ({ $heads }).
detail-blank-apart = Un bulletin blanc ou nul est remis sans être exprimé : il ne compte ni pour ni contre.
quorum-voting-heads = { $count ->
    [one] { $count } association votante
   *[other] { $count } associations votantes
}
quorum-voting-weight = { $count ->
    [one] { $count } voix émise
   *[other] { $count } voix émises
}
