//! Files of ballots: what is read, what is refused on which line, and files that were damaged.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its own data has failed")]

#[path = "support/soundness.rs"]
mod soundness;

use counting::formats::{self, File, Format, FormatError, blt, preflib::Kind};
use counting::{BallotKind, Ballots, Election};
use proptest::prelude::*;
use soundness::{says_what_is_read, sound, told};

fn read(format: Format, text: &str, wanted: BallotKind) -> Result<File, FormatError> {
    formats::read(format, text.as_bytes(), wanted)
}

fn ranked(format: Format, text: &str) -> Result<Election, FormatError> {
    read(format, text, BallotKind::Ranked).map(|file| file.election)
}

fn names(election: &Election) -> Vec<&str> {
    election.candidates().iter().map(|candidate| candidate.name.as_str()).collect()
}

fn line_of(result: Result<Election, FormatError>) -> usize {
    let error = result.unwrap_err();
    assert!(error.to_string().starts_with(&format!("line {}: ", error.line)));
    error.line
}

const BOARD: &str = "4 2          # four candidates, two seats
-2
[nick a b c d]
[tie c a d b]
3 1 3 4 0
2 a=c d 0
1 2 - 3 0
/* two lines
   of remarks */ (K-17) 4 1 0
5 0
0
\"Adam\" \"Basil \"the Great\"\"
\"Charlotte # 3\" \"Donald\"
\"The title\" \"its source\" \"a remark\"
what follows is passed over
";

#[test]
fn blt_with_everything() {
    let file = blt::read(BOARD).unwrap();
    let election = &file.election;
    assert_eq!(names(election), ["Adam", "Basil \"the Great\"", "Charlotte # 3", "Donald"]);
    assert_eq!((election.title(), election.seats()), ("The title", 2));
    assert!(election.candidates()[1].withdrawn);
    assert_eq!(election.standing(), [0, 2, 3]);
    assert_eq!(told(election), ["1: 2 3", "1: 4 1", "2: 1=3 4", "3: 1 3 4", "5:"]);
    assert_eq!(file.drawn_order.unwrap(), ["Charlotte # 3", "Adam", "Donald", "Basil \"the Great\""]);
}

#[test]
fn blt_on_one_line_with_a_byte_order_mark_and_foreign_letters() {
    let text = "\u{feff}3 2 4 1 2 0 2 3 0 0 \"Cåstor\" \"Pøllüx\" \"Hélen\" \"Pøllüx and Hélen should tie\"";
    let election = ranked(Format::Blt, text).unwrap();
    assert_eq!(names(&election), ["Cåstor", "Pøllüx", "Hélen"]);
    assert_eq!(told(&election), ["2: 3", "4: 1 2"]);
    let windows = text.replace(" 0 ", " 0\r\n");
    assert_eq!(told(&ranked(Format::Blt, &windows).unwrap()), ["2: 3", "4: 1 2"]);
}

