### De vergaderingen: voorbereiding, zitting, stemmingen.

# Lijst van de vergaderingen
assembly = Vergadering
assembly-new = Een vergadering voorbereiden
assembly-edit = De datum, de plaats of de titel wijzigen
assemblies-empty-title = Nog geen vergadering
assemblies-empty = U krijgt een e-mail zodra de volgende wordt bijeengeroepen.
assemblies-empty-convene = Bereid de eerste voor: de leden krijgen niets voordat u ze bijeenroept.
assembly-kind = Soort vergadering
assembly-date = Datum
assembly-state = Stand

# Wat de pagina van een vergadering zegt
assembly-venue = Deelname
assembly-place = Plaats
assembly-remote = Op afstand
assembly-convened = Oproeping
assembly-convened-text = { $days ->
    [0] Verstuurd op { $date }, op de dag van de vergadering (vereiste termijn in dagen: { $required }).
    [one] Verstuurd op { $date }, { $days } dag voor de vergadering (vereiste termijn in dagen: { $required }).
   *[other] Verstuurd op { $date }, { $days } dagen voor de vergadering (vereiste termijn in dagen: { $required }).
}
assembly-enter-room = Naar de zitting
assembly-desk = Onthaaltafel
assembly-screen = Scherm voor de zaal
assembly-minutes = Verslag
assembly-rules = Regels van deze vergadering
agenda-empty-title = De agenda is leeg
agenda-empty = De punten verschijnen hier in de volgorde waarin ze behandeld worden.
document-size = ({ $kilobytes } kB)

# Regels
quorum = Quorum
quorum-of-college = Quorum, { $college }
majority-label = Meerderheid
notice = Oproepingstermijn
notice-rule = { $days ->
    [0] Er is geen termijn vereist.
    [one] De oproeping vertrekt minstens { $days } dag voor de vergadering.
   *[other] De oproeping vertrekt minstens { $days } dagen voor de vergadering.
}

# Kiezerslijst
roll = Kiezerslijst
roll-show = Elke vereniging met haar aantal stemmen bekijken
roll-frozen = { $associations ->
    [0] Vastgelegd op { $date }: er staat geen enkele vereniging op.
    [one] Vastgelegd op { $date }: { $associations } vereniging, { $voices ->
        [one] { $voices } stem
       *[other] { $voices } stemmen
    }. De lijst verandert niet meer.
   *[other] Vastgelegd op { $date }: { $associations } verenigingen, { $voices ->
        [one] { $voices } stem
       *[other] { $voices } stemmen
    }. De lijst verandert niet meer.
}
roll-preview = { $associations ->
    [0] De lijst wordt vastgelegd bij het versturen van de oproeping.
    [one] Met een oproeping vandaag: { $associations } vereniging, { $voices ->
        [one] { $voices } stem
       *[other] { $voices } stemmen
    }. De lijst wordt vastgelegd bij het versturen van de oproeping.
   *[other] Met een oproeping vandaag: { $associations } verenigingen, { $voices ->
        [one] { $voices } stem
       *[other] { $voices } stemmen
    }. De lijst wordt vastgelegd bij het versturen van de oproeping.
}
roll-left-out = Zonder stem in deze vergadering:
export-csv = Downloaden voor een rekenblad (CSV)
column-association = Vereniging
column-college = College
column-voices = Stemmen
column-why = Waarom
column-present = Aanwezigheid
present = Aanwezig
represented = Vertegenwoordigd
absent = Afwezig

