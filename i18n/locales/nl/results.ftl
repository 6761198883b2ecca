### Quorums, meerderheden en resultaten, met uitleg.

# Delen van een geheel
share-at-least = { $share ->
    [half] minstens de helft
    [third] minstens een derde
    [two-thirds] minstens twee derde
    [quarter] minstens een vierde
    [three-quarters] minstens drie vierde
    [three-fifths] minstens drie vijfde
    [four-fifths] minstens vier vijfde
    [all] het geheel
   *[other] minstens { $fraction }
}
share-more-than = { $share ->
    [half] meer dan de helft
    [third] meer dan een derde
    [two-thirds] meer dan twee derde
    [quarter] meer dan een vierde
    [three-quarters] meer dan drie vierde
    [three-fifths] meer dan drie vijfde
    [four-fifths] meer dan vier vijfde
    [all] meer dan het geheel
   *[other] meer dan { $fraction }
}

# Quorum
quorum-present-heads = { $count ->
    [one] { $count } vereniging aanwezig
   *[other] { $count } verenigingen aanwezig
}
quorum-present-weight = { $count ->
    [one] { $count } stem aanwezig
   *[other] { $count } stemmen aanwezig
}
quorum-represented-heads = { $count ->
    [one] { $count } vereniging aanwezig of vertegenwoordigd
   *[other] { $count } verenigingen aanwezig of vertegenwoordigd
}
quorum-represented-weight = { $count ->
    [one] { $count } stem aanwezig of vertegenwoordigd
   *[other] { $count } stemmen aanwezig of vertegenwoordigd
}
needed-count = { $count } nodig
of-entitled-heads = { $count ->
    [0] van geen enkele vereniging op de kiezerslijst
    [one] van de enige vereniging op de kiezerslijst
   *[other] van de { $count } verenigingen op de kiezerslijst
}
of-entitled-weight = { $count ->
    [0] van geen enkele stem op de kiezerslijst
    [one] van de enige stem op de kiezerslijst
   *[other] van de { $count } stemmen op de kiezerslijst
}
quorum-part = { $have }, { $needed }: { $share } { $whole }. { $reached }
quorum-part-college = { $college }: { $have }, { $needed }: { $share } { $whole }. { $reached }
quorum-reached = Dat is bereikt.
quorum-not-reached = Dat is niet bereikt.
quorum-missing = Dat is niet bereikt: er { $count ->
    [one] ontbreekt
   *[other] ontbreken
} er nog { $count }.
quorum-detail = Quorum: { $part }
roll-heads = van de verenigingen op de kiezerslijst
roll-weight = van de stemmen op de kiezerslijst
quorum-rule-none = Er is geen quorum vereist.
quorum-rule-total = { $counting ->
    [present] Quorum, alleen wie aanwezig is: { $total }.
    [voting] Quorum, wie stemt: { $total }.
   *[other] Quorum, aanwezig of met volmacht: { $total }.
}
quorum-rule-college = { $counting ->
    [present] Quorum, alleen wie aanwezig is: in elk college { $college }.
    [voting] Quorum, wie stemt: in elk college { $college }.
   *[other] Quorum, aanwezig of met volmacht: in elk college { $college }.
}
quorum-rule-both = { $counting ->
    [present] Quorum, alleen wie aanwezig is: { $total } en, in elk college, { $college }.
    [voting] Quorum, wie stemt: { $total } en, in elk college, { $college }.
   *[other] Quorum, aanwezig of met volmacht: { $total } en, in elk college, { $college }.
}

# Hoeveelheden
voices-count = { $count ->
    [one] { $count } stem
   *[other] { $count } stemmen
}
associations-count = { $count ->
    [one] { $count } vereniging
   *[other] { $count } verenigingen
}
for-heads = { $count ->
    [one] vereniging voor
   *[other] verenigingen voor
}
for-weight = { $count ->
    [one] stem voor
   *[other] stemmen voor
}
needed-label = { $count ->
   *[other] nodig
}

# Meerderheid van een motie
majority = Nodig is { $share } { $base }.
base-expressed-heads = van de verenigingen die voor of tegen stemmen
base-expressed-weight = van de uitgebrachte stemmen (voor en tegen)
base-cast-heads = van de stemmende verenigingen, onthoudingen inbegrepen
base-cast-weight = van de stemmen, onthoudingen inbegrepen
base-present-heads = van de aanwezige of vertegenwoordigde verenigingen, of ze nu stemmen of niet
base-present-weight = van de aanwezige of vertegenwoordigde stemmen, of ze nu gebruikt worden of niet
base-entitled-heads = van alle verenigingen op de kiezerslijst
base-entitled-weight = van alle stemmen op de kiezerslijst
of-expressed-heads = { $count ->
    [0] van geen enkele vereniging
    [one] van de enige vereniging die voor of tegen stemde
   *[other] van de { $count } verenigingen die voor of tegen stemden
}
of-expressed-weight = { $count ->
    [0] van geen enkele stem
    [one] van de enige uitgebrachte stem
   *[other] van de { $count } uitgebrachte stemmen
}
of-cast-heads = { $count ->
    [0] van geen enkele vereniging
    [one] van de enige stemmende vereniging
   *[other] van de { $count } stemmende verenigingen, onthoudingen inbegrepen
}
of-cast-weight = { $count ->
    [0] van geen enkele stem
    [one] van de enige stem
   *[other] van de { $count } stemmen, onthoudingen inbegrepen
}
of-present-heads = { $count ->
    [0] van geen enkele vereniging
    [one] van de enige aanwezige of vertegenwoordigde vereniging
   *[other] van de { $count } aanwezige of vertegenwoordigde verenigingen
}
of-present-weight = { $count ->
    [0] van geen enkele stem
    [one] van de enige aanwezige of vertegenwoordigde stem
   *[other] van de { $count } aanwezige of vertegenwoordigde stemmen
}

