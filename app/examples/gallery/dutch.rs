use std::sync::Arc;

use app::ui::*;
use leptos::prelude::*;

fn frame(title: &str) -> Frame {
    let languages = [("fr", "Français"), ("nl", "Nederlands"), ("en", "English")].map(|(tag, name)| LanguageLink {
        tag: tag.into(),
        name: name.into(),
        href: format!("?lang={tag}"),
    });
    Frame {
        language: "nl".into(),
        title: title.into(),
        chrome: Arc::new(Chrome {
            skip: "Naar de inhoud".into(),
            home: "Trame, startpagina".into(),
            navigation: "Rubrieken".into(),
            breadcrumb: "U bent hier".into(),
            languages: "Taal".into(),
            sign_in: "Aanmelden".into(),
            sign_out: "Afmelden".into(),
            footer: "Over deze site".into(),
            about: "Trame, het gezamenlijke leven van een federatie van verenigingen.".into(),
        }),
        network: Some(PageLink::new("/networks/5", "Interreg IV France – Wallonie – Vlaanderen")),
        navigation: vec![
            PageLink::new("home.html", "Overzicht"),
            PageLink::new("organizations.html", "Lidverenigingen").current(true),
            PageLink::new("room.html", "Algemene vergaderingen"),
            PageLink::new("#", "Documenten"),
        ],
        languages: languages.into(),
        sign_in: "/sign-in".into(),
        demo_notice: Some("Demonstratiegegevens: stemmen, personen en adressen zijn verzonnen.".into()),
        breadcrumb: vec![PageLink::new("/", "Netwerk"), PageLink::new("/x", title)],
        footer: vec![
            PageLink::new("/a", "Toegankelijkheid: gedeeltelijk in overeenstemming"),
            PageLink::new("/h", "Hulp"),
        ],
        ..Frame::default()
    }
}

pub fn form() -> String {
    page(frame("Buitengewone algemene vergadering bijeenroepen"), || {
        let required = || Some("verplicht".to_owned());
        let errors = vec![
            ("date".to_owned(), "Kies een datum minstens 15 dagen na vandaag.".to_owned()),
            ("kind".to_owned(), "Kies het soort vergadering.".to_owned()),
        ];
        view! {
            <PageHeader
                title="Buitengewone algemene vergadering bijeenroepen"
                lead="De uitnodiging vertrekt pas na uw bevestiging op de volgende pagina."
            />
            <ErrorSummary title="Twee antwoorden vragen uw aandacht" errors/>
            <PostForm action="/assemblies">
                <Choices
                    name="kind"
                    legend="Soort vergadering"
                    required=required()
                    error="Kies het soort vergadering.".to_owned()
                    options=vec![
                        Choice::new("ordinary", "Gewone algemene vergadering").detail("Jaarverslag, rekeningen, verkiezingen."),
                        Choice::new("extraordinary", "Buitengewone algemene vergadering").detail("Wijziging van de statuten, ontbinding."),
                    ]
                />
                <Field
                    name="date"
                    label="Datum"
                    kind="date"
                    width=FieldWidth::Short
                    value="2026-11-24"
                    required=required()
                    hint="De oproepingstermijn van dit netwerk is 15 dagen.".to_owned()
                    error="Kies een datum minstens 15 dagen na vandaag.".to_owned()
                />
                <FieldGroup legend="Plaats">
                    <Field name="place" label="Adres" autocomplete="street-address".to_owned() value="Kortrijk, Doorniksestraat 1"/>
                    <Checkbox name="remote" label="Ook deelnemen op afstand" checked=true hint="Vertegenwoordigers stemmen dan op hun telefoon.".to_owned()/>
                </FieldGroup>
                <Select
                    name="college"
                    label="Kiescollege"
                    empty="Kies een college".to_owned()
                    options=vec![Choice::new("a", "Welzijnsverenigingen"), Choice::new("b", "Huisvestingsmaatschappijen")]
                />
                <TextArea
                    name="remarks"
                    label="Toelichting bij de agenda"
                    value="Arbeidsongeschiktheidsverzekering & huisvestingsbegeleidingsovereenkomsten\n</textarea><script>alert(1)</script>"
                    hint="Wordt letterlijk in de oproeping opgenomen.".to_owned()
                />
                <Field name="file" label="Bijlage" kind="file"/>
                <FormActions>
                    <SubmitButton text="Verder naar bevestiging"/>
                    <ActionLink href="home.html" text="Annuleren" kind=ActionKind::Quiet/>
                </FormActions>
            </PostForm>
        }
    })
}