#[test]
fn blt_refuses_with_the_line() {
    let board = |from: &str, to: &str| {
        assert!(BOARD.contains(from), "{from}");
        ranked(Format::Blt, &BOARD.replacen(from, to, 1))
    };
    assert_eq!(line_of(board("4 2 ", "x 2 ")), 1);
    assert_eq!(line_of(board("4 2 ", "0 2 ")), 1);
    assert_eq!(line_of(board("4 2 ", "4 0 ")), 1);
    assert_eq!(line_of(board("4 2 ", "99999999999999999999 2 ")), 1);
    assert_eq!(line_of(board("-2\n", "-5\n")), 2);
    assert_eq!(line_of(board("-2\n", "-2 -2\n")), 2);
    assert_eq!(line_of(board("nick a b c d", "nick a b c a")), 3);
    assert_eq!(line_of(board("nick a b c d", "nick a b c")), 3);
    assert_eq!(line_of(board("nick a b c d", "nick a b c 7")), 3);
    assert_eq!(line_of(board("tie c a d b", "tie c a d d")), 4);
    assert_eq!(line_of(board("tie c a d b", "order c a d b")), 4);
    assert_eq!(line_of(board("3 1 3 4 0", "3 1 3 5 0")), 5);
    assert_eq!(line_of(board("3 1 3 4 0", "3 1 3 1 0")), 5);
    assert_eq!(line_of(board("3 1 3 4 0", "3 1 3 4")), 5);
    assert_eq!(line_of(board("3 1 3 4 0", "-3 1 3 4 0")), 5);
    assert_eq!(line_of(board("3 1 3 4 0", "1.5 1 3 4 0")), 5);
    assert_eq!(line_of(board("3 1 3 4 0", "18446744073709551615 1 3 4 0")), 6, "the sum is too large one line later");
    assert_eq!(line_of(board("a=c", "a==c")), 6);
    assert_eq!(line_of(board("a=c", "a= 0")), 6);
    assert_eq!(line_of(board("of remarks */", "of remarks")), 8);
    assert_eq!(line_of(board("(K-17)", "(K-17")), 9);
    assert_eq!(line_of(board("5 0\n", "(K-17) 3 0\n")), 10);
    assert_eq!(line_of(board("5 0\n0\n", "5 0\n")), 11);
    assert_eq!(line_of(board("\"Charlotte", "Charlotte")), 13);
    assert_eq!(line_of(board("\"Donald\"", "\"Adam\"")), 13);
    assert_eq!(line_of(board("\"a remark\"", "\"a remark")), 14);
    assert_eq!(line_of(ranked(Format::Blt, "")), 1);
    assert_eq!(line_of(ranked(Format::Blt, "2 1\n1 1 0\n0\n\"A\"\n\"B\"\n\n")), 7, "no title");
    let bytes = b"2 1\n1 1 0\n0\n\"\xc9ve\"\n\"B\"\n\"T\"\n";
    assert_eq!(formats::read(Format::Blt, bytes, BallotKind::Ranked).unwrap_err().line, 4);
    assert!(read(Format::Blt, BOARD, BallotKind::Graded).is_err());
}

/// Ballots that a program wrote with a zero for a place that was left empty: it would end the ballot.
#[test]
fn a_zero_in_the_middle_of_a_ballot_is_noticed() {
    let file = "3 1\n1 1 2 0\n1 0 2 0\n1 2 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"T\"\n";
    assert_eq!(line_of(ranked(Format::Blt, file)), 3);
    assert_eq!(line_of(ranked(Format::Blt, &file.replace("1 0 2 0", "1 3 0 2 1 0"))), 3);
}

const ORDERS: &str = "# FILE NAME: board.toi
# TITLE: Board
# DATA TYPE: toi
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 16
# NUMBER UNIQUE ORDERS: 3
# ALTERNATIVE NAME 1: Ada
# ALTERNATIVE NAME 2: Bo, B.
# ALTERNATIVE NAME 3: Cleo
13: 1, {2,3}
2: 3
1: {1,2}, 3
";

const TOI: Format = Format::Preflib(Kind::TiedIncomplete);
const CAT: Format = Format::Preflib(Kind::Categories);

#[test]
fn preflib_orders() {
    let election = ranked(TOI, ORDERS).unwrap();
    assert_eq!(names(&election), ["Ada", "Bo, B.", "Cleo"]);
    assert_eq!((election.title(), election.seats()), ("Board", 1));
    assert_eq!(told(&election), ["13: 1 2=3", "1: 1=2 3", "2: 3"]);
    let old = "3\n1,Ada\n2,Bo, B.\n3,Cleo\n16,16,3\n13,1,{2,3}\n2,3\n1,{1,2},3\n";
    assert_eq!(told(&ranked(TOI, old).unwrap()), told(&election));
    assert_eq!(names(&ranked(TOI, old).unwrap()), names(&election));
}

