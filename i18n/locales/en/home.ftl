### What awaits each person, and the front door.

home-title = What awaits you
home-lead = { $count ->
    [0] Nothing needs your attention today.
    [one] One thing needs your attention.
   *[other] { $count } things need your attention, the most urgent first.
}
home-nothing-title = You are up to date
home-nothing = Votes, assemblies and requests that concern you will appear here.
home-open-network = Open my network
home-networks = Your networks
home-organizations = Your associations
home-networks-here = The networks
home-welcome = The common life of a federation of associations
home-what-it-is = With Trame, the associations of a network hold their assemblies, vote, and keep the memory of their decisions together. You sign in with your association's own account.
home-no-networks-title = No network yet
home-no-networks = The link for the first administrator is in the server's messages at start-up.
home-now = Now
home-soon = Soon
home-vote-title = A vote is open
home-vote = { $assembly }. You may vote for { $organizations }.
home-vote-action = Vote
home-session-title = An assembly is in session
home-session-action = Enter
home-assembly-title = Coming up: { $assembly }
home-assembly = You represent { $organizations }. If you cannot come, give a proxy to another association.
home-assembly-run = The convocation has been sent. You can open the session on the day.
home-assembly-action = Prepare
home-application-title = { $organization } asks to join
home-application = The decision of the competent body is to be recorded: admission or refusal.
home-application-action = Review
home-approval-title = { $count ->
    [one] One person awaits your approval
   *[other] { $count } people await your approval
}
home-approval = Their account at { $organization } is recognised; you decide whether they may come in.
home-approval-action = Answer
home-minutes-title = Minutes are ready to be edited
home-minutes-action = Edit
home-connection-title = The sign-in of { $organization } is to be finished
home-connection = It is prepared, but not yet in use.
home-connection-action = Finish
form-conflict = Nothing is lost: what you wrote is still in the form. Open the page in another tab to see what changed, then make your change again.
