### De opleidingsbehoeften die leden voor een jaar opgeven.

needs-title = Opleidingsbehoeften
needs-lead = Elk jaar zeggen de verenigingen wat hun teams nodig hebben. De catalogus van het volgende jaar vertrekt daarvan.
needs-of-year = Opleidingsbehoeften voor { $year }
needs-until = De verenigingen geven hun behoeften op tot en met { $day }.
needs-closed = De behoeften werden verzameld tot en met { $day }.
needs-open = open
needs-over = voorbij
needs-none-title = Nog geen bevraging
needs-none = Als het netwerk de behoeften voor een jaar vraagt, vindt u ze hier.
needs-collect = De behoeften van een jaar verzamelen
needs-collection-edit = De bevraging wijzigen
needs-year = Jaar
needs-last-day = Laatste dag
needs-introduction = Wat u vraagt
needs-introduction-hint = In enkele zinnen: waarom, en wat u met de antwoorden doet.
needs-ask-officer = De opleidingsverantwoordelijke van uw vereniging geeft de behoeften van het team op. Vertel hem of haar wat u nodig hebt.
needs-filter = Een behoefte zoeken
needs-unanswered-only = Alleen zonder antwoord
needs-all = Behoeften samen
needs-details = Wie vraagt wat
needs-group = { $subject } ({ $associations ->
    [one] één vereniging
   *[other] { $associations } verenigingen
}, { $people ->
    [one] één persoon
   *[other] { $people } personen
})
needs-nothing-title = Nog geen behoeften
needs-nothing = De behoeften van de verenigingen komen hier samen.
needs-subject = Onderwerp
needs-need = Behoefte
needs-association = Vereniging
needs-associations = Verenigingen
needs-people = Personen
needs-preference = Wanneer en waar bij voorkeur
needs-preference-hint = Bijvoorbeeld: in de lente, in Gent of online.
needs-reasons = Waarom
needs-reasons-hint = Wat het team tegenkomt, en wat het zou willen kunnen.
needs-answer = Geplande opleiding
needs-planned = Gepland: { $title }
needs-in-preparation = Er wordt een opleiding voorbereid.
needs-noted = genoteerd
needs-unanswered = zonder antwoord
needs-plan-session = Een sessie plannen
needs-plan-training = Een opleiding plannen
needs-answers = Wat u hier plant, beantwoordt alle behoeften die onder dit onderwerp samen staan. De verenigingen zien het.
needs-together-with = Samenvoegen met
needs-together = Samenvoegen
needs-together-hint = Een opleiding uit de catalogus of een ander onderwerp. De behoeften van beide tellen dan samen.
needs-together-nothing = Er is nog geen ander onderwerp en geen opleiding in de catalogus.
needs-apart = Uit de groep halen
needs-own = Wat uw vereniging vraagt
needs-state = Een behoefte opgeven
needs-state-submit = De behoefte opslaan
needs-edit = De behoefte wijzigen
needs-remove = Intrekken
needs-for = Voor { $association }
needs-training = Opleiding uit de catalogus
needs-training-none = Iets anders
needs-other-subject = Ander onderwerp
needs-other-subject-hint = Als geen opleiding uit de catalogus past.
needs-how-many = Voor hoeveel personen
needs-file = behoeften

refused-need-closed = De behoeften werden verzameld tot en met { $day }. Schrijf naar het team van het netwerk.
refused-need-people = Zeg voor hoeveel personen: van één tot { $most }.
refused-need-stated = Uw vereniging heeft deze behoefte al opgegeven. Wijzig die liever.
refused-need-answered = Een opleiding beantwoordt deze behoefte al. Ze blijft zoals ze is.
refused-needs-year = Kies dit jaar of een van de vijf volgende.
refused-needs-last-day = Kies een laatste dag die nog niet voorbij is.
refused-needs-year-taken = De behoeften van dit jaar worden al verzameld. Wijzig die bevraging.
done-needs-collected = De bevraging is open. De verenigingen kunnen hun behoeften opgeven.
done-need-stated = De behoefte is genoteerd.
done-need-removed = De behoefte is ingetrokken.
done-needs-grouped = De behoeften staan nu anders samen.
needs-letter-subject = Opleidingsbehoeften voor { $year }
needs-letter-until = Zeg ons wat uw teams in { $year } nodig hebben, tot en met { $day }:
needs-letter-answered-subject = “{ $title }” beantwoordt uw vraag
needs-letter-answered = Het netwerk plant de opleiding “{ $title }” voor een behoefte die u hebt gemeld. U vindt ze hier:
