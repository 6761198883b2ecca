### Trainings that a network shares.

trainings-partners = Partners of the network
trainings-half-day = { $date }, { $from } – { $to }

## Letters

trainings-letter-subject = { $title }, { $date }
trainings-letter-agree = Somebody of your association would like to take part in the training below. Your agreement is needed first: the page of the session shows who.
trainings-letter-awaiting = Your registration for { $organization } is noted. Your association wants to agree first; you will hear as soon as it has answered.
trainings-letter-asked = Your registration for { $organization } is noted. Seats are given out after { $day }; you will hear then, with the reason.
trainings-letter-waiting = You are on the waiting list for { $organization }. When a seat is free for you, you will get an offer.
trainings-letter-offered = A seat is free for you, for { $organization }. It is yours if you accept it by { $until }; after that it goes to the next person.
trainings-letter-seated = You have a seat, for { $organization }.
trainings-letter-declined = You did not take the seat that was offered. It goes to the next person.
trainings-letter-expired = The offer of a seat has lapsed without an answer. The seat goes to the next person.
trainings-letter-cancelled = Your registration for { $organization } is cancelled.
trainings-letter-refused = Your registration for { $organization } was not accepted. Reason: { $reason }
trainings-letter-transferred = Your seat was given to a colleague.
trainings-letter-moved = The time or the place of the training has changed. This is how it is now:
trainings-letter-session-cancelled = The training below does not take place. You need not do anything.
trainings-letter-session-confirmed = The training below takes place as planned, and you have a seat.
trainings-letter-reminder = A reminder: you have a seat, for { $organization }. If you cannot come, please cancel, so that somebody else can.
trainings-letter-too-few = Registration is over, and fewer people have a seat than the session needs ({ $minimum }). Please decide whether it takes place.

## Catalogue

trainings-title = Trainings
trainings-training = Training
trainings-session = Session of a training
trainings-lead = { $count ->
    [one] One training of the network. What begins soonest comes first.
   *[other] { $count } trainings of the network. What begins soonest comes first.
}
trainings-catalogue = Catalogue
trainings-empty-title = No training yet
trainings-empty = When the network offers a training, you will find it here.
trainings-add = Add a training
trainings-edit = Change the training
trainings-csv = Export as a spreadsheet
trainings-file = trainings
trainings-registrations-file = registrations
trainings-filter = Find a training
trainings-search = Words
trainings-subject = Subject
trainings-subject-hint = The heading under which people look for it.
trainings-every-subject = Every subject
trainings-free-only = Only with a free seat
trainings-no-session = No date is announced.
trainings-publish = Put into the catalogue
trainings-withdraw = Take out of the catalogue
trainings-objectives = What you can do afterwards
trainings-audience = For whom
trainings-prerequisites = What you need before
trainings-accessibility = Accessibility
trainings-trainers = Led by
trainings-provider = Given by
trainings-provider-name = Name of the association or body
trainings-provided-by = { $name } ({ $kind })
trainings-provider-network = the network
trainings-provider-member = a member association
trainings-provider-outside = an outside body
trainings-qualiopi = Qualiopi number
trainings-qualiopi-hint = Of the body, where it has one (France).
trainings-languages = Languages
trainings-duration = Duration
trainings-duration-hours = Duration in hours
trainings-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
trainings-hours-minutes = { $hours } h { $minutes }
trainings-prices = Price
trainings-prices-hint = A line for each category, such as “Members: 40”.
trainings-price = { $category }: { $euros }
trainings-funders = Paid for by
trainings-group-what = The training
trainings-group-who = Who gives it
trainings-standing-draft = draft
trainings-standing-published = in the catalogue
trainings-standing-withdrawn = not offered any more

## Sessions

