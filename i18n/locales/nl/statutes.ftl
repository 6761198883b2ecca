### De statuten als regels: zinnen, versies, ontwerp, proef op het verleden.

# Soorten beslissingen
statutes-decision-ordinary = Gewone beslissing
statutes-decision-budget = Rekeningen en begroting
statutes-decision-persons = Aanstelling van personen
statutes-decision-by-laws = Huishoudelijk reglement
statutes-decision-statutes = Wijziging van de statuten
statutes-decision-purpose = Wijziging van het doel of het voorwerp
statutes-decision-exclusion = Uitsluiting van een lid
statutes-decision-dissolution = Ontbinding
statutes-convener-board = het bestuur
statutes-convener-chair = de voorzitter
statutes-convener-auditor = de commissaris
statutes-audience-members-without-vote = leden zonder stem
statutes-audience-persons-concerned = betrokken personen
statutes-audience-staff = medewerkers
statutes-audience-partners = partners
statutes-audience-observers = wie uitgenodigd is om mee te kijken
statutes-audience-public = iedereen
statutes-preset-french-association = Franse vereniging (wet van 1901), gebruikelijke clausules
statutes-preset-belgian-association = Belgische VZW of ASBL (Wetboek van vennootschappen en verenigingen)
statutes-preset-one-member-one-voice = Eén lid, één stem
statutes-preset-colleges-with-blocks = Colleges met hun stemmen
statutes-tie-rejected = De motie is verworpen
statutes-tie-casting-vote = De stem van de voorzitter beslist
statutes-scope-whole = In de hele vergadering
statutes-scope-each-college = In elk college
statutes-scope-no-college-against = Geen college tegen

# Clausules
statutes-decisions = Beslissingen die iets anders vragen
statutes-decision-others = Elke andere beslissing
statutes-others-text = Wat de vergadering vraagt waarin ze genomen wordt.
statutes-for-all = Voor alle vergaderingen
statutes-convened-by = Bijeenroeping
statutes-convened-by-text = Kan bijeenroepen: { $who }.
statutes-convened-on-request = De vergadering moet bijeengeroepen worden wanneer { $share } van de leden erom vraagt.
statutes-notice = Oproepingstermijn
statutes-notice-text = { $days ->
    [0] Er is geen termijn vereist.
    [one] Minstens één volle dag tussen verzending en vergadering.
   *[other] Minstens { $days } volle dagen tussen verzending en vergadering.
}
statutes-quorum = Quorum
statutes-majority = Meerderheid
statutes-second = Tweede bijeenroeping
statutes-second-none = De regels voorzien er geen.
statutes-second-text = { $days ->
    [0] Zonder quorum kan meteen een tweede vergadering volgen, met dezelfde agenda.
    [one] Zonder quorum kan ten vroegste één dag later een tweede vergadering plaatsvinden, met dezelfde agenda.
   *[other] Zonder quorum kan ten vroegste { $days } dagen later een tweede vergadering plaatsvinden, met dezelfde agenda.
}
statutes-always-secret = De stemming is altijd geheim.
statutes-secrecy = Geheim van de stemming
statutes-secret-persons = Elke stemming over personen is geheim.
statutes-open-persons = Geen enkele stemming is geheim op grond van de regels alleen.
statutes-secret-on-request = Een stemming is geheim wanneer { $share } van de aanwezige of vertegenwoordigde leden erom vraagt.
statutes-roll = Kiezerslijst
statutes-roll-text = { $days ->
    [0] Ze wordt vastgelegd op de dag van de vergadering.
    [one] Ze wordt één dag voor de vergadering vastgelegd.
   *[other] Ze wordt { $days } dagen voor de vergadering vastgelegd.
}
statutes-proxies = Volmachten
statutes-present = Aanwezig zonder stem
statutes-present-text = Mogen er zijn zonder te stemmen: { $who }.
statutes-speak = Spreken zonder stem
statutes-speak-text = Mogen ook het woord nemen: { $who }.
statutes-vote = Stemmen
statutes-vote-text = De verenigingen op de kiezerslijst stemmen, elk met de stemmen die haar college haar geeft.
statutes-colleges = Colleges en stemmen

