### The members of a network and their memberships.

memberships-title = Member associations
memberships-lead = { $count ->
    [0] No association matches, { $network }.
    [one] One association, { $network }.
   *[other] { $count } associations, { $network }.
}
memberships-kicker = Member association
memberships-caption = The associations, in alphabetical order
memberships-organization = Association
memberships-short-name = Acronym or usual name
memberships-college = College
memberships-since = Since
memberships-network = Network
memberships-membership = Membership
memberships-search = Name of the association
memberships-filter = Filter the associations
memberships-all-colleges = All colleges
memberships-no-college = No college
memberships-current = Current members
memberships-everyone = All, former ones too
memberships-csv = Download the table
memberships-file = members
memberships-empty-title = No association yet
memberships-empty = As soon as an association is added or applies, it appears here with its status.
memberships-status-applied = Applicant
memberships-status-admitted = Member
memberships-status-suspended = Suspended
memberships-status-left = Left
memberships-status-excluded = Excluded
memberships-step-apply = Application
memberships-step-admit = Admission
memberships-step-suspend = Suspension
memberships-step-reinstate = End of the suspension
memberships-step-leave = Departure, at the association's request
memberships-step-exclude = Exclusion, or refusal of the application
memberships-needs-decision = Rests on a decision of the network.
memberships-decide = Membership and college
memberships-next-step = Record a decision
memberships-which-step = What happened?
memberships-step-on = Date of effect
memberships-decision = Decision
memberships-decision-hint = The body and the date, for example: board meeting of 3 March 2026, item 4.
memberships-take-step = Record the decision
memberships-college-hint = The college gives the number of votes. Electoral rolls that are already frozen do not change.
memberships-college-later = To be decided later
memberships-history = History of the membership
memberships-carries = { $organization } carries the network { $carried }, which is thus a member of { $network }.
memberships-elsewhere = In other networks
memberships-elsewhere-text = The same association, with the same record, is also a member of:
memberships-add = Add an association
memberships-add-lead = It comes in as an applicant. You then record the decision to admit it.
memberships-add-submit = Add the application
memberships-applied-on = Date of the application
done-member-added = The association is an applicant. Now record the decision to admit it.
done-member-known = This association was already known here: its record was kept, and it is now an applicant.
done-member-applied = The application is sent. The network will record its decision.
done-saved-unusual = Saved. One of the numbers has a rare form: compare it with your document once more.
done-mandate-given = The mandate is given.
done-mandate-ended = The mandate is ended.
