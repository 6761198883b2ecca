### Elections counted: who is elected, every round, and why.

# Methods
counting-method-plurality = Plurality
counting-method-block = Block vote
counting-method-two-round = Two rounds with absolute majority
counting-method-approval = Approval
counting-method-borda = Borda count
counting-method-irv = Instant run-off
counting-method-stv-scottish = Single transferable vote (Scottish rules)
counting-method-stv-meek = Single transferable vote (Meek)
counting-method-schulze = Condorcet (Schulze)
counting-method-ranked-pairs = Condorcet (ranked pairs)
counting-method-majority-judgment = Majority judgment
counting-method-dhondt = Lists by D'Hondt
counting-method-sainte-lague = Lists by Sainte-Laguë
counting-method-largest-remainder = Lists by largest remainder

# Result
counting-title = { $method }, seats to fill: { $seats }
counting-elected-one = Elected: { $names }.
counting-elected-several = Elected, in this order: { $names }.
counting-elected-nobody = Nobody is elected.
counting-elected-lists = Seats: { $lists }.
counting-list-seats = { $count ->
    [one] { $list } { $count } seat
   *[other] { $list } { $count } seats
}
counting-tied = { $seats ->
    [one] { $names } are tied for the last seat. The rule cannot decide between them: the assembly does, or a lot.
   *[other] { $names } are tied for the last { $seats } seats. The rule cannot decide between them: the assembly does, or a lot.
}
counting-open-seats = { $seats ->
    [one] One seat stays open.
   *[other] { $seats } seats stay open.
}
counting-second-round = There is a second round between { $names }.
counting-turnout = Ballots counted: { $valid }; blank: { $blank }; invalid: { $invalid }.

# Rounds
counting-round = Round { $number }: { $step }
counting-step-first = first count
counting-step-approvals = approvals
counting-step-points = points
counting-step-surplus = the surplus of { $name }, { $surplus } votes, goes to the next preferences
counting-step-exclusion = the ballots of { $name }, who is excluded, go to the next preferences
counting-step-giving-way = the ballots of { $names } go on, because the seats that are left are reserved for others
counting-step-distribution = ballots distributed anew, { $times } times; { $surplus } votes stand above the quota
counting-step-second-round = second round
counting-step-comparisons = every two compared; each row says how many prefer its candidate
counting-step-paths = strongest paths from the row to the column
counting-step-settling = wins settled from the strongest to the weakest
counting-step-grades = grades
counting-step-allocation = seats
counting-column-candidate = Candidate
counting-column-votes = Votes
counting-column-points = Points
counting-column-approvals = Approvals
counting-column-state = State
counting-column-keep = Keeps
counting-column-winner = Preferred
counting-column-loser = To
counting-column-for = By
counting-column-against = Against
counting-column-fate = What became of it
counting-column-place = Place
counting-column-grade = Majority grade
counting-column-list = List
counting-column-seats = Seats
counting-column-next = For one more
counting-column-seat = Seat
counting-column-by = By what
counting-state-hopeful = in
counting-state-elected = elected
counting-state-excluded = out
counting-fate-kept = stands
counting-fate-contradicted = contradicted by stronger wins
counting-fate-depends = depends on the order of equal wins
counting-row-exhausted = not transferable
counting-row-lost = lost by rounding
counting-claim-quotient = quotient { $number }
counting-claim-quota = full quota
counting-claim-remainder = remainder { $number }
counting-note-elected = Elected: { $names }.
counting-note-excluded = Excluded: { $names }.
counting-note-quota = A seat for every { $votes } votes.
counting-note-ranking = Order: { $order }.
counting-note-orders = Equal wins can be settled in { $ways } ways.
counting-note-too-many-orders = Equal wins can be settled in too many ways to follow them all.

# Thresholds
counting-needed-at-least = { $votes } votes are needed: { $formula }.
counting-needed-more-than = More than { $votes } votes are needed: { $formula }.
counting-formula-half-of-valid = half of the valid ballots
counting-formula-half-of-continuing = half of the ballots that still name somebody who is in
counting-formula-droop-whole = votes divided by seats plus one, rounded down, plus one
counting-formula-droop-nine-places = votes divided by seats plus one, cut after nine decimals, plus the last decimal
counting-formula-droop-exact = votes divided by seats plus one

# Ties
counting-tie = { $names } are tied { $question }; { $by }
counting-question-elect = for a seat
counting-question-exclude = for being excluded
counting-question-transfer-first = for whose surplus goes first
counting-question-go-on = for the second round
counting-question-order = in the order of equal wins
counting-by-earlier-round = round { $round }, the last at which they differed, decides: { $taken }.
counting-by-rule = the method's own rule decides: { $taken }.
counting-by-lot = the lot with the seed "{ $seed }" decides: { $taken }.
counting-by-drawn-order = the order that was drawn decides: { $taken }.
counting-by-no-consequence = it makes no difference to who is elected: { $taken }.
counting-by-open = the assembly decides.
counting-broken-earlier-round = round { $round }, the last at which they differed
counting-broken-rule = the method's own rule
counting-broken-lot = the lot with the seed "{ $seed }"
counting-broken-drawn-order = the order that was drawn
counting-broken-no-consequence = the order of the ballot paper
counting-broken-open = the assembly

# Reasons
counting-most-votes = { $name } has { $votes } votes, { $rival } { $rival_votes }.
counting-most-points = { $name } has { $votes } points, { $rival } { $rival_votes }.
counting-most-approvals = { $name } has { $votes } approvals, { $rival } { $rival_votes }.
counting-most-alone = { $name } has { $votes }, and nobody else stands.
counting-tie-broken = { $name } has { $votes }, as others who are not elected; the tie was broken by { $by }.
counting-absolute-majority = { $name } has { $votes } of { $of } votes in round { $round }: more than half.
counting-quota-reached = { $name } has { $votes } votes in round { $round }; { $quota } are needed.
counting-last-standing = { $name } is left in round { $round } with { $votes } votes when all others are elected or out.
counting-reserved = { $name } takes a seat that is reserved for { $group }, with { $votes } votes.
counting-unopposed = { $name } is elected because there are no more candidates than seats.
counting-certain = { $name } is elected whichever way the open ties are decided.
counting-beats-each = { $name } is preferred to each of those who are not elected; { $rival } comes closest, { $against } against { $votes }.
counting-stronger-path = Nobody who is not elected has a stronger path to { $name } than back. { $rival } is not beaten directly, but the path from { $name } to { $rival } has { $there } votes at its weakest link, the path back { $back }.
counting-contradicted = The wins that stand put nobody who is not elected before { $name }. { $rival } is not beaten directly, but stronger wins put { $name } first.
counting-better-grade = The majority grade of { $name } is "{ $grade }", that of { $rival } "{ $rival_grade }".
counting-better-grade-later = { $name } and { $rival } both have the majority grade "{ $grade }". With as many of their middle grades taken away, the next middle grade of { $name } is "{ $decided }" and that of { $rival } "{ $rival_decided }".
counting-no-grade = none
counting-drawn-among = { $names } are equal by the rule; { $by } decided for { $name }.
counting-list-result = { $count ->
    [one] { $list } has { $votes } votes: { $count } seat.
   *[other] { $list } has { $votes } votes: { $count } seats.
}
counting-last-seat = The last seat went to { $list } ({ $claim }); the next would have been { $rival } ({ $rival_claim }).
counting-last-seat-alone = The last seat went to { $list } ({ $claim }).
