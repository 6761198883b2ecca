### The sections of a network.

section-overview = Overview
section-members = Members
section-assemblies = Assemblies
section-journal = Journal
section-settings = Settings
networks-kicker = Network
networks-sections = Sections
networks-section-members = Who belongs to the network, since when and in which college.
networks-section-assemblies = The general assemblies: convocations, votes, minutes.
networks-section-people = Who holds which mandate, and until when.
networks-section-journal = Everything that happened, and the proof that nothing was altered.
networks-section-settings = The presentation, the colleges and the rules for assemblies.
networks-next-assembly = Next assembly
networks-no-assembly = No assembly is convened.
networks-assembly-open = In session
networks-assembly-convened = Convened
networks-admitted = Members
networks-suspended = Suspended
networks-applied = Applicants
networks-belonging = Belonging
networks-belongs-to = { $network } is a member of { $other }, through { $through }.
networks-belongs-to-itself = { $network } is a member of { $other }.
networks-presentation = Presentation
networks-presentation-text = Name and description in each language, main language, time zone.
networks-name-in = Name ({ $language })
networks-description-in = Description ({ $language })
networks-main-language = Main language
networks-main-language-hint = Used where a text is missing in another language.
networks-time-zone = Time zone
networks-colleges = Colleges
networks-colleges-text = A college brings members together and gives them their votes. A change does not touch electoral rolls that are already frozen.
networks-no-colleges-title = No college
networks-no-colleges = Without a college nobody has a vote. Add one: one vote for each member, for example.
networks-add-college = Add a college
networks-edit-college = Edit a college
networks-remove-college = Remove this college
networks-remove-college-text = Possible only where no member is in it and nobody ever voted in it.
networks-weight = Votes
networks-voices = Votes of each member
networks-rule = How are votes counted?
networks-rule-fixed = The same number for each member
networks-rule-fixed-detail = For example one vote each.
networks-rule-brackets = By a declared figure
networks-rule-brackets-detail = For example one vote from 0 to 49 places, two from 50.
networks-brackets-hint = The first bracket begins at 0, the next ones ascend. Empty lines do not count.
networks-bracket-from = Bracket { $line }, from
networks-bracket-weight = Bracket { $line }, votes
networks-weight-fixed = { $count ->
    [0] No vote
    [one] One vote for each member
   *[other] { $count } votes for each member
}
networks-weight-bracket = { $count ->
    [one] { $count } vote from { $from }
   *[other] { $count } votes from { $from }
}
networks-weight-brackets = { $figure }: { $brackets }
networks-rules = Rules for assemblies
networks-rules-text = Notice, quorum, majority, proxies, date of the electoral roll.
networks-notice-days = Notice, in days
networks-notice-hint = Whole days between the sending and the assembly.
networks-quorum-total = Quorum over all
networks-quorum-each = Quorum in each college
networks-quorum-hint = A share, such as 1/2 or 50%. Leave empty where there is none.
networks-share-hint = A share, such as 1/2, 2/3 or 75%.
networks-not-a-share = Write a share of the whole, for example 1/2 or 66%.
networks-comparison-of = { $part }: to reach or to exceed
networks-unit-of = { $part }: counted in
networks-at-least = at least this share
networks-more-than = more than this share
networks-unit-heads = in members
networks-unit-weight = in votes
networks-base = Base of the majority
networks-base-expressed = For and against, without abstentions
networks-base-cast = For, against and abstentions
networks-base-present = All members present or represented
networks-base-entitled = The whole electoral roll
networks-proxies-per-holder = Proxies per association at most
networks-proxies-hint = 0: no proxies. Empty: no limit.
networks-same-college = Only to an association of the same college
networks-reference-days = Frozen so many days before the assembly
networks-reference-hint = The memberships and figures of that day count.
