### Het verslag nagelezen, ondertekend, goedgekeurd.

# Stappen
signing = Nalezen, ondertekenen, goedkeuren
signing-lead = De voorzitter en de secretaris van de zitting lezen het verslag na en ondertekenen het. De volgende vergadering keurt het goed.
signing-state = Stand
signing-draft = Ontwerp
signing-presented = Na te lezen
signing-read = Nagelezen
signing-signed = Ondertekend
signing-approved = Goedgekeurd
signing-step-draft = Schrijven
signing-step-presented = Voorleggen
signing-step-read = Nalezen
signing-step-signed = Ondertekenen
signing-step-approved = Goedkeuren
signing-done = gedaan
signing-now = bezig
signing-later = later
signing-version-state = { $state }, versie { $version }
signing-draft-state = Ontwerp, versie { $version }: niet nagelezen en niet ondertekend

# Wat ontbreekt
signing-next = Wat er nog te doen is
signing-missing-end = De zitting moet gesloten zijn.
signing-missing-names = De voorzitter en de secretaris van de zitting moeten aangeduid worden.
signing-missing-presentation = Versie { $version } kan worden voorgelegd.
signing-missing-reading-chair = De voorzitter van de zitting ({ $name }) moet versie { $version } nalezen.
signing-missing-reading-secretary = De secretaris van de zitting ({ $name }) moet versie { $version } nalezen.
signing-missing-signature-chair = De voorzitter van de zitting ({ $name }) moet versie { $version } ondertekenen.
signing-missing-signature-secretary = De secretaris van de zitting ({ $name }) moet versie { $version } ondertekenen.
signing-missing-approval = Een volgende vergadering moet het goedkeuren: zet dit punt op haar agenda.
signing-awaited = Het punt staat op de agenda van een vergadering: { $title }. Tot dan verandert er niets.
signing-approved-by = Goedgekeurd door een vergadering: { $title }, op { $time }.

# Aanduiden
signing-names = Voorzitter en secretaris van de zitting
signing-names-hint = Wie naar de vergadering kwam, en wie een mandaat in het netwerk heeft.
signing-names-warning = Andere namen maken van de versie weer een ontwerp: er moet opnieuw nagelezen en ondertekend worden.
signing-choose = Kiezen
signing-not-named = Nog aan te duiden

# Voorleggen
signing-present = Versie { $version } voorleggen
signing-present-text = De tekst ligt dan vast. Elke verbetering maakt er weer een ontwerp van; wat nagelezen en ondertekend is, vervalt.

# Nalezen
signing-declare-read = Ik heb versie { $version } nagelezen
signing-declare-read-text = Lees het hele verslag na voor u dit verklaart. Uw verklaring staat in het logboek.
signing-see = Het verslag nalezen

# Ondertekenen
signing-sign = Ondertekenen
signing-sign-passkey = Ondertekenen met mijn toegangssleutel
signing-sign-passkey-text = Uw toestel vraagt uw vinger, uw gezicht of uw code. Ondertekend wordt de vingerafdruk van deze tekst; iedereen kan dat nagaan, zonder deze server.
signing-passkey-refused = Er is niet ondertekend. Er is niets veranderd: probeer opnieuw, of onderteken met uw sessie.
signing-passkey-none = U hebt geen toegangssleutel waarmee u kunt ondertekenen. Voeg er een toe in uw account: dat is zekerder.
signing-passkey-nowhere = Op dit adres kunnen toegangssleutels niet gebruikt worden.
signing-account = Een toegangssleutel toevoegen
signing-session = Ondertekenen met mijn sessie
signing-session-text = Aangemeld als { $name }, { $method }. Minder zeker dan een toegangssleutel: alleen het logboek getuigt ervan, en het verslag zal het zeggen.
signing-session-confirm = Ik onderteken versie { $version } als: { $office }
signing-confirm-missing = Kruis het vakje aan om te ondertekenen. Er is niets ondertekend.

# Wie deed wat
signing-acts = Nagelezen en ondertekend
signing-acts-none = Niemand heeft deze versie al nagelezen of ondertekend.
signing-voided = Vervallen door een verbetering
signing-column-who = Wie
signing-column-office = Als
signing-column-act = Wat
signing-column-when = Wanneer
signing-column-how = Hoe
signing-act-read = Las versie { $version } na
signing-act-signed = Ondertekende versie { $version }
signing-how-passkey = Toegangssleutel, op { $site }
signing-how-session = Sessie geopend { $method }, op { $time }
signing-how-declared = Verklaring
signing-void-since = { $what } (vervallen op { $time })

# Vingerafdruk
signing-hash = Vingerafdruk van de tekst (SHA-256)
signing-check = Wat deze handtekeningen waard zijn
signing-check-text = Een handtekening met een toegangssleutel is na te gaan zonder verbinding, met het controledossier: ze toont dat het toestel van deze persoon, dat hem of haar herkende, deze vingerafdruk ondertekende. Het toestel toont alleen de naam van de site: het is deze pagina die zegt wat er ondertekend wordt. Een handtekening met een sessie steunt op het logboek van de server.

