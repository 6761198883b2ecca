### Opleidingen die een netwerk deelt.

trainings-partners = Partners van het netwerk
trainings-half-day = { $date }, { $from } – { $to }

## Brieven

trainings-letter-subject = { $title }, { $date }
trainings-letter-agree = Iemand van uw vereniging wil de onderstaande opleiding volgen. Uw akkoord is nodig: op de pagina van de sessie ziet u om wie het gaat.
trainings-letter-awaiting = Uw inschrijving voor { $organization } is genoteerd. Uw vereniging moet eerst akkoord gaan; u hoort het zodra zij heeft geantwoord.
trainings-letter-asked = Uw inschrijving voor { $organization } is genoteerd. De plaatsen worden toegewezen na { $day }; u krijgt dan het antwoord en de reden.
trainings-letter-waiting = U staat op de wachtlijst voor { $organization }. Zodra er een plaats voor u vrijkomt, wordt ze u aangeboden.
trainings-letter-offered = Er is een plaats voor u vrij, voor { $organization }. Ze is van u als u ze aanvaardt vóór { $until }; daarna gaat ze naar de volgende.
trainings-letter-seated = U hebt een plaats, voor { $organization }.
trainings-letter-declined = U hebt de aangeboden plaats niet genomen. Ze gaat naar de volgende.
trainings-letter-expired = Het aanbod van een plaats is zonder antwoord gebleven. De plaats gaat naar de volgende.
trainings-letter-cancelled = Uw inschrijving voor { $organization } is geannuleerd.
trainings-letter-refused = Uw inschrijving voor { $organization } is niet aanvaard. Reden: { $reason }
trainings-letter-transferred = Uw plaats is aan een collega gegeven.
trainings-letter-moved = Het tijdstip of de plaats van de opleiding is veranderd. Zo is het nu:
trainings-letter-session-cancelled = De onderstaande opleiding gaat niet door. U hoeft niets te doen.
trainings-letter-session-confirmed = De onderstaande opleiding gaat door, en u hebt een plaats.
trainings-letter-reminder = Herinnering: u hebt een plaats, voor { $organization }. Kunt u niet komen? Annuleer dan, zodat iemand anders kan komen.
trainings-letter-too-few = De inschrijvingen zijn afgesloten, en minder mensen hebben een plaats dan de sessie nodig heeft ({ $minimum }). Beslis alstublieft of ze doorgaat.

## Catalogus

trainings-title = Opleidingen
trainings-training = Opleiding
trainings-session = Sessie van een opleiding
trainings-lead = { $count ->
    [one] Eén opleiding van het netwerk. Wat eerst begint, staat bovenaan.
   *[other] { $count } opleidingen van het netwerk. Wat eerst begint, staat bovenaan.
}
trainings-catalogue = Catalogus
trainings-empty-title = Nog geen opleiding
trainings-empty = Zodra het netwerk een opleiding aanbiedt, vindt u ze hier.
trainings-add = Opleiding toevoegen
trainings-edit = Opleiding wijzigen
trainings-csv = Exporteren (rekenblad)
trainings-file = opleidingen
trainings-registrations-file = inschrijvingen
trainings-filter = Een opleiding zoeken
trainings-search = Woorden
trainings-subject = Thema
trainings-subject-hint = De rubriek waaronder men ze zoekt.
trainings-every-subject = Alle thema’s
trainings-free-only = Alleen met een vrije plaats
trainings-no-session = Er is geen datum aangekondigd.
trainings-publish = In de catalogus zetten
trainings-withdraw = Uit de catalogus halen
trainings-objectives = Wat u daarna kunt
trainings-audience = Voor wie
trainings-prerequisites = Voorkennis
trainings-accessibility = Toegankelijkheid
trainings-trainers = Gegeven door
trainings-provider = Aangeboden door
trainings-provider-name = Naam van de vereniging of instelling
trainings-provided-by = { $name } ({ $kind })
trainings-provider-network = het netwerk
trainings-provider-member = een aangesloten vereniging
trainings-provider-outside = een externe instelling
trainings-qualiopi = Qualiopi-nummer
trainings-qualiopi-hint = Van de instelling, als ze er een heeft (Frankrijk).
trainings-languages = Talen
trainings-duration = Duur
trainings-duration-hours = Duur in uren
trainings-hours = { $hours } uur
trainings-hours-minutes = { $hours } u { $minutes }
trainings-prices = Prijs
trainings-prices-hint = Eén regel per categorie, bijvoorbeeld “Leden: 40”.
trainings-price = { $category }: { $euros }
trainings-funders = Financiering
trainings-group-what = De opleiding
trainings-group-who = Wie ze geeft
trainings-standing-draft = ontwerp
trainings-standing-published = in de catalogus
trainings-standing-withdrawn = niet meer aangeboden

