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
