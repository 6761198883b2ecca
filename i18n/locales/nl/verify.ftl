## trame verify

verify-not-a-bundle = Dit bestand is geen controlebundel: { $why }
verify-chain = De keten klopt: { $lines } regels zijn leesbaar, van { $sealed } staat er alleen de hash.
verify-differs = De bundel vermeldt een ander resultaat: { $told }
verify-late = { $votes ->
    [one] Eén stem kwam na de sluiting.
   *[other] { $votes } stemmen kwamen na de sluiting.
 }
verify-kept = Regel { $line } heeft de bewaarde hash.
verify-kept-other = Regel { $line } heeft een andere hash dan de bewaarde.
verify-kept-outside = Regel { $line } staat niet in deze bundel: vergelijk met “trame journal verify” op de server.
verify-compare = Om zeker te zijn dat dit het journaal van die dag is, vergelijkt u met een bewaard verslag. Regel { $line }: { $hash }
verify-format = Dit is geen bundel in een vorm die hier bekend is ({ $word }).
verify-hash = Regel { $line } heeft geen hash van 64 hexadecimale cijfers.
verify-order = Regel { $found } staat waar regel { $expected } hoort: er ontbreekt er een, of ze zijn verplaatst.
verify-altered = De regels leiden niet naar de hash aan het einde: iets in deze bundel is gewijzigd.
verify-unreadable = Regel { $line } zegt niet wat regels van die soort zeggen.
verify-no-roll = De regel met de kiezerslijst en de regels ontbreekt.
minutes-bundle = Bundel om de resultaten te controleren
minutes-bundle-hint = Alles waarmee iedereen de stemmen opnieuw kan tellen, zonder deze server: trame verify
verify-ballots = { $ballots } stembiljetten van { $voted } stemmers, opnieuw geteld
verify-election-differs = Dit is niet wat werd verklaard, of de stembiljetten zijn niet die van de stemmers.
