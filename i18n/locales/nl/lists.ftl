### Verkiezingen: gelijke standen waarover de vergadering beslist, voorbehouden zetels, lijsten.

lists-runoff-title = Herstemming: { $title }
lists-tie = Gelijke stand
lists-tie-text = De telling maakt geen verschil tussen { $names }. { $seats ->
    [one] Er blijft één zetel te vullen: de vergadering beslist, zolang de zitting duurt.
   *[other] Er blijven { $seats } zetels te vullen: de vergadering beslist, zolang de zitting duurt.
}
lists-tie-session-over = De zitting is gesloten: over deze gelijke stand is niet beslist. Dat kan op een volgende vergadering.
lists-runoff-hold = Een herstemming openen
lists-runoff-hint = Er opent meteen een nieuwe geheime stemming, alleen tussen deze namen en alleen voor de overblijvende zetels, met dezelfde stemmers en dezelfde telmethode.
lists-decide = De beslissing van de vergadering noteren
lists-decide-hint = Bijvoorbeeld de oudste, of een loting voor de zaal. De beslissing en haar reden horen bij de uitslag en het verslag.
lists-decide-who = { $seats ->
    [one] Wie verkozen is: kies één naam
   *[other] Wie verkozen is: kies { $seats } namen
}
lists-decide-reason = Reden
lists-decided = Gelijke stand beslist door de vergadering: { $names }. Reden: { $reason }
lists-vacant = { $seats ->
    [one] Eén zetel die voor het college “{ $college }” is voorbehouden blijft open, bij gebrek aan een kandidaat.
   *[other] { $seats } zetels die voor het college “{ $college }” zijn voorbehouden blijven open, bij gebrek aan kandidaten.
}
lists-runoff-follows = Een herstemming beslist over de gelijke stand.
lists-runoff-see = Naar de herstemming
lists-runoff-of = Deze stemming beslist tussen de namen die bij de vorige verkiezing gelijk eindigden, voor de zetels die overbleven.
lists-runoff-first = Naar de eerste verkiezing
lists-electorate = Wie verkiest
lists-electorate-all = De hele vergadering
lists-electorate-of = Alleen het college “{ $college }”
lists-electorate-hint = Verkiest elk college zijn eigen zetels? Voeg dan voor elk college een verkiezing toe, met zijn aantal zetels.
lists-electorate-rule = Alleen zijn verenigingen stemmen, en de kandidaten komen uit die verenigingen.
lists-minutes-electorate = Het college “{ $college }” heeft verkozen, uit zijn eigen verenigingen.
lists-reserved = Voorbehouden zetels
lists-reserved-college = Zetels voorbehouden voor het college “{ $college }”
lists-reserved-hint = Minstens zoveel zetels gaan naar dit college. De hele vergadering stemt over alle namen; het college is dat van de vereniging van de kandidaat. Mogelijk bij gewone meerderheid, bij meerderheid met meerdere namen en bij de enkele overdraagbare stem.
lists-reserved-of = { $college }: minstens { $seats }
lists-reserved-rule = Een voorbehouden zetel waarvoor het college te weinig kandidaten heeft, blijft open.
lists-reserved-short = College “{ $college }”: { $seats } voorbehouden zetels, { $standing } kandidaten. Zetels zonder kandidaat blijven open.
lists-no-college = Andere kandidaten
lists-parity = Pariteit van de lijsten
lists-parity-none = Geen regel
lists-parity-alternating = Vrouwen en mannen om beurten, van de eerste tot de laatste naam
lists-parity-balanced = Evenveel vrouwen als mannen, met hoogstens één verschil
lists-parity-hint = Alleen bij een stemming over lijsten. Elke persoon verklaart hoe die meetelt voor de regel; wie als vrouw noch als man meetelt, kan op elke plaats staan.
lists-parity-private = Deze verklaring dient alleen voor de regel: alleen de persoon zelf en wie de lijst beheert zien ze. Logboek en verslag bewaren ze niet.
lists-parity-kept = De lijst volgt de pariteitsregel.
lists-parity-row = De lijst volgt de regel niet: de plaatsen { $place } en { $next } zijn van hetzelfde geslacht.
lists-parity-numbers = De lijst volgt de regel niet: { $women } vrouwen en { $men } mannen.
lists-side = Telt voor de pariteit als
lists-side-woman = Vrouw
lists-side-man = Man
lists-side-neither = Geen van beide, of geen antwoord
lists-side-save = Mijn verklaring bewaren
lists-title = Lijsten
lists-list = Lijst
lists-list-new = Een nieuwe lijst
lists-list-name = Naam van de nieuwe lijst
lists-list-name-hint = Alleen als u een lijst maakt.
lists-list-keeper = Wie een lijst maakt, voegt er daarna namen aan toe, van elke vereniging; wie de vergadering leidt ook.
lists-withdrawal-rule = Mogelijk tot de stemming wordt gesloten. De volgende op de lijst neemt dan de plaats in; stembiljetten voor de lijst blijven tellen.
lists-electorate-alone = Alleen het college “{ $college }” kiest, uit zijn eigen verenigingen.
lists-place = { $place }. { $name } ({ $organization })
lists-up = Eén plaats hoger
lists-empty = Niemand meer op deze lijst.
lists-nobody = Er is nog geen lijst ingediend.
lists-how = Kies één lijst. Haar zetels gaan naar haar namen, in de volgorde van de lijst.
lists-blank = Blanco: geen lijst
lists-electorate-other = Uw vereniging hoort niet bij het college “{ $college }”: ze stemt hier niet mee.
lists-votes = Stemmen per lijst
lists-votes-of = { $votes ->
    [one] { $votes } stem
   *[other] { $votes } stemmen
}, { $seats ->
    [0] geen zetel
    [one] { $seats } zetel
   *[other] { $seats } zetels
}
lists-minutes-list = { $list }: { $names }
lists-minutes-reserved = Voorbehouden zetels: { $colleges }.
lists-unit-statutes = Zoals de statuten: { $unit }
lists-departs = De statuten tellen verkiezingen van personen zo: { $statutes }. Deze verkiezing telt anders: { $unit }.
elections-ballots-weigh = Gewicht van de stembiljetten
lists-weights = Bij elke telmethode die hier wordt aangeboden telt een stembiljet van meerdere stemmen als evenveel gelijke stembiljetten.
field-not-with-this-method = Deze telmethode laat dit niet toe. Kies een andere, of laat dit veld leeg.
field-not-with-one-college = Niet waar één college verkiest: alle zetels zijn van dat college.
field-more-than = Dat is meer dan mogelijk: hoogstens { $most } in totaal.
refused-tie-none = Er is hier geen gelijke stand om over te beslissen. Er is niets gewijzigd.
refused-tie-not-tied = “{ $name }” heeft geen gelijke stand. Kies alleen onder de namen met een gelijke stand.
refused-tie-number = { $seats ->
    [one] Er is één naam te kiezen; u koos er { $chosen }.
   *[other] Er zijn { $seats } namen te kiezen; u koos er { $chosen }.
}
refused-tie-college = Er ontbreken er { $missing } van het college “{ $college }”, waarvoor een zetel is voorbehouden.
refused-tie-no-reason = Schrijf de reden: ze hoort bij de uitslag.
refused-election-runoff-held = Er is al een herstemming geopend of geteld: zij beslist.
refused-election-departs = De statuten tellen verkiezingen van personen anders. Lees de waarschuwing en bevestig ze, of wijzig de telling.
refused-list-not-yours = Alleen wie deze lijst maakte kan ze wijzigen, of wie de vergadering leidt. Maak een eigen lijst.
refused-other-college = Hier verkiest het college “{ $college }”, uit zijn eigen verenigingen. De uwe zit in een ander college.
refused-parity-row = Lijst “{ $list }”: de plaatsen { $place } en { $next } zijn van hetzelfde geslacht. Wijzig de volgorde voor u de stemming opent.
refused-parity-numbers = Lijst “{ $list }”: { $women } vrouwen en { $men } mannen, terwijl het verschil hoogstens één is. Verbeter de lijst voor u de stemming opent.
done-tie-decided = De beslissing van de vergadering is geregistreerd.
done-runoff-opened = De herstemming is open.
done-side-declared = Uw verklaring is bewaard.
done-list-ordered = De volgorde van de lijst is gewijzigd.
journal-election-decided = Vergadering besliste over een gelijke stand
journal-candidate-list-ordered = Volgorde van een lijst gewijzigd