trainings-sessions = Dates
trainings-session-add = Plan a session
trainings-session-edit = Change the session
trainings-begins = When
trainings-place = Place
trainings-place-hint = Leave it empty if everybody takes part from afar.
trainings-place-both = { $place }, or from afar
trainings-place-remote = From afar
trainings-remote = Link
trainings-remote-hint = Only people who have a seat see it.
trainings-remote-later = You will see the link when you have a seat.
trainings-instructions = How to join
trainings-instructions-hint = For people who have a seat: the way, the door, what to bring.
trainings-half-days = Half-days
trainings-half-days-hint = At least one. An end before the beginning is on the next day.
trainings-half-days-more = Further half-days
trainings-half-day-number = Half-day { $number }
trainings-half-day-from = From
trainings-half-day-to = To
field-half-day-unreadable = Half-day { $number } needs a day, a beginning and an end, such as 09:00 and 12:30.
field-half-day-too-long = Half-day { $number } lasts a whole day or longer: check its day and its hours.
field-half-day-overlaps = Half-day { $number } is at the same time as another one: correct one of the two.
trainings-from-to = { $from } – { $to }
trainings-group-registration = Registration
trainings-seats = Seats
trainings-capacity = Number of seats
trainings-taken = Seats taken
trainings-taken-of = { $taken } of { $capacity } are taken
trainings-minimum = People that the session needs
trainings-minimum-hint = With fewer at the close, the organizers are told.
trainings-quota = Seats for one association
trainings-quota-none = No limit for one association
trainings-quota-same = The same number for each
trainings-quota-seats = How many
trainings-quota-seats-hint = Only where it is the same number for each.
trainings-quota-fixed = { $seats ->
    [one] At most one seat for each association
   *[other] At most { $seats } seats for each association
}
trainings-quota-share = In proportion to: { $figure }, at least one seat
trainings-pots = Reserved seats
trainings-pots-hint = A line for each: “Small associations: 3”. They are part of the seats.
trainings-pot = { $pot } ({ $seats })
trainings-pots-until = Reserved until { $until }: { $pots }. Afterwards they are for everybody.
trainings-reserved-until = Reserved until
trainings-rule = How seats are given
trainings-rule-first-come = Whoever asks first has a seat; then a waiting list
trainings-rule-fair = After the closing date, in rounds: each association one seat before any has two
trainings-opens-on = Registration opens on
trainings-closes-on = Last day of registration
trainings-closes = Registration until
trainings-hold = Hours for which an offer holds
trainings-hold-hint = 48 unless you say otherwise.
trainings-offers-hold = { $hours ->
    [one] A seat that becomes free is offered to the next person for one hour
   *[other] A seat that becomes free is offered to the next person for { $hours } hours
}
trainings-never-again = Whoever declines or cancels is not offered a seat again, unless they register anew
trainings-lot = Where a lot decides, it is drawn from this seed, published beforehand: { $seed }. Whoever wants can draw it again.
trainings-how = How seats are given
trainings-room-left = { $left ->
    [one] One seat left of { $capacity }
   *[other] { $left } seats left of { $capacity }
}
trainings-free = free of charge
trainings-room-fair = { $asked ->
    [0] { $capacity } seats, given out after { $day }
    [one] { $capacity } seats, given out after { $day }; one person has asked
   *[other] { $capacity } seats, given out after { $day }; { $asked } people have asked
}
trainings-cancel-session-hint = Everybody who has a seat or waits is written to at once. A cancelled session does not come back.
trainings-room-full = All { $capacity } seats are taken: waiting list
trainings-room-closed = Registration is over: { $taken } of { $capacity } seats
trainings-waiting-list = Waiting list
trainings-waiting = { $people ->
    [one] one person
   *[other] { $people } people
}
trainings-course-planned = planned
trainings-course-announced = announced
trainings-course-confirmed = takes place
trainings-course-cancelled = cancelled
trainings-organize = Organization
trainings-announce = Announce the session
trainings-confirm = Confirm that it takes place
trainings-cancel-session = Cancel the session
trainings-too-few = { $seated } people have a seat; the session needs { $minimum }.
trainings-acknowledge = I know this, and change the session all the same
trainings-consequence-below = { $taken } seats are taken, more than the { $capacity } that there would be. Nobody loses a seat; nobody gets one either until there is room again.
trainings-consequence-quota = { $associations ->
    [one] One association holds more seats than it might. It keeps them.
   *[other] { $associations } associations hold more seats than they might. They keep them.
}
trainings-consequence-acknowledge = Nothing is changed yet: tick the box above the form and save again.

## Registrations

