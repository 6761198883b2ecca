### Elections: ties that the assembly decides, reserved seats, lists.

lists-runoff-title = Run-off: { $title }
lists-tie = A tie to decide
lists-tie-text = The count cannot decide between { $names }. { $seats ->
    [one] One seat is left: the assembly decides, while the session lasts.
   *[other] { $seats } seats are left: the assembly decides, while the session lasts.
}
lists-tie-session-over = The session is over: this tie was not decided. A later assembly can do so.
lists-runoff-hold = Open a run-off
lists-runoff-hint = A new vote by secret ballot opens at once, between these names only and for the seats that are left only, with the same voters and the same method.
lists-decide = Record the decision of the assembly
lists-decide-hint = For example the eldest, or lots drawn before the room. The decision and its reason are part of the result and of the minutes.
lists-decide-who = { $seats ->
    [one] Who is elected: choose one name
   *[other] Who is elected: choose { $seats } names
}
lists-decide-reason = Reason
lists-decided = Tie decided by the assembly: { $names }. Reason: { $reason }
lists-vacant = { $seats ->
    [one] One seat reserved for the college “{ $college }” stays vacant, for want of a candidate.
   *[other] { $seats } seats reserved for the college “{ $college }” stay vacant, for want of candidates.
}
lists-runoff-follows = A run-off decides the tie.
lists-runoff-see = To the run-off
lists-runoff-of = This vote decides between the names that were tied in the election before, for the seats that were left.
lists-runoff-first = To the first election
lists-electorate = Who elects
lists-electorate-all = The whole assembly
lists-electorate-of = Only the college “{ $college }”
lists-electorate-hint = Where each college elects its own seats, add one election for each college, with its number of seats.
lists-electorate-rule = Its associations alone vote, and the candidates come from them.
lists-minutes-electorate = The college “{ $college }” elected, from among its own associations.
lists-reserved = Reserved seats
lists-reserved-college = Seats reserved for the college “{ $college }”
lists-reserved-hint = At least so many seats go to this college. The whole assembly votes on all names; the college is that of the candidate’s association. Possible with plurality, with the block vote and with the single transferable vote.
lists-reserved-of = { $college }: at least { $seats }
lists-reserved-rule = A reserved seat for which a college has too few candidates stays vacant.
lists-reserved-short = College “{ $college }”: { $seats } reserved seats, { $standing } candidates. Seats without a candidate will stay vacant.
lists-no-college = Other candidates
lists-parity = Parity of lists
lists-parity-none = No rule
lists-parity-alternating = Women and men take turns, from the first name to the last
lists-parity-balanced = As many women as men, with a difference of one at most
lists-parity-hint = Only for a vote on lists. Each person declares how they count for the rule; whoever counts as neither woman nor man fits at every place.
lists-parity-private = This declaration is for the rule alone: only the person and those who keep the list see it. Neither the journal nor the minutes hold it.
lists-parity-kept = The list keeps the rule of parity.
lists-parity-row = The list does not keep the rule: places { $place } and { $next } are of the same gender.
lists-parity-numbers = The list does not keep the rule: { $women } women and { $men } men.
lists-side = Counts for parity as
lists-side-woman = A woman
lists-side-man = A man
lists-side-neither = Neither, or no answer
lists-side-save = Save my declaration
lists-title = Lists
lists-list = List
lists-list-new = A new list
lists-list-name = Name of the new list
lists-list-name-hint = Only if you make a list.
lists-list-keeper = Whoever makes a list adds names to it afterwards, from any association; so does whoever runs the assembly.
lists-withdrawal-rule = Possible until the vote is closed. The next person on the list then takes the place; ballots for the list still count.
lists-electorate-alone = The college “{ $college }” alone elects, from among its own associations.
lists-place = { $place }. { $name } ({ $organization })
lists-up = One place up
lists-empty = Nobody is left on this list.
lists-nobody = There is no list yet.
lists-how = Choose one list. Its seats go to its names, in the order of the list.
lists-blank = Blank ballot: no list
lists-electorate-other = Your association is not of the college “{ $college }”: it does not vote here.
lists-votes = Voices by list
lists-votes-of = { $votes ->
    [one] { $votes } voice
   *[other] { $votes } voices
}, { $seats ->
    [0] no seat
    [one] { $seats } seat
   *[other] { $seats } seats
}
lists-minutes-list = { $list }: { $names }
lists-minutes-reserved = Reserved seats: { $colleges }.
lists-unit-statutes = As the statutes say: { $unit }
lists-departs = The statutes count elections of persons like this: { $statutes }. This election counts otherwise: { $unit }.
elections-ballots-weigh = Weight of ballots
lists-weights = In every method offered here, a ballot of several voices counts as that many identical ballots.
field-not-with-this-method = This method does not allow it. Choose another, or leave this field empty.
field-not-with-one-college = Not where one college elects: the seats are all its own.
field-more-than = That is more than there can be: { $most } at most in all.
refused-tie-none = There is no tie to decide here. Nothing is changed.
refused-tie-not-tied = “{ $name }” is not tied. Choose among the tied names only.
refused-tie-number = { $seats ->
    [one] One name is to be chosen; you chose { $chosen }.
   *[other] { $seats } names are to be chosen; you chose { $chosen }.
}
refused-tie-college = { $missing } more of the college “{ $college }” have to be chosen, for whom a seat is reserved.
refused-tie-no-reason = Write the reason: it is part of the result.
refused-election-runoff-held = A run-off is open or counted already: that is what decides.
refused-election-departs = The statutes count elections of persons otherwise. Read the warning and confirm it, or change how this one counts.
refused-list-not-yours = Only whoever made this list can change it, or whoever runs the assembly. Make a list of your own.
refused-other-college = Here the college “{ $college }” elects, from among its own associations. Yours is in another college.
refused-parity-row = List “{ $list }”: places { $place } and { $next } are of the same gender. Change the order before you open the vote.
refused-parity-numbers = List “{ $list }”: { $women } women and { $men } men, where the difference is one at most. Correct the list before you open the vote.
done-tie-decided = The decision of the assembly is recorded.
done-runoff-opened = The run-off is open.
done-side-declared = Your declaration is recorded.
done-list-ordered = The order of the list is changed.
journal-election-decided = Tie decided by the assembly
journal-candidate-list-ordered = Order of a list changed
