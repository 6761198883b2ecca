### Assemblies: preparation, session, votes.

# List of assemblies
assembly = Assembly
assembly-new = Prepare an assembly
assembly-edit = Change the date, the place or the title
assemblies-empty-title = No assembly yet
assemblies-empty = You will receive an e-mail as soon as the next one is convened.
assemblies-empty-convene = Prepare the first one: nothing goes to the members until you convene it.
assembly-kind = Kind of assembly
assembly-date = Date
assembly-state = Status

# What the page of an assembly says
assembly-venue = Taking part
assembly-place = Place
assembly-remote = Remotely
assembly-convened = Convocation
assembly-convened-text = { $days ->
    [0] Sent on { $date }, on the day of the assembly (days of notice required: { $required }).
    [one] Sent on { $date }, { $days } day before the assembly (days of notice required: { $required }).
   *[other] Sent on { $date }, { $days } days before the assembly (days of notice required: { $required }).
}
assembly-enter-room = Enter the session
assembly-desk = Welcome desk
assembly-screen = Screen for the room
assembly-minutes = Minutes
assembly-rules = Rules of this assembly
agenda-empty-title = The agenda is empty
agenda-empty = The items will appear here in the order in which they are taken.
document-size = ({ $kilobytes } KB)

# Rules
quorum = Quorum
quorum-of-college = Quorum, { $college }
majority-label = Majority
notice = Notice
notice-rule = { $days ->
    [0] No notice is required.
    [one] The convocation leaves at least { $days } day before the assembly.
   *[other] The convocation leaves at least { $days } days before the assembly.
}

# Roll
roll = Roll
roll-show = See each association and its number of voices
roll-frozen = { $associations ->
    [0] Fixed as of { $date }: no association is on it.
    [one] Fixed as of { $date }: { $associations } association, { $voices ->
        [one] { $voices } voice
       *[other] { $voices } voices
    }. It no longer changes.
   *[other] Fixed as of { $date }: { $associations } associations, { $voices ->
        [one] { $voices } voice
       *[other] { $voices } voices
    }. It no longer changes.
}
roll-preview = { $associations ->
    [0] It will be fixed when the convocation is sent.
    [one] If convened now: { $associations } association, { $voices ->
        [one] { $voices } voice
       *[other] { $voices } voices
    }. The roll is fixed when the convocation is sent.
   *[other] If convened now: { $associations } associations, { $voices ->
        [one] { $voices } voice
       *[other] { $voices } voices
    }. The roll is fixed when the convocation is sent.
}
roll-left-out = Without a voice in this assembly:
export-csv = Download for a spreadsheet (CSV)
column-association = Association
column-college = College
column-voices = Voices
column-why = Why
column-present = Attendance
present = Present
represented = Represented
absent = Absent

# Preparation
preparation = Preparation
field-title = Title
assembly-day = Day
assembly-time = Start time
assembly-place-hint = The full address, with the room.
assembly-remote-hint = The link to the video meeting, which begins with https://.
item-new = Add an item
item-edit = Change the item
item-kind = Kind of item
item-text = Text
item-text-hint = For a motion: the exact words that will be voted on.
move-up = Move up
move-down = Move down
document-add = Add a document
document-file = File
document-hint = Preferably a PDF, of 10 MB at most.
convene = Convene
convene-what-happens = { $associations ->
    [one] { $associations } association will receive the convocation by e-mail.
   *[other] { $associations } associations will receive the convocation by e-mail.
} The roll, the rules and the agenda are then fixed.
convened-title = The assembly is convened
convened-letters = { $letters ->
    [0] No convocation has been sent.
    [one] { $letters } convocation has been sent.
   *[other] { $letters } convocations have been sent.
}
convened-unreachable = These associations have nobody to write to. Tell them yourself, then record on their page who represents them:

# Votes and results
poll-open = Voting now
condition-met = Condition met
condition-not-met = Condition not met
at-least = at least
tally-caption = How the voices were cast
tally-null = Null
tally-amount = { $voices ->
    [one] { $voices } voice
   *[other] { $voices } voices
} ({ $associations ->
    [one] { $associations } association
   *[other] { $associations } associations
})
votes-by-name = How each association voted
column-vote = Vote
column-by = By proxy
vote-by-proxy = Cast by { $holder }
turnout = Turnout
turnout-text = { $present ->
    [0] No association present or represented.
    [one] { $voted } voted of { $present } association present or represented ({ $voices } of { $present_voices } voices).
   *[other] { $voted ->
        [0] None
       *[other] { $voted }
    } voted of { $present } associations present or represented ({ $voices } of { $present_voices } voices).
}
turnout-complete = All have voted.
screen-result = Result

