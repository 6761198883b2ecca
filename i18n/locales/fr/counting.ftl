### Dépouillement des élections : qui est élu, chaque tour, et pourquoi.

# Méthodes
counting-method-plurality = Majorité relative
counting-method-block = Scrutin plurinominal majoritaire
counting-method-two-round = Majorité absolue à deux tours
counting-method-approval = Vote par approbation
counting-method-borda = Méthode de Borda
counting-method-irv = Vote alternatif
counting-method-stv-scottish = Vote unique transférable (règles écossaises)
counting-method-stv-meek = Vote unique transférable (Meek)
counting-method-schulze = Condorcet (Schulze)
counting-method-ranked-pairs = Condorcet (paires classées)
counting-method-majority-judgment = Jugement majoritaire
counting-method-dhondt = Listes, méthode D'Hondt
counting-method-sainte-lague = Listes, méthode Sainte-Laguë
counting-method-largest-remainder = Listes, plus fort reste

# Résultat
counting-title = { $method }, sièges à pourvoir : { $seats }
counting-elected-one = Personne élue : { $names }.
counting-elected-several = Personnes élues, dans cet ordre : { $names }.
counting-elected-nobody = Personne n'est élu.
counting-elected-lists = Sièges : { $lists }.
counting-list-seats = { $count ->
    [one] { $list } { $count } siège
   *[other] { $list } { $count } sièges
}
counting-tied = { $seats ->
    [one] Égalité entre { $names } pour le dernier siège. La règle ne les départage pas : l'assemblée décide, ou un tirage au sort.
   *[other] Égalité entre { $names } pour les { $seats } derniers sièges. La règle ne les départage pas : l'assemblée décide, ou un tirage au sort.
}
counting-open-seats = { $seats ->
    [one] Un siège reste à pourvoir.
   *[other] { $seats } sièges restent à pourvoir.
}
counting-second-round = Un second tour départage { $names }.
counting-turnout = Bulletins valables : { $valid } ; blancs : { $blank } ; nuls : { $invalid }.

# Tours
counting-round = Étape { $number } : { $step }
counting-step-first = premier décompte
counting-step-approvals = approbations
counting-step-points = points
counting-step-surplus = l'excédent de { $name }, { $surplus } voix, va aux préférences suivantes
counting-step-exclusion = { $name } est hors course, ses bulletins vont aux préférences suivantes
counting-step-giving-way = les bulletins de { $names } passent à la suite : les sièges restants sont réservés à d'autres
counting-step-distribution = bulletins répartis à nouveau, { $times } fois ; { $surplus } voix dépassent le quota
counting-step-second-round = second tour
counting-step-comparisons = comparaisons deux à deux ; chaque ligne dit combien préfèrent sa candidature
counting-step-paths = chemins les plus forts, de la ligne vers la colonne
counting-step-settling = victoires retenues, de la plus forte à la plus faible
counting-step-grades = mentions
counting-step-allocation = sièges
counting-column-candidate = Candidature
counting-column-votes = Voix
counting-column-points = Points
counting-column-approvals = Approbations
counting-column-state = État
counting-column-keep = Garde
counting-column-winner = Préférence pour
counting-column-loser = Plutôt que
counting-column-for = Pour
counting-column-against = Contre
counting-column-fate = Suite donnée
counting-column-place = Rang
counting-column-grade = Mention majoritaire
counting-column-list = Liste
counting-column-seats = Sièges
counting-column-next = Pour un de plus
counting-column-seat = Siège
counting-column-by = Par quoi
counting-state-hopeful = en lice
counting-state-elected = élue
counting-state-excluded = éliminée
counting-fate-kept = retenue
counting-fate-contradicted = contredite par de plus fortes
counting-fate-depends = dépend de l'ordre de victoires égales
counting-row-exhausted = non transférables
counting-row-lost = perdues par arrondi
counting-claim-quotient = quotient { $number }
counting-claim-quota = quotient électoral entier
counting-claim-remainder = reste { $number }
counting-note-elected = Élection : { $names }.
counting-note-excluded = Élimination : { $names }.
counting-note-quota = Un siège par tranche de { $votes } voix.
counting-note-ranking = Classement : { $order }.
counting-note-orders = Les victoires égales peuvent se suivre de { $ways } manières.
counting-note-too-many-orders = Les victoires égales peuvent se suivre de trop de manières pour les parcourir toutes.

