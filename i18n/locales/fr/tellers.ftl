### Papiers et mains levées : qui compte, les deux feuilles, la signature.

tellers = Scrutatrices et scrutateurs
tellers-lead = Deux personnes comptent les papiers et les mains levées, chacune de son côté. Ce qu’elles signent ensemble compte comme un vote à l’écran.
tellers-two-needed = Il en faut au moins deux : ce qu’une seule personne a compté ne compte pas.
tellers-name = Nom
tellers-appoint = Désigner
tellers-who = Parmi les personnes arrivées et celles qui conduisent l’assemblée.
tellers-dismiss = Relever de cette tâche
tellers-vote = Vote
tellers-state = État
tellers-sheets = Feuilles des votes
tellers-paper = Papiers et mains levées
tellers-you-are = Vous faites partie des personnes qui comptent les papiers et les mains levées.
tellers-go-sheet = Compter papiers et mains levées
tellers-go-appoint = Scrutatrices et scrutateurs
tellers-way-paper = Sur papier
tellers-way-hands = À main levée
tellers-told = { $way }, relevé par { $first } et { $second }
tellers-minutes = { $told } : { $names }.
tellers-line = { $voices } voix
tellers-line-proxy = { $voices } voix ; pouvoir détenu par { $holder }
tellers-line-not-on-roll = elle n’est pas sur la liste électorale
tellers-line-not-here = elle n’est ni présente ni représentée
tellers-line-voted-on-screen = elle a voté à l’écran ; ce vote-là compte
tellers-line-signed-off = son vote sur papier ou à main levée est déjà signé
tellers-missing-second = { $by } a commencé une feuille. Une seconde personne doit compter aussi.
tellers-missing-handed-in = N’ont pas encore rendu leur feuille : { $by }.
tellers-missing-way = L’une des feuilles compte des papiers, l’autre des mains levées. Choisissez ensemble, puis rendez les feuilles à nouveau.
tellers-missing-differ = { $lines ->
    [one] Les deux feuilles diffèrent sur une ligne.
   *[other] Les deux feuilles diffèrent sur { $lines } lignes.
}
tellers-missing-sign = Les deux feuilles concordent. Il reste à les signer.
tellers-not-begun = Aucune feuille n’est commencée.
tellers-closed = Le vote est clos : plus rien ne s’ajoute.
tellers-handed-in = Rendue
tellers-writing = En cours
tellers-compared = Les deux feuilles côte à côte
tellers-stood = Ces lignes ne seront pas comptées :
tellers-look-again = Regardez ensemble les papiers, ou redemandez. Qui s’est trompé corrige sa feuille et la rend à nouveau.
tellers-differing = Là où les feuilles diffèrent
tellers-mine = Votre feuille
tellers-other = L’autre feuille
tellers-none = N’a pas voté ainsi
tellers-agree = { $count ->
    [0] Il ne reste aucun vote à enregistrer.
    [one] Un vote, le même sur les deux feuilles.
   *[other] { $count } votes, les mêmes sur les deux feuilles.
}
tellers-sign = Signer pour les deux
tellers-sign-hint = Dès la signature, ces votes comptent et ne changent plus. Ces associations ne peuvent plus voter à l’écran.
tellers-only-look = Seules les personnes désignées écrivent sur les feuilles. Vous voyez où elles en sont.
tellers-nobody-title = Personne à compter
tellers-nobody = Toutes les associations présentes ou représentées ont déjà voté.
tellers-my-sheet = Votre feuille
tellers-blind = Vous ne voyez pas l’autre feuille avant que les deux soient rendues. Comptez sans vous concerter.
tellers-switch-paper = Compter des papiers plutôt que des mains levées
tellers-switch-hands = Compter des mains levées plutôt que des papiers
tellers-as-others = Comme toutes les autres
tellers-rest = Toutes les autres
tellers-rest-hint = Pour une main levée : notez d’abord les exceptions, puis ce qu’ont dit toutes les autres.
tellers-hand-in = Rendre la feuille
tellers-save = Enregistrer, à terminer
tellers-at-close = Enregistré, montré à la clôture
tellers-record = Votes signés
tellers-no-record-title = Aucun vote sur papier
tellers-no-record = Personne n’a voté sur papier ni à main levée.
tellers-discard = Abandonner les feuilles
tellers-discard-hint = Rien de ce qui y est écrit ne comptera ; les votes à l’écran et ceux qui sont signés restent. Le journal le dira.
refused-cast-signed-off = Le vote de cette association a été donné sur papier ou à main levée, et deux personnes l’ont signé. Il compte ; elle ne vote pas une seconde fois.
refused-tellers-not-a-teller = Les feuilles sont réservées aux personnes désignées par qui conduit l’assemblée. Rien n’a été enregistré. Adressez-vous à la présidence de séance.
refused-tellers-two-sheets = Deux personnes comptent déjà ce vote : { $by }. Rien n’a été enregistré. Attendez leur signature, ou demandez à la présidence d’abandonner leurs feuilles.
refused-tellers-empty = La feuille est vide et n’a pas été rendue. Notez au moins un vote.
refused-tellers-not-by-hand = « { $choice } » ne se dit pas à main levée. La feuille n’a pas été enregistrée ; ce que vous avez noté est encore là.
refused-tellers-line = La feuille n’a pas été enregistrée : { $name } n’y a pas sa place, car { $why }. Le reste de ce que vous avez noté est encore là ; rendez la feuille à nouveau.
refused-tellers-unfinished = Des papiers ou des mains levées attendent encore. { $missing } Rien n’est perdu. Terminez et signez les feuilles, ou la présidence les abandonne, sur leur page.
refused-tellers-no-sheet = Il n’y a plus de feuille : elles ont été signées ou abandonnées entre-temps.
refused-tellers-changed = Quelque chose a changé depuis que vous avez lu les feuilles. Rien n’a été signé. Relisez-les ci-dessous, puis signez.
refused-teller-choose = Personne n’a été choisi. Choisissez un nom.
refused-teller-not-here = Cette personne n’est pas arrivée et ne conduit pas l’assemblée. Notez d’abord son arrivée.
refused-teller-has-begun = Cette personne a commencé une feuille. Laissez-la terminer, ou abandonnez d’abord la feuille.
refused-teller-unreadable = La feuille n’a pas pu être lue ; rien n’a été enregistré. Relisez ce qui est noté, puis recommencez.
done-teller-appointed = La personne est désignée.
done-teller-dismissed = La personne est relevée de cette tâche.
done-sheet-saved = Votre feuille est enregistrée. Elle n’est pas encore rendue.
done-sheet-handed-in = Votre feuille est rendue.
done-sheets-signed-off = Les votes sont signés : ils comptent.
done-sheets-discarded = Les feuilles sont abandonnées.
journal-teller-appointed = Scrutatrice ou scrutateur désigné
journal-teller-dismissed = Scrutatrice ou scrutateur relevé
journal-sheets-signed-off = Papiers ou mains levées signés
journal-sheets-discarded = Feuilles de vote abandonnées
verify-irregular = { $votes ->
    [one] Un vote n’aurait pas dû être pris : donné deux fois, ou relevé par d’autres que deux personnes désignées.
   *[other] { $votes } votes n’auraient pas dû être pris : donnés deux fois, ou relevés par d’autres que deux personnes désignées.
}