pub fn kit() -> String {
    let mut frame = frame("Lidmaatschapsaanvraag");
    for kind in [NoticeKind::Success, NoticeKind::Problem, NoticeKind::Information] {
        frame.notices.push(Notice {
            kind,
            title: "De vertegenwoordigingsbevoegdheid is geregistreerd".into(),
            text: "U kunt deze vereniging nu vertegenwoordigen.".into(),
        });
    }
    page(frame, || {
        let tones = [Tone::Neutral, Tone::Active, Tone::Positive, Tone::Attention, Tone::Critical];
        let condition = Condition {
            title: "Gewone meerderheid".into(),
            left: Quantity::new("1.204", "stemmen voor"),
            sign: ">".into(),
            sign_in_words: "is groter dan".into(),
            right: Quantity::new("1.204", "stemmen tegen"),
            met: false,
            met_in_words: "Niet vervuld".into(),
        };
        let rows = ["Huisvestingsmaatschappij Kortrijk", "Samenlevingsopbouw West-Vlaanderen"].map(|name| {
            vec![
                Cell::link("#", name),
                Cell::tag("Aangevraagd", Tone::Attention),
                Cell::text("1.204"),
                Cell::view(view! { <PostButton action="/admit" text="Toelaten" kind=ActionKind::Secondary about=name.to_owned()/> }),
            ]
        });
        view! {
            <PageHeader kicker="Lidmaatschap".to_owned() title="Huisvestingsbegeleidingsovereenkomstencommissie" lead="Ondervertegenwoordigingsproblematiek in grensoverschrijdende samenwerkingsverbanden.">
                <ActionLink href="#" text="Goedkeuren"/>
                <ActionLink href="#" text="Later" kind=ActionKind::Secondary/>
                <PostButton action="/exclude" text="Uitsluiten" kind=ActionKind::Danger/>
            </PageHeader>
            <p>{tones.map(|tone| view! { <Tag text="Stand van zaken" tone/>" " }).collect_view()}</p>
            {tones
                .map(|tone| view! { <Callout tone><p>"Een zin die men moet kennen vóór men handelt, met een "<a href="#">"verwijzing"</a>"."</p></Callout> })
                .collect_view()}
            <DataTable
                caption="Aanvragen die op een beslissing wachten"
                columns=vec![Column::text("Vereniging"), Column::text("Stand"), Column::number("Werknemers"), Column::actions("Handelingen")]
                rows=rows.into()
            />
            <Explanation verdict="Verworpen" adopted=false sentence="Bij staking van stemmen is het voorstel verworpen." conditions=vec![condition]/>
        }
    })
}

pub fn problem() -> String {
    page(frame("Aanmelden niet gelukt"), || {
        view! {
            <ProblemPage
                title="Aanmelden is niet gelukt"
                happened="De aanmelddienst van uw vereniging gaf geen geldig antwoord: de bevestiging was verlopen."
                reassurance="Er is niets veranderd, en niemand is in uw naam aangemeld.".to_owned()
                advice_title="Wat u kunt doen"
                advice=vec![
                    "Probeer het opnieuw; meestal volstaat dat.".to_owned(),
                    "Lukt het niet, vraag dan de beheerder van uw vereniging om de klok van de aanmelddienst na te kijken.".to_owned(),
                ]
                reference="Kenmerk voor hulp: 7F3K-92".to_owned()
            >
                <ActionLink href="#" text="Opnieuw aanmelden"/>
                <ActionLink href="#" text="Met een eenmalige link" kind=ActionKind::Secondary/>
            </ProblemPage>
        }
    })
}

pub fn agenda() -> String {
    page(frame("Meertalige agenda"), || {
        view! {
            <PageHeader title="Agenda 2013" lead="Toegang tot huisvesting voor jongeren."/>
            <Callout tone=Tone::Attention>
                <p><strong>"De oproepingstermijn loopt af op 6 december 2026."</strong></p>
                <p>"Daarna kan deze vergadering niet meer op de gekozen datum plaatsvinden."</p>
            </Callout>
            <ul>
                <li>"Grensoverschrijdende ontmoetingen"</li>
                <li>"Werkbezoeken"</li>
            </ul>
            <Disclosure summary="Wie wordt uitgenodigd?" open=true><p>"Elke vertegenwoordiger met een geldig mandaat."</p></Disclosure>
            <Disclosure summary="Wie mag stemmen?"><p>"Elke toegelaten vereniging."</p></Disclosure>
        }
    })
}
