use std::sync::Arc;

use app::ui::*;
use leptos::prelude::*;

fn chrome() -> Arc<Chrome> {
    Arc::new(Chrome {
        skip: "Aller au contenu".into(),
        home: "Trame, page d’accueil".into(),
        navigation: "Rubriques".into(),
        breadcrumb: "Vous êtes ici".into(),
        languages: "Langue".into(),
        sign_in: "Se connecter".into(),
        sign_out: "Se déconnecter".into(),
        footer: "À propos".into(),
        about: "Trame, la vie commune d’une fédération d’associations.".into(),
    })
}

fn languages() -> Vec<LanguageLink> {
    [("fr", "Français"), ("nl", "Nederlands"), ("en", "English")]
        .map(|(tag, name)| LanguageLink { tag: tag.into(), name: name.into(), href: format!("?lang={tag}") })
        .into()
}

fn frame(title: &str, section: usize) -> Frame {
    let sections = ["Accueil", "Associations", "Assemblées", "Documents", "Journal"];
    Frame {
        language: "fr".into(),
        title: title.into(),
        chrome: chrome(),
        network: Some(PageLink::new("/networks/1", "Interlogement93")),
        navigation: sections
            .iter()
            .enumerate()
            .map(|(position, text)| PageLink::new("home.html", *text).current(position == section))
            .collect(),
        languages: languages(),
        person: Some(SignedIn { name: "Présidente d’Aurore".into(), href: "/me".into() }),
        sign_out: "/sign-out".into(),
        demo_notice: Some("Données de démonstration : les votes, les personnes et les adresses sont inventés.".into()),
        breadcrumb: vec![PageLink::new("/", "Interlogement93"), PageLink::new("/x", title)],
        footer: vec![
            PageLink::new("/accessibility", "Accessibilité : partiellement conforme"),
            PageLink::new("/help", "Aide"),
            PageLink::new("/source", "Code source"),
        ],
        ..Frame::default()
    }
}

pub fn home() -> String {
    let frame = Frame { breadcrumb: vec![], ..frame("Ce qui vous attend", 0) };
    page(frame, || {
        let tasks = vec![
            Task {
                title: "Un vote est ouvert".into(),
                detail: "Assemblée générale ordinaire, point 4 : approbation du rapport moral. Vous votez pour Aurore et, par procuration, pour Empreintes.".into(),
                when: Some("Ouvert à 14 h 32. Clôture annoncée par la présidence.".into()),
                href: "room.html".into(),
                action: "Voter".into(),
                tone: Tone::Active,
                status: Some("En cours".into()),
            },
            Task {
                title: "Une procuration attend votre accord".into(),
                detail: "SOS Femmes Seine-Saint-Denis vous confie sa voix pour l’assemblée du 21 novembre 2026.".into(),
                when: Some("À accepter avant le 21 novembre, 14 h.".into()),
                href: "#".into(),
                action: "Examiner".into(),
                tone: Tone::Attention,
                status: Some("Bientôt".into()),
            },
            Task {
                title: "Le procès-verbal du 2 juin 2022 est prêt".into(),
                detail: "Projet associatif 2022–2027, adopté à l’unanimité.".into(),
                when: None,
                href: "result.html".into(),
                action: "Lire".into(),
                ..Task::default()
            },
        ];
        view! {
            <PageHeader title="Ce qui vous attend" lead="Trois choses demandent votre attention. La première ne prend qu’une minute."/>
            <Tasks tasks/>
            <Section title="Vos associations">
                <Cards>
                    <Card title="Aurore" href="organization.html">
                        <p>"Représentante légale depuis le 12 mai 2023."</p>
                        <p><Tag text="Admise" tone=Tone::Positive/></p>
                    </Card>
                    <Card title="Interlignes" href="organization.html">
                        <p>"Personne déléguée. Réseau de Poste Habitat et d’Aurore."</p>
                        <p><Tag text="Candidature en cours" tone=Tone::Attention/></p>
                    </Card>
                </Cards>
            </Section>
        }
    })
}

