### Signing in, and setting up an association's sign-in.

# Sign-in page
sign-in-title = Sign in
sign-in-lead = Enter your address and we will take you to the right place. There is no password to remember here.
sign-in-address = Your e-mail address
sign-in-address-hint = The one your association knows, for example name@association.example.
sign-in-pick-title = Or choose your association
sign-in-pick-label = Find an association
sign-in-pick-search = Name of the association
sign-in-pick-own = Sign in with the association's account
sign-in-pick-mail = Sign in with a link sent by e-mail
sign-in-pick-none = No association of that name
sign-in-pick-none-advice = Try part of the name, or enter your address above.
sign-in-demo = In this demonstration, choose an association that has its own accounts: you can then take the place of an invented person.
sign-in-mail-instead = { $organization } has no sign-in service of its own. Enter your address and you will receive a link.

# One-time link
sign-in-sent-title = Check your mailbox
sign-in-sent = If this address is known here, a link is on its way. It is valid for { $minutes } minutes and works once.
sign-in-sent-advice-title = Nothing arrives?
sign-in-sent-advice-wait = Wait two minutes, then look in your junk mail.
sign-in-sent-advice-other = Your association may know you under another address: try that one.
sign-in-sent-advice-limit = After { $limit } requests within an hour, you have to wait an hour.
sign-in-sent-again = Try another address
sign-in-link-title = Hello { $name }
sign-in-link = Use the button to sign in. This link works once.
sign-in-link-invitation = You are expected here. Use the button to come in: the invitation works once.
sign-in-link-until = Valid until { $when }.
sign-in-link-action = Sign me in
sign-in-link-not-you = Not you? Close this page and delete the message.

# Refusals
sign-in-refused-title = You could not be signed in
sign-in-refused-at = Signing in with an account of { $organization }
sign-in-refused-code = If it happens again, give this code to your association's administrators: { $code }.
sign-in-refused-again = Try again with { $organization }
sign-in-refused-other = Sign in another way
sign-in-waiting-title = Your request has been passed on
sign-in-waiting = The administrators of { $organization } have to give you access first. They have just been told; if you have an address, you will receive a message.
sign-in-waiting-advice = You can close this page. Come back and sign in once access is given.
sign-in-no-mandate = Your account is recognised, but you hold no current mandate. Ask the administrators of your association or your network to give you one.
sign-in-connection-inactive = This association has no sign-in service in use. Enter your address on the sign-in page and you will receive a link.
sign-in-connection-untested = These settings have not been tried successfully yet. Make a test sign-in, then put them into service.
sign-in-identity-taken = This account already belongs to another person here. Check which account you signed in with.
sign-in-session-ended = Your session ended in the meantime. Sign in, then start again.
sign-in-approval-refused = Your association's administrators have turned down your request for access. Please get in touch with them.
sign-in-domain-taken = Another association has already proved that this domain is its own. If that is a mistake, write to the network's administrators.
sign-in-domain-claimed = This domain is already in your list.
sign-in-domain-record-missing = The TXT record was not found. A change of DNS can take a few hours to show: try again later.
sign-in-network-needed = There are several networks: say which one.

# What the protocol refuses
oidc-provider-silent = Your association's sign-in service does not answer. Try again in a few minutes; if it stays silent, tell your association.
oidc-provider-wrong = Your association's sign-in service does not answer as it should. Tell your association's administrators: a setting needs attention.
oidc-provider-error = Your association's sign-in service ended the sign-in, perhaps because it was cancelled. Start again.
oidc-token-refused = Your association's sign-in service did not confirm your sign-in. Start again; if it happens again, tell your association's administrators.
oidc-other-browser = This answer does not belong to a sign-in begun in this browser, or it has already been used. Start again from the beginning, in this browser.
oidc-other-issuer = The answer received was meant for another service or came from another one. It is refused for safety. Start again from the beginning.
oidc-connection-changed = Your association's sign-in settings have changed in the meantime. Start again.
oidc-signature = The answer received is not signed as it should be. It is refused for safety. Start again; if it happens again, tell your association's administrators.
oidc-clock = The answer received is too old, or the clock of the sign-in service is wrong. Start again; if it happens again, tell your association's administrators.
oidc-attempt-expired = The sign-in took too long. Start again from the beginning.
oidc-logout = The request to sign out is not valid.

# Signing out
sign-out-title = You are signed out here
sign-out-provider = You may still be signed in at { $organization }. On a shared device, sign out there as well.
sign-out-provider-action = Sign out of { $organization }
sign-out-home = Back to the home page

