### Papier en handopsteking: wie telt, de twee bladen, de ondertekening.

tellers = Stemopnemers
tellers-lead = Twee personen tellen papieren stemmen en handopstekingen, elk apart. Wat ze samen ondertekenen, telt als een stem op het scherm.
tellers-two-needed = Er zijn er minstens twee nodig: wat één persoon alleen heeft geteld, telt niet.
tellers-name = Naam
tellers-appoint = Aanstellen
tellers-who = Uit wie is aangekomen en wie de vergadering leidt.
tellers-dismiss = Van deze taak ontheffen
tellers-vote = Stemming
tellers-state = Stand
tellers-sheets = Bladen van de stemmingen
tellers-paper = Papier en handopsteking
tellers-you-are = U telt mee de papieren stemmen en de handopstekingen.
tellers-go-sheet = Papier en handen tellen
tellers-go-appoint = Stemopnemers
tellers-way-paper = Op papier
tellers-way-hands = Bij handopsteking
tellers-told = { $way }, opgenomen door { $first } en { $second }
tellers-minutes = { $told }: { $names }.
tellers-line = { $voices ->
    [one] { $voices } stem
   *[other] { $voices } stemmen
}
tellers-line-proxy = { $voices ->
    [one] { $voices } stem
   *[other] { $voices } stemmen
}; volmacht bij { $holder }
tellers-line-not-on-roll = ze staat niet op de kiezerslijst
tellers-line-not-here = ze is niet aanwezig en niet vertegenwoordigd
tellers-line-voted-on-screen = ze heeft op het scherm gestemd; die stem telt
tellers-line-signed-off = haar stem op papier of bij handopsteking is al ondertekend
tellers-missing-second = { $by } is een blad begonnen. Een tweede persoon moet ook tellen.
tellers-missing-handed-in = Nog niet ingeleverd door: { $by }.
tellers-missing-way = Op het ene blad staan papieren, op het andere handen. Kies samen en lever de bladen opnieuw in.
tellers-missing-differ = { $lines ->
    [one] De twee bladen verschillen op één regel.
   *[other] De twee bladen verschillen op { $lines } regels.
}
tellers-missing-sign = De twee bladen stemmen overeen. Alleen de ondertekening ontbreekt nog.
tellers-not-begun = Er is nog geen blad begonnen.
tellers-closed = De stemming is gesloten: er komt niets meer bij.
tellers-handed-in = Ingeleverd
tellers-writing = Bezig
tellers-compared = De twee bladen naast elkaar
tellers-stood = Deze regels worden niet geteld:
tellers-look-again = Bekijk samen de papieren, of vraag het opnieuw. Wie zich vergiste, verbetert het eigen blad en levert het opnieuw in.
tellers-differing = Waar de bladen verschillen
tellers-mine = Uw blad
tellers-other = Het andere blad
tellers-none = Heeft niet zo gestemd
tellers-agree = { $count ->
    [0] Er blijft geen stem om te noteren.
    [one] Eén stem, dezelfde op beide bladen.
   *[other] { $count } stemmen, dezelfde op beide bladen.
}
tellers-sign = Ondertekenen voor beiden
tellers-sign-hint = Vanaf de ondertekening tellen deze stemmen en veranderen ze niet meer. Deze verenigingen kunnen niet meer op het scherm stemmen.
tellers-only-look = Alleen wie is aangesteld, schrijft op de bladen. U ziet hoever ze staan.
tellers-nobody-title = Niemand om te tellen
tellers-nobody = Alle aanwezige of vertegenwoordigde verenigingen hebben al gestemd.
tellers-my-sheet = Uw blad
tellers-blind = U ziet het andere blad pas als beide zijn ingeleverd. Tel zonder overleg.
tellers-switch-paper = Papieren tellen in plaats van handen
tellers-switch-hands = Handen tellen in plaats van papieren
tellers-as-others = Zoals alle andere
tellers-rest = Alle andere
tellers-rest-hint = Bij handopsteking: noteer eerst de uitzonderingen, daarna wat alle andere zeiden.
tellers-hand-in = Blad inleveren
tellers-save = Bewaren, nog niet klaar
tellers-at-close = Genoteerd, te zien na de sluiting
tellers-record = Ondertekende stemmen
tellers-no-record-title = Geen stem op papier
tellers-no-record = Niemand heeft op papier of bij handopsteking gestemd.
tellers-discard = Bladen laten vervallen
tellers-discard-hint = Niets van wat erop staat, zal tellen; stemmen op het scherm en ondertekende stemmen blijven. Het logboek zal het zeggen.
refused-cast-signed-off = De stem van deze vereniging is op papier of bij handopsteking gegeven en door twee personen ondertekend. Ze telt; een tweede keer stemmen kan niet.
refused-tellers-not-a-teller = De bladen zijn alleen voor wie is aangesteld door wie de vergadering leidt. Er is niets bewaard. Spreek met de voorzitter van de zitting.
refused-tellers-two-sheets = Twee personen tellen deze stemming al: { $by }. Er is niets bewaard. Wacht tot ze ondertekenen, of vraag de voorzitter hun bladen te laten vervallen.
refused-tellers-empty = Het blad is leeg en is niet ingeleverd. Noteer minstens één stem.
refused-tellers-not-by-hand = “{ $choice }” kan niet bij handopsteking. Het blad is niet bewaard; wat u noteerde, staat er nog.
refused-tellers-line = Het blad is niet bewaard: { $name } hoort er niet op, want { $why }. De rest van wat u noteerde, staat er nog; lever het blad opnieuw in.
refused-tellers-unfinished = Er wachten nog papieren stemmen of handopstekingen. { $missing } Er is niets verloren. Maak de bladen af en onderteken ze, of de voorzitter laat ze op hun pagina vervallen.
refused-tellers-no-sheet = Er is geen blad meer: ze zijn intussen ondertekend of vervallen.
refused-tellers-changed = Er is iets veranderd sinds u de bladen las. Er is niets ondertekend. Lees ze hieronder opnieuw en onderteken daarna.
refused-teller-choose = Er is niemand gekozen. Kies een naam.
refused-teller-not-here = Deze persoon is niet aangekomen en leidt de vergadering niet. Noteer eerst de aankomst.
refused-teller-has-begun = Deze persoon is een blad begonnen. Laat het afmaken, of laat het blad eerst vervallen.
refused-teller-unreadable = Het blad kon niet worden gelezen; er is niets bewaard. Kijk na wat er staat en probeer opnieuw.
done-teller-appointed = De persoon is aangesteld.
done-teller-dismissed = De persoon is van deze taak ontheven.
done-sheet-saved = Uw blad is bewaard. Het is nog niet ingeleverd.
done-sheet-handed-in = Uw blad is ingeleverd.
done-sheets-signed-off = De stemmen zijn ondertekend: ze tellen.
done-sheets-discarded = De bladen zijn vervallen.
journal-teller-appointed = Stemopnemer aangesteld
journal-teller-dismissed = Stemopnemer ontheven
journal-sheets-signed-off = Papier of handopsteking ondertekend
journal-sheets-discarded = Stembladen vervallen
verify-irregular = { $votes ->
    [one] Eén stem had niet mogen worden genomen: twee keer gegeven, of opgenomen door anderen dan twee stemopnemers.
   *[other] { $votes } stemmen hadden niet mogen worden genomen: twee keer gegeven, of opgenomen door anderen dan twee stemopnemers.
}