const MEMBERS: [&str; 41] = [
    "ADEF",
    "Adept",
    "AEF 93/94",
    "AEPC Concorde",
    "AISPJA",
    "ALJT",
    "ALTERALIA",
    "Amicale du Nid 93",
    "ASMAE La Chrysalide",
    "ATD Quart Monde",
    "Aurore",
    "AVVEJ",
    "Cap à cité",
    "CASP / ARAPEJ 93",
    "Cités Caritas",
    "Coallia",
    "Devenir",
    "Droit d’enfance / Les nouveaux cèdres",
    "Emmaüs Alternatives",
    "Emmaüs Solidarité",
    "Empreintes",
    "Essor 93",
    "Fondation A. Glasberg",
    "France Horizon",
    "Les petits frères des pauvres",
    "GRAJAR93",
    "Group’Aisse",
    "Groupe SOS Solidarités",
    "Hôtel Social 93",
    "Ikambere",
    "La Main Tendue",
    "La Marmite",
    "Le chantier d’insertion des Restos du Cœur",
    "Leda ALJM",
    "Le Refuge",
    "Métabole 93",
    "Rues et Cités Sauvegarde 93",
    "Secours Catholique",
    "Soliha Est Parisien",
    "SOS Femmes Seine-Saint-Denis",
    "Taf et Maffé",
];

fn filters() -> impl IntoView {
    view! {
        <FilterBar action="" label="Filtrer les associations" submit="Filtrer">
            <Field name="q" label="Nom" kind="search"/>
            <Select
                name="status"
                label="Statut"
                empty="Tous".to_owned()
                options=vec![Choice::new("admitted", "Admise"), Choice::new("suspended", "Suspendue")]
            />
        </FilterBar>
    }
}

pub fn organizations() -> String {
    page(frame("Associations membres", 1), || {
        let columns = vec![
            Column::text("Association"),
            Column::text("Collège"),
            Column::text("Membre depuis"),
            Column::text("Statut"),
            Column::number("Voix"),
        ];
        let rows = MEMBERS.iter().enumerate().map(|(position, name)| {
            let status = match position % 13 {
                7 => Cell::tag("Suspendue", Tone::Attention),
                _ => Cell::tag("Admise", Tone::Positive),
            };
            vec![
                Cell::link(format!("organization.html?{position}"), *name),
                "Associations gestionnaires".into(),
                Cell::text(format!("{} juin {}", 1 + position % 28, 1990 + position % 30)),
                status,
                Cell::text((1 + position % 4).to_string()),
            ]
        });
        view! {
            <PageHeader title="Associations membres" lead="41 associations, dont 38 admises et 3 suspendues au 21 novembre 2026.">
                <ActionLink href="form.html" text="Inviter une association" kind=ActionKind::Secondary/>
            </PageHeader>
            {filters()}
            <DataTable caption="Les 41 associations, par ordre alphabétique" columns rows=rows.collect()/>
            <Pagination label="Pages de la liste" position="Page 1 sur 2" previous=None next=Some(PageLink::new("?page=2", "Page suivante"))/>
        }
    })
}

pub fn no_organizations() -> String {
    page(frame("Associations membres", 1), || {
        view! {
            <PageHeader title="Associations membres"/>
            <EmptyState
                title="Aucune association pour l’instant"
                text="Dès qu’une association est invitée ou se porte candidate, elle apparaît ici avec son statut."
            >
                <ActionLink href="form.html" text="Inviter une première association"/>
                <ActionLink href="#" text="Importer une liste" kind=ActionKind::Quiet/>
            </EmptyState>
        }
    })
}

pub fn organization() -> String {
    page(frame("INTERFACES", 1), || {
        let moments = vec![
            Moment::new(
                "1997-03-22",
                "22 mars 1997",
                "Création sous le nom Point Services aux Particuliers (PSP), Faubourg de Béthune, Lille.",
            ),
            Moment::new("2009", "2009", "Devient Point Services aux Particuliers et aux Entreprises (PSPE)."),
            Moment::new("2016", "2016", "Devient INTERFACES. Les points de médiation se multiplient."),
        ];
        let steps = [
            ("Candidature", "déposée le 3 mars 2026", StepState::Done, "fait"),
            ("Admission", "le conseil d’administration se prononce le 4 décembre 2026", StepState::Current, "en cours"),
            ("Voix à l’assemblée", "selon le nombre de salariés au 1er janvier", StepState::Upcoming, "à venir"),
        ]
        .map(|(title, detail, state, words)| Step {
            title: title.into(),
            href: None,
            detail: Some(detail.into()),
            state,
            state_in_words: words.into(),
        });
        view! {
            <PageHeader kicker="Association".to_owned() title="INTERFACES" lead="Médiation sociale, Lille. Auparavant PSP, puis PSPE.">
                <Tag text="Candidature en cours" tone=Tone::Attention/>
                <ActionLink href="form.html" text="Se prononcer"/>
            </PageHeader>
            <Facts facts=vec![
                Fact::new("Forme juridique", "Association loi 1901"),
                Fact::new("SIREN", "412 345 678"),
                Fact::view("Site", view! { <a href="#">"interfaces.example"</a> }),
                Fact::new("Collège", "Associations gestionnaires : 2 voix, de 10 à 49 salariés"),
            ]/>
            <Section title="Adhésion">
                <Steps steps=steps.into()/>
            </Section>
            <Section title="Histoire">
                <Timeline moments/>
            </Section>
            <Section title="Journal de l’association">
                <DataTable
                    layout=TableLayout::Scrolling
                    caption="Effectifs déclarés par année"
                    columns=[Column::text("Indicateur")].into_iter().chain(["2020", "2021", "2022", "2023", "2024", "2025", "2026"].map(Column::number)).collect()
                    rows=vec![
                        ["Salariés", "31", "33", "34", "38", "41", "40", "42"].map(Cell::text).into(),
                        ["Points de médiation", "4", "4", "5", "6", "6", "7", "7"].map(Cell::text).into(),
                    ]
                />
            </Section>
        }
    })
}

