### Papers and raised hands: who counts, the two sheets, the sign-off.

tellers = Tellers
tellers-lead = Two people count papers and raised hands, each on their own. What they sign off together counts like a vote on a screen.
tellers-two-needed = At least two are needed: what one person alone has counted does not count.
tellers-name = Name
tellers-appoint = Appoint
tellers-who = From those who have arrived and those who run the assembly.
tellers-dismiss = Relieve of this task
tellers-vote = Vote
tellers-state = State
tellers-sheets = Sheets of the votes
tellers-paper = Papers and raised hands
tellers-you-are = You are one of those who count papers and raised hands.
tellers-go-sheet = Count papers and hands
tellers-go-appoint = Tellers
tellers-way-paper = On paper
tellers-way-hands = By raised hand
tellers-told = { $way }, counted by { $first } and { $second }
tellers-minutes = { $told }: { $names }.
tellers-line = { $voices ->
    [one] { $voices } voice
   *[other] { $voices } voices
}
tellers-line-proxy = { $voices ->
    [one] { $voices } voice
   *[other] { $voices } voices
}; proxy held by { $holder }
tellers-line-not-on-roll = it is not on the roll
tellers-line-not-here = it is neither present nor represented
tellers-line-voted-on-screen = it has voted on a screen; that vote counts
tellers-line-signed-off = its vote on paper or by raised hand is signed off already
tellers-missing-second = { $by } has begun a sheet. A second person has to count as well.
tellers-missing-handed-in = Not handed in yet by: { $by }.
tellers-missing-way = One sheet counts papers, the other raised hands. Choose together, then hand in the sheets again.
tellers-missing-differ = { $lines ->
    [one] The two sheets differ on one line.
   *[other] The two sheets differ on { $lines } lines.
}
tellers-missing-sign = The two sheets agree. Only the sign-off is missing.
tellers-not-begun = No sheet has been begun.
tellers-closed = The vote is closed: nothing more is added.
tellers-handed-in = Handed in
tellers-writing = In progress
tellers-compared = The two sheets side by side
tellers-stood = These lines will not be counted:
tellers-look-again = Look at the papers together, or ask again. Whoever was wrong corrects their own sheet and hands it in again.
tellers-differing = Where the sheets differ
tellers-mine = Your sheet
tellers-other = The other sheet
tellers-none = Did not vote this way
tellers-agree = { $count ->
    [0] No vote is left to record.
    [one] One vote, the same on both sheets.
   *[other] { $count } votes, the same on both sheets.
}
tellers-sign = Sign off for both
tellers-sign-hint = From the sign-off on these votes count and do not change any more. These associations cannot vote on a screen any more.
tellers-only-look = Only those who are appointed write on the sheets. You see how far they are.
tellers-nobody-title = Nobody to count
tellers-nobody = Every association that is present or represented has voted already.
tellers-my-sheet = Your sheet
tellers-blind = You do not see the other sheet before both are handed in. Count without conferring.
tellers-switch-paper = Count papers instead of raised hands
tellers-switch-hands = Count raised hands instead of papers
tellers-as-others = Like all the others
tellers-rest = All the others
tellers-rest-hint = For a show of hands: note the exceptions first, then what all the others said.
tellers-hand-in = Hand in the sheet
tellers-save = Save, not finished
tellers-at-close = Recorded, shown at the close
tellers-record = Votes signed off
tellers-no-record-title = No vote on paper
tellers-no-record = Nobody voted on paper or by raised hand.
tellers-discard = Discard the sheets
tellers-discard-hint = Nothing written on them will count; votes on screens and those signed off stay. The journal will say so.
refused-cast-signed-off = The vote of this association was given on paper or by raised hand, and two tellers have signed it off. It counts; there is no second vote.
refused-tellers-not-a-teller = The sheets are for those whom the people running the assembly appointed. Nothing was recorded. Speak to the chair.
refused-tellers-two-sheets = Two people are counting this vote already: { $by }. Nothing was recorded. Wait for their sign-off, or ask the chair to discard their sheets.
refused-tellers-empty = The sheet is empty and was not handed in. Note at least one vote.
refused-tellers-not-by-hand = “{ $choice }” is not said by raised hand. The sheet was not saved; what you noted is still there.
refused-tellers-line = The sheet was not saved: { $name } cannot stand on it, because { $why }. The rest of what you noted is still there; hand in the sheet again.
refused-tellers-unfinished = Papers or raised hands are still waiting. { $missing } Nothing is lost. Finish and sign off the sheets, or the chair discards them, on their page.
refused-tellers-no-sheet = There is no sheet any more: they were signed off or discarded meanwhile.
refused-tellers-changed = Something has changed since you read the sheets. Nothing was signed off. Read them again below, then sign off.
refused-teller-choose = Nobody was chosen. Choose a name.
refused-teller-not-here = This person has not arrived and does not run the assembly. Record the arrival first.
refused-teller-has-begun = This person has begun a sheet. Let them finish, or discard the sheet first.
refused-teller-unreadable = The sheet could not be read; nothing was saved. Check what is noted, then try again.
done-teller-appointed = The person is appointed.
done-teller-dismissed = The person is relieved of this task.
done-sheet-saved = Your sheet is saved. It is not handed in yet.
done-sheet-handed-in = Your sheet is handed in.
done-sheets-signed-off = The votes are signed off: they count.
done-sheets-discarded = The sheets are discarded.
journal-teller-appointed = Teller appointed
journal-teller-dismissed = Teller relieved
journal-sheets-signed-off = Papers or raised hands signed off
journal-sheets-discarded = Voting sheets discarded
verify-irregular = { $votes ->
    [one] One vote should not have been taken: given twice, or counted by others than two tellers.
   *[other] { $votes } votes should not have been taken: given twice, or counted by others than two tellers.
}

