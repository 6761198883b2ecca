## De oproeping, per e-mail verstuurd

convocation-subject = Oproeping: { $title }, { $date }
convocation-greeting = Beste { $name },
convocation-kind-ordinary = de gewone algemene vergadering
convocation-kind-extraordinary = de buitengewone algemene vergadering
convocation-invitation = { $organization } wordt opgeroepen voor { $kind } van { $network }, op { $date } om { $time }.
convocation-place = Plaats: { $place }
convocation-remote = Op afstand: { $url }
convocation-agenda = Agenda:
convocation-voices = { $weight ->
    [one] { $organization } heeft één stem.
   *[other] { $organization } heeft { $weight } stemmen.
}
convocation-proxy = Kan niemand van uw vereniging komen? Geef dan via de onderstaande pagina een volmacht aan een andere vereniging. U vindt er ook de documenten.