## Sessies

trainings-sessions = Data
trainings-session-add = Sessie plannen
trainings-session-edit = Sessie wijzigen
trainings-begins = Wanneer
trainings-place = Plaats
trainings-place-hint = Laat leeg als iedereen op afstand deelneemt.
trainings-place-both = { $place }, of op afstand
trainings-place-remote = Op afstand
trainings-remote = Link
trainings-remote-hint = Alleen wie een plaats heeft, ziet hem.
trainings-remote-later = U ziet de link zodra u een plaats hebt.
trainings-instructions = Praktisch
trainings-instructions-hint = Voor wie een plaats heeft: de weg, de deur, wat mee te brengen.
trainings-half-days = Halve dagen
trainings-half-days-hint = Minstens één. Een einde vóór het begin valt op de volgende dag.
trainings-half-days-more = Nog meer halve dagen
trainings-half-day-number = Halve dag { $number }
trainings-half-day-from = Van
trainings-half-day-to = Tot
field-half-day-unreadable = Halve dag { $number } heeft een dag, een begin en een einde nodig, bijvoorbeeld 09:00 en 12:30.
field-half-day-too-long = Halve dag { $number } duurt een hele dag of langer: kijk de dag en de uren na.
field-half-day-overlaps = Halve dag { $number } valt samen met een andere: verbeter een van beide.
trainings-from-to = { $from } – { $to }
trainings-group-registration = Inschrijving
trainings-seats = Plaatsen
trainings-capacity = Aantal plaatsen
trainings-taken = Ingenomen plaatsen
trainings-taken-of = { $taken } van { $capacity } zijn bezet
trainings-minimum = Aantal mensen dat de sessie nodig heeft
trainings-minimum-hint = Bij minder op de sluitingsdag krijgt de organisatie bericht.
trainings-quota = Plaatsen per vereniging
trainings-quota-none = Geen grens per vereniging
trainings-quota-same = Hetzelfde aantal voor elke
trainings-quota-seats = Hoeveel
trainings-quota-seats-hint = Alleen als het voor elke hetzelfde is.
trainings-quota-fixed = { $seats ->
    [one] Hoogstens één plaats per vereniging
   *[other] Hoogstens { $seats } plaatsen per vereniging
}
trainings-quota-share = In verhouding tot: { $figure }, minstens één plaats
trainings-pots = Voorbehouden plaatsen
trainings-pots-hint = Eén regel voor elke: “Kleine verenigingen: 3”. Ze horen bij de plaatsen.
trainings-pot = { $pot } ({ $seats })
trainings-pots-until = Voorbehouden tot en met { $until }: { $pots }. Daarna zijn ze voor iedereen.
trainings-reserved-until = Voorbehouden tot
trainings-rule = Hoe de plaatsen worden toegewezen
trainings-rule-first-come = Wie eerst vraagt, heeft een plaats; daarna een wachtlijst
trainings-rule-fair = Na de sluiting, in rondes: elke vereniging één plaats voor er een twee heeft
trainings-opens-on = Inschrijving vanaf
trainings-closes-on = Laatste dag van inschrijving
trainings-closes = Inschrijving tot
trainings-hold = Uren dat een aanbod geldt
trainings-hold-hint = 48 als u niets anders zegt.
trainings-offers-hold = { $hours ->
    [one] Een plaats die vrijkomt wordt één uur lang aan de volgende aangeboden
   *[other] Een plaats die vrijkomt wordt { $hours } uur lang aan de volgende aangeboden
}
trainings-never-again = Wie weigert of annuleert krijgt geen aanbod meer, tenzij na een nieuwe inschrijving
trainings-lot = Als het lot beslist, wordt het getrokken uit dit vooraf gepubliceerde getal: { $seed }. Iedereen kan het opnieuw doen.
trainings-how = Hoe de plaatsen worden toegewezen
trainings-room-left = { $left ->
    [one] Nog één plaats van { $capacity }
   *[other] Nog { $left } plaatsen van { $capacity }
}
trainings-free = gratis
trainings-room-fair = { $asked ->
    [0] { $capacity } plaatsen, toegewezen na { $day }
    [one] { $capacity } plaatsen, toegewezen na { $day }; één aanvraag
   *[other] { $capacity } plaatsen, toegewezen na { $day }; { $asked } aanvragen
}
trainings-cancel-session-hint = Iedereen met een plaats of op de wachtlijst krijgt meteen bericht. Een geannuleerde sessie komt niet terug.
trainings-room-full = Alle { $capacity } plaatsen zijn bezet: wachtlijst
trainings-room-closed = Inschrijving afgesloten: { $taken } van { $capacity } plaatsen
trainings-waiting-list = Wachtlijst
trainings-waiting = { $people ->
    [one] één persoon
   *[other] { $people } personen
}
trainings-course-planned = in voorbereiding
trainings-course-announced = aangekondigd
trainings-course-confirmed = gaat door
trainings-course-cancelled = geannuleerd
trainings-organize = Organisatie
trainings-announce = Sessie aankondigen
trainings-confirm = Bevestigen dat ze doorgaat
trainings-cancel-session = Sessie annuleren
trainings-too-few = { $seated } mensen hebben een plaats; de sessie heeft er { $minimum } nodig.
trainings-acknowledge = Ik weet dit en wijzig de sessie toch
trainings-consequence-below = { $taken } plaatsen zijn bezet, meer dan de { $capacity } die er zouden zijn. Niemand verliest een plaats; er komt ook niemand bij tot er weer ruimte is.
trainings-consequence-quota = { $associations ->
    [one] Eén vereniging heeft meer plaatsen dan ze zou mogen. Ze behoudt ze.
   *[other] { $associations } verenigingen hebben meer plaatsen dan ze zouden mogen. Ze behouden ze.
}
trainings-consequence-acknowledge = Er is nog niets gewijzigd: vink het vakje boven het formulier aan en sla opnieuw op.