# Seuils
counting-needed-at-least = Il faut { $votes } voix : { $formula }.
counting-needed-more-than = Il faut plus de { $votes } voix : { $formula }.
counting-formula-half-of-valid = la moitié des bulletins valables
counting-formula-half-of-continuing = la moitié des bulletins qui nomment encore quelqu'un en lice
counting-formula-droop-whole = voix divisées par les sièges plus un, arrondies vers le bas, plus une
counting-formula-droop-nine-places = voix divisées par les sièges plus un, coupées après neuf décimales, plus la dernière décimale
counting-formula-droop-exact = voix divisées par les sièges plus un

# Égalités
counting-tie = Égalité entre { $names } { $question } ; { $by }
counting-question-elect = pour un siège
counting-question-exclude = pour l'élimination
counting-question-transfer-first = pour l'excédent à transférer d'abord
counting-question-go-on = pour le second tour
counting-question-order = dans l'ordre de victoires égales
counting-by-earlier-round = l'étape { $round }, la dernière où leurs voix différaient, décide : { $taken }.
counting-by-rule = la règle de la méthode décide : { $taken }.
counting-by-lot = le tirage au sort avec la graine « { $seed } » décide : { $taken }.
counting-by-drawn-order = l'ordre tiré au sort décide : { $taken }.
counting-by-no-consequence = cela ne change rien aux personnes élues : { $taken }.
counting-by-open = l'assemblée décide.
counting-broken-earlier-round = l'étape { $round }, la dernière où leurs voix différaient
counting-broken-rule = la règle de la méthode
counting-broken-lot = le tirage au sort avec la graine « { $seed } »
counting-broken-drawn-order = l'ordre tiré au sort
counting-broken-no-consequence = l'ordre du bulletin
counting-broken-open = l'assemblée

# Raisons
counting-most-votes = { $name } a { $votes } voix, { $rival } { $rival_votes }.
counting-most-points = { $name } a { $votes } points, { $rival } { $rival_votes }.
counting-most-approvals = { $name } a { $votes } approbations, { $rival } { $rival_votes }.
counting-most-alone = { $name } a { $votes }, sans autre candidature.
counting-tie-broken = { $name } a { $votes }, autant que des candidatures non élues ; l'égalité a été rompue par { $by }.
counting-absolute-majority = { $name } a { $votes } voix sur { $of } à l'étape { $round } : plus de la moitié.
counting-quota-reached = { $name } a { $votes } voix à l'étape { $round } ; il en faut { $quota }.
counting-last-standing = { $name } reste en lice à l'étape { $round } avec { $votes } voix, quand toutes les autres candidatures sont élues ou éliminées.
counting-reserved = { $name } prend un siège réservé à { $group }, avec { $votes } voix.
counting-unopposed = { $name } obtient un siège : il n'y a pas plus de candidatures que de sièges.
counting-certain = { $name } obtient un siège de quelque façon que les égalités ouvertes soient tranchées.
counting-beats-each = { $name } l'emporte sur chacune des candidatures non élues, comparées une à une ; { $rival } s'en approche le plus, { $against } contre { $votes }.
counting-stronger-path = Aucune candidature non élue n'a vers { $name } un chemin plus fort qu'en sens inverse. { $rival } ne perd pas la comparaison directe, mais le chemin de { $name } vers { $rival } compte { $there } voix à son maillon le plus faible, le chemin inverse { $back }.
counting-contradicted = Les victoires retenues ne placent aucune candidature non élue devant { $name }. { $rival } ne perd pas la comparaison directe, mais de plus fortes victoires placent { $name } devant.
counting-better-grade = La mention majoritaire de { $name } est « { $grade } », celle de { $rival } « { $rival_grade } ».
counting-better-grade-later = { $name } et { $rival } ont la mention majoritaire « { $grade } ». Autant de mentions médianes ôtées de part et d'autre, la suivante est « { $decided } » pour { $name } et « { $rival_decided } » pour { $rival }.
counting-no-grade = aucune
counting-drawn-among = La règle ne départage pas { $names } ; { $by } a désigné { $name }.
counting-list-result = { $count ->
    [one] { $list } a { $votes } voix : { $count } siège.
   *[other] { $list } a { $votes } voix : { $count } sièges.
}
counting-last-seat = Le dernier siège est allé à { $list } ({ $claim }) ; le suivant serait allé à { $rival } ({ $rival_claim }).
counting-last-seat-alone = Le dernier siège est allé à { $list } ({ $claim }).
