### The words that every page needs.

-product = Trame

# Page
product-name = { -product }
skip-to-content = Skip to content
main-navigation = Main navigation
breadcrumb = Breadcrumb
you-are-here = You are here
home = Home
menu = Menu
close-menu = Close the menu
help = Help
page-title = { $title } – { $network }
demo-notice = Demonstration data: the votes, the people and the addresses are invented.
demo-badge = Demonstration

# Language and appearance
language = Language
language-fr = Français
language-nl = Nederlands
language-en = English
change-language = Change language
appearance = Appearance
appearance-system = Same as my device
appearance-light = Light
appearance-dark = Dark

# Account
sign-in = Sign in
sign-out = Sign out
signed-in-as = You are signed in as { $name }
my-account = My account

# Actions
save = Save
save-changes = Save changes
cancel = Cancel
back = Back
back-to = Back: { $page }
continue = Continue
confirm = Confirm
search = Search
search-clear = Clear the search
filter = Filter
filter-clear = Clear the filters
sort-by = Sort by
add = Add
edit = Edit
remove = Remove
delete = Delete
open = Open
close = Close
send = Send
download = Download
print = Print
view = View
view-all = View all
try-again = Try again
refresh = Refresh
copy = Copy
copied = Copied
undo = Undo
actions = Actions
details = Details
more = More
less = Less

# Forms
yes = Yes
no = No
required = required
optional = optional
required-fields = Every field is required, except those marked “optional”.
choose = Choose
choose-one = Choose from the list
none = None
all = All
other = Other
unknown = Unknown
not-given = Not given
errors-title = { $count ->
    [one] There is one thing to correct
   *[other] There are { $count } things to correct
}
errors-nothing-lost = Nothing is lost: what you wrote is still here.
field-required = Fill in this field.
field-too-long = { $limit ->
    [one] Write at most { $limit } character.
   *[other] Write at most { $limit } characters.
}
field-too-short = { $min ->
    [one] Write at least { $min } character.
   *[other] Write at least { $min } characters.
}
field-not-a-date = Write a date that exists, for example 02/06/2022.
field-not-a-time = Write a time, for example 14:30.
field-not-a-number = Write a whole number, for example 12.
field-out-of-range = Write a number from { $min } to { $max }.
field-not-an-email = Write a complete address, for example name@association.example.
field-not-a-url = Write a complete address that begins with https://.
field-not-in-list = Choose an answer from the list.

# What has just been done
saved = Saved.
sent = Sent.
removed = Removed.
nothing-changed = Nothing has changed.
nothing-was-lost = Nothing was lost.

# Everyday words
name = Name
email = E-mail address
phone = Telephone
address = Address
website = Website
date = Date
time = Time
from-date = From
until-date = Until
since = since { $date }
until = until { $date }
from-until = from { $from } to { $until }
today = Today
tomorrow = Tomorrow
yesterday = Yesterday
place = Place
status = Status
type = Type
number = Number
description = Description
comment = Comment
reason = Reason
document = Document
documents = Documents
total = Total
by-person = by { $name }
time-zone-note = Time in { $zone }

# Lists
results-count = { $count ->
    [0] No results
    [one] { $count } result
   *[other] { $count } results
}
results-none-for = Nothing matches “{ $query }”.
results-try-less = Try fewer words, or remove a filter.
list-empty = There is nothing here yet.
page-previous = Previous page
page-next = Next page
page-of = Page { $page } of { $pages }
pages-navigation = Pages
days-count = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
minutes-count = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
people-count = { $count ->
    [0] nobody
    [one] { $count } person
   *[other] { $count } people
}
members-count = { $count ->
    [0] no members
    [one] { $count } member
   *[other] { $count } members
}

# Frame of the page
about-trame = About Trame
accessibility = Accessibility
footer = Footer
what-you-can-do = What you can do

# Fields
field-missing = Fill in this field.
field-not-an-address = Write a complete e-mail address, for example name@association.example.
field-not-a-choice = Choose one of the answers offered.
field-not-a-web-address = Write a complete web address that begins with https://.
field-taken = This name is already taken. Choose another one.
field-identifier-form = This number does not have the right form. Check the number of digits and letters.
field-identifier-checksum = There is probably a typing error in this number. Compare each digit with your document.

# After a form
done-saved = It is saved.
done-signed-out = You are signed out. See you soon.

less-than = less than
