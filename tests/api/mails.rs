//! Every mail that the program knows, written from its samples in every language.

use std::collections::BTreeSet;

use darasa::{
    app::jobs,
    kit::text::{Language, Texts},
};
use serde_json::Value;

use super::support::{
    reading::{Reading, names},
    samples::{COUNTS, with_count, with_names, without_numbers},
};

/// The figures of a text: runs of digits with the marks between them, without what stands in addresses.
fn figures(text: &str) -> BTreeSet<String> {
    let words = text.split_whitespace().filter(|word| !word.contains("://"));
    let words: Vec<&str> = words.collect();
    words
        .join(" ")
        .split(|letter: char| !letter.is_ascii_digit() && !",.".contains(letter))
        .map(|figure| figure.trim_matches([',', '.']).to_owned())
        .filter(|figure| !figure.is_empty())
        .collect()
}

/// What a reader of the HTML part sees: no style, no tags, no entities.
fn visible(html: &str) -> String {
    let body = html.split_once("<body").expect("a body").1;
    let mut text = String::new();
    for piece in body.split('<').skip(1) {
        text.push(' ');
        text.push_str(piece.split_once('>').expect("tags are closed").1);
    }
    for (entity, letter) in
        [("&nbsp;", " "), ("&#39;", "'"), ("&#34;", "\""), ("&#60;", "<"), ("&#62;", ">"), ("&#38;", "&")]
    {
        text = text.replace(entity, letter);
    }
    text
}

#[test]
fn every_mail_is_whole_in_every_language_and_both_parts_tell_the_same_figures() {
    let (templates, texts) = (jobs::templates(), Texts::load().expect("the catalogues are good"));
    let samples = templates.samples().expect("samples");
    assert!(samples.len() >= 6, "the program writes at least these");
    for (name, samples) in samples {
        assert!(!samples.is_empty(), "{name} has no sample");
        for (sample, language) in samples.iter().flat_map(|sample| Language::ALL.iter().map(move |one| (sample, *one)))
        {
            let mail = templates.render(name, sample, &texts, language).expect("a mail");
            let at = format!("{name} in {language}:\n{}\n{}", mail.subject, mail.text);
            for mark in ["⟦", "{ $", "{$", "{{", "}}", "{%"] {
                let found = mail.subject.contains(mark) || mail.text.contains(mark) || mail.html.contains(mark);
                assert!(!found, "{mark} is left over in {at}");
            }
            assert!(!mail.subject.trim().is_empty() && !mail.subject.contains('\n'), "{at}");
            for line in mail.text.lines() {
                // The marks that keep directions apart have no width.
                let seen = line.chars().filter(|letter| !"\u{200E}\u{200F}\u{2068}\u{2069}".contains(*letter)).count();
                assert!(seen <= 78, "{line:?} is too long in {at}");
            }
            assert!(!mail.text.contains("\n\n\n"), "gaps in {at}");
            assert!(
                mail.html.contains(&format!("<html lang=\"{language}\" dir=\"{}\">", language.direction())),
                "{at}"
            );
            assert!(!mail.html.contains("<img") && !mail.html.contains("<script"), "{at}");
            assert_eq!(figures(&visible(&mail.html)), figures(&mail.text), "{at}");
        }
    }
}

#[test]
fn every_mail_is_in_the_language_of_its_reader_whatever_it_counts() {
    let (templates, texts) = (jobs::templates(), Texts::load().expect("the catalogues are good"));
    for (name, samples) in templates.samples().expect("samples") {
        let is_mail = |sample: &Value| templates.render(name, sample, &texts, Language::En).is_ok();
        for sample in samples.iter().map(with_names) {
            let mut variants: Vec<Value> = COUNTS.iter().map(|count| with_count(&sample, *count)).collect();
            variants.push(without_numbers(&sample, &is_mail));
            variants.push(sample);
            for (variant, language) in
                variants.iter().flat_map(|variant| Language::ALL.iter().map(move |one| (variant, *one)))
            {
                let mail = templates.render(name, variant, &texts, language).expect("a mail");
                let names = names(variant);
                let reading = Reading { language, names: &names, at: format!("{name} in {language} of {variant}") };
                reading.check_html(&mail.html);
                reading.check_text(&mail.subject);
                reading.check_text(&mail.text);
            }
        }
    }
}

#[test]
fn the_check_sees_figures_where_readers_do() {
    let html = "<html><style>a{width:600px}</style><body><td width=\"33%\" style=\"font-size:14px\">36.9%&nbsp;of 48,600,000.</td>";
    assert_eq!(figures(&visible(html)), BTreeSet::from(["36.9".to_owned(), "48,600,000".to_owned()]));
    assert_eq!(figures("https://darasa.example/a/4 and 30.7 million"), BTreeSet::from(["30.7".to_owned()]));
}
