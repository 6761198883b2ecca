### The training needs that members state for a year.

needs-title = Training needs
needs-lead = Each year associations say what their teams need. Next year’s catalogue starts from there.
needs-of-year = Training needs for { $year }
needs-until = Associations state their needs until { $day }.
needs-closed = Needs were collected until { $day }.
needs-open = open
needs-over = over
needs-none-title = No collection yet
needs-none = When the network asks for the needs of a year, you will find them here.
needs-collect = Collect the needs of a year
needs-collection-edit = Change the collection
needs-year = Year
needs-last-day = Last day
needs-introduction = What you ask for
needs-introduction-hint = In a few sentences: why, and what you will do with the answers.
needs-ask-officer = Your association’s training officer states the needs of the team. Tell them about yours.
needs-filter = Look for a need
needs-unanswered-only = Only without an answer
needs-all = Needs put together
needs-details = Who asks for what
needs-group = { $subject } ({ $associations ->
    [one] one association
   *[other] { $associations } associations
}, { $people ->
    [one] one person
   *[other] { $people } people
})
needs-nothing-title = No need yet
needs-nothing = What associations need will stand here, put together.
needs-subject = Subject
needs-need = Need
needs-association = Association
needs-associations = Associations
needs-people = People
needs-preference = When and where, best
needs-preference-hint = For example: in spring, in Bobigny or online.
needs-reasons = Why
needs-reasons-hint = What the team meets with, and what it would like to be able to do.
needs-answer = Planned training
needs-planned = Planned: { $title }
needs-in-preparation = A training is being prepared.
needs-noted = noted
needs-unanswered = without an answer
needs-plan-session = Plan a session
needs-plan-training = Plan a training
needs-answers = What you plan here will answer all the needs that stand under this subject. The associations will see it.
needs-together-with = Put together with
needs-together = Put together
needs-together-hint = A training of the catalogue or another subject. The needs of both then count together.
needs-together-nothing = There is no other subject yet, and no training in the catalogue.
needs-apart = Take out of the group
needs-own = What your association asks for
needs-state = State a need
needs-state-submit = Save the need
needs-edit = Change the need
needs-remove = Take back
needs-for = For { $association }
needs-training = Training of the catalogue
needs-training-none = Something else
needs-other-subject = Other subject
needs-other-subject-hint = If no training of the catalogue fits.
needs-how-many = For how many people
needs-file = needs

refused-need-closed = Needs were collected until { $day }. Write to the network’s team.
refused-need-people = Say for how many people: from one to { $most }.
refused-need-stated = Your association has stated this need already. Change that one.
refused-need-answered = A training answers this need already. It stays as it is.
refused-needs-year = Choose this year or one of the five to come.
refused-needs-last-day = Choose a last day that has not passed.
refused-needs-year-taken = The needs of this year are collected already. Change that collection.
done-needs-collected = The collection is open. Associations can state their needs.
done-need-stated = The need is noted.
done-need-removed = The need is taken back.
done-needs-grouped = The needs are put together differently.
needs-letter-subject = Training needs for { $year }
needs-letter-until = Tell us what your teams need in { $year }, until { $day }:
needs-letter-answered-subject = “{ $title }” answers what you asked for
needs-letter-answered = The network plans the training “{ $title }” for a need that you stated. You will find it here:
