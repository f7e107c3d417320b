//! Where a row of a foreign sheet is: the site, else the deepest area; codes count before names, and all that is named must fit.

use super::{
    fields::SheetField,
    lists::Entry as ListEntry,
    places::{Named, Places},
    reading::{ReadColumn, Reading, plain_text},
};
use crate::{
    monitoring::reading::retired,
    places::{AdminAreaId, SiteId},
};

impl<'p> Reading<'_, 'p> {
    /// The place: the site, else the deepest area; all that is named must contain it.
    pub(super) fn place(&mut self) -> Option<(AdminAreaId, Option<SiteId>)> {
        let before = self.whole;
        self.whole = true;
        let mut named: Vec<(&ReadColumn, usize)> = Vec::new();
        for field in [SheetField::Adm1, SheetField::Adm2, SheetField::Adm3] {
            let above = named.last().map(|(_, at)| *at);
            if let Some(found) = self.area(field, above) {
                named.push(found);
            }
        }
        named.extend(self.any_area());
        let deepest = named.iter().max_by_key(|(_, at)| self.page.places.area(*at).level);
        let within = deepest.map(|(_, at)| self.page.places.area(*at).id);
        let site = self.site(within);
        let is_clear = std::mem::replace(&mut self.whole, before);
        self.whole &= is_clear;
        let place = site.as_ref().map(|(_, area)| *area).or(within);
        let Some(place) = place.filter(|_| is_clear) else {
            if is_clear {
                return self.constant_place();
            }
            return None;
        };
        let mut lies_there = true;
        for (column, at) in named {
            let area = self.page.places.area(at);
            if !self.page.places.holds(area.id, place) {
                lies_there = false;
                let why = format!("the row's place does not lie in {}", area.pcode);
                self.refuse(Some(column), column.field, why);
            }
        }
        lies_there.then_some((place, site.map(|(site, _)| site)))
    }

    /// The place that holds for all rows.
    fn constant_place(&mut self) -> Option<(AdminAreaId, Option<SiteId>)> {
        for field in [SheetField::Area, SheetField::Adm3, SheetField::Adm2, SheetField::Adm1] {
            let Some(text) = self.page.mapping.constant(field) else { continue };
            if let Some(at) = self.page.places.by_code(text) {
                return Some((self.page.places.area(at).id, None));
            }
            self.refuse(None, field, format!("{text:?}, which is said for all rows, is no P-code of the country"));
            return None;
        }
        let column = self.page.columns.iter().find(|column| column.field.is_area());
        let why = match column {
            Some(_) => "the row says no place",
            None => "the sheet says no place: choose an area for the sheet",
        };
        self.refuse(column, column.map_or(SheetField::Adm1, |column| column.field), why);
        None
    }

    /// The area of a code of any level.
    fn any_area(&mut self) -> Option<(&'p ReadColumn, usize)> {
        let field = SheetField::Area;
        let column = self.filled(field).first().copied()?;
        if self.failed(column) {
            return None;
        }
        let text = plain_text(self.cell(column));
        match self.named(field, None, &text) {
            Area::LeftOut => {
                self.left_out = true;
                self.fixed(column, "", "rows with this are left out, as was chosen");
            }
            Area::Nothing => self.fixed(column, "", "it says nothing, as was chosen"),
            Area::Retired(why) => self.refuse(Some(column), field, why),
            Area::Named(_) => self.ask(Some(column), field, "it is no P-code of the country", Vec::new()),
            Area::Code(at, why) => {
                let pcode = self.page.places.area(at).pcode.clone();
                match why {
                    Some(why) => self.fixed(column, pcode, why),
                    None => self.fine(column, pcode),
                }
                return Some((column, at));
            }
        }
        None
    }

    /// The area of a level: a code counts before a name, and a name beside it that says another is told.
    fn area(&mut self, field: SheetField, above: Option<usize>) -> Option<(&'p ReadColumn, usize)> {
        let level = field.level()?;
        let mut by_code: Option<(&ReadColumn, usize)> = None;
        let mut names: Vec<(&ReadColumn, String, Vec<usize>)> = Vec::new();
        for column in self.filled(field) {
            if self.failed(column) {
                continue;
            }
            let text = plain_text(self.cell(column));
            match self.named(field, Some(level), &text) {
                Area::LeftOut => {
                    self.left_out = true;
                    self.fixed(column, "", "rows with this are left out, as was chosen");
                }
                Area::Nothing => self.fixed(column, "", "it says nothing, as was chosen"),
                Area::Code(at, why) => {
                    let pcode = self.page.places.area(at).pcode.clone();
                    match why {
                        Some(why) => self.fixed(column, pcode, why),
                        None => self.fine(column, pcode),
                    }
                    by_code.get_or_insert((column, at));
                }
                Area::Retired(why) => self.refuse(Some(column), field, why),
                Area::Named(found) => names.push((column, text, found)),
            }
        }
        for (column, text, found) in names {
            self.name_of_area(column, &text, &found, above, &mut by_code);
        }
        by_code
    }

    /// A name in a column of areas, beside a code or alone.
    fn name_of_area(
        &mut self,
        column: &'p ReadColumn,
        text: &str,
        found: &[usize],
        above: Option<usize>,
        by_code: &mut Option<(&'p ReadColumn, usize)>,
    ) {
        let field = column.field;
        let pcode_of = |places: &Places, at: usize| places.area(at).pcode.clone();
        {
            let within = |at: &usize| {
                above.is_none_or(|above| {
                    self.page.places.holds(self.page.places.area(above).id, self.page.places.area(*at).id)
                })
            };
            let fitting: Vec<usize> = found.iter().copied().filter(within).collect();
            match (*by_code, &fitting[..]) {
                (Some((_, code)), _) if found.contains(&code) => {
                    let pcode = pcode_of(self.page.places, code);
                    self.fine(column, pcode);
                }
                (Some((_, code)), _) => {
                    let pcode = pcode_of(self.page.places, code);
                    let why = match found.is_empty() {
                        true => "the name is not known, and the code beside it counts".to_owned(),
                        false => format!("the name is of another area than the code beside it, which counts: {pcode}"),
                    };
                    self.fixed(column, pcode, why);
                }
                (None, [only]) => {
                    let pcode = pcode_of(self.page.places, *only);
                    self.fixed(column, pcode, "by its name");
                    *by_code = Some((column, *only));
                }
                (None, []) => {
                    let options = self.page.places.similar(field, text);
                    let why = match found.is_empty() {
                        true => "it is no area of this level of the country".to_owned(),
                        false => "no area of this name lies in the area that the row names above it".to_owned(),
                    };
                    self.ask(Some(column), field, why, options);
                }
                (None, several) => {
                    let entry = |at: &usize| {
                        let pcode = pcode_of(self.page.places, *at);
                        ListEntry { code: pcode, label: text.to_owned() }
                    };
                    let options = several.iter().take(10).map(entry).collect();
                    self.ask(Some(column), field, "several areas have this name", options);
                }
            }
        }
    }

    fn named(&self, field: SheetField, level: Option<i32>, text: &str) -> Area {
        if let Some(choice) = self.page.choices.find(field, text) {
            return match &choice.code {
                _ if choice.leave_out => Area::LeftOut,
                None => Area::Nothing,
                Some(code) if code.is_empty() => Area::Nothing,
                Some(code) => match self.page.places.by_code(code) {
                    Some(at) => Area::Code(at, Some("as was chosen")),
                    None => Area::Named(Vec::new()),
                },
            };
        }
        match self.page.places.named(level.unwrap_or(-1), text) {
            Named::Code(at) if level.is_none_or(|level| self.page.places.area(at).level == level) => {
                Area::Code(at, None)
            }
            Named::Code(_) | Named::Nothing => Area::Named(Vec::new()),
            Named::Name(found) => Area::Named(found),
            Named::Retired(code) => {
                let area = self.page.places.retired(&code);
                let told = area.map(|area| retired(&code, area));
                Area::Retired(told.map_or_else(String::new, |(what, mend)| format!("{what}; {mend}")))
            }
        }
    }

    fn site(&mut self, within: Option<AdminAreaId>) -> Option<(SiteId, AdminAreaId)> {
        let field = SheetField::Site;
        let column = self.filled(field).first().copied()?;
        if self.failed(column) {
            return None;
        }
        let mut text = plain_text(self.cell(column));
        let choice = self.page.choices.find(field, &text);
        if let Some(choice) = choice {
            if choice.leave_out {
                self.left_out = true;
            }
            match choice.code.as_ref().filter(|code| !code.is_empty() && !choice.leave_out) {
                Some(code) => text.clone_from(code),
                None => {
                    self.fixed(column, "", "it says nothing, as was chosen");
                    return None;
                }
            }
        }
        match self.page.places.site(&text, within) {
            Ok(site) => {
                if site.code.eq_ignore_ascii_case(&text) && choice.is_none() {
                    self.fine(column, site.code.clone());
                } else {
                    self.fixed(
                        column,
                        site.code.clone(),
                        if choice.is_some() { "as was chosen" } else { "by its name" },
                    );
                }
                Some((site.id, site.area))
            }
            Err(options) => {
                let why = match options.is_empty() {
                    true => "it is no site of the operation: choose one, or choose that it says nothing",
                    false => "several sites have this name",
                };
                self.ask(Some(column), field, why, options);
                None
            }
        }
    }
}

/// What a text of a column of areas is.
enum Area {
    LeftOut,
    Nothing,
    Code(usize, Option<&'static str>),
    Named(Vec<usize>),
    Retired(String),
}