# Voorbereiding
preparation = Voorbereiding
field-title = Titel
assembly-day = Dag
assembly-time = Beginuur
assembly-place-hint = Het volledige adres, met de zaal.
assembly-remote-hint = De link van de videovergadering, die begint met https://.
item-new = Een punt toevoegen
item-edit = Het punt wijzigen
item-kind = Soort punt
item-text = Tekst
item-text-hint = Voor een motie: de precieze tekst waarover gestemd wordt.
move-up = Naar boven
move-down = Naar beneden
document-add = Een document toevoegen
document-file = Bestand
document-hint = Liefst een pdf, van hoogstens 10 MB.
convene = Bijeenroepen
convene-what-happens = { $associations ->
    [one] { $associations } vereniging krijgt de oproeping per e-mail.
   *[other] { $associations } verenigingen krijgen de oproeping per e-mail.
} De kiezerslijst, de regels en de agenda liggen dan vast.
convened-title = De vergadering is bijeengeroepen
convened-letters = { $letters ->
    [0] Er is geen oproeping vertrokken.
    [one] Er is { $letters } oproeping vertrokken.
   *[other] Er zijn { $letters } oproepingen vertrokken.
}
convened-unreachable = Bij deze verenigingen is er niemand om naar te schrijven. Verwittig ze zelf en noteer dan op hun fiche wie hen vertegenwoordigt:

# Stemmingen en resultaten
poll-open = Stemming bezig
condition-met = Voorwaarde vervuld
condition-not-met = Voorwaarde niet vervuld
at-least = minstens
tally-caption = Verdeling van de stemmen
tally-null = Ongeldig
tally-amount = { $voices ->
    [one] { $voices } stem
   *[other] { $voices } stemmen
} ({ $associations ->
    [one] { $associations } vereniging
   *[other] { $associations } verenigingen
})
votes-by-name = De stem van elke vereniging
column-vote = Keuze
column-by = Met volmacht
vote-by-proxy = Uitgebracht door { $holder }
turnout = Deelname aan de stemming
turnout-text = { $present ->
    [0] Geen enkele vereniging aanwezig of vertegenwoordigd.
    [one] { $voted } gestemd van { $present } aanwezige of vertegenwoordigde vereniging ({ $voices } van { $present_voices } stemmen).
   *[other] { $voted ->
        [0] Nog niemand heeft
        [one] { $voted } heeft
       *[other] { $voted } hebben
    } gestemd van { $present } aanwezige of vertegenwoordigde verenigingen ({ $voices } van { $present_voices } stemmen).
}
turnout-complete = Alle hebben gestemd.
screen-result = Resultaat

# Zitting
room = Zitting
room-over-title = De zitting is gesloten
room-over = De stemmingen zijn gesloten. Het verslag zegt wat er beslist is en waarom.
room-figures = Aanwezigheid en deelname
room-interrupted = De verbinding is verbroken: deze cijfers volgen de zitting niet meer. Ververs de pagina.
room-no-vote = Er is geen stemming open. Hou deze pagina open: de volgende stemming verschijnt hier.
room-vote = Uw stem
room-you-are-here = { $organization }: uw aanwezigheid is genoteerd.
room-not-here = { $organization }: uw aanwezigheid is nog niet genoteerd. Zeg dat u er bent om mee te tellen voor het quorum en te stemmen.
room-proxy-given = { $organization } heeft een volmacht gegeven aan { $holder }. Als u aankomt, vervalt die volmacht.
room-arrive = Ik ben er
room-arrive-in-room = Ik ben er, in de zaal
room-arrive-remote = Ik ben er, op afstand
room-leave = Ik ga weg
ballot-own = { $organization }, uw vereniging: { $voices ->
    [one] { $voices } stem
   *[other] { $voices } stemmen
}
ballot-proxy = { $organization }, die u een volmacht gaf: { $voices ->
    [one] { $voices } stem
   *[other] { $voices } stemmen
}
ballot-given-away = De volmacht is gegeven aan { $holder }, die voor deze vereniging stemt. Wilt u zelf stemmen, tik dan op “Ik ben er”: de volmacht vervalt dan.
ballot-recorded-tag = Genoteerd
ballot-recorded = Uw stem: { $choice }. U kunt ze wijzigen zolang de stemming open is.
ballot-cast = Stemmen
ballot-change = Mijn stem wijzigen