#[test]
fn preflib_refuses_with_the_line() {
    let orders = |from: &str, to: &str| {
        assert!(ORDERS.contains(from), "{from}");
        ranked(TOI, &ORDERS.replacen(from, to, 1))
    };
    assert_eq!(line_of(orders("VOTERS: 16", "VOTERS: 17")), 5);
    assert_eq!(line_of(orders("ALTERNATIVES: 3", "ALTERNATIVES: 4")), 4);
    assert_eq!(line_of(orders("NAME 2: Bo, B.", "NAME 1: Bo")), 8);
    assert_eq!(line_of(orders("NAME 2: Bo, B.", "NAME 2: ")), 8);
    assert_eq!(line_of(orders("DATA TYPE: toi", "DATA TYPE: cat")), 3);
    assert_eq!(line_of(orders("13: 1, {2,3}", "13: 1, {2,3")), 10);
    assert_eq!(line_of(orders("13: 1, {2,3}", "13: 1, {2,4}")), 10);
    assert_eq!(line_of(orders("13: 1, {2,3}", "13: 1, {2,1}")), 10);
    assert_eq!(line_of(orders("13: 1, {2,3}", "13 1, {2,3}")), 10);
    assert_eq!(line_of(orders("13: 1, {2,3}", "13: 1,, {2,3}")), 10);
    assert_eq!(line_of(orders("13: 1, {2,3}", "13: 1 {2,3}")), 10);
    assert_eq!(line_of(orders("13: 1, {2,3}", "18446744073709551615: 1, {2,3}")), 11);
    assert_eq!(line_of(orders("2: 3\n", "")), 5, "a line that was lost");
    let strict = |kind| ranked(Format::Preflib(kind), &ORDERS.replace("DATA TYPE: toi", "DATA TYPE:"));
    assert_eq!(line_of(strict(Kind::StrictIncomplete)), 10);
    assert_eq!(line_of(strict(Kind::StrictComplete)), 10);
    assert_eq!(line_of(strict(Kind::TiedComplete)), 11);
}

const CATEGORIES: &str = "# NUMBER ALTERNATIVES: 4
# NUMBER VOTERS: 6
# NUMBER CATEGORIES: 3
# CATEGORY NAME 1: Yes
# CATEGORY NAME 2: Maybe
# CATEGORY NAME 3: No
# ALTERNATIVE NAME 1: A
# ALTERNATIVE NAME 2: B
# ALTERNATIVE NAME 3: C
# ALTERNATIVE NAME 4: D
3: {1,3}, 2, 4
2: {}, {}, {1,2,3,4}
1: 4,{},{}
";

#[test]
fn preflib_categories_are_approvals_grades_or_preferences() {
    let told = |wanted| told(&read(CAT, CATEGORIES, wanted).unwrap().election);
    assert_eq!(told(BallotKind::Approved), ["1: [4]", "2: []", "3: [1, 3]"]);
    assert_eq!(told(BallotKind::Graded), ["1: - - - Yes", "2: No No No No", "3: Yes Maybe Yes No"]);
    assert_eq!(told(BallotKind::Ranked), ["1: 4", "2: 1=2=3=4", "3: 1=3 2 4"]);
    assert_eq!(line_of(ranked(CAT, &CATEGORIES.replace("2, 4\n", "1, 4\n"))), 11);
    assert_eq!(line_of(ranked(CAT, &CATEGORIES.replace("4,{},{}", "4,{},{},{}"))), 13);
}