# Session
room = Session
room-over-title = The session is over
room-over = Voting has ended. The minutes say what was decided, and why.
room-figures = Attendance and turnout
room-interrupted = The connection is lost: these figures no longer follow the session. Refresh the page.
room-no-vote = No vote is open. Keep this page: the next vote will appear here.
room-vote = Your vote
room-you-are-here = { $organization }: your attendance is recorded.
room-not-here = { $organization }: your attendance is not recorded yet. Say that you are here to count in the quorum and to vote.
room-proxy-given = { $organization } has given its proxy to { $holder }. If you arrive, that proxy ends.
room-arrive = I am here
room-arrive-in-room = I am here, in the room
room-arrive-remote = I am here, remotely
room-leave = I am leaving
ballot-own = { $organization }, your association: { $voices ->
    [one] { $voices } voice
   *[other] { $voices } voices
}
ballot-proxy = { $organization }, which gave you its proxy: { $voices ->
    [one] { $voices } voice
   *[other] { $voices } voices
}
ballot-given-away = The proxy is given to { $holder }, which votes for this association. To vote yourself, tap “I am here”: the proxy then ends.
ballot-recorded-tag = Recorded
ballot-recorded = Your vote: { $choice }. You can change it while the vote is open.
ballot-cast = Vote
ballot-change = Change my vote

# Chair
chair = Chairing the session
chair-open-hint = Open the session at the agreed time. Voting is then possible.
chair-open = Open the session
chair-poll-open = Voting now: { $title }. { $voted ->
    [0] No association has voted yet
    [one] { $voted } association has voted
   *[other] { $voted } associations have voted
}, of { $present }.
chair-close-poll = Close the vote
chair-next-motion = Next motion: { $number }. { $title }
chair-open-poll = Open the vote
chair-other-motions = Put another motion to the vote
chair-all-voted = Every motion has been put to the vote.
chair-close = Close the session
chair-close-early = Close the session before the end of the agenda

# Proxies
proxies = Proxies
proxies-none-given = No proxy has been given.
proxies-given = { $count } proxies given
proxy-giver = Given by
proxy-holder = Given to
proxy-given-at = Since
proxy-give = Give a proxy
proxy-give-to = { $organization }: who will vote in its place?
proxy-revoke = Take the proxy back

# Welcome desk
desk-people = People
desk-arrives = Record arrival
desk-leaves = Record departure
desk-nobody = Nobody holds a mandate of representative today. The association can add one, or give a proxy.
desk-proxy-to = Proxy given to { $holder }

# After a form
done-vote-recorded = Your vote is recorded.
done-arrived = The arrival is recorded.
done-left = The departure is recorded.
done-proxy-given = The proxy is given.
done-proxy-revoked = The proxy is taken back.
done-session-opened = The session is open.
done-session-closed = The session is closed. You can complete the minutes.
done-poll-opened = The vote is open.
done-poll-closed = The vote is closed. Here is the result.
done-convened = The assembly is convened. The convocations have been sent.
done-item-added = The item is on the agenda.
done-item-removed = The item is off the agenda.
done-document-added = The document is added.

# What is refused
refused-ballot-choose = No vote was recorded. Choose For, Against or Abstain, then vote.
refused-proxy-choose = No proxy was given. Choose the association that will vote in your place.
refused-no-proxy = This association has no proxy in force: there is nothing to take back.
refused-not-a-representative = This person holds no mandate of representative of the association today. The association's administrator can grant one; another person with a mandate can also come.
refused-date-impossible = This date is not possible. Choose one closer to today.
refused-before-the-day = The day of the assembly has not come yet. The session opens and arrivals are recorded on that day; a proxy can be given now.
refused-minutes-conflict = Someone else has saved the minutes in the meantime. Your text is still below: read the saved minutes first, then complete your text. If you save now, it takes the place of the other person's.

roll-more = { $more ->
    [one] And one more association; the table to download holds them all.
   *[other] And { $more } more associations; the table to download holds them all.
}
desk-search-label = Find an association at the desk
desk-search = Association or person
desk-none-found-title = Nobody of that name
desk-none-found = Check the spelling, or clear the search.
room-before-the-day = Arrivals open on { $date }. Until then you can give your proxy to another association.
