//! What a mail says, before it is HTML or text: both parts are written from the same blocks, so that they cannot tell different figures.

use askama::Template;
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};

use super::Rendered;
use crate::kit::{Error, Result, text::Language};

/// The longest line of the text part (RFC 5322 asks for at most 78).
const LINE: usize = 78;

/// A mail to be written.
pub struct Document {
    /// Its subject.
    pub subject: String,
    /// What lists of mails show beside the subject.
    pub preview: String,
    /// On whose behalf it is written.
    pub sender: String,
    /// A line above the heading; may be empty.
    pub kicker: String,
    /// What it is about, in one sentence.
    pub heading: String,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Why its reader gets it.
    pub reason: String,
    /// What its reader can do about it.
    pub links: Vec<Link>,
}

/// A part of a mail.
pub enum Block {
    /// A paragraph.
    Paragraph(String),
    /// A paragraph in small print.
    Note(String),
    /// What someone wrote, with their line breaks.
    Quote {
        /// Whose words, or about what.
        heading: String,
        /// The words.
        text: String,
    },
    /// Key figures, side by side.
    Figures(Vec<Figure>),
    /// A bar of how much there is of what is needed. The text part does without: the words say the same.
    Bar {
        /// The width of what there is, 0 to 100.
        percent: i64,
    },
    /// A table of figures.
    Table {
        /// What it tells.
        heading: String,
        /// Its rows.
        rows: Vec<Row>,
    },
    /// The one thing to do.
    Button(Link),
}

/// A key figure.
pub struct Figure {
    /// What it counts.
    pub label: String,
    /// Its short form.
    pub value: String,
    /// Its exact form.
    pub exact: String,
    /// True for what is missing.
    pub missing: bool,
}

/// A row of a table.
pub struct Row {
    /// What it tells of.
    pub label: String,
    before: String,
    strong: String,
    after: String,
}

/// A link.
pub struct Link {
    /// What it does.
    pub label: String,
    /// Where it goes.
    pub url: String,
}

impl Row {
    /// A row that says `value`, with its part `strong` in bold.
    pub fn new(label: String, value: &str, strong: &str) -> Self {
        let (before, after) = value.split_once(strong).unwrap_or((value, ""));
        let strong = if value.contains(strong) { strong } else { "" };
        Self { label, before: before.to_owned(), strong: strong.to_owned(), after: after.to_owned() }
    }

    fn value(&self) -> String {
        format!("{}{}{}", self.before, self.strong, self.after)
    }
}

impl Block {
    /// A bar of a share. None when there is nothing to be a share of. What is above the whole is said in words and fills the bar.
    pub fn bar(numerator: Decimal, denominator: Decimal) -> Option<Self> {
        let share = numerator.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(denominator)?;
        let percent = share.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).to_i64()?;
        Some(Self::Bar { percent: percent.clamp(0, 100) })
    }
}

#[derive(Template)]
#[template(path = "kit/mail/templates/mail.html")]
struct Html<'a> {
    document: &'a Document,
    language: Language,
}

#[derive(Template)]
#[template(path = "kit/mail/templates/mail.txt")]
struct Text<'a> {
    document: &'a Document,
    language: Language,
}

impl Document {
    /// Writes both parts.
    ///
    /// # Errors
    /// When a template cannot be filled in.
    pub fn render(&self, language: Language) -> Result<Rendered> {
        Ok(Rendered {
            subject: self.subject.clone(),
            text: Text { document: self, language }.render().map_err(Error::internal)? + "\n",
            html: Html { document: self, language }.render().map_err(Error::internal)?,
        })
    }
}

impl Html<'_> {
    fn start(&self) -> &'static str {
        if self.language.direction() == "rtl" { "right" } else { "left" }
    }

    fn end(&self) -> &'static str {
        if self.language.direction() == "rtl" { "left" } else { "right" }
    }
}

