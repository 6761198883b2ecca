### What trainings amounted to.

figures-title = Figures of the trainings
figures-lead = What the network’s trainings amounted to. The address of the page keeps your filters: share it.
figures-lead-own = What the trainings amounted to for the chosen associations.
figures-filter = Filter the figures
figures-from = Sessions from
figures-to = Sessions until
figures-every-training = Every training
figures-every-association = Every association
figures-every-territory = Every territory
figures-year = Year { $year }
figures-territory = Territory
figures-no-territory = No territory
figures-empty-title = No session
figures-empty = Nothing was announced for these dates and filters.
figures-xlsx = File for the funder (XLSX)
figures-csv-sessions = Sessions (CSV)
figures-csv-associations = Associations (CSV)
figures-csv-territories = Territories (CSV)
figures-file = training-figures

## What is counted

figures-whole = Everything together
figures-measure = Measure
figures-value = Value
figures-sessions = Sessions
figures-associations = Associations
figures-territories = Territories
figures-registrations = Registrations
figures-money = Money
figures-day = Date
figures-seats = Seats offered
figures-seated = Seats filled
figures-refused = Refused
figures-in-vain = Waited in vain
figures-attendance = Attendance rate
figures-due = Half-days due
figures-present = Half-days attended
figures-minutes = Person-hours
figures-satisfaction = Satisfaction of 5
figures-price = Paid by participants
figures-cost = Cost
figures-funding = Funding
figures-rest = Left to the network
figures-of = { $part } of { $whole }
figures-satisfaction-of = { $average }, from { $count } marks
figures-not-noted = { $noted } of { $due } half-days are noted; the others count as not attended.
figures-without-cost = { $count ->
    [one] What one session cost was not said: it does not count.
   *[other] What { $count } sessions cost was not said: it does not count.
}
figures-price-how = Paid by participants: the first price of the list counts for members’ teams, the last for partners.
figures-territory-how = The territory is the town of the association’s oldest address.
figures-more = { $count ->
    [one] and one more line
   *[other] and { $count } more lines
}
figures-more-in-file = { $count ->
    [one] One more line is in the file.
   *[other] { $count } more lines are in the files.
}
figures-chart-rates = Seats filled, attendance and satisfaction, each as a share of what was possible.
figures-chart-sessions = Seats filled of those offered, for each session, the latest first.
figures-chart-people = Seats filled, the most first.
figures-chart-money = What the sessions cost, and who paid.

## Cost of a session

costs-title = Cost and funding
costs-cost = Cost of the session, in euros
costs-funding = Funding received, in euros
costs-hint = Leave empty what is not known.
refused-training-no-figures = The figures are for those who organize and for the training officers of associations.