#[test]
fn values_with_a_column_for_each_candidate() {
    let text = "# title: Board\n# seats: 2\nballot,weight,Ada,\"Bo, B.\",Cleo,\n1,12,1,2,3,x\n2,5,2,1,,\n3,1,1,1,2,\n4,2,,,,\n";
    let text = text.replace("ballot,", ",");
    let election = ranked(Format::Csv, &text).unwrap();
    assert_eq!(names(&election), ["Ada", "Bo, B.", "Cleo"]);
    assert_eq!((election.title(), election.seats()), ("Board", 2));
    assert_eq!(told(&election), ["12: 1 2 3", "1: 1=2 3", "2:", "5: 2 1"]);
    let german = "poids;Ada;Bo\n3;2;1\n";
    assert_eq!(told(&ranked(Format::Csv, german).unwrap()), ["3: 2 1"]);
    let approved = read(Format::Csv, "Ada\tBo\nx\t\noui\t1\n\t\n", BallotKind::Approved).unwrap().election;
    assert_eq!(told(&approved), ["1: [1, 2]", "1: [1]", "1: []"]);
}

#[test]
fn values_with_grades() {
    let numbers = read(Format::Csv, ",Ada,Bo\nv1,6,0\nv2,,3\n", BallotKind::Graded).unwrap().election;
    assert_eq!(told(&numbers), ["1: - 3", "1: 6 0"]);
    let Ballots::Graded(graded) = numbers.ballots() else { panic!("grades") };
    assert_eq!(graded.scale(), ["6", "5", "4", "3", "2", "1", "0"]);
    let words = "# mentions: Très bien; Bien; Insuffisant\nAda;Bo\nbien;Très bien\nInsuffisant;\n";
    let words = read(Format::Csv, words, BallotKind::Graded).unwrap().election;
    assert_eq!(told(&words), ["1: Bien Très bien", "1: Insuffisant -"]);
    let missing = read(Format::Csv, "Ada,Bo\ngood,bad\n", BallotKind::Graded).unwrap_err();
    assert_eq!((missing.line, missing.sentence.contains("# grades:")), (2, true));
    assert!(read(Format::Csv, "# grades: a; b\nAda,Bo\na,c\n", BallotKind::Graded).is_err_and(|error| error.line == 3));
}

#[test]
fn values_with_a_column_for_each_place() {
    let text = "# candidates: Ada; Bo; Cleo\nweight,choice 1,choice 2,choice 3\n12,Ada,Bo,Cleo\n5,Bo\n1,Cleo,,Ada\n";
    let election = ranked(Format::Csv, text).unwrap();
    assert_eq!(told(&election), ["12: 1 2 3", "1: 3 1", "5: 2"]);
    assert_eq!(line_of(ranked(Format::Csv, &text.replace("5,Bo\n", "5,Boo\n"))), 4);
    assert_eq!(line_of(ranked(Format::Csv, &text.replace("5,Bo\n", "5,Bo,Bo\n"))), 4);
    for without_heading in ["3,Cleo,Ada\n1,Bo\n", "Cleo,Ada,Bo\nCleo,Ada,Bo\nBo,,\n"] {
        let election = ranked(Format::Csv, without_heading).unwrap();
        assert_eq!(names(&election), ["Ada", "Bo", "Cleo"], "{without_heading}");
    }
    assert_eq!(told(&ranked(Format::Csv, "3,Cleo,Ada\n1,Bo\n").unwrap()), ["1: 2", "3: 3 1"]);
}

#[test]
fn values_with_totals() {
    for text in ["Together,340000\nForward,280000\n", "liste;voix\nTogether;340000\nForward;280000\n"] {
        let election = ranked(Format::Csv, text).unwrap();
        assert_eq!(names(&election), ["Together", "Forward"]);
        assert_eq!(told(&election), ["280000: 2", "340000: 1"]);
    }
    let election = ranked(Format::Csv, "list,name,votes\nRed,Ada,3\nRed,Bo,4\n,Cleo,1\n").unwrap();
    let groups: Vec<_> = election.candidates().iter().map(|candidate| candidate.group.as_deref()).collect();
    assert_eq!(groups, [Some("Red"), Some("Red"), None]);
    assert_eq!(line_of(ranked(Format::Csv, "list,votes\nRed,3\nBlue,x\n")), 3);
    assert_eq!(line_of(ranked(Format::Csv, "list,votes\nRed,3\nBlue,-3\n")), 3);
}