## Inschrijvingen

trainings-register = Inschrijven
trainings-register-submit = Een plaats vragen
trainings-for = Voor { $organization }
trainings-for-which = Voor welke vereniging
trainings-for-which-hint = U schrijft zich één keer in per sessie. De plaats telt voor de vereniging die u kiest.
trainings-needs = Wat moeten wij weten?
trainings-needs-hint = Dieet, toegankelijkheid. Alleen de organisatie ziet het; 30 dagen na de sessie wordt het gewist.
trainings-needs-told = U zei ons: { $needs }
trainings-qualities = Er zijn plaatsen voorbehouden. Geldt dit?
trainings-agreement-first = Uw vereniging gaat eerst akkoord; u krijgt bericht.
trainings-agreement-on = Eerst het akkoord van leidinggevenden vragen
trainings-agreement-off = Geen akkoord van leidinggevenden meer vragen
trainings-staff = Mensen van { $organization } inschrijven
trainings-staff-who = Wie
trainings-staff-order = Kies een plaats voor wie u wilt inschrijven: als niet iedereen past, hebben de eersten een plaats.
trainings-staff-not = deze keer niet
trainings-staff-way = Als er niet voor iedereen plaats is
trainings-as-many-as-fit = Zoveel als er plaats is; de anderen wachten
trainings-all-or-none = Allemaal samen of niemand; ze wachten als groep
trainings-staff-submit = Inschrijven
trainings-staff-nobody = Iedereen van de vereniging is ingeschreven, of er hoort nog niemand bij.
trainings-own-quota = Plaatsen van de vereniging: { $taken } van hoogstens { $quota }.
trainings-own-seats = { $taken ->
    [0] Nog geen plaats.
    [one] Eén plaats.
   *[other] { $taken } plaatsen.
}
trainings-opens-later = De inschrijving opent op { $day }.
trainings-closed = De inschrijving is gesloten sinds { $day }.
trainings-mine = Uw inschrijving
trainings-registrations = Inschrijvingen
trainings-registrations-csv = Inschrijvingen exporteren
trainings-count-of = { $state }: { $people }
trainings-person = Persoon
trainings-why = Waarom
trainings-actions = Acties
trainings-asked-at = Gevraagd op
trainings-state-awaiting = wacht op akkoord
trainings-state-asked = gevraagd
trainings-state-waiting = op de wachtlijst
trainings-state-offered = plaats aangeboden
trainings-state-seated = heeft een plaats
trainings-state-declined = geweigerd
trainings-state-expired = aanbod verlopen
trainings-state-cancelled = geannuleerd
trainings-state-refused = niet aanvaard
trainings-state-transferred = aan een collega gegeven
trainings-accept = De plaats nemen
trainings-decline = Niet nemen
trainings-agree = Akkoord geven
trainings-refuse = Niet aanvaarden
trainings-cancel = Inschrijving annuleren
trainings-seat = Een plaats geven buiten de volgorde
trainings-transfer = De plaats aan een collega geven
trainings-transfer-to = Aan wie
trainings-transfer-submit = De plaats geven
trainings-reason = Reden
trainings-reason-hint = De persoon leest hem; hij staat in het journaal.

