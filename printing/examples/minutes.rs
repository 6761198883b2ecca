//! Writes an example: `cargo run -p printing --example minutes -- minutes.pdf`.

use std::error::Error;
use std::{env, fs};

use chrono::DateTime;
use printing::{Block, Column, Document, pdf};

/// The members of the example, as their federation names them.
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

/// Minutes of an invented assembly.
fn example() -> Document {
    let heading = |level, text: &str| Block::Heading { level, text: text.to_owned() };
    let paragraph = |text: &str| Block::Paragraph(text.to_owned());
    let fact = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    let attendance = MEMBERS.iter().enumerate().map(|(index, name)| {
        let weight = 1 + index % 3;
        let (presence, holder) = match index % 7 {
            3 => ("Représentée", "Pouvoir à Aurore"),
            5 => ("Absente", "–"),
            _ => ("Présente", "Représentant légal"),
        };
        let arrival = if presence == "Présente" { format!("13 h {:02}", 40 + index % 20) } else { "–".to_owned() };
        vec![name.to_string(), presence.to_owned(), holder.to_owned(), arrival, weight.to_string()]
    });
    Document {
        locale: "fr".to_owned(),
        title: "Procès-verbal de l’assemblée générale ordinaire".to_owned(),
        subtitle: "Adoption du projet associatif 2022–2027".to_owned(),
        author: "Interlogement93".to_owned(),
        date_line: "Jeudi 2 juin 2022, de 14 h à 16 h 35, à Bobigny et à distance".to_owned(),
        running_head: "Interlogement93 – Procès-verbal de l’assemblée générale du 2 juin 2022".to_owned(),
        notice: Some("Données de démonstration : les votes, les personnes et les adresses sont inventés.".to_owned()),
        page_label: "Page {n} sur {m}".to_owned(),
        blocks: vec![
            heading(1, "1. Convocation et quorum"),
            Block::Facts(vec![
                fact("Convocation", "envoyée le 12 mai 2022 aux 41 associations membres, soit 21 jours avant l’assemblée (15 jours exigés)"),
                fact("Ouverture", "14 h 05"),
                fact("Présidence", "la présidente du conseil d’administration"),
                fact("Secrétariat", "la secrétaire générale"),
                fact("Voix inscrites", "81"),
            ]),
            paragraph("Le quorum exige que la moitié au moins des voix inscrites soient présentes ou représentées. Il est vérifié à l’ouverture, puis à chaque arrivée et à chaque départ."),
            Block::Explanation {
                statement: "À l’ouverture, 35 associations sur 41 sont présentes ou représentées.".to_owned(),
                left: "70 voix présentes ou représentées".to_owned(),
                comparison: "≥".to_owned(),
                right: "41 voix nécessaires (la moitié de 81, arrondie au-dessus)".to_owned(),
                verdict: "Le quorum est atteint : l’assemblée peut délibérer.".to_owned(),
                adopted: true,
            },
            heading(2, "Feuille de présence"),
            Block::Table {
                caption: "Présence des 41 associations membres".to_owned(),
                columns: vec![
                    Column::words("Association"),
                    Column::words("Présence"),
                    Column::words("Par"),
                    Column::numbers("Arrivée"),
                    Column::numbers("Voix"),
                ],
                rows: attendance.collect(),
            },
            heading(1, "2. Projet associatif 2022–2027"),
            paragraph("La présidente rappelle la préparation du texte : des ateliers entre salarié·es et personnes accompagnées, puis des ateliers « mixtes » avec les membres, les partenaires du territoire et les financeurs.\n\nUne représentante demande comment le plan d’actions sera évalué. Il est répondu qu’une évaluation à mi-parcours sera présentée à l’assemblée générale."),
            heading(2, "Texte soumis au vote"),
            Block::Quote("L’assemblée générale adopte le projet associatif 2022–2027, dans la version jointe à la convocation.\n\nElle charge le conseil d’administration :\n1° de suivre le plan d’actions ;\n2° de lui présenter une évaluation à mi-parcours.".to_owned()),
            heading(2, "Résultat"),
            Block::Table {
                caption: String::new(),
                columns: vec![
                    Column::words("Réponse"),
                    Column::numbers("Associations"),
                    Column::numbers("Voix"),
                    Column::numbers("Part des voix exprimées"),
                ],
                rows: [["Pour", "35", "70", "100 %"], ["Contre", "0", "0", "0 %"], ["Abstention", "0", "0", "–"]]
                    .map(|row| row.map(str::to_owned).to_vec())
                    .to_vec(),
            },
            Block::Explanation {
                statement: "Majorité simple des voix exprimées : les abstentions ne comptent pas.".to_owned(),
                left: "70 voix pour".to_owned(),
                comparison: ">".to_owned(),
                right: "35 voix (la moitié de 70)".to_owned(),
                verdict: "Adopté à l’unanimité.".to_owned(),
                adopted: true,
            },
            heading(1, "3. Montant de la cotisation"),
            Block::Quote("La cotisation annuelle passe de 150 € à 180 € à compter de 2023.".to_owned()),
            Block::Explanation {
                statement: "Majorité des deux tiers des voix exprimées.".to_owned(),
                left: "44 voix pour".to_owned(),
                comparison: "<".to_owned(),
                right: "47 voix nécessaires (deux tiers de 70, arrondis au-dessus)".to_owned(),
                verdict: "Rejeté : il manque 3 voix.".to_owned(),
                adopted: false,
            },
            heading(1, "4. Suites"),
            Block::List(vec![
                "Le conseil d’administration envoie le projet associatif aux partenaires avant le 30 juin.".to_owned(),
                "La question de la cotisation revient à l’assemblée de 2023, avec un chiffrage par taille d’association.".to_owned(),
            ]),
            paragraph("L’ordre du jour étant épuisé, la séance est levée à 16 h 35."),
            Block::Signatures(vec!["La présidente de séance".to_owned(), "La secrétaire de séance".to_owned()]),
        ],
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("name the file to write")?;
    let created = DateTime::from_timestamp(1_654_180_500, 0).ok_or("no such moment")?;
    fs::write(path, pdf(&example(), created)?)?;
    Ok(())
}