trainings-register = Register
trainings-register-submit = Ask for a seat
trainings-for = For { $organization }
trainings-for-which = For which association
trainings-for-which-hint = You register once for a session. The seat counts for the association that you choose.
trainings-needs = What should we know?
trainings-needs-hint = Diet, accessibility. Only the organizers see it; it is erased 30 days after the session.
trainings-needs-told = You told us: { $needs }
trainings-qualities = Seats are reserved. Does this apply?
trainings-agreement-first = Your association agrees first; you will be told.
trainings-agreement-on = Ask for the agreement of managers first
trainings-agreement-off = No agreement of managers is needed any more
trainings-staff = Register people of { $organization }
trainings-staff-who = Who
trainings-staff-order = Choose a place for each who shall be registered: if not all fit, the first have a seat.
trainings-staff-not = not this time
trainings-staff-way = If there are not seats for all
trainings-as-many-as-fit = As many as fit; the others wait
trainings-all-or-none = All together or none; they wait as a group
trainings-staff-submit = Register them
trainings-staff-nobody = Everybody of the association is registered, or nobody belongs to it yet.
trainings-own-quota = Seats of the association: { $taken } of at most { $quota }.
trainings-own-seats = { $taken ->
    [0] No seat yet.
    [one] One seat.
   *[other] { $taken } seats.
}
trainings-opens-later = Registration opens on { $day }.
trainings-closed = Registration closed on { $day }.
trainings-mine = Your registration
trainings-registrations = Registrations
trainings-registrations-csv = Export the registrations
trainings-count-of = { $state }: { $people }
trainings-person = Person
trainings-why = Why
trainings-actions = Actions
trainings-asked-at = Asked at
trainings-state-awaiting = waits for an agreement
trainings-state-asked = asked
trainings-state-waiting = on the waiting list
trainings-state-offered = a seat is offered
trainings-state-seated = has a seat
trainings-state-declined = declined
trainings-state-expired = offer lapsed
trainings-state-cancelled = cancelled
trainings-state-refused = not accepted
trainings-state-transferred = given to a colleague
trainings-accept = Take the seat
trainings-decline = Do not take it
trainings-agree = Agree
trainings-refuse = Do not accept
trainings-cancel = Cancel the registration
trainings-seat = Give a seat out of order
trainings-transfer = Give the seat to a colleague
trainings-transfer-to = To whom
trainings-transfer-submit = Give the seat
trainings-reason = Reason
trainings-reason-hint = The person reads it; it stands in the journal.

## Why

trainings-why-awaiting = The association has to agree first.
trainings-why-asked = Seats are given out after { $day }.
trainings-why-position = Place { $position } on the waiting list.
trainings-why-offered = The seat is held until { $until }.
trainings-why-seated = Asked for on { $asked }, and given in the order of asking.
trainings-why-pot = Seat reserved for: { $pot }.
trainings-why-reason = Reason: { $reason }
trainings-why-clash = Attention: this person has a seat in another session at the same time.
trainings-wait-full = Every seat is taken.
trainings-wait-quota = The association holds { $taken } of the { $limit } seats that it may.
trainings-wait-reserved = { $seats ->
    [one] One seat is left, and it is reserved for others for now.
   *[other] { $seats } seats are left, and they are reserved for others for now.
}
trainings-wait-others = { $people ->
    [one] One person waits before for the seat that is left.
   *[other] { $people } people wait before for the seats that are left.
}
trainings-wait-group = There are seats for { $fit } of the { $people } people who want them together.
trainings-wait-allocation = Seats are given out after the closing date.
trainings-wait-next = It is your turn: the offer is on its way.
trainings-wait-begun = The session has begun.
trainings-because-seated = Seat in round { $round }.
trainings-because-none = { $ahead ->
    [0] No seat in round { $round }.
    [one] No seat in round { $round }: one association had its turn before.
   *[other] No seat in round { $round }: { $ahead } associations had their turn before.
}
trainings-because-colleagues = { $colleagues ->
    [one] One colleague stands before in the order of the association.
   *[other] { $colleagues } colleagues stand before in the order of the association.
}
trainings-because-quota = The association has its { $limit } seats; { $colleagues } colleagues stand before in its order.
trainings-because-group = There were seats for { $fit } of the { $people } people of the group, which wanted all or none.
trainings-scarce-seats = Every seat was given.
trainings-scarce-unreserved = Only reserved seats were left.
trainings-settled-enough = There was a seat for each association of this round.
trainings-settled-priority = The priorities of the network decided.
trainings-settled-lot = The published lot decided: place { $place } of { $of }.
trainings-settled-rounds = The rounds before took the last seats.

## What a form may have wrong

trainings-invalid-no-seat = A session has at least one seat.
trainings-invalid-minimum = { $minimum } people cannot come where there are { $capacity } seats.
trainings-invalid-quota-zero = Each association may have at least one seat.
trainings-invalid-nothing-declared = No association has declared this figure: { $figure }.
trainings-invalid-pot-key = Say for whom the seats are reserved.
trainings-invalid-pot-twice = “{ $key }” stands there twice.
trainings-invalid-pot-empty = “{ $key }” has no seat.
trainings-invalid-pots = { $reserved } seats are reserved, and there are { $capacity }.
trainings-invalid-release-missing = Say until when seats are reserved: after that day they are for everybody.
trainings-invalid-release-late = Choose a day before the session begins.
trainings-invalid-closes-early = Choose a day after the opening.
trainings-invalid-closes-late = Registration ends before the session begins.
trainings-invalid-hold = An offer holds for at least one hour.

