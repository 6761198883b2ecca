### Aanmelden, en de aanmelding van een vereniging instellen.

# Aanmeldpagina
sign-in-title = Aanmelden
sign-in-lead = Geef uw adres op en wij brengen u naar de juiste plaats. U hoeft hier geen wachtwoord te onthouden.
sign-in-address = Uw e-mailadres
sign-in-address-hint = Het adres dat uw vereniging kent, bijvoorbeeld naam@vereniging.example.
sign-in-pick-title = Of kies uw vereniging
sign-in-pick-label = Een vereniging zoeken
sign-in-pick-search = Naam van de vereniging
sign-in-pick-own = Aanmelden met de account van de vereniging
sign-in-pick-mail = Aanmelden met een link per e-mail
sign-in-pick-none = Geen vereniging met die naam
sign-in-pick-none-advice = Probeer een deel van de naam, of geef hierboven uw adres op.
sign-in-demo = Kies in deze demonstratie een vereniging met eigen accounts: daar kunt u de plaats van een verzonnen persoon innemen.
sign-in-mail-instead = { $organization } heeft geen eigen aanmelddienst. Geef uw adres op en u ontvangt een link.

# Eenmalige link
sign-in-sent-title = Kijk in uw mailbox
sign-in-sent = Als dit adres hier bekend is, is er een link onderweg. Hij is { $minutes } minuten geldig en werkt één keer.
sign-in-sent-advice-title = Komt er niets aan?
sign-in-sent-advice-wait = Wacht twee minuten en kijk dan bij de ongewenste berichten.
sign-in-sent-advice-other = Misschien kent uw vereniging u onder een ander adres: probeer dat.
sign-in-sent-advice-limit = Na { $limit } aanvragen in een uur moet u een uur wachten.
sign-in-sent-again = Een ander adres proberen
sign-in-link-title = Dag { $name }
sign-in-link = Gebruik de knop om u aan te melden. Deze link werkt één keer.
sign-in-link-invitation = U wordt hier verwacht. Gebruik de knop om binnen te komen: de uitnodiging werkt één keer.
sign-in-link-until = Geldig tot { $when }.
sign-in-link-action = Mij aanmelden
sign-in-link-not-you = Bent u dit niet? Sluit deze pagina en verwijder het bericht.

# Weigeringen
sign-in-refused-title = Het aanmelden is niet gelukt
sign-in-refused-at = Aanmelden met een account van { $organization }
sign-in-refused-code = Gebeurt dit opnieuw, geef dan deze code door aan het beheer van uw vereniging: { $code }.
sign-in-refused-again = Opnieuw proberen met { $organization }
sign-in-refused-other = Anders aanmelden
sign-in-waiting-title = Uw aanvraag is doorgegeven
sign-in-waiting = Het beheer van { $organization } moet u eerst toegang geven. Het is zojuist verwittigd; als u een adres hebt, ontvangt u een bericht.
sign-in-waiting-advice = U kunt deze pagina sluiten. Meld u opnieuw aan zodra u toegang hebt.
sign-in-no-mandate = Uw account wordt herkend, maar er loopt geen mandaat op uw naam. Vraag er een aan het beheer van uw vereniging of uw netwerk.
sign-in-connection-inactive = Deze vereniging heeft geen aanmelddienst in gebruik. Geef uw adres op de aanmeldpagina op en u ontvangt een link.
sign-in-connection-untested = Deze instellingen zijn nog niet met succes getest. Doe een testaanmelding en neem ze dan in gebruik.
sign-in-identity-taken = Deze account hoort hier al bij iemand anders. Kijk na met welke account u zich hebt aangemeld.
sign-in-session-ended = Uw sessie is intussen beëindigd. Meld u aan en begin opnieuw.
sign-in-approval-refused = Het beheer van uw vereniging is niet op uw aanvraag ingegaan. Neem er contact mee op.
sign-in-domain-taken = Een andere vereniging heeft al bewezen dat dit domein van haar is. Is dat een vergissing, schrijf dan naar het beheer van het netwerk.
sign-in-domain-claimed = Dit domein staat al in uw lijst.
sign-in-domain-record-missing = Het TXT-record is niet gevonden. Een wijziging van de DNS kan enkele uren duren: probeer het later opnieuw.
sign-in-network-needed = Er zijn meerdere netwerken: geef aan welk.