fn ballot(action: &str, id: &str, selected: Option<&str>) -> impl IntoView + use<> {
    let id = id.to_owned();
    let selected = selected.map(str::to_owned);
    let label = if selected.is_some() { "Changer mon vote" } else { "Voter" };
    view! {
        <PostForm action=action>
            <Choices
                name="choice"
                id=id.clone()
                legend=if id == "own" { "Aurore vote" } else { "Empreintes vote, par votre procuration" }
                layout=ChoiceLayout::Ballot
                hint="Vous pouvez changer ce vote jusqu’à la clôture.".to_owned()
                selected=selected
                options=vec![Choice::new("for", "Pour"), Choice::new("against", "Contre"), Choice::new("abstain", "Abstention")]
            />
            <FormActions>
                <SubmitButton text=label about=id/>
            </FormActions>
        </PostForm>
    }
}

pub fn room() -> String {
    let mut frame = frame("Assemblée générale ordinaire", 2);
    frame.notices.push(Notice {
        kind: NoticeKind::Success,
        title: "Vote enregistré pour Empreintes".into(),
        text: "Reçu à 14 h 33 min 12 s. Vous pouvez le changer jusqu’à la clôture.".into(),
    });
    page(frame, || {
        let steps = [
            ("Ouverture et constat du quorum", None, StepState::Done, "terminé"),
            ("Approbation du procès-verbal précédent", Some("Adopté"), StepState::Done, "terminé"),
            ("Rapport financier", Some("Adopté"), StepState::Done, "terminé"),
            ("Rapport moral", Some("Vote ouvert à 14 h 32"), StepState::Current, "en cours"),
            ("Renouvellement du conseil d’administration", None, StepState::Upcoming, "à venir"),
        ]
        .map(|(title, detail, state, words)| Step {
            title: title.into(),
            href: None,
            detail: detail.map(str::to_owned),
            state,
            state_in_words: words.into(),
        });
        let side = view! {<Section title="Dans la salle">
            <Progress
                label="Participation"
                text="23 votes reçus sur 30 attendus."
                value=23
                maximum=30
            />
            <Progress
                label="Quorum, collège des associations gestionnaires"
                text="27 associations présentes ou représentées sur 41 ; il en faut au moins 21."
                value=27
                maximum=41
                threshold=Some(21)
                reached=(true, "Atteint".to_owned())
            />
            <Progress
                label="Quorum, collège des partenaires"
                text="2 présents ou représentés sur 9 ; il en faut au moins 3."
                value=2
                maximum=9
                threshold=Some(3)
                reached=(false, "Pas encore atteint".to_owned())
            />
        </Section>
        <Section title="Ordre du jour">
            <Steps steps=steps.into()/>
        </Section>}
        .into_any();
        view! {
            <PageHeader
                kicker="Assemblée générale ordinaire du 21 novembre 2026".to_owned()
                title="Point 4 : rapport moral"
            >
                <Tag text="Vote ouvert" tone=Tone::Active/>
            </PageHeader>
            <Columns side=side><PlainText text="L’assemblée générale approuve le rapport moral présenté par la présidente pour l’exercice 2025.\n\nElle donne mandat au conseil d’administration pour engager la pré-concertation entre membres avant chaque appel à projets."/>
            <Section title="Votre vote">
                {ballot("/vote", "own", None)}
                {ballot("/vote", "empreintes", Some("for"))}
            </Section>
            </Columns>
        }
    })
}

