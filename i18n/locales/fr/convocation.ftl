## La convocation, envoyée par courriel

convocation-subject = Convocation : { $title }, le { $date }
convocation-greeting = Bonjour { $name },
convocation-kind-ordinary = l’assemblée générale ordinaire
convocation-kind-extraordinary = l’assemblée générale extraordinaire
convocation-invitation = { $organization } est convoquée à { $kind } de { $network }, le { $date } à { $time }.
convocation-place = Lieu : { $place }
convocation-remote = À distance : { $url }
convocation-agenda = Ordre du jour :
convocation-voices = { $weight ->
    [one] { $organization } dispose d’une voix.
   *[other] { $organization } dispose de { $weight } voix.
}
convocation-proxy = Si personne de votre association ne peut venir, donnez son pouvoir à une autre association depuis la page ci-dessous. Vous y trouvez aussi les documents.