# Wat het protocol weigert
oidc-provider-silent = De aanmelddienst van uw vereniging antwoordt niet. Probeer het over enkele minuten opnieuw; blijft hij zwijgen, verwittig dan uw vereniging.
oidc-provider-wrong = De aanmelddienst van uw vereniging antwoordt niet zoals het hoort. Verwittig het beheer van uw vereniging: er moet een instelling nagekeken worden.
oidc-provider-error = De aanmelddienst van uw vereniging heeft het aanmelden beëindigd, misschien omdat het werd geannuleerd. Begin opnieuw.
oidc-token-refused = De aanmelddienst van uw vereniging heeft uw aanmelding niet bevestigd. Begin opnieuw; gebeurt dit nog eens, verwittig dan het beheer van uw vereniging.
oidc-other-browser = Dit antwoord hoort niet bij een aanmelding die in deze browser begon, of het is al gebruikt. Begin helemaal opnieuw, in deze browser.
oidc-other-issuer = Het antwoord was voor een andere dienst bestemd of kwam van een andere. Het is voor de veiligheid geweigerd. Begin helemaal opnieuw.
oidc-connection-changed = De aanmeldinstellingen van uw vereniging zijn intussen gewijzigd. Begin opnieuw.
oidc-signature = Het antwoord is niet ondertekend zoals het hoort. Het is voor de veiligheid geweigerd. Begin opnieuw; gebeurt dit nog eens, verwittig dan het beheer van uw vereniging.
oidc-clock = Het antwoord is te oud, of de klok van de aanmelddienst loopt niet juist. Begin opnieuw; gebeurt dit nog eens, verwittig dan het beheer van uw vereniging.
oidc-attempt-expired = Het aanmelden heeft te lang geduurd. Begin helemaal opnieuw.
oidc-logout = Het verzoek om af te melden is niet geldig.

# Afmelden
sign-out-title = U bent hier afgemeld
sign-out-provider = Misschien bent u bij { $organization } nog aangemeld. Meld u op een gedeeld toestel ook daar af.
sign-out-provider-action = Mij afmelden bij { $organization }
sign-out-home = Terug naar de startpagina

# Mijn account
account-title = Mijn account
account-lead = Uw mandaten, uw toestellen en de manier waarop u zich aanmeldt.
account-mandates = Mijn mandaten
account-mandates-caption = Lopende mandaten
account-role = Rol
account-place = Waar
account-period = Periode
account-period-open = sinds { $from }
account-period-until = van { $from } tot { $until }
account-identities = Mijn aanmeldaccounts
account-identities-none = U meldt zich aan met een link die naar uw e-mailadres gaat.
account-identities-caption = Gekoppelde accounts
account-identity = Account van
account-identity-address = Adres van de account
account-used = Laatst gebruikt
account-link-title = Uw account van { $organization } koppelen
account-link = Daarna kunt u zich aanmelden met de account die uw vereniging u gaf.
account-link-action = Deze account koppelen
account-sessions = Mijn toestellen
account-sessions-caption = Open sessies
account-device = Toestel
account-opened = Aangemeld sinds
account-seen = Laatst gezien
account-method-oidc = met de account van de vereniging
account-method-link = met een link
account-method-passkey = met een toegangssleutel
account-this-device = dit toestel
account-device-unknown = Onbekend toestel
account-end-session = Afmelden
account-end-others = Alle andere toestellen afmelden
account-language = Mijn taal
account-language-hint = Pagina's en berichten worden u in deze taal geschreven.
account-email = E-mailadres
account-no-email = geen adres bekend
account-connection = Aanmelding van { $organization }
done-session-ended = Het toestel is afgemeld.
done-identity-linked = De account is gekoppeld: u gebruikt hem vanaf uw volgende aanmelding.

# Toegangssleutels
sign-in-passkey = Aanmelden met een toegangssleutel
sign-in-passkey-refused = De toegangssleutel is niet aanvaard. Probeer opnieuw, of meld u anders aan.
account-passkeys = Mijn toegangssleutels
account-passkeys-text = Met een toegangssleutel meldt u zich aan met de vingerafdruk, het gezicht of de code van uw toestel, zonder op een e-mail te wachten.
account-passkey = Gemaakt op
account-passkey-since = Sinds
account-passkey-add = Een toegangssleutel op dit toestel toevoegen
done-passkey-registered = De toegangssleutel is bewaard.
done-passkey-removed = De toegangssleutel is verwijderd.