## Waarom

trainings-why-awaiting = De vereniging moet eerst akkoord gaan.
trainings-why-asked = De plaatsen worden toegewezen na { $day }.
trainings-why-position = Plaats { $position } op de wachtlijst.
trainings-why-offered = De plaats wordt bewaard tot { $until }.
trainings-why-seated = Gevraagd op { $asked }, en toegekend in volgorde van aanvraag.
trainings-why-pot = Voorbehouden plaats: { $pot }.
trainings-why-reason = Reden: { $reason }
trainings-why-clash = Let op: deze persoon heeft op hetzelfde moment een plaats in een andere sessie.
trainings-wait-full = Alle plaatsen zijn bezet.
trainings-wait-quota = De vereniging heeft { $taken } van de { $limit } plaatsen die ze mag hebben.
trainings-wait-reserved = { $seats ->
    [one] Er is nog één plaats, voorlopig voorbehouden voor anderen.
   *[other] Er zijn nog { $seats } plaatsen, voorlopig voorbehouden voor anderen.
}
trainings-wait-others = { $people ->
    [one] Eén persoon wacht eerder op de plaats die over is.
   *[other] { $people } mensen wachten eerder op de plaatsen die over zijn.
}
trainings-wait-group = Er zijn plaatsen voor { $fit } van de { $people } mensen die ze samen willen.
trainings-wait-allocation = De plaatsen worden toegewezen na de sluiting.
trainings-wait-next = U bent aan de beurt: het aanbod komt eraan.
trainings-wait-begun = De sessie is begonnen.
trainings-because-seated = Plaats in ronde { $round }.
trainings-because-none = { $ahead ->
    [0] Geen plaats in ronde { $round }.
    [one] Geen plaats in ronde { $round }: één vereniging was eerder aan de beurt.
   *[other] Geen plaats in ronde { $round }: { $ahead } verenigingen waren eerder aan de beurt.
}
trainings-because-colleagues = { $colleagues ->
    [one] Eén collega komt eerder in de volgorde van de vereniging.
   *[other] { $colleagues } collega’s komen eerder in de volgorde van de vereniging.
}
trainings-because-quota = De vereniging heeft haar { $limit } plaatsen; { $colleagues } collega’s komen eerder in haar volgorde.
trainings-because-group = Er waren plaatsen voor { $fit } van de { $people } mensen van de groep, die allemaal of niemand wilde.
trainings-scarce-seats = Alle plaatsen waren toegewezen.
trainings-scarce-unreserved = Er waren alleen nog voorbehouden plaatsen.
trainings-settled-enough = Er was een plaats voor elke vereniging in deze ronde.
trainings-settled-priority = De voorrangsregels van het netwerk beslisten.
trainings-settled-lot = Het gepubliceerde lot besliste: plaats { $place } van { $of }.
trainings-settled-rounds = De vorige rondes namen de laatste plaatsen.

## Wat nagekeken moet worden

