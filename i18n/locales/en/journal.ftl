### The journal: what happened, and what it proves.

journal-assembly-drafted = Assembly drafted
journal-assembly-changed = Assembly in preparation changed
journal-agenda-item-added = Item added to the agenda
journal-agenda-item-changed = Item of the agenda changed
journal-agenda-item-moved = Item of the agenda moved
journal-agenda-item-removed = Item removed from the agenda
journal-document-added = Document added
journal-assembly-convened = Assembly convened
journal-arrival = Arrival
journal-departure = Departure
journal-proxy-given = Proxy given
journal-proxy-revoked = Proxy taken back
journal-session-opened-by-chair = Session opened
journal-session-closed = Session closed
journal-poll-opened = Vote opened
journal-vote-cast = Vote recorded
journal-poll-closed = Vote closed
journal-minutes-saved = Minutes completed
journal-break-glass = Rescue link created
journal-domain-verified = Mail domain confirmed
journal-domain-claimed = Mail domain added
journal-domain-removed = Mail domain removed
journal-invitation-sent = Invitation sent
journal-lead = { $count ->
    [0] Nothing is written yet.
    [one] One line, in the order in which things happened.
   *[other] { $count } lines, the latest first.
}
journal-verify = Verify now
journal-whole = { $count ->
    [0] The journal is intact: it is empty.
    [one] The journal is intact: its only line is right.
   *[other] The journal is intact: its { $count } lines follow one another.
}
journal-head = Fingerprint of the last line, to note down and compare later:
journal-broken = The journal is no longer intact
journal-missing = Line { $line } is missing, or lines were reordered.
journal-altered = Line { $line } was altered, or a line before it was.
journal-truncated = The last lines are missing: the journal ends at line { $found } instead of { $expected }.
journal-proof-title = What the journal proves
journal-proof = Each line carries a fingerprint made from its content and from the fingerprint of the line before. Whoever alters, removes or moves a line changes every fingerprint after it: verification shows it.
journal-proof-limit = Whoever holds the server could rewrite the whole journal. That is why all minutes carry the fingerprint of their moment: keep it, and compare. Numbers run through the whole server; this page shows only the lines of your network.
journal-proof-command = On the server, the same verification is done by the command
journal-empty-title = No line
journal-empty = Decisions, memberships and votes will be written here by themselves.
journal-line = Line
journal-what = What happened
journal-who = Who
journal-system = The server
journal-hash = Fingerprint:
journal-details-of = Line { $line } in full
journal-network-created = Network created
journal-network-edited = Presentation of the network changed
journal-rules-changed = Rules for assemblies changed
journal-college-saved = College saved
journal-college-removed = College removed
journal-college-assigned = Association put into a college
journal-organization-created = Association record created
journal-organization-edited = Identity of an association changed
journal-organization-named = New name of an association
journal-organization-name-corrected = Past name of an association corrected
journal-site-opened = Site added
journal-site-closed = Site closed
journal-figure-declared = Figure declared
journal-membership-step = Step of a membership
journal-person-added = Person added
journal-person-edited = Details of a person corrected
journal-mandate-given = Mandate given
journal-mandate-ended = Mandate ended
journal-sessions-ended = Sessions ended
journal-motion-written = Text of a motion written
journal-motion-submitted = Motion handed in
journal-motion-withdrawn = Motion withdrawn
journal-motion-supported = Support recorded
journal-motion-ruled = Admissibility decided
journal-motion-deadlines-set = Deadlines set
journal-motion-translated = Translation brought up to date
journal-motion-text-amended = Text of a motion amended
journal-amendment-drafted = Amendment written
journal-amendment-submitted = Amendment handed in
journal-amendment-withdrawn = Amendment withdrawn
journal-amendments-ordered = Order of the vote set
journal-candidacy-proposed = Candidacy recorded
journal-candidacy-consented = Candidate consents
journal-candidacy-withdrawn = Candidacy withdrawn
journal-election-opened = Election opened
journal-election-closed = Election closed, with its ballots