# Aanmelding van een vereniging
connection-title = Aanmelding
connection-lead = Uw mensen melden zich hier aan met de account die { $organization } hun gaf, via OpenID Connect.
connection-none = Nog niet ingesteld
connection-draft = Te testen
connection-tested = Getest, klaar
connection-active = In gebruik
connection-disabled = Gestopt
connection-steps-title = Hoever u staat
connection-step-settings = Instellingen
connection-step-domains = Domeinen bevestigd
connection-step-test = Test geslaagd
connection-step-active = In gebruik
connection-step-done = gedaan
connection-step-now = te doen
connection-step-later = daarna
connection-register-title = Te registreren bij uw provider
connection-redirect-uri = Terugkeeradres
connection-signed-out-uri = Terugkeeradres na het afmelden
connection-logout-uri = Afmeldadres (back-channel)
connection-direct-address = Rechtstreeks adres voor uw mensen
connection-settings = Instellingen
connection-issuer = Uitgever (issuer)
connection-issuer-hint = Het exacte adres dat uw provider geeft, bijvoorbeeld https://login.vereniging.example.
connection-client-id = Client-ID
connection-client-secret = Geheim van de client
connection-client-secret-hint = Door uw provider samen met de ID gegeven. Het wordt nooit meer getoond.
connection-client-secret-kept = Er is een geheim bewaard. Laat leeg om het te behouden; wijzigt de uitgever, dan moet u het opnieuw geven.
connection-client-authentication = Hoe het geheim wordt verstuurd
connection-authentication-basic = In de header (client_secret_basic)
connection-authentication-basic-detail = De gebruikelijke keuze.
connection-authentication-post = In de inhoud van het verzoek (client_secret_post)
connection-authentication-none = Geen geheim, publieke client
connection-pkce = De code met PKCE beschermen
connection-pkce-hint = Laat dit aangevinkt, tenzij uw provider deze parameter weigert.
connection-pkce-needed = Zonder geheim is PKCE nodig: vink dit vakje aan.
connection-scopes = Gevraagde scopes
connection-scopes-hint = Gescheiden door spaties; openid wordt altijd gevraagd.
connection-unknown-person = Als uw provider iemand kent die wij niet kennen
connection-unknown-refuse = Weigeren
connection-unknown-refuse-detail = De persoon verneemt dat een uitnodiging nodig is.
connection-unknown-ask = Het akkoord van uw beheer vragen
connection-unknown-ask-detail = De persoon wacht; u ontvangt een bericht.
connection-unknown-create = Opnemen als medewerker
connection-unknown-create-detail = Alleen met een geverifieerd adres van een van uw bevestigde domeinen.
connection-rules = Rollen die uw provider geeft
connection-rules-hint = Bij elke aanmelding heeft wie deze waarde in dit veld heeft, deze rol; wie ze niet meer heeft, verliest de rol. De rol van wettelijk vertegenwoordiger kan zo niet gegeven worden.
connection-rule-claim = Veld (claim), regel { $line }
connection-rule-value = Waarde, regel { $line }
connection-rule-role = Rol, regel { $line }
connection-rule-no-role = Geen regel
connection-rules-error = Vul elke begonnen regel aan: een veld, een waarde en een rol.
connection-save-warning = Wie de instellingen wijzigt, stopt deze aanmelding tot de volgende geslaagde test en beëindigt de sessies die zij opende, behalve de uwe.
connection-test-title = Testaanmelding
connection-test = Meld u bij uw provider aan met uw eigen account. Er verandert niets: wij tonen wat er ontvangen is en wat eruit zou volgen.
connection-test-action = Een test doen
connection-test-at = Laatste test op { $when }
connection-test-good = De test is geslaagd: deze instellingen kunnen in gebruik genomen worden.
connection-test-bad = De test is niet geslaagd
connection-test-detail = Voor wie de provider instelt: { $detail } ({ $code })
connection-test-outcome = Wat er zou gebeuren
connection-test-roles = Rollen die eruit volgen
connection-test-no-role = geen
connection-test-claims = Wat er ontvangen is
connection-test-claim = Veld
connection-test-value = Waarde
connection-outcome-welcome = Deze persoon is bekend en zou binnenkomen.
connection-outcome-create = Deze persoon zou als medewerker opgenomen worden.
connection-outcome-wait = Deze persoon zou op uw akkoord wachten.
connection-outcome-unknown = Deze persoon zou geweigerd worden, want hij of zij is niet bekend.
connection-outcome-foreign = Deze persoon zou geweigerd worden: het adres is niet van een van uw bevestigde domeinen.
connection-outcome-moved = Deze persoon zou geweigerd worden: het adres is van domein veranderd.
connection-outcome-unverified = Deze persoon zou geweigerd worden: uw provider zegt niet dat het adres geverifieerd is.
connection-activate = In gebruik nemen
connection-activate-text = De test is geslaagd. Vanaf nu melden uw mensen zich zo aan.
connection-disable = Deze aanmelding stoppen
connection-disable-text = Als u de verbinding stopt, eindigen de sessies die zij opende, behalve de uwe, en krijgen uw mensen links per e-mail.
connection-domains = Maildomeinen
connection-domains-lead = Een adres van deze domeinen leidt naar uw provider, en alleen uw provider mag er een aanbrengen.
connection-domains-none = Geen domein
connection-domains-none-text = Voeg het domein van de adressen van uw vereniging toe. Publieke maildiensten, zoals proximus.be, kunt u niet reserveren.
connection-domain = Domein
connection-domain-hint = Wat in uw adressen na @ komt, bijvoorbeeld vereniging.example.
connection-domain-state = Status
connection-domain-by-dns = bevestigd via DNS
connection-domain-by-network = bevestigd door het netwerk
connection-domain-open = te bevestigen
connection-domain-record = Te plaatsen TXT-record
connection-domain-check = Nakijken
connection-domain-remove = Verwijderen
connection-domain-add = Een domein toevoegen
connection-domain-other-way = Kunt u de DNS niet wijzigen? Het beheer van uw netwerk kan het domein bevestigen.
connection-approvals = Aanvragen om toegang
connection-approvals-lead = Deze mensen hebben zich aangemeld met een account van { $organization } en wachten op uw akkoord.
connection-approvals-none = Niemand wacht
connection-approvals-none-text = Aanvragen verschijnen hier, en u ontvangt een bericht.
connection-approvals-count = { $count ->
    [0] Geen aanvraag om toegang
    [one] { $count } aanvraag om toegang
   *[other] { $count } aanvragen om toegang
}
connection-approval-since = Sinds
connection-approval-grant = Toegang geven
connection-approval-refuse = Weigeren
done-connection-saved = De instellingen zijn bewaard.
done-connection-active = De aanmelding is in gebruik.
done-connection-disabled = De aanmelding is gestopt.
done-domain-claimed = Het domein is toegevoegd. Het moet nog bevestigd worden.
done-domain-verified = Het domein is bevestigd.
done-domain-removed = Het domein is verwijderd.
done-approval-granted = De toegang is gegeven. De persoon komt binnen bij de volgende aanmelding.
done-approval-refused = De aanvraag is geweigerd.

