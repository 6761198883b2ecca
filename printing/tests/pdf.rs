//! What every printed document must be, whatever people have typed.

use chrono::{DateTime, Utc};
use printing::{Align, Block, Column, Document, PrintingError, pdf};

fn moment() -> DateTime<Utc> {
    DateTime::from_timestamp(1_654_180_500, 0).expect("a moment")
}

/// A document in which each string is this text, with a block of every kind.
fn made_of(text: &str) -> Document {
    let text = || text.to_owned();
    Document {
        locale: "fr".to_owned(),
        title: format!("T{}", text()),
        subtitle: text(),
        author: text(),
        date_line: text(),
        running_head: text(),
        notice: Some(text()),
        page_label: format!("{{n}}/{{m}} {}", text()),
        blocks: vec![
            Block::Heading { level: 1, text: text() },
            Block::Paragraph(text()),
            Block::Heading { level: 3, text: text() },
            Block::Facts(vec![(text(), text()), (text(), text())]),
            Block::List(vec![text(), text()]),
            Block::Table {
                caption: text(),
                columns: vec![
                    Column::words(text()),
                    Column { title: text(), align: Align::Center },
                    Column::numbers(text()),
                ],
                rows: vec![vec![text(), text(), text()]; 3],
            },
            Block::Explanation {
                statement: text(),
                left: text(),
                comparison: text(),
                right: text(),
                verdict: text(),
                adopted: false,
            },
            Block::Quote(text()),
            Block::PageBreak,
            Block::Signatures(vec![text(), text(), text()]),
        ],
    }
}

/// How often a sequence of bytes occurs.
fn count(bytes: &[u8], sequence: &str) -> usize {
    bytes.windows(sequence.len()).filter(|window| *window == sequence.as_bytes()).count()
}

#[test]
fn a_document_is_tagged_archived_and_has_a_language() {
    for (locale, language) in [("fr", "/Lang(fr-FR)"), ("nl", "/Lang(nl-BE)"), ("en", "/Lang(en-GB)")] {
        let bytes = pdf(&Document { locale: locale.to_owned(), ..made_of("Texte") }, moment()).expect("a document");
        assert!(bytes.starts_with(b"%PDF-1.7"));
        for part in [
            language,
            "/MarkInfo",
            "/StructTreeRoot",
            "/Outlines",
            "/DisplayDocTitle true",
            "<pdfaid:part>2<",
            "<pdfaid:conformance>A<",
            "<pdfuaid:part>1<",
            "/CreationDate(D:20220602143500Z)",
        ] {
            assert!(count(&bytes, part) > 0, "{part} in {locale}");
        }
        assert!(count(&bytes, "TTexte") > 0, "the title is in the metadata");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = made_of("Même texte : toujours ; les mêmes octets !");
    let first = pdf(&document, moment()).expect("a document");
    assert_eq!(first, pdf(&document, moment()).expect("a document"));
    let later = moment() + chrono::TimeDelta::seconds(1);
    assert_ne!(first, pdf(&document, later).expect("a document"));
}

#[test]
fn whatever_is_typed_prints() {
    let endless = "x".repeat(200);
    let many_lines = "ligne\n".repeat(60);
    for text in [
        "",
        " ",
        "\n\n",
        "#import \"@preview/x:1.0.0\": *",
        "#{ panic() } #eval(\"1\") #read(\"/etc/passwd\") #sys.inputs",
        "*gras* _italique_ `code` $x^2$ = titre @ref <label> // commentaire /* */ \\ ~ -- --- ... 'a' \"b\"",
        "{n} {m} {{n}} </textarea><script>alert(1)</script>",
        "]] ) } \" \\\" \\u{202e}",
        "Merci 🎉👩🏽\u{200d}🚒🇫🇷 漢字 ไทย हिन्दी",
        "שלום עולם, السلام عليكم, \u{202e}renversé\u{202c} \u{2066}isolé",
        "\u{0}\u{1}\u{7f}\u{85}\u{ad}\u{fdd0}\u{feff}\u{fffd}\u{ffff}\u{e000}\u{10ffff}\u{f0000}",
        "e\u{301}\u{301}\u{301}\u{301} a\u{20dd} \u{301}",
        "Łódź İzmir Ştefan Việt Nam Ελλάδα Київ ½ № ™ ﬁ ‰ ∑ ✓ ☐ →",
        "très.longue.adresse.electronique@une-association-au-nom-interminable.example/chemin?x=1&y=2",
        &endless,
        &many_lines,
    ] {
        let start: String = text.chars().take(30).collect();
        let bytes = pdf(&made_of(text), moment()).unwrap_or_else(|fault| panic!("{start:?}: {fault}"));
        assert!(bytes.starts_with(b"%PDF"), "{start:?}");
    }
}

#[test]
fn a_word_of_ten_thousand_letters_prints() {
    let endless = || "x".repeat(10_000);
    let blocks = vec![
        Block::Heading { level: 1, text: endless() },
        Block::Paragraph(endless()),
        Block::Quote(endless()),
        Block::Table {
            caption: endless(),
            columns: vec![Column::words(endless()), Column::numbers("Voix")],
            rows: vec![vec![endless(), "1".to_owned()]],
        },
    ];
    pdf(&Document { blocks, ..made_of("Texte") }, moment()).expect("a document");
}

#[test]
fn every_codepoint_of_the_first_planes_prints() {
    let mut everything: String = (0..0x3000).filter_map(char::from_u32).collect();
    everything.extend((0xd000..0x2_0000).step_by(7).filter_map(char::from_u32));
    let document = Document { blocks: vec![Block::Paragraph(everything)], ..made_of("Texte") };
    pdf(&document, moment()).expect("a document");
}

#[test]
fn text_is_never_a_command() {
    let plain = pdf(&made_of("#pagebreak() #pagebreak()"), moment()).expect("a document");
    let other = pdf(&made_of("_pagebreak() _pagebreak()"), moment()).expect("a document");
    assert_eq!(count(&plain, "/Type/Page/"), count(&other, "/Type/Page/"));
}

#[test]
fn a_long_table_runs_over_pages_and_repeats_its_header() {
    let rows = (0..200).map(|row| vec![format!("Association {row}"), row.to_string()]).collect();
    let columns = vec![Column::words("Association"), Column::numbers("Voix")];
    let table = Block::Table { caption: "Présence".to_owned(), columns, rows };
    let bytes = pdf(&Document { blocks: vec![table], ..made_of("Texte") }, moment()).expect("a document");
    assert!(count(&bytes, "/Type/Page/") > 4 || count(&bytes, "/Type /Page") > 4);
}

#[test]
fn a_document_without_title_is_refused() {
    for title in ["", " \n", "\u{200b}\u{0}"] {
        let document = Document { title: title.to_owned(), ..made_of("Texte") };
        assert!(matches!(pdf(&document, moment()), Err(PrintingError::NoTitle)), "{title:?}");
    }
}

#[test]
fn a_row_that_does_not_fit_is_refused() {
    let table = |columns: usize, cells: usize| Block::Table {
        caption: "Présence".to_owned(),
        columns: vec![Column::words("x"); columns],
        rows: vec![vec!["x".to_owned(); cells]],
    };
    for (columns, cells) in [(2, 1), (2, 3), (0, 0), (0, 1)] {
        let document = Document { blocks: vec![table(columns, cells)], ..made_of("Texte") };
        assert!(matches!(pdf(&document, moment()), Err(PrintingError::Table { .. })), "{columns} and {cells}");
    }
}
