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

# Volledig
minutes-movements = Aankomst en vertrek, minuut voor minuut
minutes-movement-time = Uur
minutes-movement = Beweging
minutes-movement-arrived = Aankomst: { $person } ({ $organization })
minutes-movement-left = Vertrek: { $person } ({ $organization })
minutes-movement-present = Aanwezig
minutes-movement-represented = Vertegenwoordigd
minutes-movement-voices = Stemmen
minutes-until-the-end = tot het einde
minutes-quorum = Quorum van deze beslissing
minutes-quorum-moment = Moment
minutes-quorum-count = Telling
minutes-quorum-opening = Opening, { $time }
minutes-quorum-close = Sluiting, { $time }
minutes-vote-opened = Stemming geopend om { $opened }, gesloten om { $closed }.
minutes-vote-still-open = Stemming geopend om { $opened }.
minutes-without-vote = Verenigingen zonder stem
minutes-why = Waarom
minutes-annexes = Bijlagen
minutes-annex-line = { $name } ({ $kilobytes } kB). Punt { $item }. SHA-256: { $hash }
minutes-annexes-none = Er zijn geen documenten bijgevoegd.
minutes-signatures = Handtekeningen
minutes-signatures-text = Versie { $version }, vingerafdruk van de tekst (SHA-256): { $hash }. Het controledossier van de vergadering bevat deze tekst en deze handtekeningen; de opdracht “trame verify” controleert ze zonder server.
minutes-translation = Vertaling. De nagelezen en ondertekende tekst is in deze taal: { $language }.