# Hulp door het netwerk
rescue-title = Noodhulp
rescue-lead = Als de aanmelding van { $organization } defect is, kunt u een domein bevestigen of iemand binnenlaten. Alles komt in het logboek, en de persoon wordt verwittigd.
rescue-people = Iemand binnenlaten
rescue-people-none = Niemand heeft hier een mandaat
rescue-people-none-text = Geef eerst een mandaat aan iemand van deze vereniging.
rescue-send = Een link sturen
rescue-show = Een link tonen
rescue-no-address = geen adres
rescue-vouch = Bevestigen in naam van het netwerk
rescue-link-title = Link voor { $name }
rescue-link-text = Hij werkt één keer, binnen 24 uur. Geef hem aan de persoon zelf: hij wordt nooit meer getoond.
rescue-link-address = Te openen adres
rescue-back = Terug naar noodhulp
done-rescue-sent = De link is verstuurd.
done-domain-vouched = Het domein is bevestigd in naam van het netwerk.

# Brieven
sign-in-letter-link-subject = Uw aanmeldlink
sign-in-letter-link-body =
    Dag { $name },

    Hier is de link die u hebt gevraagd om u aan te melden. Hij is { $minutes } minuten geldig en werkt één keer.

    { $link }

    Hebt u niets gevraagd? Verwijder dit bericht: zonder deze link kan niemand in uw plaats binnenkomen.
sign-in-letter-invitation-subject = { $organization } nodigt u uit
sign-in-letter-invitation-body =
    Dag { $name },

    { $organization } nodigt u uit in haar ruimte. Open deze link om binnen te komen. Hij is { $days } dagen geldig en werkt één keer.

    { $link }

    Daarna kunt u zich met dit adres aanmelden.
sign-in-letter-approval-subject = Een aanvraag om toegang voor { $organization }
sign-in-letter-approval-body =
    Dag { $name },

    { $person } heeft zich aangemeld met een account van { $organization } en wacht op uw akkoord. Meld u aan en open de aanvragen om toegang van uw vereniging.
sign-in-letter-granted-subject = Uw toegang via { $organization } is open
sign-in-letter-granted-body =
    Dag { $name },

    Het beheer van { $organization } heeft u toegang gegeven. Meld u hier aan:

    { $link }
sign-in-letter-rescue-subject = Er is een noodlink voor u gemaakt
sign-in-letter-rescue-body =
    Dag { $name },

    { $by }, die uw netwerk beheert, heeft deze link gemaakt zodat u binnen kunt. Hij is 24 uur geldig en werkt één keer.

    { $link }

    Had u dit niet verwacht, verwittig dan uw vereniging.
sign-in-letter-rescue-notice-body =
    Dag { $name },

    { $by }, die uw netwerk beheert, heeft een noodlink op uw naam gemaakt om u die persoonlijk te geven. Hij werkt één keer, binnen 24 uur.

    Had u dit niet verwacht, verwittig dan uw vereniging.