## Refusals

refused-training-not-open = This session takes no registrations. Nothing is changed.
refused-training-too-many = At most 50 people in one request. Register them in several.
refused-training-not-of-organization = This person does not belong to the association today. Add them to its people first.
refused-training-form = The form was not complete. Load the page again and send it once more; nothing was lost.
refused-training-cancelled = The session is cancelled. Plan another one.
refused-training-course = The session does not go that way. Look at where it stands, then try again.
refused-training-half-day-noted = Who was there on this half-day is noted already: it stays.
refused-training-not-yours = Somebody else decides this: the person, their association or the organizers.
refused-training-not-open-yet = Registration opens on { $day }.
refused-training-closed = Registration closed on { $day }.
refused-training-nobody = Choose at least one person.
refused-training-named-twice = A person stands there twice.
refused-training-registered-already = A person is registered once for a session, also one who belongs to two associations. This person is registered already; nobody new is registered.
refused-training-moved-on = This registration is not there any more. Load the page again.
refused-training-not-from-here = Where the registration stands now ({ $state }), this is not possible any more. Load the page again.
refused-training-begun = The session has begun: seats do not change hands any more.
refused-training-reason = Write the reason: the person reads it.
refused-training-no-room = There is no seat to give. { $why }
refused-training-reserved = This seat is reserved for now: { $pot }.
refused-training-rule-in-use = People have registered: the way in which seats are given stays as it was announced.
done-training-added = The training is a draft. Put it into the catalogue when it is ready.
done-training-session-planned = The session is planned. Announce it when it is ready.
done-training-registered = The registration is recorded. What became of it stands below.
done-training-moved = It is recorded.

## Attendance and certificates

trainings-attendance = Attendance
trainings-attendance-nobody = Nobody has a seat.
trainings-attendance-of = { $name }, { $organization }
trainings-present = there
trainings-absent = not there
trainings-excused = excused
trainings-not-noted = not noted
trainings-noted = { $noted } of { $people } noted, { $present } there.
trainings-all-present = Everybody is there
trainings-kept-none = Everything is noted on the server.
trainings-kept-one = One note is kept on this device until the server has it.
trainings-kept = { $count } notes are kept on this device until the server has them.
trainings-kept-failed = The server did not take the notes. They stay on this device; load the page again when you can.
trainings-conflicts = Two people noted something else. The latest counts; please look again.
trainings-conflict = { $name }, { $day }: { $kept }; before: { $others }
trainings-noted-by = { $mark } ({ $by })
trainings-trainers-title = Trainers of this session
trainings-trainers-who = They note who is there
trainings-no-trainer = Nobody holds the mandate of a trainer in the network today.
certificates-title = Certificate of attendance
certificates-lead = What was issued under this code.
certificates-genuine = This certificate is genuine: it was issued here and has not been changed.
certificates-name = Name
certificates-hours = Attended
certificates-attended = { $attended } of { $of }
certificates-by = Issued by
certificates-issued-on = Issued on
certificates-code = Code
certificates-pdf = Certificate as PDF
certificates-statement = { $network } certifies that { $name } took part in the training below.
certificates-verify = Anybody can verify this certificate at { $address }
certificates-due = Whoever was there long enough gets one ({ $share } of the time). It does not change when names do.
certificates-issue = Issue the certificates that are due
certificates-letter-subject = Your certificate: { $title }
certificates-letter = { $name }, your certificate of attendance for “{ $title }” is here: { $link } – whoever has this address can see it.
refused-training-not-trainer = The trainers of this session and the organizers note who is there. Ask the organizers to name you.
refused-training-no-trainer = Only people who hold the mandate of a trainer in the network lead its sessions.
refused-training-not-over = Certificates are issued after the last half-day.
refused-training-nobody-noted = Note who was there first.
done-attendance-noted = It is noted.
done-certificates-issued = The certificates that were due are issued; each person has been written to.
networks-section-trainings = What members’ staff can learn together, and the seats.

