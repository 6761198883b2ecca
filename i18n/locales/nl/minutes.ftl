### Het verslag.

# Document
minutes-of = Verslag: { $kind }
minutes-page = Pagina { "{" }n{ "}" } van { "{" }m{ "}" }
minutes-pdf = Pdf ({ $language })
minutes-written-in = De teksten van het secretariaat zijn in deze taal geschreven: { $language }. De rest staat in de uwe.
minutes-opened = Opening van de zitting
minutes-attendance = Aanwezigheid
minutes-nobody = Er is geen aankomst genoteerd.
attendance-room = In de zaal
attendance-remote = Op afstand
column-representative = Vertegenwoordigd door
column-arrived = Aankomst
column-left = Vertrek
proxy-ended-column = Einde van de volmacht
proxy-ended = { $time } (ingetrokken)
proxy-ended-arrival = { $time } (aankomst van de vereniging)
minutes-deliberations = Beraadslagingen
minutes-vote-times = Stemming ({ $opened } – { $closed }). { $quorum }
minutes-not-voted = Over deze motie is niet gestemd.
minutes-who = { $choice }: { $names }.
minutes-closed-at = De zitting wordt gesloten om { $time }.
minutes-roll = Bijlage: kiezerslijst
minutes-journal = Controle
minutes-journal-text = Dit verslag is gemaakt na regel { $sequence } van het logboek, met vingerafdruk { $hash }. Toont het logboek later een andere vingerafdruk op die regel, dan is het sindsdien gewijzigd.
minutes-signature-chair = Voorzitter van de zitting
minutes-signature-secretary = Secretaris van de zitting

# Redactie
minutes-edit = Het verslag aanvullen
minutes-edit-lead = De aanwezigheid, de volmachten, de stemmingen en hun resultaten staan er al in. Schrijf wat er gezegd is; een lege regel scheidt twee alinea's.
minutes-language = Taal waarin u schrijft
minutes-opening = Opening
minutes-note = Bespreking van punt { $number }: { $title }
minutes-closing = Sluiting
minutes-amendment = Ingediend door: { $names }. { $state }.
minutes-amendment-before = Tekst ervoor:
minutes-amendment-after = Voorgestelde tekst:
minutes-text-voted = Tekst waarover is gestemd