# De pagina
section-statutes = Statuten
networks-section-statutes = De regels voor vergaderingen in gewone zinnen, en hun versies.
statutes-title = De statuten als regels
statutes-lead = Wat de toepassing in de vergaderingen van het netwerk toepast. De tekst van de statuten is beslissend.
statutes-no-advice = Deze regels en de voorgestelde modellen zijn geen juridisch advies.
statutes-version = Versie { $number }
statutes-version-label = Versie
statutes-unversioned = Hier is nog geen versie aangenomen: dit zijn de regels van bij de oprichting van het netwerk.
statutes-valid-from = Van kracht vanaf
statutes-adopted-by = Aangenomen door
statutes-adopted-nowhere = Beslist buiten de toepassing
statutes-note = Wat verandert
statutes-versions = Alle versies
statutes-in-force = Van kracht
statutes-to-come = Nog niet van kracht
statutes-past = Voorbij
statutes-export = Downloaden als TOML
statutes-prepare = Een nieuwe versie voorbereiden
statutes-see-draft = Het ontwerp bekijken
statutes-draft = Ontwerp van een nieuwe versie
statutes-draft-lead = Zolang dit ontwerp niet is aangenomen, geldt het nergens. Een vergadering die al bijeengeroepen is, houdt haar regels.
statutes-draft-none = Er is geen ontwerp. Wijzig een kopie van de geldende regels, of vertrek van een model.
statutes-draft-edited = Gewijzigd op { $date }
statutes-differences = Wat verandert
statutes-no-differences = Het ontwerp zegt hetzelfde als de geldende regels.
statutes-clause = Regel
statutes-today = Vandaag
statutes-then = In het ontwerp
statutes-absent = Niets
statutes-edit = Het ontwerp wijzigen
statutes-edit-text = Elke pagina laat de rest zoals het is.
statutes-edit-general = Voor alle vergaderingen
statutes-edit-toml = Het hele ontwerp, als tekst (TOML)
statutes-start = Opnieuw beginnen
statutes-start-text = Het huidige ontwerp wordt vervangen.
statutes-start-from = Vertrekken van
statutes-start-current = Kopie van de geldende regels
statutes-start-button = Zo beginnen
statutes-discard = Het ontwerp laten vallen
statutes-adopt = In werking stellen
statutes-adopt-text = Een aangenomen versie verandert niet meer. Ze geldt voor de vergaderingen die vanaf de opgegeven dag plaatsvinden en nog niet bijeengeroepen zijn.
statutes-adopt-from = Van kracht vanaf
statutes-adopt-from-hint = Niet vóór de vorige versie.
statutes-adopt-assembly = Vergadering die ze heeft aangenomen
statutes-adopt-elsewhere = Geen van deze lijst
statutes-adopt-note = Wat verandert, in één zin
statutes-adopt-button = In werking stellen

# Formulieren
statutes-conditions-hint = Alle ingevulde voorwaarden moeten gelden. Laat het deel leeg van een voorwaarde die er niet is.
statutes-condition = Voorwaarde { $number }
statutes-condition-base = Voorwaarde { $number }: basis
statutes-condition-scope = Voorwaarde { $number }: waar
statutes-tie = Bij staking van stemmen
statutes-counting = Wie telt voor het quorum
statutes-counting-present = De aanwezige leden
statutes-counting-represented = De aanwezige of vertegenwoordigde leden
statutes-counting-voting = De leden die een stem afgeven
statutes-on-request = Deel van de leden dat het kan eisen
statutes-second-days = Dagen na de eerste vergadering, minstens
statutes-second-days-hint = Leeg: geen tweede bijeenroeping.
statutes-second-share = Quorum van de tweede vergadering
statutes-own-rule = Deze beslissing volgt
statutes-own-no = wat de vergadering vraagt waarin ze genomen wordt
statutes-own-yes = een eigen meerderheid
statutes-own-quorum = Eigen quorum
statutes-own-quorum-no = dat van de vergadering
statutes-own-quorum-yes = een eigen quorum
statutes-own-secret = De stemming is altijd geheim
statutes-secret-persons-field = Elke stemming over personen is geheim
statutes-secret-share = Deel van de aanwezigen dat het geheim kan eisen
statutes-present-field = Mogen er zijn zonder te stemmen
statutes-speak-field = Mogen het woord nemen zonder te stemmen
statutes-toml = De regels als tekst
statutes-toml-lead = Plak hier een uitgevoerde tekst, of wijzig deze. De gids bij elk woord staat in de documentatie.
statutes-toml-error = Regel { $line }: deze passage is niet leesbaar ({ $detail }).
statutes-flaw-no-ordinary = De regels voor de gewone vergadering ontbreken.
statutes-flaw-unreachable = „Meer dan het geheel” kan nooit bereikt worden.
statutes-flaw-too-many-days = Een termijn is langer dan tien jaar.
statutes-flaw-too-many-conditions = Een meerderheid heeft meer dan zes voorwaarden.
statutes-flaw-ordinary-twice = Wat een gewone beslissing vraagt, staat bij de soort vergadering en niet apart.
statutes-flaw-speaks-from-outside = Wie het woord mag nemen, moet ook aanwezig mogen zijn.
refused-statutes-from = De datum ligt vóór die van de vorige versie. Kies dezelfde dag of een latere.
refused-statutes-no-draft = Er is geen ontwerp om in werking te stellen.
refused-statutes-same = Het ontwerp zegt hetzelfde als de laatste versie: er valt niets aan te nemen.
done-statutes-drafted = Het ontwerp is opgeslagen.
done-statutes-discarded = Het ontwerp is vervallen.
done-statutes-adopted = De nieuwe versie is opgeslagen.

