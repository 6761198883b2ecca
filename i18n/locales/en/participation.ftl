## Taking part without a vote, and asking for an assembly

participation-without-vote = Present without a vote
participation-member = member without a vote
participation-person-concerned = person concerned
participation-staff = staff
participation-partner = partner
participation-observer = invited to observe
participation-public = public
participation-you-are-here = Your presence is recorded ({ $audience }).
participation-not-here = You may attend this assembly without voting ({ $audience }). Tell us when you are here: the minutes will name you.
participation-may-speak = The statutes let you ask for the floor.
participation-listens = The statutes let you attend, without taking the floor.
participation-as = As
participation-with = With
participation-with-hint = Optional: the association that accompanies them, for instance.
participation-name = Name
participation-name-hint = The name that the person gives; a pseudonym will do. Neither an account nor an e-mail address is needed.
participation-write-down = Note the presence
participation-desk-hint = People whom the statutes let attend without voting. They stand in the minutes and do not count for the quorum.
participation-minutes = Present without a vote: { $people }.
participation-minuted = { $name } ({ $audience })
participation-minuted-with = { $name } ({ $audience }, { $organization })
done-floor-asked-for = The request is on the list of speakers.
refused-not-in-the-room = The statutes say who attends this assembly without voting, and your role is not among them. The minutes will be open to you after the session; with a question, turn to the board of the network.
refused-audience-does-not-speak = The statutes let this person attend, without taking the floor. Nothing has changed; the chair can always invite them to speak.

# Asking for an assembly, and who calls it
requests = Requests for an assembly
requests-lead = Members can ask the board to call an assembly, and say what for.
requests-rule = { $kind }: { $needed } of the { $of } members that have a vote today oblige the board to call it.
requests-no-rule = The statutes of this network do not provide for members to ask for an assembly. Nothing was recorded; turn to the board.
requests-none-title = No requests so far
requests-none = Requests, with how many members back them, will stand here for every member to see.
requests-count = { $have ->
    [one] { $have } member asks for it; { $needed } of { $of } are needed.
   *[other] { $have } members ask for it; { $needed } of { $of } are needed.
}
requests-asking = Members that ask
requests-enough = Enough members
requests-reached = Since { $date } the board is obliged to call this assembly.
requests-answered = Assembly that was called upon this request:
requests-join = Ask as well
requests-leave = Take our request back
requests-answer-by = Assembly that was called upon this request
requests-answer = Note the answer
requests-new = Ask for an assembly
requests-purpose = Purpose
requests-purpose-hint = What the assembly is to decide. Every member reads it.
requests-ask = Send the request
done-assembly-requested = The request is recorded. The other members can join it.
home-request-title = { $count ->
    [one] Members ask for an assembly
   *[other] Members ask for { $count } assemblies
}
home-request = As many members as the statutes provide for have asked: the board is obliged to call it.
home-request-action = See the request
refused-not-a-convener = The statutes say who calls an assembly: { $who }. Nothing is lost, the draft is ready: ask somebody of the board to open it and to call the members. (The board also calls on behalf of the chair or of the auditor.)
refused-request-answered = An assembly was called upon this request already. Nothing has changed.
refused-request-no-vote = Only members that have a vote today count for this request, and this association has none. Nothing was recorded; turn to the board.