# Geheime stemmingen: papieren en bus
urn = Papieren van de geheime stemming
urn-lead = Wie niet op het scherm stemt, krijgt een papier. Daarna lezen twee personen de bus, elk apart; lezen ze hetzelfde, dan komen de papieren bij de andere stembiljetten, zonder naam.
urn-election = Naar de verkiezing
urn-go = Papieren van de geheime stemming
urn-none = De stemming is gesloten. Er is geen papier uitgereikt.
urn-became = Uitgereikte papieren: { $out }. Geldig in de bus: { $valid }; ongeldig: { $null }. Gelezen door { $first } en { $second }.
urn-discarded = Uitgereikte papieren: { $out }. Ze zijn vervallen; geen enkel is geteld.
urn-nothing-handed-out = Er is geen papier uitgereikt.
urn-paper = Wat op het papier staat
urn-agree = { $count } papieren aan beide kanten gelezen, waarvan ongeldig: { $null }. Uitgereikte papieren: { $out }.
urn-sign-hint = Vanaf de ondertekening zitten de papieren tussen de andere stembiljetten en wordt geen papier meer uitgereikt.
urn-hand-out = Papier uitreiken
urn-hand-out-title = Papieren uitreiken
urn-hand-out-hint = Noteer eerst de uitreiking en geef dan het papier. Wie al op het scherm stemde, krijgt er geen; wie er een kreeg, stemt niet meer op het scherm, ook als het papier niet in de bus komt.
urn-handed-out = { $count ->
    [one] Eén papier is uitgereikt
   *[other] { $count } papieren zijn uitgereikt
}
urn-how-answers = Eén regel per papier: het nummer van het aangekruiste antwoord. 0 voor een blanco papier, x voor een ongeldig papier.
urn-how-one = Eén regel per papier: het nummer van de gekozen naam. 0 voor een blanco papier, x voor een ongeldig papier.
urn-how-several = Eén regel per papier: de nummers van de gekozen namen, met spaties ertussen. 0 voor een blanco papier, x voor een ongeldig papier.
urn-how-ranks = Eén regel per papier: de nummers van de namen, van de eerste voorkeur tot de laatste, met spaties ertussen. 0 voor een blanco papier, x voor een ongeldig papier.
urn-how-grades = Eén regel per papier: een vermelding voor elke naam, in de volgorde van de lijst, van 1 tot 6; - voor een naam zonder vermelding. 0 voor een blanco papier, x voor een ongeldig papier.
urn-papers = Gelezen papieren
urn-discard = Papieren laten vervallen
urn-discard-hint = Geen papier van deze stemming zal tellen, en wie er een kreeg, stemt niet meer. Het logboek zal het zeggen.
urn-discard-sheets-hint = Wat de twee personen noteerden, wordt gewist; de papieren blijven en kunnen opnieuw worden gelezen. Het logboek zal het zeggen.
tellers-missing-urn = Uitgereikte papieren: { $out }. De bus is nog niet gelezen.
tellers-missing-too-many = Er zitten { $papers } papieren in de bus, en er zijn er maar { $out } uitgereikt. Tel samen opnieuw.
refused-tellers-other-weight = Er is geen papier uitgereikt: { $name } heeft niet evenveel stemmen als de andere papieren, en een papier draagt geen aantal. Deze vereniging stemt op het scherm.
refused-tellers-other-college = Er is geen papier uitgereikt: { $name } is van een ander college dan de andere papieren, en een papier draagt geen college. Deze vereniging stemt op het scherm.
refused-tellers-no-paper = Regel { $line } is niet leesbaar; er is niets bewaard. Kan het papier niet tellen, schrijf dan x.
refused-ballot-on-paper = Aan deze vereniging is een papier uitgereikt: ze stemt op papier, niet op het scherm. Zit het nog niet in de bus, dan wordt het daar verwacht.
urn-yours = U kreeg een papier: stem op papier.
urn-handed-to = Op papier: { $names }. Er is een papier uitgereikt; op het scherm stemmen kan niet meer.
done-paper-handed-out = De uitreiking is genoteerd. Geef het papier.
done-urn-signed-off = De papieren zitten bij de andere stembiljetten.
journal-urn-signed-off = Bus gelezen en ondertekend
journal-urn-discarded = Papieren van een geheime stemming vervallen
verify-urn = Uitgereikte papieren: { $out }; gelezen: { $valid } geldig, { $null } ongeldig.
