## trame verify

verify-not-a-bundle = Ce fichier n’est pas un dossier de vérification : { $why }
verify-chain = La chaîne tient : { $lines } lignes sont lisibles, { $sealed } ne sont là que par leur empreinte.
verify-differs = Le dossier annonce un autre résultat : { $told }
verify-late = { $votes ->
    [one] Un vote est arrivé après la clôture.
   *[other] { $votes } votes sont arrivés après la clôture.
 }
verify-kept = La ligne { $line } a bien l’empreinte conservée.
verify-kept-other = La ligne { $line } a une autre empreinte que celle conservée.
verify-kept-outside = La ligne { $line } n’est pas dans ce dossier : comparez-la avec « trame journal verify » sur le serveur.
verify-compare = Pour être sûr qu’il s’agit du journal de ce jour, comparez avec un procès-verbal conservé. Ligne { $line } : { $hash }
verify-format = Ce n’est pas un dossier d’une forme connue ici ({ $word }).
verify-hash = La ligne { $line } n’a pas d’empreinte de 64 chiffres hexadécimaux.
verify-order = La ligne { $found } est à la place de la ligne { $expected } : il en manque une, ou elles ont été déplacées.
verify-altered = Les lignes ne mènent pas à l’empreinte finale : quelque chose a été modifié dans ce dossier.
verify-unreadable = La ligne { $line } ne dit pas ce que disent les lignes de ce genre.
verify-no-roll = La ligne qui porte la liste électorale et les règles manque.
minutes-bundle = Dossier de vérification des résultats
minutes-bundle-hint = De quoi recompter les votes sans ce serveur : trame verify
verify-ballots = { $ballots } bulletins de { $voted } votants, dépouillés à nouveau
verify-election-differs = Ce n'est pas ce qui a été dit, ou les bulletins ne sont pas ceux des votants.