# My account
account-title = My account
account-lead = Your mandates, your devices and the way you sign in.
account-mandates = My mandates
account-mandates-caption = Current mandates
account-role = Role
account-place = Where
account-period = Period
account-period-open = since { $from }
account-period-until = from { $from } to { $until }
account-identities = My sign-in accounts
account-identities-none = You sign in with a link sent to your e-mail address.
account-identities-caption = Attached accounts
account-identity = Account of
account-identity-address = Address of the account
account-used = Last used
account-link-title = Attach your { $organization } account
account-link = You can then sign in with the account your association gave you.
account-link-action = Attach this account
account-sessions = My devices
account-sessions-caption = Open sessions
account-device = Device
account-opened = Signed in since
account-seen = Last seen
account-method-oidc = with the association's account
account-method-link = with a link
account-method-passkey = with a passkey
account-this-device = this device
account-device-unknown = Unknown device
account-end-session = Sign out
account-end-others = Sign out all other devices
account-language = My language
account-language-hint = Pages and messages will be written to you in this language.
account-email = E-mail address
account-no-email = no address known
account-connection = Sign-in of { $organization }
done-session-ended = The device is signed out.
done-identity-linked = The account is attached: use it from your next sign-in on.

# Passkeys
sign-in-passkey = Sign in with a passkey
sign-in-passkey-refused = The passkey was not accepted. Try again, or sign in another way.
account-passkeys = My passkeys
account-passkeys-text = A passkey signs you in with your device's fingerprint, face or code, without waiting for an e-mail.
account-passkey = Made on
account-passkey-since = Since
account-passkey-add = Add a passkey on this device
done-passkey-registered = The passkey is registered.
done-passkey-removed = The passkey is removed.

# An association's sign-in
connection-title = Sign-in
connection-lead = Your people sign in here with the account that { $organization } gave them, through OpenID Connect.
connection-none = Not set up yet
connection-draft = To be tested
connection-tested = Tested, ready
connection-active = In service
connection-disabled = Stopped
connection-steps-title = Where you are
connection-step-settings = Settings
connection-step-domains = Domains confirmed
connection-step-test = Test succeeded
connection-step-active = In service
connection-step-done = done
connection-step-now = to do
connection-step-later = next
connection-register-title = To register at your provider
connection-redirect-uri = Return address
connection-signed-out-uri = Return address after signing out
connection-logout-uri = Back-channel logout address
connection-direct-address = Direct address for your people
connection-settings = Settings
connection-issuer = Issuer
connection-issuer-hint = The exact address given by your provider, for example https://login.association.example.
connection-client-id = Client ID
connection-client-secret = Client secret
connection-client-secret-hint = Given by your provider together with the ID. It is never shown again.
connection-client-secret-kept = A secret is stored. Leave this empty to keep it; it must be given again if the issuer changes.
connection-client-authentication = How the secret is sent
connection-authentication-basic = In the header (client_secret_basic)
connection-authentication-basic-detail = The usual choice.
connection-authentication-post = In the body of the request (client_secret_post)
connection-authentication-none = No secret, public client
connection-pkce = Protect the code with PKCE
connection-pkce-hint = Leave this ticked unless your provider refuses the parameter.
connection-pkce-needed = Without a secret, PKCE is needed: tick this box.
connection-scopes = Scopes asked for
connection-scopes-hint = Separated by spaces; openid is always asked for.
connection-unknown-person = When your provider knows someone and we do not
connection-unknown-refuse = Refuse them
connection-unknown-refuse-detail = They learn that they need an invitation.
connection-unknown-ask = Ask your administrators
connection-unknown-ask-detail = They wait; you receive a message.
connection-unknown-create = Take them in as staff
connection-unknown-create-detail = Only with a verified address of one of your confirmed domains.
connection-rules = Roles given by your provider
connection-rules-hint = At each sign-in, whoever has this value in this claim has this role; whoever no longer has it loses it. The role of legal representative cannot be given this way.
connection-rule-claim = Claim, line { $line }
connection-rule-value = Value, line { $line }
connection-rule-role = Role, line { $line }
connection-rule-no-role = No rule
connection-rules-error = Complete each line you began: a claim, a value and a role.
connection-save-warning = Changing the settings stops this sign-in until the next successful test, and ends the sessions it opened, except yours.
connection-test-title = Test sign-in
connection-test = Sign in at your provider with your own account. Nothing changes: we show what was received and what would follow.
connection-test-action = Make a test
connection-test-at = Last test on { $when }
connection-test-good = The test succeeded: these settings can be put into service.
connection-test-bad = The test did not succeed
connection-test-detail = For whoever runs the provider: { $detail } ({ $code })
connection-test-outcome = What would happen
connection-test-roles = Roles that follow
connection-test-no-role = none
connection-test-claims = What was received
connection-test-claim = Claim
connection-test-value = Value
connection-outcome-welcome = This person is known and would come in.
connection-outcome-create = They would be taken in as staff.
connection-outcome-wait = They would wait for your approval.
connection-outcome-unknown = They would be refused because they are not known.
connection-outcome-foreign = They would be refused: their address is not of one of your confirmed domains.
connection-outcome-moved = They would be refused: their address moved to another domain.
connection-outcome-unverified = They would be refused: your provider does not say that their address is verified.
connection-activate = Put into service
connection-activate-text = The test succeeded. From now on your people will sign in this way.
connection-disable = Stop this sign-in
connection-disable-text = If you stop it, the sessions it opened end, except yours, and your people will receive links by e-mail.
connection-domains = Mail domains
connection-domains-lead = An address of these domains leads to your provider, and only your provider may bring one in.
connection-domains-none = No domain
connection-domains-none-text = Add the domain of your association's addresses. Public mail services, such as orange.fr, cannot be reserved.
connection-domain = Domain
connection-domain-hint = What follows @ in your addresses, for example association.example.
connection-domain-state = Status
connection-domain-by-dns = confirmed by DNS
connection-domain-by-network = confirmed by the network
connection-domain-open = to be confirmed
connection-domain-record = TXT record to publish
connection-domain-check = Check
connection-domain-remove = Remove
connection-domain-add = Add a domain
connection-domain-other-way = You cannot change the DNS? Your network's administrators can confirm the domain.
connection-approvals = Requests for access
connection-approvals-lead = These people signed in with an account of { $organization } and wait for your approval.
connection-approvals-none = Nobody is waiting
connection-approvals-none-text = Requests will appear here, and you will receive a message.
connection-approvals-count = { $count ->
    [0] No request for access
    [one] { $count } request for access
   *[other] { $count } requests for access
}
connection-approval-since = Since
connection-approval-grant = Give access
connection-approval-refuse = Refuse
done-connection-saved = The settings are saved.
done-connection-active = This sign-in is in service.
done-connection-disabled = This sign-in is stopped.
done-domain-claimed = The domain is added. It has yet to be confirmed.
done-domain-verified = The domain is confirmed.
done-domain-removed = The domain is removed.
done-approval-granted = Access is given. The person comes in at their next sign-in.
done-approval-refused = The request is refused.

