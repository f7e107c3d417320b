//! What holds for the texts with a number in them: they choose the form of the noun beside it, in every language, and among all forms of the language.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};

use super::{
    Language,
    catalogue_tests::{files, root},
    plural::FORM,
};

/// Texts that choose elsewhere, and in these languages have no word that changes with the number. English is no reason: where it chooses, all do.
const CHANGES_NO_WORD: [(Language, &str); 7] = [
    // "30.7 million", "1,23 mil millones".
    (Language::En, "number-millions"),
    (Language::En, "number-billions"),
    (Language::Es, "number-billions"),
    (Language::Pt, "number-billions"),
    // "$5".
    (Language::En, "money"),
    // "38,500 targeted"; Arabic names the group and then counts it.
    (Language::En, "edition-no-partner-target"),
    (Language::Ar, "edition-no-partner-target"),
];

/// Texts with a `$count` and no noun beside it in any language: "1,818 over", "teachers: 6,400".
const COUNTS_WITHOUT_A_NOUN: [&str; 3] = ["appeal-over", "appeal-planned", "appeal-planned-at"];

/// A place in a text where it chooses.
#[derive(Debug)]
struct Choice {
    file: String,
    key: String,
    argument: String,
    variants: BTreeSet<String>,
}

impl Choice {
    /// Whether it chooses the form of a noun, and not a month or a currency.
    fn is_of_forms(&self) -> bool {
        let forms = ["zero", "one", "two", "few", "many"];
        self.argument.ends_with(FORM) || self.variants.iter().any(|variant| forms.contains(&variant.as_str()))
    }
}

fn choices(file: &str, source: &str) -> Vec<Choice> {
    let resource = FluentResource::try_new(source.to_owned()).expect("a good catalogue");
    let mut found = Vec::new();
    for entry in resource.entries() {
        if let Entry::Message(message) = entry
            && let Some(pattern) = &message.value
        {
            choices_of(pattern, &mut |argument, variants| {
                found.push(Choice { file: file.to_owned(), key: message.id.name.to_owned(), argument, variants });
            });
        }
    }
    found
}

fn choices_of(pattern: &Pattern<&str>, found: &mut impl FnMut(String, BTreeSet<String>)) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression: Expression::Select { selector, variants } } = element {
            let argument = match selector {
                InlineExpression::VariableReference { id } => id.name.to_owned(),
                other => unreachable!("texts choose by arguments, not by {other:?}"),
            };
            let names = variants.iter().map(|variant| match variant.key {
                VariantKey::Identifier { name } => name.to_owned(),
                VariantKey::NumberLiteral { value } => value.to_owned(),
            });
            found(argument, names.collect());
            variants.iter().for_each(|variant| choices_of(&variant.value, found));
        }
    }
}

fn all(language: Language) -> Vec<Choice> {
    let files = files(&root().join("locales").join(language.as_str()));
    let of_file = |path: &std::path::PathBuf| {
        let name = path.file_name().expect("a file").to_string_lossy().into_owned();
        choices(&name, &fs::read_to_string(path).expect("readable"))
    };
    files.iter().flat_map(of_file).collect()
}

/// Language > the texts that choose the form of a noun.
fn choosing() -> BTreeMap<Language, BTreeSet<String>> {
    let keys = |language: &Language| {
        let keys = all(*language).into_iter().filter(Choice::is_of_forms).map(|choice| choice.key);
        (*language, keys.collect())
    };
    Language::ALL.iter().map(keys).collect()
}

/// What is wrong with a choice: it goes by the number itself, or lacks a form of the language, or has one that is never chosen.
fn fault(language: Language, choice: &Choice) -> Option<String> {
    let forms: BTreeSet<String> = language.plural_forms().map(str::to_owned).collect();
    // The client's texts are chosen by a browser, whose rules are good.
    let by_number = !choice.argument.ends_with(FORM) && !choice.file.starts_with("web");
    if by_number {
        return Some(format!(
            "{language}: {} chooses by ${}; choose by ${}{FORM}",
            choice.key, choice.argument, choice.argument
        ));
    }
    (choice.variants != forms)
        .then(|| format!("{language}: {} has {:?}, and the language {forms:?}", choice.key, choice.variants))
}

#[test]
fn every_choice_of_a_form_has_all_forms_of_its_language() {
    let of_language = |language: &Language| {
        let choices = all(*language).into_iter().filter(Choice::is_of_forms);
        choices.filter_map(|choice| fault(*language, &choice)).collect::<Vec<_>>()
    };
    let faults: Vec<String> = Language::ALL.iter().flat_map(of_language).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_text_that_chooses_in_one_language_chooses_in_all() {
    let choosing = choosing();
    let anywhere: BTreeSet<&String> = choosing.values().flatten().collect();
    assert!(anywhere.len() > 10, "the check reads the catalogues");
    let (mut wrong, english) = (Vec::new(), &choosing[&Language::En]);
    for (language, here) in &choosing {
        for key in &anywhere {
            let excused = CHANGES_NO_WORD.contains(&(*language, key.as_str()));
            match (here.contains(*key), excused) {
                (false, false) => wrong.push(format!("{language}: {key} chooses no form, and other languages do")),
                (true, true) => wrong.push(format!("{language}: {key} chooses, and is listed as if it did not")),
                (false, true) if english.contains(*key) => wrong.push(format!("{language}: {key} chooses in English")),
                _ => {}
            }
        }
    }
    let idle = CHANGES_NO_WORD.iter().filter(|(_, key)| !anywhere.iter().any(|known| known == key));
    wrong.extend(idle.map(|(language, key)| format!("{language}: {key} chooses nowhere")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_count_is_written_by_texts_that_choose_by_it() {
    let choosing = choosing();
    for language in Language::ALL {
        for path in files(&root().join("locales").join(language.as_str())) {
            let source = fs::read_to_string(&path).expect("readable");
            let mut key = "";
            for line in source.lines().filter(|line| !line.starts_with('#')) {
                key = line.split_once(" =").map_or(key, |(name, _)| if name.starts_with(' ') { key } else { name });
                let excused = CHANGES_NO_WORD.contains(&(*language, key)) || COUNTS_WITHOUT_A_NOUN.contains(&key);
                let chooses = choosing[language].contains(key);
                assert!(
                    !line.contains("{ $count }") || chooses || excused,
                    "{language}: {key} writes a count as it comes"
                );
            }
        }
    }
}

#[test]
fn the_check_itself_sees_what_is_missing() {
    let read = |source: &str| choices("base.ftl", source).pop().expect("a choice");
    let whole = "a =\n    { $count-form ->\n        [one] one\n       *[other] many\n    }\n";
    assert_eq!(fault(Language::En, &read(whole)), None);
    assert!(fault(Language::Ar, &read(whole)).expect("a fault").contains("\"few\""));
    assert!(fault(Language::Fr, &read(whole)).expect("a fault").contains("\"many\""));
    let by_number = whole.replace("-form", "");
    assert!(fault(Language::En, &read(&by_number)).expect("a fault").contains("choose by $count-form"));
    let nested = format!("b =\n    {{ $unit ->\n       *[A] {}\n    }}\n", "{ $n ->\n [few] x\n *[other] y\n }");
    assert_eq!(read(&nested).argument, "n", "a choice inside another");
}