fn tally() -> impl IntoView {
    let line =
        |label: &str, amount: &str, part| TallyLine { label: label.into(), amount: amount.into(), part, whole: 43 };
    view! {
        <Tally
            caption="Voix exprimées et abstentions"
            lines=vec![
                line("Pour", "28 voix, 19 associations", 28),
                line("Contre", "12 voix, 8 associations", 12),
                line("Abstention", "3 voix, 3 associations", 3),
            ]
        />
    }
}

fn explanation() -> impl IntoView {
    let conditions = vec![
        Condition {
            title: "Majorité des deux tiers".into(),
            left: Quantity::new("28", "voix pour"),
            sign: "≥".into(),
            sign_in_words: "est au moins égal à".into(),
            right: Quantity::new("27", "voix nécessaires : deux tiers de 40 voix exprimées, arrondis au-dessus"),
            met: true,
            met_in_words: "Remplie".into(),
        },
        Condition {
            title: "Quorum au moment du vote".into(),
            left: Quantity::new("30", "associations présentes ou représentées"),
            sign: "≥".into(),
            sign_in_words: "est au moins égal à".into(),
            right: Quantity::new("21", "nécessaires : la moitié des 41 membres"),
            met: true,
            met_in_words: "Remplie".into(),
        },
    ];
    view! {
        <Explanation
            verdict="Adoptée"
            adopted=true
            sentence="La motion est adoptée : elle a recueilli 28 voix pour, et il en fallait 27."
            conditions
        >
            <p>"Les abstentions ne comptent pas parmi les voix exprimées (article 12 des statuts)."</p>
        </Explanation>
    }
}

pub fn result() -> String {
    page(frame("Procès-verbal", 2), || {
        let rows = MEMBERS.iter().take(6).enumerate().map(|(position, name)| {
            vec![
                Cell::text(*name),
                Cell::text((1 + position % 4).to_string()),
                Cell::text(if position % 4 == 0 {
                    "Fixe : une voix par association"
                } else {
                    "Tranche de 50 à 199 salariés au 1er janvier 2026"
                }),
                Cell::text(["Présente", "Procuration à Aurore"][position % 2]),
            ]
        });
        view! {
            <PageHeader
                kicker="Procès-verbal".to_owned()
                title="Assemblée générale extraordinaire du 21 novembre 2026"
                lead="Tenue à Bobigny et à distance, de 14 h à 17 h 05, sous la présidence de la présidente."
            >
                <ActionLink href="#" text="Télécharger le PDF"/>
                <ActionLink href="#" text="Relire et corriger" kind=ActionKind::Secondary/>
            </PageHeader>
            <Section title="4. Modification des statuts">
                <PlainText text="L’assemblée générale modifie l’article 3 : « La gouvernance comprend les personnes accompagnées. »"/>
                <Difference
                    parts=vec![
                        (WordChange::Removed, "Deux".into()),
                        (WordChange::Added, "Quatre".into()),
                        (WordChange::Same, "sièges sont ouverts aux personnes accompagnées.".into()),
                    ]
                    removed="supprimé :"
                    added="ajouté :"
                    end="fin"
                />
                {explanation()}
                {tally()}
            </Section>
            <Section title="Présences">
                <DataTable
                    caption="Qui avait quelle voix, et pourquoi"
                    columns=vec![Column::text("Association"), Column::number("Voix"), Column::text("Raison"), Column::text("Présence")]
                    rows=rows.collect()
                />
            </Section>
            <Disclosure summary="Comment ce résultat a été calculé">
                <p>"Le poids de chaque association est figé à la date de référence."</p>
            </Disclosure>
        }
    })
}

pub fn screen() -> String {
    let frame = Frame { kind: FrameKind::Screen, ..frame("Salle", 2) };
    page(frame, || {
        view! {
            <PageHeader kicker="Interlogement93 · Assemblée générale ordinaire".to_owned() title="Point 4 : rapport moral"/>
            <PlainText text="L’assemblée générale approuve le rapport moral présenté par la présidente pour l’exercice 2025."/>
            <p><Tag text="Vote ouvert" tone=Tone::Active/></p>
            <Progress label="Participation" text="23 votes reçus sur 30 attendus" value=23 maximum=30/>
            <Progress
                label="Quorum"
                text="30 présentes ou représentées sur 41 ; il en faut 21"
                value=30
                maximum=41
                threshold=Some(21)
                reached=(true, "Atteint".to_owned())
            />
        }
    })
}

pub fn screen_result() -> String {
    let frame = Frame { kind: FrameKind::Screen, ..frame("Salle", 2) };
    page(frame, || {
        view! {
            <PageHeader kicker="Interlogement93 · Assemblée générale extraordinaire".to_owned() title="Point 4 : modification des statuts"/>
            {explanation()}
        }
    })
}
