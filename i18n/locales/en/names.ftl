### The names of what the domain tells apart, for labels and lists.

membership-status-applied = Application pending
membership-status-admitted = Member
membership-status-suspended = Suspended
membership-status-left = Left
membership-status-excluded = Excluded

membership-step-apply = Apply to join
membership-step-admit = Admit
membership-step-suspend = Suspend
membership-step-reinstate = Lift the suspension
membership-step-leave = Leave the network
membership-step-exclude = Exclude or refuse

legal-form-association-1901 = French association (law of 1901)
legal-form-association-alsace-moselle = Association of Alsace-Moselle
legal-form-foundation = Foundation
legal-form-asbl = ASBL (Belgian non-profit)
legal-form-vzw = VZW (Belgian non-profit)
legal-form-aisbl = AISBL (international non-profit)
legal-form-cooperative = Cooperative
legal-form-public-body = Public body
legal-form-company = Company
legal-form-informal = Group without legal personality
legal-form-other = Other form

figure-employees = staff in full-time equivalents
figure-members = number of individual members
figure-places = number of places of shelter or housing

assembly-kind-ordinary = Ordinary general assembly
assembly-kind-extraordinary = Extraordinary general assembly

assembly-state-draft = In preparation
assembly-state-convened = Convened
assembly-state-open = In session
assembly-state-closed = Closed

venue-room = On site
venue-remote = Remote
venue-hybrid = On site and remote

item-kind-information = Information
item-kind-motion = Motion
item-kind-election = Election of persons

choice-for = For
choice-against = Against
choice-abstain = Abstention
choice-blank = Blank

poll-state-open = Vote open
poll-state-closed = Vote closed

register-rna = RNA number
register-siren = SIREN number
register-siret = SIRET number
register-enterprise-number = Enterprise number (Belgium)

unknown-person-refuse = Refuse and say whom to ask
unknown-person-ask-approval = Ask the association's administrator to approve
unknown-person-create-staff = Take in as staff

connection-state-draft = In preparation
connection-state-tested = Tested successfully
connection-state-active = Active
connection-state-disabled = Switched off

unit-heads = One voice per association
unit-weight = By number of voices

counting-present = Attendance only
counting-present-and-represented = Attendance and proxies
counting-voting = Votes handed in

majority-base-expressed = Voices expressed (for and against)
majority-base-cast = Voices cast, abstentions included
majority-base-present = Voices present or represented
majority-base-entitled = The whole roll

comparison-at-least = At least
comparison-more-than = More than

motion-state-draft = Draft
motion-state-submitted = Handed in
motion-state-admissible = Admissible
motion-state-refused = Not admissible
motion-state-voting = Being voted on
motion-state-adopted = Adopted
motion-state-rejected = Not adopted
motion-state-withdrawn = Withdrawn
motion-state-superseded = Without object
change-replace = change the paragraph
change-delete = strike out the paragraph
change-insert = add a paragraph after it
without-object-paragraph-gone = The paragraph was struck out.
without-object-overlap = What was adopted changes the same words.
without-object-already-so = The text says so already.
