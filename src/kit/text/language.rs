//! The five languages.

use rust_decimal::Decimal;

crate::text_enum! {
    /// A language.
    Language {
        /// English.
        En = "en",
        /// French.
        Fr = "fr",
        /// Spanish.
        Es = "es",
        /// Portuguese.
        Pt = "pt",
        /// Arabic.
        Ar = "ar",
    }
}

impl Language {
    /// The direction of writing, as HTML's `dir` says it.
    pub fn direction(self) -> &'static str {
        match self {
            Self::Ar => "rtl",
            Self::En | Self::Fr | Self::Es | Self::Pt => "ltr",
        }
    }

    /// A text that may run the other way, kept together and in its place inside a text of this language: marked as texts of the catalogues mark
    /// what is filled in, in languages that run from right to left.
    pub fn isolated(self, text: &str) -> String {
        if self.direction() == "rtl" { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
    }

    /// The language's name in the language itself, for choosing it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
            Self::Es => "Español",
            Self::Pt => "Português",
            Self::Ar => "العربية",
        }
    }

    /// The language of a tag such as `fr`, `fr-FR` or `PT_br`; none when it is not one of ours.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?;
        Self::ALL.iter().copied().find(|language| language.as_str().eq_ignore_ascii_case(primary))
    }

    /// The language of ours that a browser's `Accept-Language` likes best; English when it asks for others only.
    pub fn from_accept_language(header: &str) -> Self {
        let wishes = header.split(',').filter_map(|wish| {
            let mut parts = wish.split(';');
            let language = Self::from_tag(parts.next()?)?;
            let weight = match parts.next() {
                None => Decimal::ONE,
                Some(weight) => weight.trim().strip_prefix("q=")?.trim().parse().ok()?,
            };
            (weight > Decimal::ZERO).then_some((weight, language))
        });
        // Of equal wishes the first counts.
        wishes.reduce(|best, wish| if wish.0 > best.0 { wish } else { best }).map_or(Self::En, |(_, language)| language)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_tag_is_known_by_its_first_part() {
        for (tag, expected) in [
            ("fr", Some(Language::Fr)),
            ("fr-FR", Some(Language::Fr)),
            (" PT_br ", Some(Language::Pt)),
            ("ar-SY-u-nu-latn", Some(Language::Ar)),
            ("swahili", None),
            ("e", None),
            ("", None),
        ] {
            assert_eq!(Language::from_tag(tag), expected, "{tag:?}");
        }
    }

    #[test]
    fn the_best_liked_language_of_ours_is_answered_in() {
        for (header, expected) in [
            ("fr-CH, fr;q=0.9, en;q=0.8", Language::Fr),
            ("sw, en;q=0.5, ar;q=0.7", Language::Ar),
            ("es;q=0.5,pt;q=0.5", Language::Es),
            ("en;q=0, fr;q=0.1", Language::Fr),
            ("en;q=much, *", Language::En),
            ("de, ja", Language::En),
            ("", Language::En),
        ] {
            assert_eq!(Language::from_accept_language(header), expected, "{header:?}");
        }
    }

    proptest! {
        #[test]
        fn no_header_is_a_trap(header in ".{0,200}") {
            let _ = Language::from_accept_language(&header);
        }
    }
}
