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
minutes-vote-times = Vote ({ $opened } – { $closed }). { $quorum }
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