# Voorzitter van de zitting
chair = Voorzitterschap van de zitting
chair-open-hint = Open de zitting op het afgesproken uur. Dan kan er gestemd worden.
chair-open = De zitting openen
chair-poll-open = Stemming bezig: { $title }. { $voted ->
    [0] Nog geen enkele vereniging heeft gestemd
    [one] { $voted } vereniging heeft gestemd
   *[other] { $voted } verenigingen hebben gestemd
}, van { $present }.
chair-close-poll = De stemming sluiten
chair-next-motion = Volgende motie: { $number }. { $title }
chair-open-poll = De stemming openen
chair-other-motions = Over een andere motie laten stemmen
chair-all-voted = Over alle moties is gestemd.
chair-close = De zitting sluiten
chair-close-early = De zitting sluiten voor het einde van de agenda

# Volmachten
proxies = Volmachten
proxies-none-given = Er is geen volmacht gegeven.
proxies-given = { $count } volmachten gegeven
proxy-giver = Gegeven door
proxy-holder = Aan
proxy-given-at = Sinds
proxy-give = Een volmacht geven
proxy-give-to = { $organization }: wie stemt in haar plaats?
proxy-revoke = De volmacht intrekken

# Onthaaltafel
desk-people = Personen
desk-arrives = Aankomst noteren
desk-leaves = Vertrek noteren
desk-nobody = Niemand heeft vandaag een mandaat als vertegenwoordiger. De vereniging kan er een toevoegen of een volmacht geven.
desk-proxy-to = Volmacht gegeven aan { $holder }

# Na een formulier
done-vote-recorded = Uw stem is genoteerd.
done-arrived = De aankomst is genoteerd.
done-left = Het vertrek is genoteerd.
done-proxy-given = De volmacht is gegeven.
done-proxy-revoked = De volmacht is ingetrokken.
done-session-opened = De zitting is open.
done-session-closed = De zitting is gesloten. U kunt het verslag aanvullen.
done-poll-opened = De stemming is open.
done-poll-closed = De stemming is gesloten. Hier is het resultaat.
done-convened = De vergadering is bijeengeroepen. De oproepingen zijn vertrokken.
done-item-added = Het punt staat op de agenda.
done-item-removed = Het punt is van de agenda gehaald.
done-document-added = Het document is toegevoegd.

# Wat geweigerd wordt
refused-ballot-choose = Er is geen stem genoteerd. Kies Voor, Tegen of Onthouding en stem dan.
refused-proxy-choose = Er is geen volmacht gegeven. Kies de vereniging die in uw plaats zal stemmen.
refused-no-proxy = Deze vereniging heeft geen lopende volmacht: er is niets in te trekken.
refused-not-a-representative = Deze persoon heeft vandaag geen mandaat als vertegenwoordiger van de vereniging. Het beheer van de vereniging kan er een toekennen; een andere gemandateerde persoon kan ook komen.
refused-date-impossible = Deze datum is niet mogelijk. Kies een datum dichter bij vandaag.
refused-before-the-day = De dag van de vergadering is nog niet aangebroken. Op die dag wordt de zitting geopend en worden aankomsten geregistreerd; een volmacht geven kan nu al.
refused-minutes-conflict = Iemand anders heeft intussen de notulen opgeslagen. Uw tekst staat nog hieronder: lees eerst de opgeslagen notulen na en vul dan uw tekst aan. Als u nu opslaat, vervangt uw tekst die van de andere persoon.

roll-more = { $more ->
    [one] En nog één vereniging; de te downloaden tabel bevat ze allemaal.
   *[other] En nog { $more } verenigingen; de te downloaden tabel bevat ze allemaal.
}
desk-search-label = Een vereniging zoeken aan het onthaal
desk-search = Vereniging of persoon
desk-none-found-title = Niemand met die naam
desk-none-found = Controleer de spelling of wis de zoekopdracht.
room-before-the-day = Aankomsten worden genoteerd vanaf { $date }. Tot dan kunt u een volmacht geven aan een andere vereniging.
