//! What fails a build: the checks that the build script makes of the Fluent files.

use std::collections::BTreeSet;

#[path = "../build/catalogue.rs"]
mod catalogue;

use catalogue::{Keys, LANGUAGES, Source, check, typeset};

fn source(language: &str, file: &str, text: &str) -> Source {
    Source { language: language.to_owned(), file: file.to_owned(), text: text.to_owned() }
}

/// One file per language, in the order French, Dutch, English.
fn one_file(texts: [&str; 3]) -> Result<Keys, Vec<String>> {
    let sources: Vec<Source> =
        LANGUAGES.iter().zip(texts).map(|(language, text)| source(language, "assemblies.ftl", text)).collect();
    check(&sources)
}

/// The only fault of these files.
#[track_caller]
fn fault(texts: [&str; 3]) -> String {
    let faults = one_file(texts).expect_err("a fault");
    assert_eq!(faults.len(), 1, "{faults:#?}");
    faults.into_iter().next().expect("there is one")
}

#[test]
fn sound_files_give_their_keys_with_variables() {
    let keys = one_file([
        "-nom = Trame\nopen = Ouvrir { -nom }\ncount = { $n ->\n    [one] { $n } voix\n   *[other] { $n } voix de { $name }\n}\n",
        "-nom = Trame\nopen = Open { -nom }\ncount = { $name }: { $n }\n",
        "open = Open\ncount = { $n } by { $name }\n",
    ])
    .expect("sound");
    assert_eq!(keys.keys().collect::<Vec<_>>(), ["count", "open"]);
    assert_eq!(keys["count"], BTreeSet::from(["n".to_owned(), "name".to_owned()]));
    assert!(keys["open"].is_empty());
}

#[test]
fn a_missing_key_names_file_key_and_language() {
    assert_eq!(
        fault(["a = A\nb = B\n", "a = A\n", "a = A\nb = B\n"]),
        "i18n/locales/nl/assemblies.ftl: “b” is missing (it stands in i18n/locales/fr/assemblies.ftl)"
    );
}

#[test]
fn a_key_missing_in_the_first_language_is_found_too() {
    let fault = one_file(["a = A\n", "a = A\nb = B\n", "a = A\nb = B\n"]).expect_err("a fault").join("\n");
    assert!(fault.contains("i18n/locales/fr/assemblies.ftl: “b” is missing"), "{fault}");
}

#[test]
fn a_missing_file_is_found() {
    let faults = check(&[source("fr", "polls.ftl", "a = A"), source("nl", "polls.ftl", "a = A")]).expect_err("a fault");
    assert!(faults[0].starts_with("i18n/locales/en/polls.ftl: the file is missing"), "{faults:?}");
}

#[test]
fn a_key_in_another_file_is_found() {
    let faults = check(&[
        source("fr", "polls.ftl", "a = A"),
        source("nl", "polls.ftl", "a = A"),
        source("en", "polls.ftl", "b = B"),
        source("en", "common.ftl", "a = A"),
    ])
    .expect_err("a fault")
    .join("\n");
    assert!(
        faults.contains("i18n/locales/en/common.ftl: “a” stands in i18n/locales/fr/polls.ftl elsewhere"),
        "{faults}"
    );
}

#[test]
fn a_key_that_exists_twice_is_found_across_files() {
    let mut sources = Vec::new();
    for language in LANGUAGES {
        sources.push(source(language, "common.ftl", "a = A"));
        sources.push(source(language, "polls.ftl", if language == "nl" { "a = A" } else { "" }));
    }
    let faults = check(&sources).expect_err("a fault");
    assert!(
        faults
            .iter()
            .any(|fault| fault.contains("nl/polls.ftl: “a” exists twice (also in i18n/locales/nl/common.ftl)")),
        "{faults:#?}"
    );
}

#[test]
fn different_variables_are_found() {
    assert_eq!(
        fault(["a = { $count } voix", "a = { $count } stemmen", "a = votes"]),
        "i18n/locales/en/assemblies.ftl: “a” takes no variable but in fr it takes $count"
    );
}

#[test]
fn a_message_that_does_not_parse_is_found_with_its_line() {
    let faults =
        one_file(["a = A\n\nb = { $x \nc = C\n", "a = A\nc = C", "a = A\nc = C"]).expect_err("a fault").join("\n");
    assert!(faults.contains("i18n/locales/fr/assemblies.ftl:"), "{faults}");
    assert!(faults.contains("in “b = { $x”") || faults.contains("in “b = { $x "), "{faults}");
}

#[test]
fn what_no_page_could_show_is_refused() {
    for (text, why) in [
        ("a = A\n    .title = B\n", "has attributes"),
        ("a =\n    .title = B\n", "has no text"),
        ("a = { b }\nb = B\n", "refers to the message “b”"),
        ("a = { NUMBER($n) }\n", "calls NUMBER"),
        ("a = { -name }\n", "uses the term “-name”"),
        ("-name = { $x }\na = A\n", "the term “-name” takes a variable"),
    ] {
        let faults = one_file([text; 3]).expect_err(text).join("\n");
        assert!(faults.contains(why), "{text}: {faults}");
    }
}

#[test]
fn french_typography_is_put_in() {
    assert_eq!(
        typeset("fr", "l'idée « juste » : oui ; non ! quoi ? 3 % { $x }"),
        "l’idée «\u{a0}juste\u{a0}»\u{a0}: oui\u{202f}; non\u{202f}! quoi\u{202f}? 3\u{202f}% { $x }"
    );
    assert_eq!(typeset("en", "it's : 3 %"), "it’s : 3 %");
}
