### The statutes as rules: sentences, versions, draft, trial on the past.

# Kinds of decision
statutes-decision-ordinary = Ordinary decision
statutes-decision-budget = Accounts and budget
statutes-decision-persons = Appointment of persons
statutes-decision-by-laws = By-laws
statutes-decision-statutes = Change of the statutes
statutes-decision-purpose = Change of the purpose or object
statutes-decision-exclusion = Exclusion of a member
statutes-decision-dissolution = Dissolution
statutes-convener-board = the board
statutes-convener-chair = the chair
statutes-convener-auditor = the auditor
statutes-audience-members-without-vote = members without a vote
statutes-audience-persons-concerned = persons concerned
statutes-audience-staff = employees
statutes-audience-partners = partners
statutes-audience-observers = people invited to observe
statutes-audience-public = the public
statutes-preset-french-association = French association (law of 1901), usual clauses
statutes-preset-belgian-association = Belgian ASBL or VZW (Code of companies and associations)
statutes-preset-one-member-one-voice = One member, one voice
statutes-preset-colleges-with-blocks = Colleges with their voices
statutes-tie-rejected = The motion is rejected
statutes-tie-casting-vote = The chair's vote decides
statutes-scope-whole = In the whole assembly
statutes-scope-each-college = In each college
statutes-scope-no-college-against = No college against

# Clauses
statutes-decisions = Decisions that need something else
statutes-decision-others = Any other decision
statutes-others-text = What the assembly in which it is taken asks for.
statutes-for-all = For all assemblies
statutes-convened-by = Convocation
statutes-convened-by-text = May convene: { $who }.
statutes-convened-on-request = The assembly must be convened when { $share } of the members ask for it.
statutes-notice = Notice
statutes-notice-text = { $days ->
    [0] No notice is required.
    [one] At least one whole day between the sending and the assembly.
   *[other] At least { $days } whole days between the sending and the assembly.
}
statutes-quorum = Quorum
statutes-majority = Majority
statutes-second = Second convocation
statutes-second-none = The rules know none.
statutes-second-text = { $days ->
    [0] Without a quorum, a second assembly may follow at once, on the same agenda.
    [one] Without a quorum, a second assembly may be held one day later at the earliest, on the same agenda.
   *[other] Without a quorum, a second assembly may be held { $days } days later at the earliest, on the same agenda.
}
statutes-always-secret = The vote is always secret.
statutes-secrecy = Secrecy of votes
statutes-secret-persons = Every vote about persons is secret.
statutes-open-persons = No vote is secret by the rules alone.
statutes-secret-on-request = A vote is secret when { $share } of the members present or represented ask for it.
statutes-roll = Electoral roll
statutes-roll-text = { $days ->
    [0] It is frozen on the day of the assembly.
    [one] It is frozen one day before the assembly.
   *[other] It is frozen { $days } days before the assembly.
}
statutes-proxies = Proxies
statutes-present = Presence without a vote
statutes-present-text = May be there without voting: { $who }.
statutes-speak = Speech without a vote
statutes-speak-text = May also speak: { $who }.
statutes-vote = Vote
statutes-vote-text = The associations on the electoral roll vote, each with the voices that its college gives it.
statutes-colleges = Colleges and voices

# The page
section-statutes = Statutes
networks-section-statutes = The rules for assemblies in plain sentences, and their versions.
statutes-title = The statutes, as rules
statutes-lead = What the application applies in the network's assemblies. The text of the statutes prevails.
statutes-no-advice = These rules and the presets offered are no legal advice.
statutes-version = Version { $number }
statutes-version-label = Version
statutes-unversioned = No version has been adopted here yet: these are the rules from the creation of the network.
statutes-valid-from = In force from
statutes-adopted-by = Adopted by
statutes-adopted-nowhere = Decided outside the application
statutes-note = What changes
statutes-versions = All versions
statutes-in-force = In force
statutes-to-come = To come
statutes-past = Past
statutes-export = Download as TOML
statutes-prepare = Prepare a new version
statutes-see-draft = See the draft
statutes-draft = Draft of a new version
statutes-draft-lead = Until it is adopted, this draft applies to nothing. An assembly that is already convened keeps its rules.
statutes-draft-none = There is no draft. Change a copy of the rules in force, or begin with a preset.
statutes-draft-edited = Changed on { $date }
statutes-differences = What changes
statutes-no-differences = The draft says the same as the rules in force.
statutes-clause = Rule
statutes-today = Today
statutes-then = In the draft
statutes-absent = Nothing
statutes-edit = Change the draft
statutes-edit-text = Each page leaves the rest as it is.
statutes-edit-general = For all assemblies
statutes-edit-toml = The whole draft, as text (TOML)
statutes-start = Begin again
statutes-start-text = The present draft is replaced.
statutes-start-from = Begin with
statutes-start-current = Copy of the rules in force
statutes-start-button = Begin with this
statutes-discard = Discard the draft
statutes-adopt = Put into force
statutes-adopt-text = An adopted version is never changed again. It will apply to the assemblies that are held from the given day on and are not convened yet.
statutes-adopt-from = In force from
statutes-adopt-from-hint = Not before the previous version.
statutes-adopt-assembly = Assembly that adopted it
statutes-adopt-elsewhere = None of this list
statutes-adopt-note = What changes, in one sentence
statutes-adopt-button = Put into force