# Rescue by the network
rescue-title = Rescue
rescue-lead = When the sign-in of { $organization } is broken, you can confirm a domain or let a person in. Everything is written in the journal, and the person is told.
rescue-people = Let a person in
rescue-people-none = Nobody holds a mandate here
rescue-people-none-text = First give a mandate to a person of this association.
rescue-send = Send a link
rescue-show = Show a link
rescue-no-address = no address
rescue-vouch = Confirm in the network's name
rescue-link-title = Link to hand to { $name }
rescue-link-text = It works once, within 24 hours. Hand it to the person themselves: it is never shown again.
rescue-link-address = Address to open
rescue-back = Back to rescue
done-rescue-sent = The link is sent.
done-domain-vouched = The domain is confirmed in the network's name.

# Letters
sign-in-letter-link-subject = Your sign-in link
sign-in-letter-link-body =
    Hello { $name },

    Here is the link you asked for to sign in. It is valid for { $minutes } minutes and works once.

    { $link }

    You did not ask for anything? Delete this message: without this link nobody can come in as you.
sign-in-letter-invitation-subject = { $organization } invites you
sign-in-letter-invitation-body =
    Hello { $name },

    { $organization } invites you to join its space. Open this link to come in. It is valid for { $days } days and works once.

    { $link }

    After that you can sign in with this address.
sign-in-letter-approval-subject = A request for access for { $organization }
sign-in-letter-approval-body =
    Hello { $name },

    { $person } signed in with an account of { $organization } and waits for your approval. Sign in and open your association's requests for access.
sign-in-letter-granted-subject = Your access through { $organization } is open
sign-in-letter-granted-body =
    Hello { $name },

    The administrators of { $organization } have given you access. Sign in here:

    { $link }
sign-in-letter-rescue-subject = A rescue link was made for you
sign-in-letter-rescue-body =
    Hello { $name },

    { $by }, who administers your network, made this link so that you can come in. It is valid for 24 hours and works once.

    { $link }

    If you did not expect this, tell your association.
sign-in-letter-rescue-notice-body =
    Hello { $name },

    { $by }, who administers your network, made a rescue link in your name, to hand it to you in person. It works once, within 24 hours.

    If you did not expect this, tell your association.
