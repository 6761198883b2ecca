### De hulp en de toegankelijkheidsverklaring.

# Hulp
help-lead = Het belangrijkste in enkele stappen. Geen wachtwoord te onthouden, niets te installeren.
help-on-this-page = Op deze pagina

help-sign-in-title = Aanmelden
help-sign-in-open = Tik op “Aanmelden”, bovenaan de pagina.
help-sign-in-address = Schrijf het e-mailadres dat uw vereniging kent.
help-sign-in-own = Heeft uw vereniging een eigen aanmelddienst, dan gaat u daarlangs en komt u hier terug.
help-sign-in-link = Anders krijgt u een link per e-mail. Open hem en meld u aan met de knop. De link werkt maar één keer.
help-sign-in-end = Op een gedeelde computer: tik op “Afmelden” voor u weggaat.

help-vote-title = Stemmen in een vergadering
help-vote-open = Open op de dag zelf de vergadering en dan de zitting.
help-vote-arrive = Tik op “Ik ben er”. Zonder dat telt uw vereniging niet mee voor het quorum en kan ze niet stemmen.
help-vote-choose = Als een stemming opengaat, kiest u Voor, Tegen of Onthouding. Vertegenwoordigt u ook een andere vereniging, stem dan voor elk van beide.
help-vote-change = U kunt van mening veranderen zolang de stemming open is. Is ze gesloten, dan verandert er niets meer.
help-vote-named = Er wordt met naam gestemd: de keuze van elke vereniging staat bij het resultaat en in de notulen.

help-result-title = Een resultaat nagaan
help-result-sentence = Elk resultaat zegt hoeveel stemmen er nodig waren, hoeveel er waren en op welk totaal.
help-result-roll = De kiezerslijst vermeldt het aantal stemmen van elke vereniging, en waarom.
help-result-again = Met die getallen kan iedereen de berekening overdoen.

help-proxy-title = Een volmacht geven
help-proxy-open = Kan niemand van uw vereniging komen, open dan de vergadering en zoek “Volmachten”.
help-proxy-choose = Kies de vereniging die voor de uwe zal stemmen. De statuten kunnen hun aantal beperken of hetzelfde college vragen.
help-proxy-take-back = U kunt de volmacht intrekken voor de stemming. Komt u toch, tik dan op “Ik ben er”: de volmacht vervalt.

help-trouble-title = Als iets niet werkt
help-trouble-reload = De verbinding viel weg: open de pagina opnieuw. Ze toont wat echt opgeslagen is, uw stem inbegrepen.
help-trouble-form = Een formulier wordt geweigerd: wat u schreef staat er nog, en elk punt dat u moet verbeteren staat naast het veld.
help-trouble-mail = De link komt niet aan: wacht twee minuten, kijk bij de ongewenste mail en probeer dan een ander adres.
help-trouble-right = Een pagina wordt u geweigerd: misschien volstaat uw rol niet. Vraag het aan het beheer van uw vereniging.
help-trouble-room = U bent in zitting en niets helpt: verwittig meteen de voorzitter van de zitting, voor de stemming gesloten wordt.

# Toegankelijkheid
accessibility-lead = Iedereen moet kunnen lezen, stemmen en een volmacht geven, met of zonder muis, met of zonder scherm.
accessibility-state-title = Hoever we staan
accessibility-state = Geen externe instantie heeft deze website al onderzocht: we verklaren dus niet dat hij voldoet.
accessibility-aim = We streven naar WCAG 2.2 op niveau AA, en naar het Franse equivalent, RGAA 4.1.
accessibility-checks = Automatische controles bekijken elke pagina. Ze vinden maar een deel van de hindernissen.
accessibility-done-title = Wat we doen
accessibility-done-keyboard = Alles kan met het toetsenbord, en men ziet altijd waar men is.
accessibility-done-reader = Titels, velden en tabellen hebben een naam voor schermlezers.
accessibility-done-colour = Geen enkele informatie hangt alleen van kleur af, en teksten hebben genoeg contrast, licht en donker.
accessibility-done-small = De pagina's passen op een klein telefoonscherm en verdragen vergrote tekst.
accessibility-done-script = Zonder JavaScript werken de pagina's en de formulieren; om een zitting te volgen, moet u dan de pagina opnieuw openen.
accessibility-known-title = Wat nog niet goed is
accessibility-known-documents = De documenten van netwerken en verenigingen zijn niet altijd toegankelijk. Vraag een andere versie.
accessibility-known-tested = We hebben de website nog niet laten uitproberen door mensen die elke dag een schermlezer gebruiken.
accessibility-known-language = De teksten die netwerken schrijven, bestaan soms maar in één taal.
accessibility-contact-title = Een hindernis?
accessibility-contact = Zeg het team van uw netwerk op welke pagina en met welk toestel. Het moet u de inhoud in een andere vorm geven.
accessibility-contact-appeal = Krijgt u geen goed antwoord, dan kunt u in België terecht bij Unia, in Frankrijk bij de Défenseur des droits.
