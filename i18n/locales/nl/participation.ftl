## Zonder stem deelnemen, en een vergadering vragen

participation-without-vote = Aanwezig zonder stem
participation-member = lid zonder stem
participation-person-concerned = betrokken persoon
participation-staff = personeel
participation-partner = partner
participation-observer = uitgenodigd om waar te nemen
participation-public = publiek
participation-you-are-here = Uw aanwezigheid is genoteerd ({ $audience }).
participation-not-here = U kunt deze vergadering bijwonen zonder te stemmen ({ $audience }). Zeg ons wanneer u er bent: de notulen noemen u.
participation-may-speak = De statuten laten u toe het woord te vragen.
participation-listens = De statuten laten u toe aanwezig te zijn, zonder het woord te nemen.
participation-as = Als
participation-with = Met
participation-with-hint = Niet verplicht: de begeleidende vereniging, bijvoorbeeld.
participation-name = Naam
participation-name-hint = De naam die de persoon opgeeft; een schuilnaam mag. Een account of e-mailadres is niet nodig.
participation-write-down = De aanwezigheid noteren
participation-desk-hint = Wie van de statuten aanwezig mag zijn zonder te stemmen. Ze staan in de notulen, maar tellen niet voor het quorum.
participation-minutes = Aanwezig zonder stem: { $people }.
participation-minuted = { $name } ({ $audience })
participation-minuted-with = { $name } ({ $audience }, { $organization })
done-floor-asked-for = De aanvraag van het woord staat op de lijst.
refused-not-in-the-room = De statuten zeggen wie deze vergadering zonder stem bijwoont, en uw rol hoort daar niet bij. Na de zitting kunt u de notulen lezen; voor een vraag kunt u terecht bij het bestuur van het netwerk.
refused-audience-does-not-speak = De statuten laten deze persoon toe aanwezig te zijn, zonder het woord te nemen. Er is niets veranderd; wie voorzit, kan altijd het woord geven.

# Een vergadering vragen, en wie ze bijeenroept
requests = Vragen om een vergadering
requests-lead = Leden kunnen vragen dat het bestuur een vergadering bijeenroept, en zeggen waarom.
requests-rule = { $kind }: { $needed } van de { $of } leden die vandaag een stem hebben, verplichten het bestuur ze bijeen te roepen.
requests-no-rule = De statuten van dit netwerk voorzien niet dat leden een vergadering vragen. Er is niets bewaard; richt u tot het bestuur.
requests-none-title = Nog geen vragen
requests-none = De vragen en hun aantal leden verschijnen hier, voor alle leden.
requests-count = { $have ->
    [one] { $have } lid vraagt het; er zijn er { $needed } van { $of } nodig.
   *[other] { $have } leden vragen het; er zijn er { $needed } van { $of } nodig.
}
requests-asking = Leden die het vragen
requests-enough = Aantal bereikt
requests-reached = Sinds { $date } moet het bestuur deze vergadering bijeenroepen.
requests-answered = Vergadering die op deze vraag werd bijeengeroepen:
requests-join = Ook vragen
requests-leave = Onze vraag intrekken
requests-answer-by = Vergadering die op deze vraag werd bijeengeroepen
requests-answer = Het antwoord noteren
requests-new = Een vergadering vragen
requests-purpose = Doel
requests-purpose-hint = Waarover de vergadering moet beslissen. Alle leden lezen het.
requests-ask = De vraag versturen
done-assembly-requested = De vraag is bewaard. De andere leden kunnen zich erbij aansluiten.
home-request-title = { $count ->
    [one] Leden vragen een vergadering
   *[other] Leden vragen { $count } vergaderingen
}
home-request = Het aantal leden dat de statuten voorzien is bereikt: het bestuur moet bijeenroepen.
home-request-action = De vraag bekijken
refused-not-a-convener = De statuten zeggen wie bijeenroept: { $who }. Er is niets verloren, het ontwerp blijft klaar: vraag iemand van het bestuur om het te openen en bijeen te roepen. (Het bestuur roept ook bijeen namens de voorzitter of de commissaris.)
refused-request-answered = Op deze vraag is al een vergadering bijeengeroepen. Er is niets veranderd.
refused-request-no-vote = Alleen leden die vandaag een stem hebben, tellen mee voor deze vraag, en deze vereniging heeft er geen. Er is niets bewaard; richt u tot het bestuur.
