### Quorums, majorities and results, explained.

# Shares of a whole
share-at-least = { $share ->
    [half] at least half
    [third] at least one third
    [two-thirds] at least two thirds
    [quarter] at least one quarter
    [three-quarters] at least three quarters
    [three-fifths] at least three fifths
    [four-fifths] at least four fifths
    [all] all
   *[other] at least { $fraction }
}
share-more-than = { $share ->
    [half] more than half
    [third] more than one third
    [two-thirds] more than two thirds
    [quarter] more than one quarter
    [three-quarters] more than three quarters
    [three-fifths] more than three fifths
    [four-fifths] more than four fifths
    [all] more than all
   *[other] more than { $fraction }
}

# Quorum
quorum-present-heads = { $count ->
    [one] { $count } association present
   *[other] { $count } associations present
}
quorum-present-weight = { $count ->
    [one] { $count } voice present
   *[other] { $count } voices present
}
quorum-represented-heads = { $count ->
    [one] { $count } association present or represented
   *[other] { $count } associations present or represented
}
quorum-represented-weight = { $count ->
    [one] { $count } voice present or represented
   *[other] { $count } voices present or represented
}
needed-count = { $count } needed
of-entitled-heads = { $count ->
    [0] of no association on the roll
    [one] of the only association on the roll
   *[other] of the { $count } associations on the roll
}
of-entitled-weight = { $count ->
    [0] of no voice on the roll
    [one] of the only voice on the roll
   *[other] of the { $count } voices on the roll
}
quorum-part = { $have }, { $needed }: { $share } { $whole }. { $reached }
quorum-part-college = { $college }: { $have }, { $needed }: { $share } { $whole }. { $reached }
quorum-reached = This is reached.
quorum-not-reached = This is not reached.
quorum-missing = This is not reached: { $count } more { $count ->
    [one] is
   *[other] are
} needed.
quorum-detail = Quorum: { $part }
roll-heads = of the associations on the roll
roll-weight = of the voices on the roll
quorum-rule-none = No quorum is required.
quorum-rule-total = { $counting ->
    [present] Quorum, attendance only: { $total }.
    [voting] Quorum, votes handed in: { $total }.
   *[other] Quorum, attendance and proxies: { $total }.
}
quorum-rule-college = { $counting ->
    [present] Quorum, attendance only: in each college, { $college }.
    [voting] Quorum, votes handed in: in each college, { $college }.
   *[other] Quorum, attendance and proxies: in each college, { $college }.
}
quorum-rule-both = { $counting ->
    [present] Quorum, attendance only: { $total } and, in each college, { $college }.
    [voting] Quorum, votes handed in: { $total } and, in each college, { $college }.
   *[other] Quorum, attendance and proxies: { $total } and, in each college, { $college }.
}

# Quantities
voices-count = { $count ->
    [one] { $count } voice
   *[other] { $count } voices
}
associations-count = { $count ->
    [one] { $count } association
   *[other] { $count } associations
}
for-heads = { $count ->
    [one] association for
   *[other] associations for
}
for-weight = { $count ->
    [one] voice for
   *[other] voices for
}
needed-label = { $count ->
   *[other] needed
}

# What a motion needs
majority = This needs { $share } { $base }.
base-expressed-heads = of the associations voting for or against
base-expressed-weight = of the voices expressed (for and against)
base-cast-heads = of the associations voting, abstentions included
base-cast-weight = of the voices cast, abstentions included
base-present-heads = of the associations present or represented, whether they vote or not
base-present-weight = of the voices present or represented, whether they are cast or not
base-entitled-heads = of all associations on the roll
base-entitled-weight = of all voices on the roll
of-expressed-heads = { $count ->
    [0] of no association
    [one] of the only association that voted for or against
   *[other] of the { $count } associations that voted for or against
}
of-expressed-weight = { $count ->
    [0] of no voice
    [one] of the only voice expressed
   *[other] of the { $count } voices expressed
}
of-cast-heads = { $count ->
    [0] of no association
    [one] of the only association that voted
   *[other] of the { $count } associations that voted, abstentions included
}
of-cast-weight = { $count ->
    [0] of no voice
    [one] of the only voice cast
   *[other] of the { $count } voices cast, abstentions included
}
of-present-heads = { $count ->
    [0] of no association
    [one] of the only association present or represented
   *[other] of the { $count } associations present or represented
}
of-present-weight = { $count ->
    [0] of no voice
    [one] of the only voice present or represented
   *[other] of the { $count } voices present or represented
}

