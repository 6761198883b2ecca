### Verkiezingen geteld: wie verkozen is, elke ronde, en waarom.

# Methoden
counting-method-plurality = Gewone meerderheid
counting-method-block = Meerderheid met meerdere namen
counting-method-two-round = Volstrekte meerderheid in twee rondes
counting-method-approval = Goedkeuringsstemming
counting-method-borda = Methode van Borda
counting-method-irv = Alternatieve stem
counting-method-stv-scottish = Enkele overdraagbare stem (Schotse regels)
counting-method-stv-meek = Enkele overdraagbare stem (Meek)
counting-method-schulze = Condorcet (Schulze)
counting-method-ranked-pairs = Condorcet (gerangschikte paren)
counting-method-majority-judgment = Meerderheidsoordeel
counting-method-dhondt = Lijsten volgens D'Hondt
counting-method-sainte-lague = Lijsten volgens Sainte-Laguë
counting-method-largest-remainder = Lijsten volgens de grootste overschotten

# Resultaat
counting-title = { $method }, te vullen zetels: { $seats }
counting-elected-one = Verkozen: { $names }.
counting-elected-several = Verkozen, in deze volgorde: { $names }.
counting-elected-nobody = Niemand is verkozen.
counting-elected-lists = Zetels: { $lists }.
counting-list-seats = { $count ->
    [one] { $list } { $count } zetel
   *[other] { $list } { $count } zetels
}
counting-tied = { $seats ->
    [one] { $names } staan gelijk voor de laatste zetel. De regel kan niet tussen hen kiezen: de vergadering beslist, of het lot.
   *[other] { $names } staan gelijk voor de laatste { $seats } zetels. De regel kan niet tussen hen kiezen: de vergadering beslist, of het lot.
}
counting-open-seats = { $seats ->
    [one] Eén zetel blijft open.
   *[other] { $seats } zetels blijven open.
}
counting-second-round = Er komt een tweede ronde tussen { $names }.
counting-turnout = Geldige stembiljetten: { $valid }; blanco: { $blank }; ongeldig: { $invalid }.

# Rondes
counting-round = Stap { $number }: { $step }
counting-step-first = eerste telling
counting-step-approvals = goedkeuringen
counting-step-points = punten
counting-step-surplus = het overschot van { $name }, { $surplus } stemmen, gaat naar de volgende voorkeuren
counting-step-exclusion = de stembiljetten van { $name }, die afvalt, gaan naar de volgende voorkeuren
counting-step-giving-way = de stembiljetten van { $names } gaan verder, omdat de overige zetels aan anderen voorbehouden zijn
counting-step-distribution = stembiljetten opnieuw verdeeld, { $times } keer; { $surplus } stemmen staan boven het quotum
counting-step-second-round = tweede ronde
counting-step-comparisons = telkens twee vergeleken; elke rij zegt hoeveel de voorkeur geven aan haar kandidaat
counting-step-paths = sterkste paden van de rij naar de kolom
counting-step-settling = overwinningen vastgelegd, van de sterkste naar de zwakste
counting-step-grades = beoordelingen
counting-step-allocation = zetels
counting-column-candidate = Kandidaat
counting-column-votes = Stemmen
counting-column-points = Punten
counting-column-approvals = Goedkeuringen
counting-column-state = Stand
counting-column-keep = Behoudt
counting-column-winner = Voorkeur voor
counting-column-loser = Boven
counting-column-for = Voor
counting-column-against = Tegen
counting-column-fate = Gevolg
counting-column-place = Plaats
counting-column-grade = Meerderheidsoordeel
counting-column-list = Lijst
counting-column-seats = Zetels
counting-column-next = Voor één meer
counting-column-seat = Zetel
counting-column-by = Waardoor
counting-state-hopeful = in de running
counting-state-elected = verkozen
counting-state-excluded = afgevallen
counting-fate-kept = blijft staan
counting-fate-contradicted = tegengesproken door sterkere
counting-fate-depends = hangt af van de volgorde van gelijke overwinningen
counting-row-exhausted = niet overdraagbaar
counting-row-lost = verloren door afronding
counting-claim-quotient = quotiënt { $number }
counting-claim-quota = volle kiesdeler
counting-claim-remainder = overschot { $number }
counting-note-elected = Verkozen: { $names }.
counting-note-excluded = Afgevallen: { $names }.
counting-note-quota = Een zetel per { $votes } stemmen.
counting-note-ranking = Volgorde: { $order }.
counting-note-orders = Gelijke overwinningen kunnen op { $ways } manieren op elkaar volgen.
counting-note-too-many-orders = Gelijke overwinningen kunnen op te veel manieren op elkaar volgen om ze alle na te gaan.