# Wat als?
statutes-what-if = Wat als deze regels al gegolden hadden?
statutes-what-if-lead = Elke gesloten stemming van het netwerk, een tweede keer beslist volgens het ontwerp: met de lijst, de aanwezigheden en de stemmen van toen. De gegeven volmachten en het aantal stemmen blijven die van toen.
statutes-what-if-none = Er is nog geen stemming gesloten.
statutes-what-if-nothing = Geen enkele stemming past bij deze filter.
statutes-what-if-summary = { $votes ->
    [one] Eén gesloten stemming, { $changed ->
        [0] met hetzelfde resultaat.
       *[other] met een ander resultaat.
    }
   *[other] { $votes } gesloten stemmingen, { $changed ->
        [0] allemaal met hetzelfde resultaat.
        [one] waarvan één met een ander resultaat.
       *[other] waarvan { $changed } met een ander resultaat.
    }
}
statutes-what-if-open = Stemming per stemming bekijken
statutes-what-if-vote = Stemming
statutes-what-if-decision = Beslissing
statutes-what-if-was = Volgens de regels van toen
statutes-what-if-would = Volgens het ontwerp
statutes-what-if-same = Zelfde resultaat
statutes-what-if-other = Ander resultaat
statutes-what-if-compared = Vergelijking
statutes-what-if-show = Getoonde stemmingen
statutes-what-if-all = Alle stemmingen
statutes-what-if-changed = Die waarvan het resultaat verandert
statutes-what-if-assembly = Vergadering
statutes-what-if-every-assembly = Alle vergaderingen
statutes-what-if-filter = Filteren
statutes-what-if-filter-label = De stemmingen filteren

# In de vergaderingen
statutes-applied = Toegepaste regels
statutes-applied-version = Statuten, versie { $number }, vastgelegd bij de oproeping
statutes-item-decision = Soort beslissing
statutes-item-decision-hint = De statuten zeggen welke meerderheid ze vraagt.
journal-statutes-drafted = Ontwerp van regels gewijzigd
journal-statutes-discarded = Ontwerp van regels vervallen
journal-statutes-adopted = Versie van de regels aangenomen

# Tweede vergadering en doorslaggevende stem
statutes-second-prepare = De tweede vergadering voorbereiden
statutes-second-of = Na „{ $title }”, waar het quorum ontbrak
statutes-second-title = { $title } (tweede bijeenroeping)
statutes-casting = „{ $title }”: staking van stemmen. De statuten laten de voorzitter beslissen.
statutes-casting-for = De doorslag geven: voor
statutes-casting-against = De doorslag geven: tegen
refused-course-no-second = De regels voorzien geen tweede vergadering.
refused-course-nothing-left = Niets bleef onbeslist bij gebrek aan quorum: er is geen tweede vergadering voor te bereiden.
refused-course-too-soon = De tweede vergadering kan ten vroegste op { $earliest } plaatsvinden. Wijzig de datum.
refused-second-exists = De tweede vergadering is al voorbereid.
refused-second-agenda = Een tweede vergadering neemt de agenda van de eerste over: er komt niets bij en er verandert niets. Bereid voor de rest een andere vergadering voor.
refused-no-tie = Er is geen staking van stemmen.
done-second-drafted = De tweede vergadering is voorbereid, met dezelfde agenda. Kijk de datum na en roep dan bijeen.
done-tie-broken = De voorzitter heeft de doorslag gegeven.
journal-assembly-repeated = Tweede vergadering voorbereid
journal-casting-vote = Staking van stemmen beslecht door de voorzitter