#[test]
fn values_are_refused_with_the_line() {
    let refused = |text: &str| line_of(ranked(Format::Csv, text));
    assert_eq!(refused(""), 1);
    assert_eq!(refused("# seats: 0\nAda,Bo\n1,2\n"), 1);
    assert_eq!(refused("Ada,Ada\n1,2\n"), 1);
    assert_eq!(refused("Ada,Bo\n1,2\n1,0\n"), 3);
    assert_eq!(refused("Ada,Bo\n1,2\n\n1,two\n"), 4);
    assert_eq!(refused("Ada,Bo\n1,2\n1\n"), 3);
    assert_eq!(refused("Ada,Bo\n1,2,3\n"), 2);
    assert_eq!(refused("weight,Ada,Bo\n,1,2\n"), 2);
    assert_eq!(refused("weight,poids,Bo\n1,1,2\n"), 1);
    assert_eq!(refused("Ada,\"Bo\n1,2\n"), 1);
    assert_eq!(refused("Ada,\"Bo\"x\n1,2\n"), 1);
    assert_eq!(refused("weight,Ada,Bo\n18446744073709551615,1,2\n1,1,2\n"), 3);
}

#[test]
fn endings_tell_the_format() {
    assert_eq!(Format::of_extension("BLT"), Some(Format::Blt));
    assert_eq!(Format::of_extension("hil"), Some(Format::Blt));
    assert_eq!(Format::of_extension("cat"), Some(CAT));
    assert_eq!(Format::of_extension("csv"), Some(Format::Csv));
    assert_eq!(Format::of_extension("pdf"), None);
}