# Votes secrets : papiers et urne
urn = Papiers du vote secret
urn-lead = Qui ne vote pas à l’écran reçoit un papier. Deux personnes lisent ensuite l’urne, chacune de son côté ; quand elles ont lu la même chose, les papiers rejoignent les autres bulletins, sans nom.
urn-election = Vers l’élection
urn-go = Papiers du vote secret
urn-none = Le vote est clos. Aucun papier n’a été remis.
urn-became = Papiers remis : { $out }. Bulletins valables dans l’urne : { $valid } ; nuls : { $null }. Lus par { $first } et { $second }.
urn-discarded = Papiers remis : { $out }. Ils ont été abandonnés ; aucun n’a été compté.
urn-nothing-handed-out = Aucun papier n’est remis.
urn-paper = Ce que dit le papier
urn-agree = { $count } papiers lus de part et d’autre, dont nuls : { $null }. Papiers remis : { $out }.
urn-sign-hint = Dès la signature, les papiers sont mêlés aux autres bulletins et plus aucun papier n’est remis.
urn-hand-out = Remettre un papier
urn-hand-out-title = Remise des papiers
urn-hand-out-hint = Notez d’abord la remise, donnez le papier ensuite. Qui a déjà voté à l’écran n’en reçoit pas ; qui en a reçu un ne vote plus à l’écran, même sans le mettre dans l’urne.
urn-handed-out = { $count ->
    [one] Un papier est remis
   *[other] { $count } papiers sont remis
}
urn-how-answers = Une ligne par papier : le numéro de la réponse cochée. 0 pour un papier blanc, x pour un papier nul.
urn-how-one = Une ligne par papier : le numéro du nom choisi. 0 pour un papier blanc, x pour un papier nul.
urn-how-several = Une ligne par papier : les numéros des noms choisis, séparés par des espaces. 0 pour un papier blanc, x pour un papier nul.
urn-how-ranks = Une ligne par papier : les numéros des noms, du préféré au dernier, séparés par des espaces. 0 pour un papier blanc, x pour un papier nul.
urn-how-grades = Une ligne par papier : une mention pour chaque nom, dans l’ordre de la liste, de 1 à 6 ; - pour un nom sans mention. 0 pour un papier blanc, x pour un papier nul.
urn-papers = Papiers lus
urn-discard = Abandonner les papiers
urn-discard-hint = Aucun papier de ce vote ne sera compté, et qui en a reçu un ne vote plus. Le journal le dira.
urn-discard-sheets-hint = Ce que les deux personnes ont noté est effacé ; les papiers restent, et peuvent être lus à nouveau. Le journal le dira.
tellers-missing-urn = Papiers remis : { $out }. L’urne n’est pas encore lue.
tellers-missing-too-many = Il y a { $papers } papiers dans l’urne, et { $out } seulement ont été remis. Recomptez ensemble.
refused-tellers-other-weight = Aucun papier n’a été remis : { $name } n’a pas le même nombre de voix que les autres papiers, et un papier ne porte pas de nombre. Cette association vote à l’écran.
refused-tellers-other-college = Aucun papier n’a été remis : { $name } n’est pas du même collège que les autres papiers, et un papier ne porte pas de collège. Cette association vote à l’écran.
refused-tellers-no-paper = La ligne { $line } n’est pas lisible ; rien n’a été enregistré. Si le papier ne peut être compté, écrivez x.
refused-ballot-on-paper = Un papier a été remis à cette association : elle vote sur papier, pas à l’écran. S’il n’est pas encore dans l’urne, il y est attendu.
urn-yours = Un papier vous a été remis : votez sur papier.
urn-handed-to = Sur papier : { $names }. Un papier a été remis ; le vote à l’écran n’est plus possible.
done-paper-handed-out = La remise est notée. Donnez le papier.
done-urn-signed-off = Les papiers sont dans l’urne commune.
journal-urn-signed-off = Urne lue et signée
journal-urn-discarded = Papiers d’un vote secret abandonnés
verify-urn = Papiers remis : { $out } ; lus : { $valid } valables, { $null } nuls.