# Result of a vote
verdict-adopted = Adopted
verdict-rejected = Rejected
verdict-tied = Rejected: tied vote
verdict-no-quorum = No effect: quorum lost
verdict-nothing-expressed = No result: nothing expressed
outcome-adopted = { $have } { $side }, { $needed }: { $share } { $whole }.
outcome-rejected = { $have } { $side }, { $needed }: { $share } { $whole }. { $missing } more { $missing ->
    [one] was
   *[other] were
} needed.
outcome-tied = { $have } { $side } and as many against. This needed { $share } { $whole }, that is { $needed } for.
outcome-no-quorum = The quorum was no longer there when the vote closed: the voices decide nothing, however many they are.
outcome-nothing-expressed = Nobody voted for or against, so there is nothing to count.
detail-for = For: { $weight } ({ $heads }).
detail-against = Against: { $weight } ({ $heads }).
detail-abstained = Abstention: { $weight } ({ $heads }).
detail-silent = Present or represented without voting: { $weight } ({ $heads }).
detail-entitled = Roll: { $weight } ({ $heads }).
detail-abstentions-apart = Abstentions count neither for nor against: they are not voices expressed.
detail-abstentions-weigh = Abstentions count in the total: they make the majority harder to reach.
detail-silence-weighs = Not voting counts in the total, like an abstention.

# Number of voices
weight-fixed = { $voices }: every association in the college has as many.
weight-bracket = { $voices }: { $declared } on { $date }, in the bracket from { $from } to less than { $below }.
weight-bracket-open = { $voices }: { $declared } on { $date }, in the bracket from { $from } upwards.
weight-nothing-declared = { $voices }, the lowest bracket: nothing was declared by the reference date ({ $figure }).
weight-rule-fixed = { $voices } for each association in the college.
weight-rule-brackets = { $brackets } ({ $figure }).
weight-rule-bracket = { $voices } from { $from } upwards
declared-employees = { $count ->
    [one] { $count } full-time equivalent
   *[other] { $count } full-time equivalents
}
declared-members = { $count ->
    [one] { $count } individual member
   *[other] { $count } individual members
}
declared-places = { $count ->
    [one] { $count } place
   *[other] { $count } places
}

# Roll and proxies
left-out-not-yet-member = Was not yet a member on the reference date.
left-out-status = { $status ->
    [applied] Its application was not yet accepted on the reference date.
    [suspended] Its membership was suspended on the reference date.
    [left] Had left the network by the reference date.
    [excluded] Had been excluded from the network by the reference date.
   *[other] Had no voice on the reference date.
}
left-out-no-college = Belongs to no college.
left-out-no-voice = Its college gives it no voice.
proxies-none = Proxies are not allowed.
proxies-unlimited = An association may hold as many proxies as it is given.
proxies-limit = { $limit ->
    [one] An association holds one proxy at most.
   *[other] An association holds { $limit } proxies at most.
}
proxies-same-college = A proxy goes to an association of the same college.

# Majorities of several conditions
majority-each-college = In each college, this needs { $share } { $base }.
majority-no-college-against = No college may be against by { $share } { $base }.
majority-casting-vote = In a tie, the chair's vote decides.
in-college = { $college }: { $text }
against-heads = { $count ->
    [one] association against
   *[other] associations against
}
against-weight = { $count ->
    [one] voice against
   *[other] voices against
}
opposing-label = { $count ->
   *[other] would be enough to stop it
}
outcome-not-opposed = { $have } { $side }, { $needed } would be needed to stop it: { $share } { $whole }.
outcome-opposed = { $have } { $side }, { $needed } were needed to stop it: { $share } { $whole }. That is enough to prevent adoption.
outcome-casting-vote-for = The chair's vote breaks the tie: for.
outcome-casting-vote-against = The chair's vote breaks the tie: against.
verdict-tied-casting-vote = Tied: the chair decides
detail-blank = Blank: { $weight } ({ $heads }).
detail-null = Null: { $weight } ({ $heads }).
detail-blank-apart = A blank or null ballot is handed in and not expressed: it counts neither for nor against.
quorum-voting-heads = { $count ->
    [one] { $count } association voting
   *[other] { $count } associations voting
}
quorum-voting-weight = { $count ->
    [one] { $count } voice cast
   *[other] { $count } voices cast
}