# Resultaat van een stemming
verdict-adopted = Aangenomen
verdict-rejected = Verworpen
verdict-tied = Verworpen: staking van stemmen
verdict-no-quorum = Zonder gevolg: quorum verloren
verdict-nothing-expressed = Zonder resultaat: niets uitgebracht
outcome-adopted = { $have } { $side }, { $needed }: { $share } { $whole }.
outcome-rejected = { $have } { $side }, { $needed }: { $share } { $whole }. Er { $missing ->
    [one] ontbrak
   *[other] ontbraken
} er { $missing }.
outcome-tied = { $have } { $side } en evenveel tegen. Nodig was { $share } { $whole }, dus { $needed } voor.
outcome-no-quorum = Het quorum was bij het sluiten van de stemming niet meer bereikt: de stemmen beslissen niets, hoeveel het er ook zijn.
outcome-nothing-expressed = Niemand stemde voor of tegen: er valt niets te tellen.
detail-for = Voor: { $weight } ({ $heads }).
detail-against = Tegen: { $weight } ({ $heads }).
detail-abstained = Onthouding: { $weight } ({ $heads }).
detail-silent = Aanwezig of vertegenwoordigd zonder te stemmen: { $weight } ({ $heads }).
detail-entitled = Kiezerslijst: { $weight } ({ $heads }).
detail-abstentions-apart = Onthoudingen tellen niet voor en niet tegen: het zijn geen uitgebrachte stemmen.
detail-abstentions-weigh = Onthoudingen tellen mee in het totaal: ze maken de meerderheid moeilijker te halen.
detail-silence-weighs = Niet stemmen telt mee in het totaal, net als een onthouding.

# Aantal stemmen
weight-fixed = { $voices }: alle verenigingen van het college hebben er evenveel.
weight-bracket = { $voices }: { $declared } op { $date }, in de schijf van { $from } tot minder dan { $below }.
weight-bracket-open = { $voices }: { $declared } op { $date }, in de schijf vanaf { $from }.
weight-nothing-declared = { $voices }, de laagste schijf: op de referentiedatum was niets opgegeven ({ $figure }).
weight-rule-fixed = { $voices } voor elke vereniging van het college.
weight-rule-brackets = { $brackets } ({ $figure }).
weight-rule-bracket = { $voices } vanaf { $from }
declared-employees = { $count ->
    [one] { $count } voltijds equivalent
   *[other] { $count } voltijdse equivalenten
}
declared-members = { $count ->
    [one] { $count } individueel lid
   *[other] { $count } individuele leden
}
declared-places = { $count ->
    [one] { $count } plaats
   *[other] { $count } plaatsen
}

# Kiezerslijst en volmachten
left-out-not-yet-member = Was op de referentiedatum nog geen lid.
left-out-status = { $status ->
    [applied] De kandidatuur was op de referentiedatum nog niet aanvaard.
    [suspended] Het lidmaatschap was op de referentiedatum geschorst.
    [left] Had het netwerk op de referentiedatum verlaten.
    [excluded] Was op de referentiedatum uit het netwerk gesloten.
   *[other] Had op de referentiedatum geen stem.
}
left-out-no-college = Hoort bij geen enkel college.
left-out-no-voice = Het college geeft haar geen stem.
proxies-none = Volmachten zijn niet toegelaten.
proxies-unlimited = Een vereniging mag zoveel volmachten hebben als ze krijgt.
proxies-limit = { $limit ->
    [one] Een vereniging heeft hoogstens één volmacht.
   *[other] Een vereniging heeft hoogstens { $limit } volmachten.
}
proxies-same-college = Een volmacht gaat naar een vereniging van hetzelfde college.

# Meerderheden met verschillende voorwaarden
majority-each-college = In elk college is { $share } { $base } nodig.
majority-no-college-against = Geen enkel college mag tegen zijn met { $share } { $base }.
majority-casting-vote = Bij staking van stemmen beslist de stem van de voorzitter.
in-college = { $college }: { $text }
against-heads = { $count ->
    [one] vereniging tegen
   *[other] verenigingen tegen
}
against-weight = { $count ->
    [one] stem tegen
   *[other] stemmen tegen
}
opposing-label = { $count ->
    [one] zou volstaan om het tegen te houden
   *[other] zouden volstaan om het tegen te houden
}
outcome-not-opposed = { $have } { $side }, er zouden er { $needed } nodig zijn om het tegen te houden: { $share } { $whole }.
outcome-opposed = { $have } { $side }, er waren er { $needed } nodig om het tegen te houden: { $share } { $whole }. Dat volstaat om de aanneming te verhinderen.
outcome-casting-vote-for = De stem van de voorzitter geeft de doorslag: voor.
outcome-casting-vote-against = De stem van de voorzitter geeft de doorslag: tegen.
verdict-tied-casting-vote = Staking van stemmen: de voorzitter beslist
detail-blank = Blanco: { $weight } ({ $heads }).
detail-null = Ongeldig: { $weight } ({ $heads }).
detail-blank-apart = Een blanco of ongeldige stem is afgegeven maar niet uitgebracht: ze telt niet voor en niet tegen.
quorum-voting-heads = { $count ->
    [one] { $count } vereniging die stemt
   *[other] { $count } verenigingen die stemmen
}
quorum-voting-weight = { $count ->
    [one] { $count } afgegeven stem
   *[other] { $count } afgegeven stemmen
}