## Badges, records, qualifications
badges-download = Digital badge
badges-hint = The badge is a picture that carries the signed certificate (Open Badges 3.0): it can be verified without us.
badges-token = The signature alone
badges-criteria = Attendance: { $attended } of { $of }.
badges-label = Badge “{ $what }” of { $name }
record-title = My trainings
record-lead = Your certificates and your hours. Nobody else sees this page.
record-empty = You have no certificate yet. It comes here after a training that you attended.
record-caption = Certificates
record-open = See my certificates and hours
certificates-share = Certificate from (in % of the time)
certificates-share-hint = With 50, whoever was there half of the time gets a certificate.
trainings-group-after = After the training
trainings-grant = Qualification
trainings-grant-hint = What the certificate entitles to, for example “First aider at work”. Empty: nothing.
trainings-agreement = Agreement of managers
trainings-agreement-is-on = Managers agree before anybody takes part.
trainings-agreement-is-off = Nobody has to agree before people take part.
qualifications-title = Qualifications
qualifications-none = Nobody has a qualification at the moment.
qualifications-caption = Qualifications of the staff, those that end first at the head
qualifications-validity = Holds
qualifications-for-good = for good
qualifications-for-months = for a number of months
qualifications-for-years = until the end of a year
qualifications-length = Number of months or years
qualifications-announced = End announced (days before)
qualifications-announced-hint = The person then gets a letter.
qualifications-months = { $months ->
    [one] { $name } (one month)
   *[other] { $name } ({ $months } months)
}
qualifications-end-of-year = { $years ->
    [0] { $name } (until the end of the year)
    [one] { $name } (until the end of the next year)
   *[other] { $name } (until the end of the year, { $years } years later)
}
qualifications-until = until { $until }
qualifications-ending = { $days ->
    [0] ends today
    [one] ends tomorrow, { $until }
   *[other] ends on { $until }, in { $days } days
}
qualifications-ended = ended on { $until }
qualifications-renewed = renewed
qualifications-letter-subject = { $qualification }: holds until { $until }
qualifications-letter = { $name }, your qualification “{ $qualification }” holds until { $until }. To keep it, register for one of the next sessions. Your certificates: { $link }
organizations-trainings-text = Qualifications of the staff, and the agreement of managers.
record-of-staff = Trainings of the staff – { $organization }

## Sharing between networks, priorities
trainings-guests = Shared with other networks
trainings-guests-hint = A line for each network with how many seats it has, for example “Interlogement93: 4”. Networks: { $networks }.
trainings-shared-by = Offered by
trainings-shared-with = { $seats ->
    [one] Shared with { $network }: at most one seat ({ $taken } taken)
   *[other] Shared with { $network }: at most { $seats } seats ({ $taken } taken)
}
trainings-from-network = offered by { $network }
trainings-wait-guests = The associations of your network hold { $taken } of the { $limit } seats that are open to it.
trainings-because-guests = Your network has all the seats that are open to it ({ $limit }).
trainings-consequence-guests = Another network holds { $taken } seats and would have { $limit } left.
trainings-invalid-guests = A network with which the session is shared has at least one seat.
trainings-priorities = Priorities
trainings-priorities-lead = Where seats are given out after the close, these associations come first in each round: 1 before 2, those without a priority last. It holds for sessions that are announced from now on.
trainings-priorities-none = No association has a priority: the lot decides.
trainings-priority = Priority
trainings-priority-add = Give a priority
trainings-priority-name-hint = The name of a member, as it is today.
trainings-priority-remove = Take away
trainings-priority-line = Priority { $priority }: { $names }

## Being there
here-title = Say that you are here
here-say = I am here
here-present = You are noted as present for this half-day.
here-early = It is a little early: come back from { $from } on.
here-over = This half-day ended on { $ended }. Ask the trainer to note you.
here-codes = Attendance codes
here-codes-lead = Show the code of the half-day, or hang it at the door: whoever has a seat scans it with their phone, from half an hour before until the end. You see each name on the sheet and can correct it.
here-codes-none = This session was planned before there were codes: note who is there on the sheet.
here-code-of = Attendance code: { $day }
here-code-typed = Or type this code after { $address }/
refused-training-not-seated = You have no seat in this session. If you are here in place of a colleague, ask that their seat is given to you.
done-here = You are noted as present.
trainings-registrations-filter = Filter the registrations
trainings-every-state = of any state
trainings-staff-search = Search a colleague by name
trainings-staff-more = { $people ->
    [one] One colleague is not shown: search by name.
   *[other] { $people } colleagues are not shown: search by name.
}
trainings-cancel-on = Last day to give a seat back
trainings-cancel-on-hint = Afterwards people call you, and you do it for them; a colleague may still come instead. Empty: until the session begins.
trainings-cancel-until = A seat is given back until { $day }; afterwards whoever cannot come calls those who organize, or sends a colleague.
refused-training-too-late = Seats could be given back until { $day }. Nothing has changed: call those who organize, who can still do it, or give the seat to a colleague.
trainings-invalid-cancel-late = Seats are given back before the session begins: choose an earlier day.
