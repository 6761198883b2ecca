## Het woord

floor = Het woord
floor-item = Huidig punt
floor-no-item = Er is nog geen punt aan de orde.
floor-speaking = Heeft het woord
floor-waiting = Wachten op het woord
floor-nobody-waits = Niemand wacht op het woord.
floor-speaker = { $name } ({ $organization })
floor-speaker-point = { $name } ({ $organization }) – ordemotie
floor-speaks-since = { $speaker } heeft het woord sinds { $time }.
floor-rule-first-come = Het woord wordt gegeven in de volgorde van de aanvragen.
floor-rule-alternating = Het woord wordt gegeven in de volgorde van de aanvragen, afwisselend tussen de lijsten: nooit twee mensen van dezelfde lijst na elkaar zolang iemand van een andere wacht.
floor-rule-new-voices = Wie over dit punt nog niet sprak, gaat voor.
floor-rule-time = { $minutes ->
    [one] Eén minuut per spreker.
   *[other] { $minutes } minuten per spreker.
 }
floor-list-closed = De lijst is gesloten. Een ordemotie blijft mogelijk.
floor-ask = Het woord vragen
floor-point-of-order = Ordemotie
floor-your-place = U staat op plaats { $place } van de lijst.
floor-withdraw = Mijn aanvraag intrekken
floor-for = Namens
floor-list = Lijst
floor-list-hint = Dient alleen om sprekers af te wisselen.
floor-list-women = Vrouwen
floor-list-men = Mannen
floor-list-unstated = Niet vermeld
floor-next = Het woord geven
floor-end = Einde van de tussenkomst
floor-close-list = De lijst sluiten
floor-open-list = De lijst heropenen
floor-call = Naar dit punt gaan
floor-call-next = Naar het volgende punt
floor-other-items = Naar een ander punt gaan
floor-rule = Regel voor het woord
floor-order = Volgorde
floor-order-first-come = Volgorde van de aanvragen
floor-order-alternating = Afwisselend tussen de lijsten
floor-new-voices = Wie nog niet sprak, gaat voor
floor-minutes = Minuten per spreker
floor-minutes-hint = Van 1 tot 120; laat leeg voor geen grens.
minutes-speakers = Namen het woord: { $speakers }.
done-floor-asked = Uw aanvraag staat op de lijst.
done-floor-withdrawn = De aanvraag is ingetrokken.
done-floor-moved = Het is gebeurd.