# Goedkeuring
approval = Een verslag goedkeuren
approval-lead = Het punt komt achteraan op de agenda. Neemt de vergadering het aan, dan is het verslag goedgekeurd zodra de stemming gesloten is.
approval-minutes = Goed te keuren verslag
approval-minutes-choice = { $title }, { $date } (versie { $version })
approval-add = Op de agenda zetten
approval-none-title = Geen verslag om goed te keuren
approval-none = Een verslag kan worden goedgekeurd als de voorzitter en de secretaris van de zitting het ondertekend hebben.
approval-link = Een verslag goedkeuren
approval-item-title = Goedkeuring van het verslag van { $date }
approval-item-text = De vergadering keurt het verslag goed van de vergadering “{ $title }” van { $date }, in versie { $version }, met vingerafdruk { $hash }.

# Berichten
done-minutes-named = De voorzitter en de secretaris van de zitting zijn aangeduid.
done-minutes-presented = De versie is voorgelegd.
done-minutes-read = Uw verklaring is genoteerd.
done-minutes-signed = Uw handtekening is genoteerd.
done-approval-added = De goedkeuring van het verslag staat op de agenda.

# Weigeringen
refused-minutes-not-over = De zitting is niet gesloten: het verslag kan nog niet worden voorgelegd. Sluit eerst de zitting.
refused-minutes-not-named = Duid eerst de voorzitter en de secretaris van de zitting aan. Er is niets veranderd.
refused-minutes-same-person = De voorzitter en de secretaris van de zitting zijn twee personen. Kies een andere voor een van beide.
refused-minutes-already-presented = Er is al een versie voorgelegd. Er is niets veranderd.
refused-minutes-nothing-presented = Er is geen versie voorgelegd: misschien is de tekst verbeterd. Laad de pagina opnieuw.
refused-minutes-other-version = De tekst is veranderd sinds u de pagina opende. Er is niets genoteerd: lees de huidige versie na.
refused-minutes-not-yours = Alleen de voorzitter en de secretaris van de zitting lezen na en ondertekenen, elk voor zich.
refused-minutes-already-read = U hebt dit al verklaard. Het is genoteerd.
refused-minutes-not-read = De voorzitter en de secretaris moeten deze versie eerst allebei nagelezen hebben.
refused-minutes-already-signed = U hebt deze versie al ondertekend. Uw handtekening is genoteerd.
refused-minutes-not-signed = Dit verslag is niet door beiden ondertekend: het kan nog niet worden goedgekeurd.
refused-minutes-awaited = Dit verslag staat op de agenda van een vergadering: het verandert niet voor zij beslist heeft. Er is niets veranderd.
refused-minutes-approved = Dit verslag is goedgekeurd: het verandert niet meer.
refused-minutes-signature = De handtekening past niet bij deze tekst: ze is niet genoteerd. Laad de pagina opnieuw en probeer nog eens.
refused-no-signing-passkey = U hebt geen toegangssleutel waarmee u op dit adres kunt ondertekenen. Onderteken met uw sessie, of voeg een sleutel toe in uw account.
refused-approval-item = Met dit punt wordt een verslag goedgekeurd: het wordt niet herschreven. Haal het van de agenda en zet het er opnieuw op.

# Logboek
journal-minutes-offices-named = Voorzitter en secretaris van de zitting aangeduid
journal-minutes-presented = Verslag voorgelegd
journal-minutes-read = Verslag nagelezen
journal-minutes-signed = Verslag ondertekend
journal-minutes-approved = Verslag goedgekeurd

# trame verify
verify-minutes = Verslag, versie { $version }: de tekst heeft de vingerafdruk die nagelezen en ondertekend is.
verify-minutes-missing = De tekst van het verslag ontbreekt in dit dossier.
verify-minutes-other-hash = De tekst van het verslag heeft niet de vingerafdruk die nagelezen en ondertekend is: hij is veranderd.
verify-minutes-unreadable = De tekst van het verslag is niet die van deze vergadering en deze versie.
verify-minutes-other-journal = Het verslag noemt een regel van het logboek die in dit dossier een andere vingerafdruk heeft.
verify-minutes-unsigned = Het verslag heet goedgekeurd, zonder twee geldige handtekeningen.
verify-signature-passkey = Ondertekend door { $name } ({ $office }), toegangssleutel, op { $site }: de handtekening klopt.
verify-signature-session = Ondertekend door { $name } ({ $office }) met een sessie: alleen het logboek getuigt ervan.
verify-signature-bad = Handtekening van { $name } ({ $office }): ze is niets waard ({ $why }).
verify-minutes-approved = Goedgekeurd door een vergadering: { $title }

# Wat wacht
home-signing-title = U hebt een verslag te ondertekenen
home-reading-title = U hebt een verslag na te lezen
