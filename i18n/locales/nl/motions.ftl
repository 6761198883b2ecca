### Moties en amendementen: teksten, indiening, volgorde van de stemming.

motions = Moties en amendementen
motions-motion = Motie
motions-numbered = Motie { $number }
motions-authors = Ingediend door
motions-author-board = Het bestuur van het netwerk
motions-supporters = Gesteund door
motions-item = Agendapunt
motions-state = Stand
motions-reasons = Toelichting
motions-refusal = Reden van de weigering
motions-revision = Versie van de tekst
motions-revision-text = nr. { $revision }
motions-none-title = Nog geen motie
motions-none = Teksten die geamendeerd kunnen worden, verschijnen hier.
motions-now = Op dit ogenblik
motions-phase-motions = Moties en amendementen kunnen worden ingediend.
motions-phase-amendments = Amendementen kunnen worden ingediend.
motions-phase-over = Er kan niets meer worden ingediend.
motions-deadline-motions = Uiterste datum voor moties
motions-deadline-amendments = Uiterste datum voor amendementen
motions-until-session = De opening van de zitting
motions-deadlines-edit = Indieningstermijnen vastleggen
motions-deadlines-lead = Zonder datum kan worden ingediend tot de zitting opengaat.
motions-deadline-day = Laatste dag
motions-deadline-time = Uiterste uur
motions-zone = In de tijd van het netwerk ({ $zone }). Zonder uur: tot 23.59 uur.
motions-new = Een motie indienen
motions-new-lead = U dient in namens een vereniging die u vertegenwoordigt. Het bestuur zegt daarna of de motie ontvankelijk is.
motions-for-association = Namens
motions-text-in = Tekst ({ $language })
motions-text-hint = Een regel die met # begint, opent een artikel: “# Bestuur”. Een lege regel scheidt twee leden.
motions-text-others = Dezelfde tekst in een andere taal
motions-text-others-hint = Dezelfde artikelen en leden, in dezelfde volgorde: ze worden per twee verbonden.
motions-submit = Indienen
motions-save-draft = Als ontwerp bewaren
motions-draft-hint = Alleen uw vereniging ziet dit ontwerp. Dien het in vóór de uiterste datum, of trek het in.
motions-withdraw = Intrekken
motions-support = Steunen
motions-rule = Ontvankelijkheid
motions-rule-legend = Beslissing van het bestuur
motions-rule-admit = Ontvankelijk: er wordt over gestemd
motions-rule-refuse = Niet ontvankelijk
motions-rule-reason = Reden, bij een weigering
motions-rule-reason-hint = Alle leden krijgen ze te zien.
motions-rule-save = De beslissing opslaan
motions-text-now = Tekst zoals hij nu is
motions-text-now-hint = Deze tekst is niet aangenomen: hij bevat de amendementen die tot nu toe zijn aangenomen.
motions-text-adopted = Aangenomen tekst
motions-text-out-of-date = Leden zijn in een andere taal gewijzigd en hier nog niet bijgewerkt ({ $language }).
motions-read-in = De tekst lezen: { $language }
motions-article = Artikel { $number }
motions-article-titled = Artikel { $number }. { $title }
motions-paragraph-struck = Lid geschrapt
motions-paragraph-added = Lid toegevoegd
motions-stale = Niet bijgewerkt: { $language }
motions-amend = Een amendement indienen
motions-amend-until = Uiterste datum voor amendementen: { $until }
motions-amend-choose = Kies het lid dat u wilt wijzigen, schrappen of door een ander laten volgen.
motions-amend-paragraph = Lid { $place } ({ $language })
motions-amend-kind = Wat het amendement doet
motions-amend-text = Nieuwe tekst
motions-amend-text-hint = Het hele lid zoals het moet luiden, of het lid dat erbij komt. Niet nodig om te schrappen.
motions-amendment-title = Amendement { $number } op lid { $place }: { $what }
motions-amendment-title-short = Amendement { $number }: { $what }
motions-by = Door { $names }
motions-supported-by = Gesteund door { $names }
motions-written-in = Betreft de tekst in: { $language }
motions-words-removed = geschrapt:
motions-words-added = toegevoegd:
motions-words-end = einde
motions-rebased = Het lid is sinds de indiening gewijzigd. De twee wijzigingen gaan samen: het amendement wordt op de tekst van nu gelezen.
motions-translation-first = Het lid is in een andere taal gewijzigd: eerst moet de vertaling worden bijgewerkt.
motions-superseded-by = Zonder voorwerp sinds amendement { $number } is aangenomen. { $why }
motions-collision-compatible = Amendement { $other } wijzigt andere woorden van hetzelfde lid: beide kunnen worden aangenomen.
motions-collision-exclusive = Amendement { $other } wijzigt dezelfde woorden: wordt het ene aangenomen, dan is het andere zonder voorwerp.
motions-collision-deletion = Amendement { $other } betreft hetzelfde lid, en een van beide schrapt het.
motions-collision-same-place = Amendement { $other } voegt op dezelfde plaats een lid toe: wat eerst wordt aangenomen, komt eerst.
motions-collision-languages = Amendement { $other } wijzigt hetzelfde lid in een andere taal.
motions-see-amendment = Amendement { $number } bekijken
motions-see-motion = De hele tekst en de amendementen
motions-see-motion-amendments = { $amendments ->
    [0] Artikelen: lezen en amenderen
    [one] Artikelen en amendementen ({ $amendments })
   *[other] Artikelen en amendementen ({ $amendments })
}
motions-item-text = De artikelen schrijven
motions-item-text-lead = De leden kunnen deze tekst lid per lid amenderen. De tekst van het punt blijft erboven staan, als besluit.
motions-order = Volgorde van de stemming
motions-order-by-rule = Per lid: eerst de schrapping, dan de amendementen die het verst van de tekst af staan, dan de toevoegingen. De afstand is het aantal geschrapte en toegevoegde woorden.
motions-order-by-chair = De volgorde is door de voorzitter vastgelegd.
motions-order-reset = Terug naar het verste eerst
motions-order-next = Volgende
motions-order-none-title = Geen amendement wacht op stemming
motions-order-none = Over de tekst kan worden gestemd.
motions-distance = { $words ->
    [0] Geen woord verandert
    [one] { $words } woord verschil met de tekst
   *[other] { $words } woorden verschil met de tekst
}
motions-back-to-motion = Terug naar de motie
motions-translation = Vertalingen bijwerken
motions-translation-lead = Deze leden zijn in de ene taal gewijzigd en nog niet in de andere. Verbeter ze en zeg dan dat ze bijgewerkt zijn.
motions-translation-of = Lid { $place }: { $language }
motions-translation-save = Dit is bijgewerkt
motions-translation-none-title = Alles is bijgewerkt
motions-translation-none = Elk lid zegt in elke taal hetzelfde, volgens de laatste nalezing.
chair-next-amendment = Volgende stemming: { $title }
done-motion-drafted = Het ontwerp is bewaard. Het is nog niet ingediend.
done-motion-submitted = De motie is ingediend.
done-motion-withdrawn = De motie is ingetrokken.
done-motion-supported = De steun is genoteerd.
done-amendment-submitted = Het amendement is ingediend. Het bestuur zegt of het ontvankelijk is.
done-amendment-withdrawn = Het amendement is ingetrokken.
refused-motion-not-from-here = Dit kan niet meer: de stand is “{ $state }”. Laad de pagina opnieuw om te zien hoe het ermee staat.
refused-motion-deadline = De indieningstermijn is verstreken. Het bestuur van het netwerk kan hem verlengen.
refused-motion-session = De zitting is geopend: er kan niets meer worden ingediend, tenzij het bestuur een datum vastlegt.
refused-motion-not-on-roll = Deze vereniging staat niet op de kiezerslijst van deze vergadering: zij kan niets indienen of steunen.
refused-motion-backs-already = Deze vereniging is al indiener of steunt al.
refused-motion-reason = Er is niets opgeslagen. Kies een beslissing; een weigering vraagt een reden.
refused-motion-changes-nothing = Dit amendement verandert niets aan de tekst.
refused-motion-without-object = Het amendement is zonder voorwerp. { $why }
refused-motion-translation-first = Het lid is in een andere taal gewijzigd. Het bestuur moet het eerst bijwerken ({ $language }).
refused-motion-not-its-turn = Amendement { $first } komt eerst. De voorzitter kan de volgorde van de stemming wijzigen.
refused-motion-amendments-pending = { $count ->
    [one] Eén amendement wacht nog op een beslissing of een stemming: het komt vóór de tekst.
   *[other] { $count } amendementen wachten nog op een beslissing of een stemming: ze komen vóór de tekst.
}
refused-motion-text-empty = De tekst is leeg.
refused-motion-article-empty = Artikel { $article } heeft geen lid.
refused-motion-built-differently = De talen hebben niet dezelfde leden vanaf artikel { $article } ({ $language }).
refused-motion-up-to-date = Dit lid is al bijgewerkt: alleen een stemming kan het wijzigen.