# Drempels
counting-needed-at-least = Er zijn { $votes } stemmen nodig: { $formula }.
counting-needed-more-than = Er zijn meer dan { $votes } stemmen nodig: { $formula }.
counting-formula-half-of-valid = de helft van de geldige stembiljetten
counting-formula-half-of-continuing = de helft van de stembiljetten die nog iemand in de running noemen
counting-formula-droop-whole = stemmen gedeeld door zetels plus één, naar beneden afgerond, plus één
counting-formula-droop-nine-places = stemmen gedeeld door zetels plus één, afgekapt na negen decimalen, plus de laatste decimaal
counting-formula-droop-exact = stemmen gedeeld door zetels plus één

# Gelijke stand
counting-tie = { $names } staan gelijk { $question }; { $by }
counting-question-elect = voor een zetel
counting-question-exclude = om af te vallen
counting-question-transfer-first = voor het overschot dat eerst gaat
counting-question-go-on = voor de tweede ronde
counting-question-order = in de volgorde van gelijke overwinningen
counting-by-earlier-round = stap { $round }, de laatste waarin hun stemmen verschilden, beslist: { $taken }.
counting-by-rule = de regel van de methode beslist: { $taken }.
counting-by-lot = het lot met het zaad "{ $seed }" beslist: { $taken }.
counting-by-drawn-order = de getrokken volgorde beslist: { $taken }.
counting-by-no-consequence = het maakt geen verschil voor wie verkozen is: { $taken }.
counting-by-open = de vergadering beslist.
counting-broken-earlier-round = stap { $round }, de laatste waarin hun stemmen verschilden
counting-broken-rule = de regel van de methode
counting-broken-lot = het lot met het zaad "{ $seed }"
counting-broken-drawn-order = de getrokken volgorde
counting-broken-no-consequence = de volgorde op het stembiljet
counting-broken-open = de vergadering

# Redenen
counting-most-votes = { $name } heeft { $votes } stemmen, { $rival } { $rival_votes }.
counting-most-points = { $name } heeft { $votes } punten, { $rival } { $rival_votes }.
counting-most-approvals = { $name } heeft { $votes } goedkeuringen, { $rival } { $rival_votes }.
counting-most-alone = { $name } heeft { $votes }, en niemand anders is kandidaat.
counting-tie-broken = { $name } heeft { $votes }, evenveel als anderen die niet verkozen zijn; de gelijke stand is verbroken door { $by }.
counting-absolute-majority = { $name } heeft { $votes } van { $of } stemmen in stap { $round }: meer dan de helft.
counting-quota-reached = { $name } heeft { $votes } stemmen in stap { $round }; er zijn er { $quota } nodig.
counting-last-standing = { $name } blijft in stap { $round } over met { $votes } stemmen, als alle anderen verkozen of afgevallen zijn.
counting-reserved = { $name } neemt een zetel die aan { $group } voorbehouden is, met { $votes } stemmen.
counting-unopposed = { $name } is verkozen omdat er niet meer kandidaten dan zetels zijn.
counting-certain = { $name } is verkozen, hoe de open gelijke standen ook beslist worden.
counting-beats-each = { $name } krijgt de voorkeur boven ieder die niet verkozen is; { $rival } komt het dichtst, { $against } tegen { $votes }.
counting-stronger-path = Niemand die niet verkozen is, heeft een sterker pad naar { $name } dan terug. { $rival } is niet rechtstreeks verslagen, maar het pad van { $name } naar { $rival } telt { $there } stemmen in zijn zwakste schakel, het pad terug { $back }.
counting-contradicted = De overwinningen die blijven staan, plaatsen niemand die niet verkozen is voor { $name }. { $rival } is niet rechtstreeks verslagen, maar sterkere overwinningen plaatsen { $name } eerst.
counting-better-grade = Het meerderheidsoordeel van { $name } is "{ $grade }", dat van { $rival } "{ $rival_grade }".
counting-better-grade-later = { $name } en { $rival } hebben allebei het meerderheidsoordeel "{ $grade }". Als er van elk evenveel middelste oordelen af gaan, is het volgende "{ $decided }" voor { $name } en "{ $rival_decided }" voor { $rival }.
counting-no-grade = geen
counting-drawn-among = De regel maakt geen verschil tussen { $names }; { $by } wees { $name } aan.
counting-list-result = { $count ->
    [one] { $list } heeft { $votes } stemmen: { $count } zetel.
   *[other] { $list } heeft { $votes } stemmen: { $count } zetels.
}
counting-last-seat = De laatste zetel ging naar { $list } ({ $claim }); de volgende zou naar { $rival } gegaan zijn ({ $rival_claim }).
counting-last-seat-alone = De laatste zetel ging naar { $list } ({ $claim }).
