### Ce que l'on est dans un réseau ou une association.

role-legal-representative = représentation légale
role-delegate = déléguée ou délégué
role-alternate = suppléante ou suppléant
role-network-board = membre du conseil du réseau
role-network-administrator = administration du réseau
role-organization-administrator = administration de l'association
role-staff = équipe salariée
role-training-officer = responsable formation
role-manager = encadrement
role-person-concerned = personne concernée
role-training-organizer = organisation des formations
role-trainer = formatrice ou formateur
role-partner = partenaire
role-observer = observatrice ou observateur