/// A change to a file: bytes taken out, put in, doubled or exchanged.
#[derive(Clone, Debug)]
enum Damage {
    Remove(prop::sample::Index, usize),
    Insert(prop::sample::Index, String),
    Replace(prop::sample::Index, char),
    Repeat(prop::sample::Index, usize),
    DropLine(prop::sample::Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    let piece = "[0-9=\\-\"#{}\\[\\](),:;/* \n\r\t\u{0}é]{1,3}|99999999999999999999|withdrawn|\\*/";
    let character = prop::sample::select("0123456789-=\"#{}[](),:; \n\tXé".chars().collect::<Vec<_>>());
    prop_oneof![
        (any::<prop::sample::Index>(), 1..6_usize).prop_map(|(at, length)| Damage::Remove(at, length)),
        (any::<prop::sample::Index>(), piece).prop_map(|(at, text)| Damage::Insert(at, text)),
        (any::<prop::sample::Index>(), character).prop_map(|(at, character)| Damage::Replace(at, character)),
        (any::<prop::sample::Index>(), 1..12_usize).prop_map(|(at, length)| Damage::Repeat(at, length)),
        any::<prop::sample::Index>().prop_map(Damage::DropLine),
    ]
}

fn damaged(text: &str, damages: &[Damage]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for damage in damages {
        let length = letters.len();
        if length == 0 {
            break;
        }
        match damage {
            Damage::Remove(at, many) => {
                let at = at.index(length);
                letters.drain(at..(at + many).min(length));
            }
            Damage::Insert(at, text) => {
                let at = at.index(length);
                letters.splice(at..at, text.chars());
            }
            Damage::Replace(at, character) => letters[at.index(length)] = *character,
            Damage::Repeat(at, many) => {
                let at = at.index(length);
                let again = letters[at..(at + many).min(length)].to_vec();
                letters.splice(at..at, again);
            }
            Damage::DropLine(at) => {
                let text: String = letters.iter().collect();
                let lines: Vec<&str> = text.split_inclusive('\n').collect();
                let gone = at.index(lines.len());
                let kept =
                    lines.iter().enumerate().filter(|(index, _)| *index != gone).flat_map(|(_, line)| line.chars());
                letters = kept.collect();
            }
        }
    }
    letters.into_iter().collect()
}

/// Found by the fuzzer.
#[test]
fn a_name_that_ends_in_a_backslash_is_written_so_that_it_can_be_read() {
    says_what_is_read("1 2\n 32 0\n0\n\"A\\\"b\\ \"\n\"The title\\\t\"\n");
}

/// Not a sample of them: every letter taken out, every letter replaced by and every place filled with anything that
/// means something in the format, every end of the file cut off, every line dropped, doubled, or moved one down.
#[test]
fn every_single_damage_to_a_blt_file_gives_a_line_or_what_it_says() {
    let letters: Vec<char> = BOARD.chars().collect();
    let check = |before: &[char], between: &[char], after: &[char]| {
        let text: String = before.iter().chain(between).chain(after).collect();
        says_what_is_read(&text);
    };
    for at in 0..=letters.len() {
        check(&letters[..at], &[], &[]);
        for letter in "0123459-=\"#{}[](),/* \n\r\t\0abXé".chars() {
            check(&letters[..at], &[letter], &letters[at..]);
            if at < letters.len() {
                check(&letters[..at], &[letter], &letters[at + 1..]);
            }
        }
        if at < letters.len() {
            check(&letters[..at], &[], &letters[at + 1..]);
        }
    }
    let lines: Vec<Vec<char>> = BOARD.split_inclusive('\n').map(|line| line.chars().collect()).collect();
    for at in 0..lines.len() {
        let (before, after) = (lines[..at].concat(), lines[at + 1..].concat());
        check(&before, &[], &after);
        check(&before, &lines[at].repeat(2), &after);
        if let Some(next) = lines.get(at + 1) {
            check(&before, &[next.clone(), lines[at].clone()].concat(), &lines[at + 2..].concat());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn damaged_blt_gives_a_line_or_what_it_says(damages in prop::collection::vec(damage(), 1..4)) {
        says_what_is_read(&damaged(BOARD, &damages));
    }

    #[test]
    fn damaged_preflib_gives_a_line_or_an_election(damages in prop::collection::vec(damage(), 1..4), categories: bool) {
        let (format, text) = if categories { (CAT, CATEGORIES) } else { (TOI, ORDERS) };
        let text = damaged(text, &damages);
        for wanted in [BallotKind::Ranked, BallotKind::Approved, BallotKind::Graded] {
            sound(&text, read(format, &text, wanted));
        }
    }

    #[test]
    fn damaged_values_give_a_line_or_an_election(damages in prop::collection::vec(damage(), 1..4), which in 0..4_usize) {
        let text = [
            "weight,Ada,\"Bo, B.\",Cleo\n12,1,2,3\n5,2,1,\n",
            "# candidates: Ada; Bo; Cleo\nweight,choice 1,choice 2\n12,Ada,Bo\n3,Cleo,\n",
            "# seats: 3\nlist,votes\nTogether,340000\nForward,280000\n",
            "# grades: good; bad\nAda,Bo\ngood,bad\n,good\n",
        ][which];
        let text = damaged(text, &damages);
        for wanted in [BallotKind::Ranked, BallotKind::Approved, BallotKind::Graded] {
            sound(&text, read(Format::Csv, &text, wanted));
        }
    }

    #[test]
    fn anything_at_all_is_refused_with_a_line(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let formats = [Format::Blt, TOI, CAT, Format::Csv, Format::Preflib(Kind::StrictComplete)];
        for format in formats {
            for wanted in [BallotKind::Ranked, BallotKind::Approved, BallotKind::Graded] {
                if let Err(error) = formats::read(format, &bytes, wanted) {
                    prop_assert!(error.line >= 1);
                }
            }
        }
    }
}
