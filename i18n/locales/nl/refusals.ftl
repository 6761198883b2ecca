### Wat een regel verhindert: de reden en wat men moet doen.

# Lidmaatschappen
refused-step-not-from-here = Deze stap past niet bij de huidige toestand van het lidmaatschap. Open de fiche opnieuw om de mogelijke stappen te zien.
refused-step-decision-missing = Vermeld de beslissing waarop deze stap steunt: welk orgaan besliste en wanneer.
refused-step-before-previous = De vorige stap dateert van { $previous }. Kies die datum of een latere.

# Mandaten
refused-mandate-wrong-holder = Deze rol hoort hier niet. Kies een rol van het netwerk voor het netwerk, of een rol van de vereniging voor de vereniging.
refused-mandate-dates = Het mandaat zou eindigen voor het begint. Verbeter een van de twee datums.

# Volmachten
refused-proxy-giver-not-on-roll = Deze vereniging staat niet op de kiezerslijst van de vergadering: ze kan geen volmacht geven.
refused-proxy-holder-not-on-roll = De gekozen vereniging staat niet op de kiezerslijst van de vergadering. Kies een andere.
refused-proxy-to-itself = Een vereniging kan zichzelf geen volmacht geven. Kies een andere.
refused-proxy-giver-present = Deze vereniging is aanwezig: ze stemt zelf. Ze kan een volmacht geven als ze de zitting verlaat.
refused-proxy-already-given = Deze vereniging heeft haar volmacht al gegeven. Trek ze eerst in om ze aan een andere te geven.
refused-proxy-chain = Een volmacht wordt niet doorgegeven: wie er een heeft, kan de eigen niet geven, en wie de eigen gaf, kan er geen krijgen. Kies een andere vereniging.
refused-proxy-too-many = { $limit ->
    [0] De statuten laten in deze vergadering geen volmachten toe.
    [1] De gekozen vereniging heeft al één volmacht, het toegelaten maximum. Kies een andere.
   *[other] De gekozen vereniging heeft al { $limit } volmachten, het toegelaten maximum. Kies een andere.
}
refused-proxy-other-college = De gekozen vereniging hoort bij een ander college. Kies een vereniging van hetzelfde college.

# Stemming
refused-cast-closed = De stemming is gesloten: uw keuze is niet meegeteld. Het resultaat staat bij de zitting.
refused-cast-not-on-roll = Deze vereniging staat niet op de kiezerslijst van de vergadering: ze heeft geen stem. Spreek bij twijfel met de voorzitter van de zitting.
refused-cast-not-yours = U vertegenwoordigt deze vereniging niet en u hebt haar volmacht niet. Stem voor de uwe.
refused-cast-given-away = Uw vereniging heeft haar volmacht aan een andere gegeven. Wilt u zelf stemmen, tik dan op “Ik ben er”: de volmacht vervalt dan.
refused-cast-not-here = Uw aankomst is nog niet genoteerd. Tik op “Ik ben er” en stem daarna.

# Verloop van een vergadering
refused-course-not-now = Dit kan niet in deze fase van de vergadering. Open de pagina opnieuw om te zien hoever ze staat.
refused-course-agenda-empty = De agenda is leeg. Voeg minstens één punt toe en verstuur dan de oproeping.
refused-course-roll-empty = De kiezerslijst is leeg: niemand zou kunnen stemmen. Controleer de lidmaatschappen en de colleges.
refused-course-notice = { $days ->
    [0] De oproeping zou te laat vertrekken: de regels vragen { $required } dagen. De eerste mogelijke datum is { $earliest }.
    [1] De oproeping zou één dag laten, en de regels vragen er { $required }. De eerste mogelijke datum is { $earliest }.
   *[other] De oproeping zou { $days } dagen laten, en de regels vragen er { $required }. De eerste mogelijke datum is { $earliest }.
}
refused-course-no-quorum = Het quorum is niet bereikt, de stemming kan niet beginnen. { $parts }
refused-course-poll-open = Er loopt een stemming. Sluit ze eerst af.
refused-course-already-voted = Over deze motie is al gestemd: er wordt niet twee keer gestemd. Het resultaat staat bij de zitting.
refused-course-not-a-motion = Dit punt is een mededeling: er wordt niet over gestemd. Kies een motie.

# Regels en domeinen
refused-weight-rule = De schijven moeten bij 0 beginnen en oplopen, elke grens één keer. Verbeter ze.
refused-domain-form = Dit is geen domeinnaam. Schrijf bijvoorbeeld vereniging.example.
refused-domain-consumer = Dit domein is van een openbare maildienst: geen enkele vereniging kan het opeisen. Nodig de mensen liever één voor één uit.

# Aanmelden
refused-admission-foreign-domain = Uw adres hoort niet bij een bevestigd domein van deze vereniging. Vraag een uitnodiging aan het beheer van de vereniging.
refused-admission-address-moved = Uw adres staat sinds uw laatste aanmelding op een ander domein. Vraag het beheer van uw vereniging voor alle zekerheid om het te bevestigen.
refused-admission-unverified = De aanmelddienst van uw vereniging heeft uw adres niet bevestigd. Bevestig het bij die dienst en probeer opnieuw.
refused-admission-unknown = Uw vereniging heeft u hier nog geen toegang gegeven. Vraag haar een uitnodiging.
refused-protocol = Het aanmelden is niet gelukt. Begin opnieuw; gebeurt het weer, geef dan deze code aan het beheer van uw vereniging: { $code }.
refused-link-expired = Deze link is niet meer geldig: hij is gebruikt of verlopen. Vraag een nieuwe.
refused-otherwise = Een regel verhindert dit. Open de pagina opnieuw om te zien hoever alles staat en probeer dan weer.
refused-step-in-the-future = Deze datum ligt in de toekomst. Noteer de beslissing op de dag dat ze ingaat.
refused-already-member = Deze vereniging hoort al bij het netwerk, of heeft al gevraagd om lid te worden. Open haar fiche.
refused-organization-applies-itself = Dit nummer is van een vereniging die al op deze server staat. Zij moet zelf vragen om bij het netwerk te komen, via haar pagina “Netwerken”.
refused-site-closed-before-opened = De vestiging zou sluiten voor ze openging. Verbeter de datum.
refused-last-administrator = Dit is de laatste persoon die het netwerk beheert. Geef dit mandaat eerst aan iemand anders.
refused-person-also-elsewhere = Deze persoon heeft ook elders een mandaat: het adres opent daar andere deuren. De persoon kan de gegevens zelf verbeteren, in “Mijn account”.
refused-mandate-already-held = Deze persoon heeft deze rol al op deze data. Kies een andere rol of andere data.
refused-college-in-use = Er zitten leden in dit college, of er werd in gestemd: het kan niet verdwijnen. Plaats de leden eerst in een ander.
refused-floor-not-in-session = De zitting is niet open: het woord vraagt u alleen tijdens de zitting.
refused-floor-list-closed = De voorzitter heeft de lijst over dit punt gesloten. Een ordemotie blijft mogelijk.
refused-floor-already-asked = U staat al op de lijst.
refused-floor-not-waiting = Deze aanvraag wacht niet meer, of niemand wacht. Bekijk de lijst en probeer opnieuw.
refused-floor-nobody-speaks = Deze tussenkomst is al voorbij. Bekijk de lijst en probeer opnieuw.