impl Text<'_> {
    fn upper(&self, text: &str) -> String {
        wrapped("", &text.to_uppercase())
    }

    fn paragraph(&self, text: &str) -> String {
        wrapped("", text)
    }

    /// Someone's words, set off like a quotation.
    fn quote(&self, text: &str) -> String {
        text.lines().map(|line| wrapped("  ", line)).collect::<Vec<_>>().join("\n")
    }

    fn figures(&self, figures: &[Figure]) -> String {
        let told = |figure: &Figure| {
            let [value, exact] = [&figure.value, &figure.exact].map(|text| self.language.isolated(text));
            format!("{value} ({exact})")
        };
        aligned(figures.iter().map(|figure| (figure.label.as_str(), told(figure))))
    }

    fn rows(&self, rows: &[Row]) -> String {
        aligned(rows.iter().map(|row| (row.label.as_str(), self.language.isolated(&row.value()))))
    }
}

/// How wide a text is: the marks that keep directions apart (see `kit::text`) have no width.
fn width(text: &str) -> usize {
    text.chars().filter(|letter| !matches!(letter, '\u{200E}' | '\u{200F}' | '\u{2066}'..='\u{2069}')).count()
}

/// Pairs of a label and what is said of it, in two columns; where a line would be too long, one below the other.
fn aligned<'a>(pairs: impl Iterator<Item = (&'a str, String)>) -> String {
    let pairs: Vec<_> = pairs.collect();
    let widest = pairs.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
    let line = |(label, value): &(&str, String)| {
        if 4 + widest + width(value) <= LINE {
            format!("  {label}{}  {value}", " ".repeat(widest.saturating_sub(width(label))))
        } else {
            format!("{}\n{}", wrapped("  ", label), wrapped("    ", value))
        }
    };
    pairs.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A text in lines of at most [`LINE`] characters, each after `indent`. A word that is longer, such as an address, has a line of its own.
fn wrapped(indent: &str, text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    // Blanks that must not break (before a unit, between groups of digits) are no ends of words.
    for word in text.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= LINE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(format!("{indent}{word}")),
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_blanks_before_they_are_too_long_and_never_inside_a_figure() {
        let text = format!("{} 30\u{202F}675\u{202F}000\u{A0}dollars", "x".repeat(60));
        assert_eq!(wrapped("  ", &text), format!("  {}\n  30\u{202F}675\u{202F}000\u{A0}dollars", "x".repeat(60)));
        assert_eq!(wrapped("", "one\ntwo"), "one two");
        assert_eq!(wrapped("", ""), "");
        let address = format!("https://darasa.example/{}", "a".repeat(80));
        assert_eq!(wrapped("", &format!("see {address} now")), format!("see\n{address}\nnow"));
    }

    #[test]
    fn a_bar_stays_inside_its_frame_and_needs_a_whole() {
        let percent = |numerator: i64, denominator: i64| match Block::bar(numerator.into(), denominator.into()) {
            Some(Block::Bar { percent }) => Some(percent),
            _ => None,
        };
        assert_eq!(percent(17_925_000, 48_600_000), Some(37));
        assert_eq!(percent(3, 2), Some(100));
        assert_eq!(percent(-1, 2), Some(0));
        assert_eq!(percent(1, 0), None);
    }

    #[test]
    fn what_people_wrote_cannot_become_markup() {
        let hostile = "<img src=x onerror=alert(1)> & \"quotes\"";
        let document = Document {
            subject: hostile.to_owned(),
            preview: hostile.to_owned(),
            sender: hostile.to_owned(),
            kicker: hostile.to_owned(),
            heading: hostile.to_owned(),
            blocks: vec![
                Block::Paragraph(hostile.to_owned()),
                Block::Quote { heading: hostile.to_owned(), text: hostile.to_owned() },
                Block::Button(Link { label: hostile.to_owned(), url: hostile.to_owned() }),
            ],
            reason: hostile.to_owned(),
            links: Vec::new(),
        };
        let rendered = document.render(Language::En).expect("a mail");
        assert!(!rendered.html.contains("<img"), "{}", rendered.html);
        assert!(!rendered.html.contains("\"quotes\""));
        assert!(rendered.text.contains(hostile), "the text part is plain");
    }
}