# Forms
statutes-conditions-hint = All conditions that are filled in must hold. Leave the share of a condition empty where there is none.
statutes-condition = Condition { $number }
statutes-condition-base = Condition { $number }: base
statutes-condition-scope = Condition { $number }: where
statutes-tie = In a tie
statutes-counting = Who counts for the quorum
statutes-counting-present = Members present
statutes-counting-represented = Members present or represented
statutes-counting-voting = Members who hand in a vote
statutes-on-request = Share of the members who can demand it
statutes-second-days = Days after the first assembly, at least
statutes-second-days-hint = Empty: no second convocation.
statutes-second-share = Quorum of the second assembly
statutes-own-rule = This decision follows
statutes-own-no = what the assembly in which it is taken asks for
statutes-own-yes = a majority of its own
statutes-own-quorum = Its own quorum
statutes-own-quorum-no = that of the assembly
statutes-own-quorum-yes = a quorum of its own
statutes-own-secret = The vote is always secret
statutes-secret-persons-field = Every vote about persons is secret
statutes-secret-share = Share of those present who can demand secrecy
statutes-present-field = May be there without voting
statutes-speak-field = May speak without voting
statutes-toml = The rules as text
statutes-toml-lead = Paste an exported text here, or change this one. The guide to each word is in the documentation.
statutes-toml-error = Line { $line }: this passage cannot be read ({ $detail }).
statutes-flaw-no-ordinary = The rules for ordinary assemblies are missing.
statutes-flaw-unreachable = “More than all” can never be reached.
statutes-flaw-too-many-days = A time is longer than ten years.
statutes-flaw-too-many-conditions = A majority has more than six conditions.
statutes-flaw-ordinary-twice = What an ordinary decision needs is said with the kind of assembly, not apart.
statutes-flaw-speaks-from-outside = Whoever may speak must also be allowed to be present.
refused-statutes-from = The date is before that of the previous version. Choose the same day or a later one.
refused-statutes-no-draft = There is no draft to put into force.
refused-statutes-same = The draft says the same as the latest version: there is nothing to adopt.
done-statutes-drafted = The draft is saved.
done-statutes-discarded = The draft is discarded.
done-statutes-adopted = The new version is saved.

# What if?
statutes-what-if = What if these rules had already applied?
statutes-what-if-lead = Every closed vote of the network, decided a second time by the draft: with the roll, the presences and the votes of its day. The proxies that were given and the numbers of voices stay as they were.
statutes-what-if-none = No vote has been closed yet.
statutes-what-if-nothing = No vote fits this filter.
statutes-what-if-summary = { $votes ->
    [one] One closed vote, { $changed ->
        [0] with the same result.
       *[other] with another result.
    }
   *[other] { $votes } closed votes, { $changed ->
        [0] all with the same result.
        [one] one of them with another result.
       *[other] { $changed } of them with another result.
    }
}
statutes-what-if-open = See vote by vote
statutes-what-if-vote = Vote
statutes-what-if-decision = Decision
statutes-what-if-was = By the rules of its day
statutes-what-if-would = By the draft
statutes-what-if-same = Same result
statutes-what-if-other = Another result
statutes-what-if-compared = Comparison
statutes-what-if-show = Votes shown
statutes-what-if-all = All votes
statutes-what-if-changed = Those with another result
statutes-what-if-assembly = Assembly
statutes-what-if-every-assembly = All assemblies
statutes-what-if-filter = Filter
statutes-what-if-filter-label = Filter the votes

# In the assemblies
statutes-applied = Rules applied
statutes-applied-version = Statutes, version { $number }, frozen at the convocation
statutes-item-decision = Kind of decision
statutes-item-decision-hint = The statutes say which majority it needs.
journal-statutes-drafted = Draft of rules changed
journal-statutes-discarded = Draft of rules discarded
journal-statutes-adopted = Version of the rules adopted

# Second assembly and casting vote
statutes-second-prepare = Prepare the second assembly
statutes-second-of = After “{ $title }”, which lacked a quorum
statutes-second-title = { $title } (second convocation)
statutes-casting = “{ $title }”: a tie. The statutes let the chair decide.
statutes-casting-for = Break the tie: for
statutes-casting-against = Break the tie: against
refused-course-no-second = The rules know no second assembly.
refused-course-nothing-left = Nothing was left undecided for want of a quorum: there is no second assembly to prepare.
refused-course-too-soon = The second assembly may be held on { $earliest } at the earliest. Change the date.
refused-second-exists = The second assembly is prepared already.
refused-second-agenda = A second assembly takes up the agenda of the first: nothing is added or changed. Prepare another assembly for the rest.
refused-no-tie = There is no tie to break.
done-second-drafted = The second assembly is prepared, on the same agenda. Check the date, then convene.
done-tie-broken = The tie is broken.
journal-assembly-repeated = Second assembly prepared
journal-casting-vote = Tie broken by the chair
