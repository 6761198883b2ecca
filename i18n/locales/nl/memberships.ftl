### De leden van een netwerk en hun lidmaatschap.

memberships-title = Aangesloten verenigingen
memberships-lead = { $count ->
    [0] Geen enkele vereniging stemt overeen, { $network }.
    [one] Eén vereniging, { $network }.
   *[other] { $count } verenigingen, { $network }.
}
memberships-kicker = Aangesloten vereniging
memberships-caption = De verenigingen, alfabetisch
memberships-organization = Vereniging
memberships-short-name = Afkorting of roepnaam
memberships-college = College
memberships-since = Sinds
memberships-network = Netwerk
memberships-membership = Lidmaatschap
memberships-search = Naam van de vereniging
memberships-filter = De verenigingen filteren
memberships-all-colleges = Alle colleges
memberships-no-college = Zonder college
memberships-current = Huidige leden
memberships-everyone = Alle, ook vroegere
memberships-csv = De tabel downloaden
memberships-file = leden
memberships-empty-title = Nog geen vereniging
memberships-empty = Zodra een vereniging wordt toegevoegd of zich kandidaat stelt, verschijnt ze hier met haar status.
memberships-status-applied = Kandidaat
memberships-status-admitted = Lid
memberships-status-suspended = Geschorst
memberships-status-left = Vertrokken
memberships-status-excluded = Uitgesloten
memberships-step-apply = Aanvraag tot lidmaatschap
memberships-step-admit = Toelating
memberships-step-suspend = Schorsing
memberships-step-reinstate = Einde van de schorsing
memberships-step-leave = Vertrek, op vraag van de vereniging
memberships-step-exclude = Uitsluiting, of weigering van de aanvraag
memberships-needs-decision = Te steunen op een beslissing van het netwerk.
memberships-decide = Lidmaatschap en college
memberships-next-step = Een beslissing noteren
memberships-which-step = Wat is er gebeurd?
memberships-step-on = Datum van ingang
memberships-decision = Beslissing
memberships-decision-hint = Het orgaan en de datum, bijvoorbeeld: raad van bestuur van 3 maart 2026, punt 4.
memberships-take-step = De beslissing opslaan
memberships-college-hint = Het college bepaalt het aantal stemmen. Kiezerslijsten die al vastliggen, veranderen niet.
memberships-college-later = Later te beslissen
memberships-history = Verloop van het lidmaatschap
memberships-carries = { $organization } draagt het netwerk { $carried }, dat zo lid is van { $network }.
memberships-elsewhere = In andere netwerken
memberships-elsewhere-text = Dezelfde vereniging, met dezelfde fiche, is ook lid van:
memberships-add = Een vereniging toevoegen
memberships-add-lead = Ze komt binnen als kandidaat. Daarna noteert u de beslissing tot toelating.
memberships-add-submit = De kandidatuur toevoegen
memberships-applied-on = Datum van de aanvraag
done-member-added = De vereniging is kandidaat. Noteer nu de beslissing tot toelating.
done-member-known = Deze vereniging was hier al bekend: haar fiche werd overgenomen, en ze is nu kandidaat.
done-member-applied = De aanvraag is verstuurd. Het netwerk noteert zijn beslissing.
done-saved-unusual = Opgeslagen. Een van de nummers heeft een zeldzame vorm: vergelijk het nog eens met uw document.
done-mandate-given = Het mandaat is gegeven.
done-mandate-ended = Het mandaat is beëindigd.
