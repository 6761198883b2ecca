### De namen van wat het domein onderscheidt, voor labels en lijsten.

membership-status-applied = Kandidatuur lopend
membership-status-admitted = Lid
membership-status-suspended = Geschorst
membership-status-left = Vertrokken
membership-status-excluded = Uitgesloten

membership-step-apply = Lidmaatschap aanvragen
membership-step-admit = Toelaten
membership-step-suspend = Schorsen
membership-step-reinstate = De schorsing opheffen
membership-step-leave = Het netwerk verlaten
membership-step-exclude = Uitsluiten of weigeren

legal-form-association-1901 = Franse vereniging (wet van 1901)
legal-form-association-alsace-moselle = Vereniging van Elzas-Moezel
legal-form-foundation = Stichting
legal-form-asbl = Franstalige vzw (asbl)
legal-form-vzw = Vzw
legal-form-aisbl = Ivzw
legal-form-cooperative = Coöperatie
legal-form-public-body = Openbare instelling
legal-form-company = Onderneming
legal-form-informal = Groep zonder rechtspersoonlijkheid
legal-form-other = Andere vorm

figure-employees = personeel in voltijdse equivalenten
figure-members = aantal individuele leden
figure-places = aantal plaatsen voor opvang of wonen

assembly-kind-ordinary = Gewone algemene vergadering
assembly-kind-extraordinary = Buitengewone algemene vergadering

assembly-state-draft = In voorbereiding
assembly-state-convened = Bijeengeroepen
assembly-state-open = In zitting
assembly-state-closed = Gesloten

venue-room = Ter plaatse
venue-remote = Op afstand
venue-hybrid = Ter plaatse en op afstand

item-kind-information = Mededeling
item-kind-motion = Motie
item-kind-election = Verkiezing van personen

choice-for = Voor
choice-against = Tegen
choice-abstain = Onthouding
choice-blank = Blanco

poll-state-open = Stemming open
poll-state-closed = Stemming gesloten

register-rna = RNA-nummer
register-siren = Siren-nummer
register-siret = Siret-nummer
register-enterprise-number = Ondernemingsnummer (KBO)

unknown-person-refuse = Weigeren en zeggen bij wie men terechtkan
unknown-person-ask-approval = Laten goedkeuren door het beheer van de vereniging
unknown-person-create-staff = Opnemen als personeel

connection-state-draft = In voorbereiding
connection-state-tested = Met succes getest
connection-state-active = Actief
connection-state-disabled = Uitgeschakeld

unit-heads = Eén stem per vereniging
unit-weight = Volgens het aantal stemmen

counting-present = Alleen wie aanwezig is
counting-present-and-represented = Aanwezig of met volmacht
counting-voting = Wie stemt

majority-base-expressed = Uitgebrachte stemmen (voor en tegen)
majority-base-cast = Stemmen, onthoudingen inbegrepen
majority-base-present = Aanwezige of vertegenwoordigde stemmen
majority-base-entitled = De hele kiezerslijst

comparison-at-least = Minstens
comparison-more-than = Meer dan

motion-state-draft = Ontwerp
motion-state-submitted = Ingediend
motion-state-admissible = Ontvankelijk
motion-state-refused = Niet ontvankelijk
motion-state-voting = Stemming loopt
motion-state-adopted = Aangenomen
motion-state-rejected = Niet aangenomen
motion-state-withdrawn = Ingetrokken
motion-state-superseded = Zonder voorwerp
change-replace = het lid wijzigen
change-delete = het lid schrappen
change-insert = er een lid achter toevoegen
without-object-paragraph-gone = Het lid is geschrapt.
without-object-overlap = Wat is aangenomen, wijzigt dezelfde woorden.
without-object-already-so = De tekst zegt dat al.
