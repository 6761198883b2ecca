### Wat de opleidingen hebben betekend.

figures-title = Cijfers van de opleidingen
figures-lead = Wat de opleidingen van het netwerk hebben betekend. Het adres van de pagina onthoudt uw filters: deel het.
figures-lead-own = Wat de opleidingen hebben betekend voor de gekozen verenigingen.
figures-filter = Cijfers filteren
figures-from = Sessies vanaf
figures-to = Sessies tot en met
figures-every-training = Alle opleidingen
figures-every-association = Alle verenigingen
figures-every-territory = Alle gebieden
figures-year = Jaar { $year }
figures-territory = Gebied
figures-no-territory = Zonder gebied
figures-empty-title = Geen sessies
figures-empty = Voor deze data en filters is niets aangekondigd.
figures-xlsx = Bestand voor de subsidiegever (XLSX)
figures-csv-sessions = Sessies (CSV)
figures-csv-associations = Verenigingen (CSV)
figures-csv-territories = Gebieden (CSV)
figures-file = cijfers-opleidingen

## Wat geteld wordt

figures-whole = Alles samen
figures-measure = Maat
figures-value = Waarde
figures-sessions = Sessies
figures-associations = Verenigingen
figures-territories = Gebieden
figures-registrations = Inschrijvingen
figures-money = Geld
figures-day = Datum
figures-seats = Aangeboden plaatsen
figures-seated = Ingevulde plaatsen
figures-refused = Niet aanvaard
figures-in-vain = Vergeefs gewacht
figures-attendance = Aanwezigheid
figures-due = Verwachte halve dagen
figures-present = Gevolgde halve dagen
figures-minutes = Persoonsuren
figures-satisfaction = Tevredenheid op 5
figures-price = Bijdrage van de deelnemers
figures-cost = Kosten
figures-funding = Financiering
figures-rest = Blijft voor het netwerk
figures-of = { $part } van { $whole }
figures-satisfaction-of = { $average }, uit { $count } cijfers
figures-not-noted = { $noted } van de { $due } halve dagen zijn genoteerd; de andere tellen als niet gevolgd.
figures-without-cost = { $count ->
    [one] Van één sessie is niet gezegd wat ze kost: dat telt niet mee.
   *[other] Van { $count } sessies is niet gezegd wat ze kosten: dat telt niet mee.
}
figures-price-how = Bijdrage: de eerste prijs van de lijst geldt voor de teams van de leden, de laatste voor partners.
figures-territory-how = Het gebied is de gemeente van het oudste adres van de vereniging.
figures-more = { $count ->
    [one] en nog één regel
   *[other] en nog { $count } regels
}
figures-more-in-file = { $count ->
    [one] Nog één regel staat in het bestand.
   *[other] Nog { $count } regels staan in de bestanden.
}
figures-chart-rates = Ingevulde plaatsen, aanwezigheid en tevredenheid, elk als deel van wat mogelijk was.
figures-chart-sessions = Ingevulde plaatsen van de aangeboden, per sessie, de recentste eerst.
figures-chart-people = Ingevulde plaatsen, van veel naar weinig.
figures-chart-money = Wat de sessies hebben gekost en wie heeft betaald.

## Kosten van een sessie

costs-title = Kosten en financiering
costs-cost = Kosten van de sessie, in euro
costs-funding = Ontvangen financiering, in euro
costs-hint = Laat leeg wat niet bekend is.
refused-training-no-figures = De cijfers zijn voor wie de opleidingen organiseert en voor de opleidingsverantwoordelijken van de verenigingen.
