### The minutes.

# Document
minutes-of = Minutes: { $kind }
minutes-page = Page { "{" }n{ "}" } of { "{" }m{ "}" }
minutes-pdf = PDF ({ $language })
minutes-written-in = The secretary's own words are written in this language: { $language }. The rest is in yours.
minutes-opened = Session opened
minutes-attendance = Attendance
minutes-nobody = No arrival is recorded.
attendance-room = In the room
attendance-remote = Remotely
column-representative = Represented by
column-arrived = Arrived
column-left = Left
proxy-ended-column = End of the proxy
proxy-ended = { $time } (taken back)
proxy-ended-arrival = { $time } (the association arrived)
minutes-deliberations = Deliberations
minutes-not-voted = This motion was not put to the vote.
minutes-who = { $choice }: { $names }.
minutes-closed-at = The session closed at { $time }.
minutes-roll = Annex: roll
minutes-journal = Verification
minutes-journal-text = These minutes were produced after line { $sequence } of the journal, whose fingerprint is { $hash }. If the journal ever shows another fingerprint on that line, it has been altered since.
minutes-signature-chair = Chair
minutes-signature-secretary = Secretary

# Writing
minutes-edit = Complete the minutes
minutes-edit-lead = Attendance, proxies, votes and their results are already there. Write what was said; an empty line separates two paragraphs.
minutes-language = Language you write in
minutes-opening = Opening
minutes-note = Discussion of item { $number }: { $title }
minutes-closing = Closing
minutes-amendment = Proposed by: { $names }. { $state }.
minutes-amendment-before = Text before:
minutes-amendment-after = Proposed text:
minutes-text-voted = Text put to the vote

# Complete
minutes-movements = Arrivals and departures, minute by minute
minutes-movement-time = Time
minutes-movement = Movement
minutes-movement-arrived = Arrival: { $person } ({ $organization })
minutes-movement-left = Departure: { $person } ({ $organization })
minutes-movement-present = Present
minutes-movement-represented = Represented
minutes-movement-voices = Voices
minutes-until-the-end = until the end
minutes-quorum = Quorum of this decision
minutes-quorum-moment = Moment
minutes-quorum-count = Count
minutes-quorum-opening = Opening, { $time }
minutes-quorum-close = Close, { $time }
minutes-vote-opened = Vote opened at { $opened }, closed at { $closed }.
minutes-vote-still-open = Vote opened at { $opened }.
minutes-without-vote = Associations without a vote
minutes-why = Why
minutes-annexes = Annexes
minutes-annex-line = { $name } ({ $kilobytes } KB). Item { $item }. SHA-256: { $hash }
minutes-annexes-none = No document is annexed.
minutes-signatures = Signatures
minutes-signatures-text = Version { $version }, fingerprint of the text (SHA-256): { $hash }. The bundle of the assembly holds this text and these signatures; the command “trame verify” checks them without a server.
minutes-translation = Translation. The text that is read and signed is in this language: { $language }.