# Secret votes: papers and urn
urn = Papers of the secret vote
urn-lead = Whoever does not vote on a screen is handed a paper. Two people then read the urn, each on their own; when they have read the same, the papers join the other ballots, without a name.
urn-election = To the election
urn-go = Papers of the secret vote
urn-none = The vote is closed. No paper was handed out.
urn-became = Papers handed out: { $out }. Valid in the urn: { $valid }; null: { $null }. Read by { $first } and { $second }.
urn-discarded = Papers handed out: { $out }. They were discarded; none was counted.
urn-nothing-handed-out = No paper has been handed out.
urn-paper = What the paper says
urn-agree = { $count } papers read on both sides, of which null: { $null }. Papers handed out: { $out }.
urn-sign-hint = From the sign-off on the papers are among the other ballots, and no more papers are handed out.
urn-hand-out = Hand out a paper
urn-hand-out-title = Handing out papers
urn-hand-out-hint = Record it first, then give the paper. Whoever has voted on a screen gets none; whoever got one does not vote on a screen any more, even if it never reaches the urn.
urn-handed-out = { $count ->
    [one] One paper is handed out
   *[other] { $count } papers are handed out
}
urn-how-answers = One line for each paper: the number of the answer that is marked. 0 for a blank paper, x for a null one.
urn-how-one = One line for each paper: the number of the name chosen. 0 for a blank paper, x for a null one.
urn-how-several = One line for each paper: the numbers of the names chosen, with spaces between them. 0 for a blank paper, x for a null one.
urn-how-ranks = One line for each paper: the numbers of the names, the preferred first, with spaces between them. 0 for a blank paper, x for a null one.
urn-how-grades = One line for each paper: a grade for each name, in the order of the list, from 1 to 6; - for a name without a grade. 0 for a blank paper, x for a null one.
urn-papers = Papers read
urn-discard = Discard the papers
urn-discard-hint = No paper of this vote will count, and whoever got one votes no more. The journal will say so.
urn-discard-sheets-hint = What the two people noted is erased; the papers remain and can be read again. The journal will say so.
tellers-missing-urn = Papers handed out: { $out }. The urn has not been read yet.
tellers-missing-too-many = There are { $papers } papers in the urn, and only { $out } were handed out. Count again together.
refused-tellers-other-weight = No paper was handed out: { $name } does not have as many voices as the other papers, and a paper carries no number. This association votes on a screen.
refused-tellers-other-college = No paper was handed out: { $name } is of another college than the other papers, and a paper carries no college. This association votes on a screen.
refused-tellers-no-paper = Line { $line } cannot be read; nothing was saved. If the paper cannot count, write x.
refused-ballot-on-paper = A paper was handed to this association: it votes on paper, not on a screen. If it is not in the urn yet, it is awaited there.
urn-yours = A paper was handed to you: vote on paper.
urn-handed-to = On paper: { $names }. A paper was handed out; no vote on a screen is possible any more.
done-paper-handed-out = It is recorded. Give the paper.
done-urn-signed-off = The papers are among the other ballots.
journal-urn-signed-off = Urn read and signed off
journal-urn-discarded = Papers of a secret vote discarded
verify-urn = Papers handed out: { $out }; read: { $valid } valid, { $null } null.
