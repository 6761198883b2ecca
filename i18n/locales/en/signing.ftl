### The minutes read, signed, approved.

# Steps
signing = Reading, signing, approval
signing-lead = The chair and the secretary of the session read the minutes and sign them. The next assembly approves them.
signing-state = Status
signing-draft = Draft
signing-presented = To be read
signing-read = Read
signing-signed = Signed
signing-approved = Approved
signing-step-draft = Write
signing-step-presented = Give to be read
signing-step-read = Read
signing-step-signed = Sign
signing-step-approved = Approve
signing-done = done
signing-now = now
signing-later = later
signing-version-state = { $state }, version { $version }
signing-draft-state = Draft, version { $version }: neither read nor signed

# What is missing
signing-next = What remains to be done
signing-missing-end = The session has to be closed.
signing-missing-names = The chair and the secretary of the session have to be named.
signing-missing-presentation = Version { $version } can be given to be read.
signing-missing-reading-chair = The chair of the session ({ $name }) has to read version { $version }.
signing-missing-reading-secretary = The secretary of the session ({ $name }) has to read version { $version }.
signing-missing-signature-chair = The chair of the session ({ $name }) has to sign version { $version }.
signing-missing-signature-secretary = The secretary of the session ({ $name }) has to sign version { $version }.
signing-missing-approval = A later assembly has to approve them: put this item on its agenda.
signing-awaited = The item is on the agenda of an assembly: { $title }. Until then nothing changes.
signing-approved-by = Approved by an assembly: { $title }, on { $time }.

# Naming
signing-names = Chair and secretary of the session
signing-names-hint = Those who came to the assembly, and those who hold a mandate in the network.
signing-names-warning = Other names take the version back to a draft: it will have to be read and signed again.
signing-choose = Choose
signing-not-named = To be named

# Giving to be read
signing-present = Give version { $version } to be read
signing-present-text = Its text then stands. Any correction takes it back to a draft, and what was read and signed is void.

# Reading
signing-declare-read = I have read version { $version }
signing-declare-read-text = Read the minutes to the end before you declare it. Your declaration is kept in the journal.
signing-see = Read the minutes

# Signing
signing-sign = Sign
signing-sign-passkey = Sign with my passkey
signing-sign-passkey-text = Your device will ask for your finger, your face or your code. What is signed is the fingerprint of this text; anyone can verify it, without this server.
signing-passkey-refused = Nothing was signed, and nothing has changed: try again, or sign by your session.
signing-passkey-none = You have no passkey that can sign. Add one to your account: it is the safer way.
signing-passkey-nowhere = Passkeys cannot be used at this address.
signing-account = Add a passkey
signing-session = Sign by my session
signing-session-text = Signed in as { $name }, { $method }. Weaker than a passkey: only the journal bears witness to it, and the minutes will say so.
signing-session-confirm = I sign version { $version } as: { $office }
signing-confirm-missing = Tick the box to sign. Nothing was signed.

# Who did what
signing-acts = Readings and signatures
signing-acts-none = Nobody has read or signed this version yet.
signing-voided = Void since a correction
signing-column-who = Who
signing-column-office = As
signing-column-act = What
signing-column-when = When
signing-column-how = How
signing-act-read = Read version { $version }
signing-act-signed = Signed version { $version }
signing-how-passkey = Passkey, on { $site }
signing-how-session = Session opened { $method }, on { $time }
signing-how-declared = Declaration
signing-void-since = { $what } (void since { $time })

# Fingerprint
signing-hash = Fingerprint of the text (SHA-256)
signing-check = What these signatures are worth
signing-check-text = A signature by passkey can be verified offline, with the bundle: it shows that this person’s device, which recognised them, signed this fingerprint. The device shows only the name of the site: it is this page that says what is signed. A signature by session rests on the journal of the server.

# Approval
approval = Approve minutes
approval-lead = The item is added at the end of the agenda. If the assembly adopts it, the minutes are approved at the moment the vote is closed.
approval-minutes = Minutes to approve
approval-minutes-choice = { $title }, { $date } (version { $version })
approval-add = Add to the agenda
approval-none-title = No minutes to approve
approval-none = Minutes can be approved once the chair and the secretary of the session have signed them.
approval-link = Approve minutes
approval-item-title = Approval of the minutes of { $date }
approval-item-text = The assembly approves the minutes of the assembly “{ $title }” of { $date }, in version { $version }, whose fingerprint is { $hash }.

# Messages
done-minutes-named = The chair and the secretary of the session are named.
done-minutes-presented = The version is given to be read.
done-minutes-read = Your reading is recorded.
done-minutes-signed = Your signature is recorded.
done-approval-added = The approval of the minutes is on the agenda.

# Refusals
refused-minutes-not-over = The session is not closed: the minutes cannot be given to be read yet. Close the session first.
refused-minutes-not-named = Name the chair and the secretary of the session first. Nothing has changed.
refused-minutes-same-person = The chair and the secretary of the session are two persons. Choose another for one of them.
refused-minutes-already-presented = A version has been given to be read already. Nothing has changed.
refused-minutes-nothing-presented = No version stands to be read: the text may have been corrected. Load the page again.
refused-minutes-other-version = The text has changed since you opened the page. Nothing was recorded: read the version that stands now.
refused-minutes-not-yours = Only the chair and the secretary of the session read and sign, each for themselves.
refused-minutes-already-read = You have declared your reading already. It is recorded.
refused-minutes-not-read = The chair and the secretary must both have read this version first.
refused-minutes-already-signed = You have signed this version already. Your signature is recorded.
refused-minutes-not-signed = These minutes are not signed by both: they cannot be approved yet.
refused-minutes-awaited = These minutes are on the agenda of an assembly: they do not change before it has decided. Nothing has changed.
refused-minutes-approved = These minutes are approved: they do not change any more.
refused-minutes-signature = The signature does not fit this text: it is not recorded. Load the page again and try once more.
refused-no-signing-passkey = You have no passkey that can sign at this address. Sign by your session, or add a passkey to your account.
refused-approval-item = This item approves minutes: it is not rewritten. Take it off the agenda, then add it again.

# Journal
journal-minutes-offices-named = Chair and secretary of the session named
journal-minutes-presented = Minutes given to be read
journal-minutes-read = Minutes read
journal-minutes-signed = Minutes signed
journal-minutes-approved = Minutes approved

# trame verify
verify-minutes = Minutes, version { $version }: the text has the fingerprint that was read and signed.
verify-minutes-missing = The text of the minutes is missing in this bundle.
verify-minutes-other-hash = The text of the minutes does not have the fingerprint that was read and signed: it was altered.
verify-minutes-unreadable = The text of the minutes is not the one of this assembly and version.
verify-minutes-other-journal = The minutes name a line of the journal that has another fingerprint in this bundle.
verify-minutes-unsigned = The minutes are told to be approved, without two valid signatures.
verify-signature-passkey = Signed by { $name } ({ $office }), passkey, on { $site }: the signature holds.
verify-signature-session = Signed by { $name } ({ $office }) by a session: only the journal bears witness.
verify-signature-bad = Signature of { $name } ({ $office }): it is worth nothing ({ $why }).
verify-minutes-approved = Approved by an assembly: { $title }

# What awaits
home-signing-title = You have minutes to sign
home-reading-title = You have minutes to read
