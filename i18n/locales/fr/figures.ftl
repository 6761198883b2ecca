### Ce que les formations ont représenté.

figures-title = Chiffres des formations
figures-lead = Ce que les formations du réseau ont représenté. L’adresse de la page garde vos filtres : partagez-la.
figures-lead-own = Ce que les formations ont représenté pour les associations choisies.
figures-filter = Filtrer les chiffres
figures-from = Sessions à partir du
figures-to = Sessions jusqu’au
figures-every-training = Toutes les formations
figures-every-association = Toutes les associations
figures-every-territory = Tous les territoires
figures-year = Année { $year }
figures-territory = Territoire
figures-no-territory = Sans territoire
figures-empty-title = Aucune session
figures-empty = Rien n’a été annoncé pour ces dates et ces filtres.
figures-xlsx = Fichier pour le financeur (XLSX)
figures-csv-sessions = Sessions (CSV)
figures-csv-associations = Associations (CSV)
figures-csv-territories = Territoires (CSV)
figures-file = chiffres-formations

## Ce qui est compté

figures-whole = Ensemble
figures-measure = Mesure
figures-value = Valeur
figures-sessions = Sessions
figures-associations = Associations
figures-territories = Territoires
figures-registrations = Inscriptions
figures-money = Argent
figures-day = Date
figures-seats = Places offertes
figures-seated = Places pourvues
figures-refused = Non acceptées
figures-in-vain = Attente sans suite
figures-attendance = Taux de présence
figures-due = Demi-journées dues
figures-present = Demi-journées suivies
figures-minutes = Heures-personnes
figures-satisfaction = Satisfaction sur 5
figures-price = Participation des personnes
figures-cost = Coût
figures-funding = Financements
figures-rest = Reste à charge du réseau
figures-of = { $part } sur { $whole }
figures-satisfaction-of = { $average }, de { $count } notes
figures-not-noted = { $noted } des { $due } demi-journées sont notées ; les autres comptent comme non suivies.
figures-without-cost = { $count ->
    [one] Le coût d’une session n’est pas dit : il ne compte pas.
   *[other] Le coût de { $count } sessions n’est pas dit : il ne compte pas.
}
figures-price-how = Participation : le premier tarif de la liste vaut pour les équipes des membres, le dernier pour les partenaires.
figures-territory-how = Le territoire est la commune de la plus ancienne adresse de l’association.
figures-more = { $count ->
    [one] et une autre ligne
   *[other] et { $count } autres lignes
}
figures-more-in-file = { $count ->
    [one] Une autre ligne est dans le fichier.
   *[other] { $count } autres lignes sont dans les fichiers.
}
figures-chart-rates = Places pourvues, présence et satisfaction, chacune comme part de ce qui était possible.
figures-chart-sessions = Places pourvues des places offertes, par session, la plus récente d’abord.
figures-chart-people = Places pourvues, de la plus grande part à la plus petite.
figures-chart-money = Ce que les sessions ont coûté et qui a payé.

## Coût d’une session

costs-title = Coût et financements
costs-cost = Coût de la session, en euros
costs-funding = Financements reçus, en euros
costs-hint = Laissez vide ce qui n’est pas connu.
refused-training-no-figures = Les chiffres sont pour l’équipe qui organise et pour les responsables de formation des associations.
