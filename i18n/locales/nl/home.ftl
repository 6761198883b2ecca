### Wat iedereen te wachten staat, en de voordeur.

home-title = Wat u te doen staat
home-lead = { $count ->
    [0] Vandaag vraagt niets uw aandacht.
    [one] Eén zaak vraagt uw aandacht.
   *[other] { $count } zaken vragen uw aandacht, de dringendste eerst.
}
home-nothing-title = U bent helemaal bij
home-nothing = Stemmingen, vergaderingen en aanvragen die u aangaan, verschijnen hier.
home-open-network = Mijn netwerk openen
home-networks = Uw netwerken
home-organizations = Uw verenigingen
home-networks-here = De netwerken
home-welcome = Het gemeenschappelijke leven van een federatie van verenigingen
home-what-it-is = Met Trame houden de verenigingen van een netwerk hun vergaderingen, stemmen ze en bewaren ze samen het geheugen van hun beslissingen. U meldt zich aan met het account van uw vereniging.
home-no-networks-title = Nog geen netwerk
home-no-networks = De link voor de eerste beheerder staat in de berichten van de server bij het opstarten.
home-now = Nu
home-soon = Binnenkort
home-vote-title = Er is een stemming open
home-vote = { $assembly }. U kunt stemmen voor { $organizations }.
home-vote-action = Stemmen
home-session-title = Er is een vergadering aan de gang
home-session-action = Binnengaan
home-assembly-title = Binnenkort: { $assembly }
home-assembly = U vertegenwoordigt er { $organizations }. Kunt u niet komen, geef dan een volmacht aan een andere vereniging.
home-assembly-run = De uitnodiging is verstuurd. Op de dag zelf kunt u de zitting openen.
home-assembly-action = Voorbereiden
home-application-title = { $organization } vraagt om lid te worden
home-application = De beslissing van het bevoegde orgaan moet worden genoteerd: toelating of weigering.
home-application-action = Bekijken
home-approval-title = { $count ->
    [one] Eén persoon wacht op uw akkoord
   *[other] { $count } personen wachten op uw akkoord
}
home-approval = Hun account bij { $organization } is herkend; u beslist of zij binnen mogen.
home-approval-action = Antwoorden
home-minutes-title = Er zijn notulen na te lezen
home-minutes-action = Nalezen
home-connection-title = De aanmelding van { $organization } is nog niet klaar
home-connection = Ze is voorbereid, maar nog niet in gebruik.
home-connection-action = Afwerken
form-conflict = Er is niets verloren: wat u schreef, staat nog in het formulier. Open de pagina in een ander tabblad om te zien wat er veranderd is, en voer uw wijziging dan opnieuw in.