trainings-invalid-no-seat = Een sessie heeft minstens één plaats.
trainings-invalid-minimum = { $minimum } mensen passen niet op { $capacity } plaatsen.
trainings-invalid-quota-zero = Elke vereniging mag minstens één plaats hebben.
trainings-invalid-nothing-declared = Geen vereniging heeft dit cijfer opgegeven: { $figure }.
trainings-invalid-pot-key = Zeg voor wie de plaatsen zijn voorbehouden.
trainings-invalid-pot-twice = “{ $key }” staat er twee keer.
trainings-invalid-pot-empty = “{ $key }” heeft geen plaats.
trainings-invalid-pots = { $reserved } plaatsen zijn voorbehouden, en er zijn er { $capacity }.
trainings-invalid-release-missing = Zeg tot wanneer de plaatsen voorbehouden zijn: daarna zijn ze voor iedereen.
trainings-invalid-release-late = Kies een dag voor het begin van de sessie.
trainings-invalid-closes-early = Kies een dag na de opening.
trainings-invalid-closes-late = De inschrijving eindigt voor het begin van de sessie.
trainings-invalid-hold = Een aanbod geldt minstens één uur.

## Weigeringen

refused-training-not-open = Deze sessie neemt geen inschrijvingen. Er is niets veranderd.
refused-training-too-many = Hoogstens 50 mensen per aanvraag. Schrijf ze in meerdere keren in.
refused-training-not-of-organization = Deze persoon hoort vandaag niet bij de vereniging. Voeg hem of haar eerst toe aan haar mensen.
refused-training-form = Het formulier was niet volledig. Laad de pagina opnieuw en verstuur het nog eens; er ging niets verloren.
refused-training-cancelled = De sessie is geannuleerd. Plan een andere.
refused-training-course = De sessie kan niet die kant op. Kijk waar ze staat en probeer opnieuw.
refused-training-half-day-noted = De aanwezigheid van deze halve dag is al genoteerd: hij blijft.
refused-training-not-yours = Iemand anders beslist dit: de persoon, de vereniging of de organisatie.
refused-training-not-open-yet = De inschrijving opent op { $day }.
refused-training-closed = De inschrijving is gesloten sinds { $day }.
refused-training-nobody = Kies minstens één persoon.
refused-training-named-twice = Iemand staat er twee keer.
refused-training-registered-already = Men schrijft zich één keer in per sessie, ook wie bij twee verenigingen hoort. Deze persoon is al ingeschreven; er is niemand nieuw ingeschreven.
refused-training-moved-on = Deze inschrijving is er niet meer. Laad de pagina opnieuw.
refused-training-not-from-here = Waar de inschrijving nu staat ({ $state }), kan dit niet meer. Laad de pagina opnieuw.
refused-training-begun = De sessie is begonnen: plaatsen veranderen niet meer van hand.
refused-training-reason = Schrijf de reden: de persoon leest hem.
refused-training-no-room = Er is geen plaats te geven. { $why }
refused-training-reserved = Deze plaats is voorlopig voorbehouden: { $pot }.
refused-training-rule-in-use = Er zijn mensen ingeschreven: de manier van toewijzen blijft zoals aangekondigd.
done-training-added = De opleiding is een ontwerp. Zet ze in de catalogus als ze klaar is.
done-training-session-planned = De sessie is gepland. Kondig ze aan als ze klaar is.
done-training-registered = De inschrijving is opgeslagen. Hieronder staat wat eruit volgde.
done-training-moved = Het is opgeslagen.

## Aanwezigheid en attesten

