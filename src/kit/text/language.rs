//! The five languages.

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
    /// The language of a tag such as `fr-FR`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?.to_lowercase();
        Self::ALL.iter().copied().find(|language| language.as_str() == primary)
    }

    /// The first language of an `Accept-Language` header that we have, else English.
    pub fn from_accept_language(header: &str) -> Self {
        header.split(',').find_map(|part| Self::from_tag(part.split(';').next()?)).unwrap_or(Self::En)
    }
}
