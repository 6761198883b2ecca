## The convocation, sent by e-mail

convocation-subject = Convocation: { $title }, { $date }
convocation-greeting = Dear { $name },
convocation-kind-ordinary = the ordinary general assembly
convocation-kind-extraordinary = the extraordinary general assembly
convocation-invitation = { $organization } is called to { $kind } of { $network }, on { $date } at { $time }.
convocation-place = Place: { $place }
convocation-remote = Remotely: { $url }
convocation-agenda = Agenda:
convocation-voices = { $weight ->
    [one] { $organization } has one voice.
   *[other] { $organization } has { $weight } voices.
}
convocation-proxy = If nobody from your association can come, give its proxy to another association from the page below. The documents are there too.