trainings-attendance = Aanwezigheid
trainings-attendance-nobody = Niemand heeft een plaats.
trainings-attendance-of = { $name }, { $organization }
trainings-present = aanwezig
trainings-absent = afwezig
trainings-excused = verontschuldigd
trainings-not-noted = niet genoteerd
trainings-noted = { $noted } van { $people } genoteerd, { $present } aanwezig.
trainings-all-present = Iedereen is er
trainings-kept-none = Alles is op de server genoteerd.
trainings-kept-one = Eén notitie wordt op dit toestel bewaard tot de server ze heeft.
trainings-kept = { $count } notities worden op dit toestel bewaard tot de server ze heeft.
trainings-kept-failed = De server nam de notities niet aan. Ze blijven op dit toestel; laad de pagina opnieuw als u kunt.
trainings-conflicts = Twee mensen noteerden iets anders. Het laatste telt; kijk het alstublieft na.
trainings-conflict = { $name }, { $day }: { $kept }; eerder: { $others }
trainings-noted-by = { $mark } ({ $by })
trainings-trainers-title = Wie deze sessie geeft
trainings-trainers-who = Zij noteren de aanwezigheid
trainings-no-trainer = Niemand heeft vandaag het mandaat van opleider in het netwerk.
certificates-title = Aanwezigheidsattest
certificates-lead = Wat onder deze code is afgeleverd.
certificates-genuine = Dit attest is echt: het is hier afgeleverd en niet gewijzigd.
certificates-name = Naam
certificates-hours = Aanwezig
certificates-attended = { $attended } van { $of }
certificates-by = Afgeleverd door
certificates-issued-on = Afgeleverd op
certificates-code = Code
certificates-pdf = Attest als PDF
certificates-statement = { $network } verklaart dat { $name } de onderstaande opleiding heeft gevolgd.
certificates-verify = Iedereen kan dit attest nakijken op { $address }
certificates-due = Wie lang genoeg aanwezig was ({ $share } van de tijd), krijgt er een. Het verandert niet als namen veranderen.
certificates-issue = Attesten afleveren
certificates-letter-subject = Uw attest: { $title }
certificates-letter = { $name }, uw aanwezigheidsattest voor “{ $title }” staat hier: { $link } – wie dit adres heeft, kan het zien.
refused-training-not-trainer = De opleiders van deze sessie en de organisatie noteren de aanwezigheid. Vraag de organisatie u aan te duiden.
refused-training-no-trainer = Alleen wie het mandaat van opleider heeft, geeft de sessies.
refused-training-not-over = Attesten worden afgeleverd na de laatste halve dag.
refused-training-nobody-noted = Noteer eerst de aanwezigheid.
done-attendance-noted = Het is genoteerd.
done-certificates-issued = De attesten zijn afgeleverd; iedereen heeft bericht gekregen.
networks-section-trainings = Wat de medewerkers van de leden samen kunnen leren, en de plaatsen.

## Badges, loopbaan, bevoegdheden
badges-download = Digitale badge
badges-hint = De badge is een afbeelding met het ondertekende attest erin (Open Badges 3.0): ze kan zonder ons worden nagekeken.
badges-token = Alleen de handtekening
badges-criteria = Aanwezigheid: { $attended } van { $of }.
badges-label = Badge “{ $what }” van { $name }
record-title = Mijn opleidingen
record-lead = Uw attesten en uw uren. Alleen u ziet deze pagina.
record-empty = U hebt nog geen attest. Het komt hier na een gevolgde opleiding.
record-caption = Attesten
record-open = Mijn attesten en uren bekijken
certificates-share = Attest vanaf (in % van de tijd)
certificates-share-hint = Met 50 krijgt wie de helft van de tijd aanwezig was een attest.
trainings-group-after = Na de opleiding
trainings-grant = Bevoegdheid
trainings-grant-hint = Waar het attest recht op geeft, bijvoorbeeld “Hulpverlener op het werk”. Leeg: niets.
trainings-agreement = Akkoord van leidinggevenden
trainings-agreement-is-on = Leidinggevenden gaan vóór elke inschrijving akkoord.
trainings-agreement-is-off = Voor inschrijvingen is geen akkoord van leidinggevenden nodig.
qualifications-title = Bevoegdheden
qualifications-none = Niemand heeft op dit moment een bevoegdheid.
qualifications-caption = Bevoegdheden van de medewerkers, eerst die het eerst aflopen
qualifications-validity = Geldig
qualifications-for-good = onbeperkt
qualifications-for-months = een aantal maanden
qualifications-for-years = tot het einde van een jaar
qualifications-length = Aantal maanden of jaren
qualifications-announced = Einde aangekondigd (dagen vooraf)
qualifications-announced-hint = De persoon krijgt dan een bericht.
qualifications-months = { $months ->
    [one] { $name } (één maand)
   *[other] { $name } ({ $months } maanden)
}
qualifications-end-of-year = { $years ->
    [0] { $name } (tot het einde van het jaar)
    [one] { $name } (tot het einde van het volgende jaar)
   *[other] { $name } (tot het einde van het jaar, { $years } jaar later)
}
qualifications-until = tot { $until }
qualifications-ending = { $days ->
    [0] loopt vandaag af
    [one] loopt morgen af, op { $until }
   *[other] loopt af op { $until }, over { $days } dagen
}
qualifications-ended = afgelopen op { $until }
qualifications-renewed = vernieuwd
qualifications-letter-subject = { $qualification }: geldig tot { $until }
qualifications-letter = { $name }, uw bevoegdheid “{ $qualification }” is geldig tot { $until }. Wilt u ze behouden, schrijf u dan in voor een volgende sessie. Uw attesten: { $link }
organizations-trainings-text = Bevoegdheden van de medewerkers en het akkoord van leidinggevenden.
record-of-staff = Opleidingen van de medewerkers – { $organization }

