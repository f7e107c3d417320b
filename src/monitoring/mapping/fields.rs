//! What a column of a foreign sheet may be.

use crate::text_enum;

text_enum! {
    /// What a column of a sheet is.
    SheetField {
        /// Who did it: name, short name or id.
        Organisation = "ORGANISATION",
        /// When: a day, a month, or a month with its year.
        Period = "PERIOD",
        /// The year, where the month stands in a column of its own.
        Year = "YEAR",
        /// The activity: code or title.
        Activity = "ACTIVITY",
        /// The indicator: code or title. May be missing where each activity has one that counts people.
        Indicator = "INDICATOR",
        /// The area of level 1: P-code or name.
        Adm1 = "ADM1",
        /// The area of level 2: P-code or name.
        Adm2 = "ADM2",
        /// The area of level 3: P-code or name.
        Adm3 = "ADM3",
        /// The area: P-code of any level.
        Area = "AREA",
        /// The site: code or name.
        Site = "SITE",
        /// The population group that the whole row is about.
        PopulationGroup = "POPULATION_GROUP",
        /// How it was delivered.
        Modality = "MODALITY",
        /// How far it is.
        Status = "STATUS",
        /// Whether nothing was done.
        Nil = "NIL",
        /// People, of a category or of all: one column for each.
        People = "PEOPLE",
        /// Words that say whom the row counts, such as its sex or age: a sheet may have a row for each.
        Whom = "WHOM",
        /// Whether the row's people were counted before.
        CountedBefore = "COUNTED_BEFORE",
        /// The value, or the numerator of a ratio.
        Value = "VALUE",
        /// The denominator of a ratio.
        Denominator = "DENOMINATOR",
        /// Units delivered.
        Units = "UNITS",
        /// Money spent.
        Amount = "AMOUNT",
        /// ISO 4217 code of the amount.
        Currency = "CURRENCY",
        /// The code of the project that it is part of.
        Project = "PROJECT",
        /// What else is said.
        Remarks = "REMARKS",
        /// The cluster or sector: rows of others are left out.
        Sector = "SECTOR",
    }
}

impl SheetField {
    /// Whether its texts are looked up in a list, so that somebody may have to choose what one means.
    pub(super) fn is_chosen(self) -> bool {
        matches!(
            self,
            Self::Organisation
                | Self::Period
                | Self::Activity
                | Self::Indicator
                | Self::Adm1
                | Self::Adm2
                | Self::Adm3
                | Self::Area
                | Self::Site
                | Self::PopulationGroup
                | Self::Modality
                | Self::Status
                | Self::Whom
                | Self::Sector
        )
    }

    /// Whether it holds numbers.
    pub(in crate::monitoring) fn is_number(self) -> bool {
        matches!(self, Self::People | Self::Value | Self::Denominator | Self::Units | Self::Amount)
    }

    /// Whether a sheet may have several such columns.
    pub(super) fn may_repeat(self) -> bool {
        matches!(
            self,
            Self::Adm1 | Self::Adm2 | Self::Adm3 | Self::Organisation | Self::People | Self::Whom | Self::Activity
        )
    }

    /// Whether it names areas.
    pub(super) fn is_area(self) -> bool {
        self == Self::Area || self.level().is_some()
    }

    /// The level of the areas.
    pub(super) fn level(self) -> Option<i32> {
        match self {
            Self::Adm1 => Some(1),
            Self::Adm2 => Some(2),
            Self::Adm3 => Some(3),
            _ => None,
        }
    }
}

text_enum! {
    /// How a column writes numbers.
    NumberWriting {
        /// The point is the decimal mark: 1,234.5.
        Point = "POINT",
        /// The comma is the decimal mark: 1.234,5.
        Comma = "COMMA",
    }
}

text_enum! {
    /// How a column writes days.
    DateWriting {
        /// Year, month, day: 2024-04-03.
        Iso = "ISO",
        /// Day, month, year: 3/4/2024 is the third of April.
        DayFirst = "DAY_FIRST",
        /// Month, day, year: 3/4/2024 is the fourth of March.
        MonthFirst = "MONTH_FIRST",
    }
}

text_enum! {
    /// What became of a cell.
    CellVerdict {
        /// It is taken as it stands.
        Fine = "OK",
        /// It is taken as something else, which is said.
        Fixed = "FIXED",
        /// Somebody has to choose what it means.
        NeedsChoice = "NEEDS_CHOICE",
        /// It cannot be taken.
        Refused = "REFUSED",
    }
}

text_enum! {
    /// What becomes of a row of a sheet.
    RowOutcome {
        /// It is new or changes what the report says.
        Taken = "TAKEN",
        /// The report says it already, or another row of the sheet does.
        Same = "SAME",
        /// Something is wrong with it.
        Refused = "REFUSED",
        /// Somebody has to choose what something in it means.
        NeedsChoice = "NEEDS_CHOICE",
        /// It is about something else, as somebody chose.
        LeftOut = "LEFT_OUT",
        /// A title, a heading or a row of tags.
        Heading = "HEADING",
        /// Nothing stands in it.
        Empty = "EMPTY",
    }
}

text_enum! {
    /// How it was found what a column is.
    FoundBy {
        /// By its heading, which is one of the template.
        Heading = "HEADING",
        /// By its HXL tag.
        Tag = "TAG",
        /// By a word that people use for it.
        Synonym = "SYNONYM",
        /// Its heading tells whom it counts.
        Words = "WORDS",
        /// By a heading that is nearly one of those.
        Likeness = "LIKENESS",
        /// By what was chosen for a sheet like this one.
        Profile = "PROFILE",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_up_is_no_number_and_areas_have_their_levels() {
        assert!(SheetField::ALL.iter().all(|field| !(field.is_chosen() && field.is_number())));
        let levels: Vec<i32> = SheetField::ALL.iter().filter_map(|field| field.level()).collect();
        assert_eq!(levels, [1, 2, 3]);
    }
}
