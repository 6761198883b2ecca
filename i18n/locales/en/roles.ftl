### What one is in a network or an association.

role-legal-representative = legal representative
role-delegate = delegate
role-alternate = alternate
role-network-board = network board member
role-network-administrator = network administrator
role-organization-administrator = association administrator
role-staff = staff
role-training-officer = training officer
role-manager = manager
role-person-concerned = person concerned
role-training-organizer = training organizer
role-trainer = trainer
role-partner = partner
role-observer = observer