## Delen tussen netwerken, voorrang
trainings-guests = Gedeeld met andere netwerken
trainings-guests-hint = Eén regel per netwerk met het aantal plaatsen, bijvoorbeeld “Interlogement93: 4”. Netwerken: { $networks }.
trainings-shared-by = Aangeboden door
trainings-shared-with = { $seats ->
    [one] Gedeeld met { $network }: hoogstens één plaats ({ $taken } ingenomen)
   *[other] Gedeeld met { $network }: hoogstens { $seats } plaatsen ({ $taken } ingenomen)
}
trainings-from-network = aangeboden door { $network }
trainings-wait-guests = De verenigingen van uw netwerk hebben { $taken } van de { $limit } plaatsen die ervoor openstaan.
trainings-because-guests = Uw netwerk heeft al alle plaatsen die ervoor openstaan ({ $limit }).
trainings-consequence-guests = Een ander netwerk heeft { $taken } plaatsen en zou er nog { $limit } hebben.
trainings-invalid-guests = Een netwerk waarmee de sessie gedeeld wordt, heeft minstens één plaats.
trainings-priorities = Voorrang
trainings-priorities-lead = Worden de plaatsen na de afsluiting verdeeld, dan komen deze verenigingen in elke ronde eerst: 1 vóór 2, verenigingen zonder voorrang laatst. Geldt voor sessies die vanaf nu aangekondigd worden.
trainings-priorities-none = Geen enkele vereniging heeft voorrang: het lot beslist.
trainings-priority = Voorrang
trainings-priority-add = Voorrang geven
trainings-priority-name-hint = De naam van een lid, zoals die vandaag is.
trainings-priority-remove = Wegnemen
trainings-priority-line = Voorrang { $priority }: { $names }

## Aanwezig zijn
here-title = Zeggen dat u er bent
here-say = Ik ben er
here-present = U staat als aanwezig genoteerd voor deze halve dag.
here-early = Het is nog wat vroeg: kom terug vanaf { $from }.
here-over = Deze halve dag eindigde op { $ended }. Vraag aan wie de opleiding geeft om u te noteren.
here-codes = Aanwezigheidscodes
here-codes-lead = Toon de code van de halve dag of hang ze aan de deur: wie een plaats heeft, scant ze met de telefoon, van een half uur vooraf tot het einde. U ziet elke naam op het blad en kunt verbeteren.
here-codes-none = Deze sessie werd voorbereid voor er codes waren: noteer op het blad wie er is.
here-code-of = Aanwezigheidscode: { $day }
here-code-typed = Of typ deze code na { $address }/
refused-training-not-seated = U hebt geen plaats in deze sessie. Bent u er in plaats van een collega, vraag dan dat die plaats aan u wordt gegeven.
done-here = U staat als aanwezig genoteerd.
trainings-registrations-filter = Inschrijvingen filteren
trainings-every-state = elke stand
trainings-staff-search = Een collega op naam zoeken
trainings-staff-more = { $people ->
    [one] Eén collega wordt niet getoond: zoek op naam.
   *[other] { $people } collega’s worden niet getoond: zoek op naam.
}
trainings-cancel-on = Laatste dag om een plaats terug te geven
trainings-cancel-on-hint = Daarna belt men u en doet u het; een collega kan nog in de plaats komen. Leeg: tot de sessie begint.
trainings-cancel-until = Een plaats wordt teruggegeven tot en met { $day }; wie daarna niet kan komen, belt de organisatie of stuurt een collega.
refused-training-too-late = Plaatsen konden worden teruggegeven tot en met { $day }. Er is niets veranderd: bel de organisatie, die het nog kan doen, of geef de plaats aan een collega.
trainings-invalid-cancel-late = Plaatsen worden teruggegeven vóór de sessie begint: kies een vroegere dag.
