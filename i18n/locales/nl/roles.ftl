### Wat men is in een netwerk of een vereniging.

role-legal-representative = wettelijke vertegenwoordiging
role-delegate = afgevaardigde
role-alternate = plaatsvervanger
role-network-board = bestuurslid van het netwerk
role-network-administrator = beheer van het netwerk
role-organization-administrator = beheer van de vereniging
role-staff = personeel
role-training-officer = opleidingsverantwoordelijke
role-manager = leidinggevende
role-person-concerned = betrokken persoon
role-training-organizer = organisatie van opleidingen
role-trainer = opleider
role-partner = partner
role-observer = waarnemer
