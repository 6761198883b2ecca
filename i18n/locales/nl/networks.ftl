### De rubrieken van een netwerk.

section-overview = Overzicht
section-members = Leden
section-assemblies = Vergaderingen
section-journal = Logboek
section-settings = Instellingen
networks-kicker = Netwerk
networks-sections = Rubrieken
networks-section-members = Wie tot het netwerk behoort, sinds wanneer en in welk college.
networks-section-assemblies = De algemene vergaderingen: uitnodigingen, stemmingen, notulen.
networks-section-people = Wie welk mandaat heeft, en tot wanneer.
networks-section-journal = Alles wat er gebeurde, en het bewijs dat niets werd veranderd.
networks-section-settings = De voorstelling, de colleges en de regels voor vergaderingen.
networks-next-assembly = Volgende vergadering
networks-no-assembly = Er is geen vergadering bijeengeroepen.
networks-assembly-open = Aan de gang
networks-assembly-convened = Bijeengeroepen
networks-admitted = Leden
networks-suspended = Geschorst
networks-applied = Kandidaten
networks-belonging = Aansluiting
networks-belongs-to = { $network } is lid van { $other }, via { $through }.
networks-belongs-to-itself = { $network } is lid van { $other }.
networks-presentation = Voorstelling
networks-presentation-text = Naam en beschrijving in elke taal, hoofdtaal, tijdzone.
networks-name-in = Naam ({ $language })
networks-description-in = Beschrijving ({ $language })
networks-main-language = Hoofdtaal
networks-main-language-hint = Die dient wanneer een tekst in een andere taal ontbreekt.
networks-time-zone = Tijdzone
networks-colleges = Colleges
networks-colleges-text = Een college brengt leden samen en geeft hun hun stemmen. Een wijziging raakt niet aan kiezerslijsten die al vastliggen.
networks-no-colleges-title = Geen college
networks-no-colleges = Zonder college heeft niemand een stem. Voeg er een toe: één stem per lid, bijvoorbeeld.
networks-add-college = Een college toevoegen
networks-edit-college = Een college wijzigen
networks-remove-college = Dit college verwijderen
networks-remove-college-text = Kan alleen als er geen lid in zit en er nooit in gestemd werd.
networks-weight = Stemmen
networks-voices = Stemmen van elk lid
networks-rule = Hoe worden de stemmen geteld?
networks-rule-fixed = Hetzelfde aantal voor elk lid
networks-rule-fixed-detail = Bijvoorbeeld één stem elk.
networks-rule-brackets = Volgens een aangegeven cijfer
networks-rule-brackets-detail = Bijvoorbeeld één stem van 0 tot 49 plaatsen, twee vanaf 50.
networks-brackets-hint = De eerste schijf begint bij 0, de volgende gaan omhoog. Lege regels tellen niet.
networks-bracket-from = Schijf { $line }, vanaf
networks-bracket-weight = Schijf { $line }, stemmen
networks-weight-fixed = { $count ->
    [0] Geen stem
    [one] Eén stem per lid
   *[other] { $count } stemmen per lid
}
networks-weight-bracket = { $count ->
    [one] { $count } stem vanaf { $from }
   *[other] { $count } stemmen vanaf { $from }
}
networks-weight-brackets = { $figure }: { $brackets }
networks-rules = Regels voor vergaderingen
networks-rules-text = Termijn, quorum, meerderheid, volmachten, datum van de kiezerslijst.
networks-notice-days = Oproepingstermijn, in dagen
networks-notice-hint = Volle dagen tussen verzending en vergadering.
networks-quorum-total = Quorum over het geheel
networks-quorum-each = Quorum in elk college
networks-quorum-hint = Een deel, zoals 1/2 of 50 %. Laat leeg als er geen is.
networks-share-hint = Een deel, zoals 1/2, 2/3 of 75 %.
networks-not-a-share = Schrijf een deel van het geheel, bijvoorbeeld 1/2 of 66 %.
networks-comparison-of = { $part }: te bereiken of te overschrijden
networks-unit-of = { $part }: waarin men telt
networks-at-least = minstens dit deel
networks-more-than = meer dan dit deel
networks-unit-heads = in aantal leden
networks-unit-weight = in stemmen
networks-base = Basis van de meerderheid
networks-base-expressed = Voor en tegen, zonder de onthoudingen
networks-base-cast = Voor, tegen en onthoudingen
networks-base-present = Alle aanwezige of vertegenwoordigde leden
networks-base-entitled = De hele kiezerslijst
networks-proxies-per-holder = Hoogstens zoveel volmachten per vereniging
networks-proxies-hint = 0: geen volmachten. Leeg: geen grens.
networks-same-college = Alleen aan een vereniging van hetzelfde college
networks-reference-days = Vastgelegd zoveel dagen voor de vergadering
networks-reference-hint = De lidmaatschappen en cijfers van die dag gelden.
