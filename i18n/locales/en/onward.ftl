# The page that leads to a member's identity provider.
onward-title = You continue at { $host }
onward-lead = That is where your association recognises you. You will come back here afterwards.
onward-action = Continue
