### What a rule prevents: the reason, and what to do.

# Memberships
refused-step-not-from-here = This step does not follow from where the membership stands now. Open its page again to see which steps are possible.
refused-step-decision-missing = Name the decision behind this step: which body decided, and when.
refused-step-before-previous = The previous step is dated { $previous }. Choose that date or a later one.

# Mandates
refused-mandate-wrong-holder = This role is not held here. Choose a network role for the network, or an association role for the association.
refused-mandate-dates = The mandate would end before it begins. Correct one of the two dates.

# Proxies
refused-proxy-giver-not-on-roll = This association is not on the assembly's roll, so it cannot give a proxy.
refused-proxy-holder-not-on-roll = The association you chose is not on the assembly's roll. Choose another one.
refused-proxy-to-itself = An association cannot give a proxy to itself. Choose another one.
refused-proxy-giver-present = This association is present, so it votes itself. It can give a proxy if it leaves the session.
refused-proxy-already-given = This association has already given its proxy. To give it to another, take it back first.
refused-proxy-chain = A proxy is not passed on: whoever holds one cannot give their own, and whoever gave theirs cannot receive one. Choose another association.
refused-proxy-too-many = { $limit ->
    [0] The statutes allow no proxies in this assembly.
    [1] The association you chose already holds one proxy, the most allowed. Choose another one.
   *[other] The association you chose already holds { $limit } proxies, the most allowed. Choose another one.
}
refused-proxy-other-college = The association you chose is in another college. Choose an association of the same college.

# Voting
refused-cast-closed = The vote is closed, so your choice was not counted. The result is shown in the session.
refused-cast-not-on-roll = This association is not on the assembly's roll, so it has no voice. If in doubt, speak to the chair.
refused-cast-not-yours = You do not represent this association and you do not hold its proxy. Vote for your own.
refused-cast-given-away = Your association gave its proxy to another. To vote yourself, tap “I am here”: the proxy then ends.
refused-cast-not-here = Your arrival is not recorded yet. Tap “I am here”, then vote.

# Course of an assembly
refused-course-not-now = This is not possible at this stage of the assembly. Open the page again to see where it stands.
refused-course-agenda-empty = The agenda is empty. Add at least one item, then convene.
refused-course-roll-empty = The roll is empty: nobody could vote. Check the memberships and the colleges.
refused-course-notice = { $days ->
    [0] The convocation would be sent too late: the rules ask for { $required } days. The earliest possible date is { $earliest }.
    [1] The convocation would leave one day, and the rules ask for { $required }. The earliest possible date is { $earliest }.
   *[other] The convocation would leave { $days } days, and the rules ask for { $required }. The earliest possible date is { $earliest }.
}
refused-course-no-quorum = The quorum is not reached, so the vote cannot open. { $parts }
refused-course-poll-open = A vote is open. Close it first.
refused-course-already-voted = This motion has already been put to the vote, and a vote is not held twice. The result is in the session.
refused-course-not-a-motion = This item is for information: nothing is put to the vote. Choose a motion.

# Rules and domains
refused-weight-rule = The brackets must begin at 0 and ascend, each only once. Correct them.
refused-domain-form = This is not a domain name. Write, for example, association.example.
refused-domain-consumer = This domain belongs to a public mail service, so no association can claim it. Invite people one by one instead.

# Sign-in
refused-admission-foreign-domain = Your address is not in a confirmed domain of this association. Ask the association's administrator for an invitation.
refused-admission-address-moved = Your address has moved to another domain since you last signed in. To be safe, ask your association's administrator to confirm it.
refused-admission-unverified = Your association's sign-in service has not confirmed your address. Confirm it with that service, then try again.
refused-admission-unknown = Your association has not given you access here yet. Ask it for an invitation.
refused-protocol = The sign-in did not succeed. Start again; if it happens once more, give your association's administrator this code: { $code }.
refused-link-expired = This link is no longer valid: it has been used or has expired. Ask for a new one.
refused-otherwise = A rule stands against this. Open the page again to see where things stand, then try again.
refused-step-in-the-future = This date lies in the future. Record the decision on the day it takes effect.
refused-already-member = This association already belongs to the network, or has already asked to join. Open its page.
refused-organization-applies-itself = This number belongs to an association that is already on this server. It has to ask to join the network itself, from its page “Networks”.
refused-site-closed-before-opened = The site would close before it opened. Correct the date.
refused-last-administrator = This is the last person who administers the network. Give this mandate to someone else first.
refused-person-also-elsewhere = This person also holds a mandate elsewhere: the address opens other doors. They can correct their details themselves, in “My account”.
refused-mandate-already-held = This person already holds this role at these dates. Choose another role or other dates.
refused-college-in-use = Members are in this college, or voted in it: it cannot disappear. Put the members into another one first.
refused-floor-not-in-session = The session is not open: the floor can only be asked for in session.
refused-floor-list-closed = The chair has closed the list on this item. A point of order remains possible.
refused-floor-already-asked = You are already on the list.
refused-floor-not-waiting = This request no longer waits, or nobody is waiting. Look at the list, then try again.
refused-floor-nobody-speaks = This speech is already over. Look at the list, then try again.
