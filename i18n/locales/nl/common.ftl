### De woorden die elke pagina nodig heeft.

-product = Trame

# Pagina
product-name = { -product }
skip-to-content = Naar de inhoud
main-navigation = Hoofdnavigatie
breadcrumb = Kruimelpad
you-are-here = U bent hier
home = Startpagina
menu = Menu
close-menu = Menu sluiten
help = Hulp
page-title = { $title } – { $network }
demo-notice = Demonstratiegegevens: de stemmen, de personen en de adressen zijn verzonnen.
demo-badge = Demonstratie

# Taal en weergave
language = Taal
language-fr = Français
language-nl = Nederlands
language-en = English
change-language = Taal wijzigen
appearance = Weergave
appearance-system = Zoals mijn toestel
appearance-light = Licht
appearance-dark = Donker

# Account
sign-in = Aanmelden
sign-out = Afmelden
signed-in-as = U bent aangemeld als { $name }
my-account = Mijn account

# Handelingen
save = Opslaan
save-changes = Wijzigingen opslaan
cancel = Annuleren
back = Terug
back-to = Terug: { $page }
continue = Verdergaan
confirm = Bevestigen
search = Zoeken
search-clear = Zoekopdracht wissen
filter = Filteren
filter-clear = Filters verwijderen
sort-by = Sorteren op
add = Toevoegen
edit = Wijzigen
remove = Weghalen
delete = Verwijderen
open = Openen
close = Sluiten
send = Versturen
download = Downloaden
print = Afdrukken
view = Bekijken
view-all = Alles bekijken
try-again = Opnieuw proberen
refresh = Vernieuwen
copy = Kopiëren
copied = Gekopieerd
undo = Ongedaan maken
actions = Acties
details = Details
more = Meer
less = Minder

# Formulieren
yes = Ja
no = Nee
required = verplicht
optional = niet verplicht
required-fields = Alle velden zijn verplicht, behalve die met “niet verplicht”.
choose = Kiezen
choose-one = Kies uit de lijst
none = Geen
all = Alles
other = Andere
unknown = Onbekend
not-given = Niet ingevuld
errors-title = { $count ->
    [one] Er is nog één punt te verbeteren
   *[other] Er zijn nog { $count } punten te verbeteren
}
errors-nothing-lost = Er is niets verloren: wat u hebt geschreven, staat er nog.
field-required = Vul dit veld in.
field-too-long = { $limit ->
    [one] Schrijf hoogstens { $limit } teken.
   *[other] Schrijf hoogstens { $limit } tekens.
}
field-too-short = { $min ->
    [one] Schrijf minstens { $min } teken.
   *[other] Schrijf minstens { $min } tekens.
}
field-not-a-date = Schrijf een datum die bestaat, bijvoorbeeld 02/06/2022.
field-not-a-time = Schrijf een uur, bijvoorbeeld 14:30.
field-not-a-number = Schrijf een geheel getal, bijvoorbeeld 12.
field-out-of-range = Schrijf een getal van { $min } tot { $max }.
field-not-an-email = Schrijf een volledig adres, bijvoorbeeld naam@vereniging.example.
field-not-a-url = Schrijf een volledig adres dat begint met https://.
field-not-in-list = Kies een antwoord uit de lijst.

# Wat net is gedaan
saved = Het is opgeslagen.
sent = Het is verstuurd.
removed = Het is weggehaald.
nothing-changed = Er is niets veranderd.
nothing-was-lost = Er is niets verloren gegaan.

# Gewone woorden
name = Naam
email = E-mailadres
phone = Telefoon
address = Adres
website = Website
date = Datum
time = Uur
from-date = Vanaf
until-date = Tot en met
since = sinds { $date }
until = tot en met { $date }
from-until = van { $from } tot en met { $until }
today = Vandaag
tomorrow = Morgen
yesterday = Gisteren
place = Plaats
status = Status
type = Soort
number = Nummer
description = Beschrijving
comment = Opmerking
reason = Reden
document = Document
documents = Documenten
total = Totaal
by-person = door { $name }
time-zone-note = Tijd in { $zone }

# Lijsten
results-count = { $count ->
    [0] Geen resultaten
    [one] { $count } resultaat
   *[other] { $count } resultaten
}
results-none-for = Niets komt overeen met “{ $query }”.
results-try-less = Probeer het met minder woorden of verwijder een filter.
list-empty = Hier staat nog niets.
page-previous = Vorige pagina
page-next = Volgende pagina
page-of = Pagina { $page } van { $pages }
pages-navigation = Pagina's
days-count = { $count ->
    [one] { $count } dag
   *[other] { $count } dagen
}
minutes-count = { $count ->
    [one] { $count } minuut
   *[other] { $count } minuten
}
people-count = { $count ->
    [0] niemand
    [one] { $count } persoon
   *[other] { $count } personen
}
members-count = { $count ->
    [0] geen leden
    [one] { $count } lid
   *[other] { $count } leden
}

# Kader van de pagina
about-trame = Over Trame
accessibility = Toegankelijkheid
footer = Onderaan de pagina
what-you-can-do = Wat u kunt doen

# Velden
field-missing = Vul dit veld in.
field-not-an-address = Schrijf een volledig e-mailadres, bijvoorbeeld naam@vereniging.example.
field-not-a-choice = Kies een van de voorgestelde antwoorden.
field-not-a-web-address = Schrijf een volledig webadres dat begint met https://.
field-taken = Deze naam is al in gebruik. Kies een andere.
field-identifier-form = Dit nummer heeft niet de juiste vorm. Controleer het aantal cijfers en letters.
field-identifier-checksum = In dit nummer staat wellicht een tikfout. Vergelijk elk cijfer met uw document.

# Na een formulier
done-saved = Het is opgeslagen.
done-signed-out = U bent afgemeld. Tot ziens.

less-than = minder dan
