### Het logboek: wat er gebeurde, en wat het bewijst.

journal-assembly-drafted = Vergadering voorbereid
journal-assembly-changed = Vergadering in voorbereiding gewijzigd
journal-agenda-item-added = Punt toegevoegd aan de agenda
journal-agenda-item-changed = Punt van de agenda gewijzigd
journal-agenda-item-moved = Punt van de agenda verplaatst
journal-agenda-item-removed = Punt van de agenda gehaald
journal-document-added = Document toegevoegd
journal-assembly-convened = Vergadering opgeroepen
journal-arrival = Aankomst
journal-departure = Vertrek
journal-proxy-given = Volmacht gegeven
journal-proxy-revoked = Volmacht ingetrokken
journal-session-opened-by-chair = Zitting geopend
journal-session-closed = Zitting gesloten
journal-poll-opened = Stemming geopend
journal-vote-cast = Stem geregistreerd
journal-poll-closed = Stemming gesloten
journal-minutes-saved = Verslag aangevuld
journal-break-glass = Noodlink gemaakt
journal-domain-verified = Maildomein bevestigd
journal-domain-claimed = Maildomein toegevoegd
journal-domain-removed = Maildomein verwijderd
journal-invitation-sent = Uitnodiging verstuurd
journal-lead = { $count ->
    [0] Er staat nog niets geschreven.
    [one] Eén regel, in de volgorde van de gebeurtenissen.
   *[other] { $count } regels, de recentste eerst.
}
journal-verify = Nu controleren
journal-whole = { $count ->
    [0] Het logboek is ongeschonden: het is leeg.
    [one] Het logboek is ongeschonden: de enige regel klopt.
   *[other] Het logboek is ongeschonden: de { $count } regels sluiten op elkaar aan.
}
journal-head = Vingerafdruk van de laatste regel, om te noteren en later te vergelijken:
journal-broken = Het logboek is niet meer ongeschonden
journal-missing = Regel { $line } ontbreekt, of regels zijn van plaats veranderd.
journal-altered = Regel { $line } werd gewijzigd, of een regel ervoor.
journal-truncated = De laatste regels ontbreken: het logboek stopt bij regel { $found } in plaats van { $expected }.
journal-proof-title = Wat het logboek bewijst
journal-proof = Elke regel draagt een vingerafdruk, berekend uit de inhoud en uit de vingerafdruk van de vorige regel. Wie een regel wijzigt, weghaalt of verplaatst, verandert alle volgende vingerafdrukken: dat blijkt bij de controle.
journal-proof-limit = Wie de server beheert, zou het hele logboek kunnen herschrijven. Daarom staat in alle notulen de vingerafdruk van dat moment: bewaar die en vergelijk. De nummers lopen door voor de hele server; deze pagina toont alleen de regels van uw netwerk.
journal-proof-command = Op de server gebeurt dezelfde controle met het commando
journal-empty-title = Geen regels
journal-empty = Beslissingen, lidmaatschappen en stemmingen komen hier vanzelf te staan.
journal-line = Regel
journal-what = Wat er gebeurde
journal-who = Wie
journal-system = De server
journal-hash = Vingerafdruk:
journal-details-of = Regel { $line } volledig
journal-network-created = Netwerk aangemaakt
journal-network-edited = Voorstelling van het netwerk gewijzigd
journal-rules-changed = Regels voor vergaderingen gewijzigd
journal-college-saved = College opgeslagen
journal-college-removed = College verwijderd
journal-college-assigned = Vereniging in een college geplaatst
journal-organization-created = Fiche van een vereniging aangemaakt
journal-organization-edited = Identiteit van een vereniging gewijzigd
journal-organization-named = Nieuwe naam van een vereniging
journal-organization-name-corrected = Vroegere naam van een vereniging verbeterd
journal-site-opened = Vestiging toegevoegd
journal-site-closed = Vestiging gesloten
journal-figure-declared = Cijfer aangegeven
journal-membership-step = Stap in een lidmaatschap
journal-person-added = Persoon toegevoegd
journal-person-edited = Gegevens van een persoon verbeterd
journal-mandate-given = Mandaat gegeven
journal-mandate-ended = Mandaat beëindigd
journal-sessions-ended = Sessies afgesloten
journal-motion-written = Tekst van een motie geschreven
journal-motion-submitted = Motie ingediend
journal-motion-withdrawn = Motie ingetrokken
journal-motion-supported = Steun genoteerd
journal-motion-ruled = Ontvankelijkheid beslist
journal-motion-deadlines-set = Indieningstermijnen vastgelegd
journal-motion-translated = Vertaling bijgewerkt
journal-motion-text-amended = Tekst van een motie geamendeerd
journal-amendment-drafted = Amendement geschreven
journal-amendment-submitted = Amendement ingediend
journal-amendment-withdrawn = Amendement ingetrokken
journal-amendments-ordered = Volgorde van de stemming vastgelegd
journal-candidacy-proposed = Kandidatuur geregistreerd
journal-candidacy-consented = Kandidaat stemt in
journal-candidacy-withdrawn = Kandidatuur teruggetrokken
journal-election-opened = Verkiezing geopend
journal-election-closed = Verkiezing gesloten, met de stembiljetten
