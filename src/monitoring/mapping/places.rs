//! The places that a foreign sheet may name: by P-code or by a name in any language, and which of equal names is meant.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::{fields::SheetField, lists::Entry, model::likeness};
use crate::{
    kit::{Result, db::Conn, scope::OperationId, sheet::words},
    monitoring::store::imports::{self, Retired},
    places::{self, AdminAreaId, AreaName, SiteId},
};

/// How deep areas are named in columns of their own.
const DEEPEST: i32 = 3;
/// How alike names must be to be told as what may be meant.
const SIMILAR: f64 = 0.8;

/// The areas of a country and the sites of an operation.
#[derive(Default)]
pub(in crate::monitoring) struct Places {
    areas: Vec<AreaName>,
    by_id: HashMap<AdminAreaId, usize>,
    by_code: HashMap<String, usize>,
    by_name: HashMap<(i32, String), Vec<usize>>,
    retired: HashMap<String, Retired>,
    sites: HashMap<String, SitePlace>,
    site_names: HashMap<String, Vec<String>>,
}

/// A site, and the areas around it.
#[derive(Debug, Clone)]
pub(in crate::monitoring) struct SitePlace {
    pub(in crate::monitoring) id: SiteId,
    pub(in crate::monitoring) area: AdminAreaId,
    pub(in crate::monitoring) code: String,
    around: Vec<AdminAreaId>,
}

/// What a text of a place means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Named {
    /// The area with this code.
    Code(usize),
    /// The areas with this name.
    Name(Vec<usize>),
    /// An area that is valid no more.
    Retired(String),
    Nothing,
}

impl Places {
    /// The places of an operation that are valid on a day, or without one today; sites only where they are asked for.
    pub(in crate::monitoring) async fn load(
        conn: Conn<'_>,
        country: Option<&str>,
        on: Option<NaiveDate>,
    ) -> Result<Self> {
        let Some(country) = country else { return Ok(Self::default()) };
        let areas = places::area_names(conn, country, DEEPEST, on).await?;
        let mut places = Self::default();
        for (at, area) in areas.iter().enumerate() {
            places.by_id.insert(area.id, at);
            places.by_code.insert(area.pcode.to_uppercase(), at);
            let names: HashSet<String> =
                area.names.iter().map(|(_, name)| words(name)).filter(|name| !name.is_empty()).collect();
            for name in names {
                places.by_name.entry((area.level, name)).or_default().push(at);
            }
        }
        places.areas = areas;
        Ok(places)
    }

    /// Loads the sites, too.
    pub(in crate::monitoring) async fn with_sites(mut self, conn: Conn<'_>, operation: OperationId) -> Result<Self> {
        for site in imports::sites_of(conn, operation).await? {
            for (_, name) in site.names.iter() {
                self.site_names.entry(words(name)).or_default().push(site.code.to_uppercase());
            }
            let around = self.up(site.area);
            let place = SitePlace { id: site.id, area: site.area, code: site.code.clone(), around };
            self.sites.insert(site.code.to_uppercase(), place);
        }
        Ok(self)
    }

    /// Looks which of the texts that mean nothing stood for an area that is valid no more.
    pub(in crate::monitoring) async fn with_retired(
        mut self,
        conn: Conn<'_>,
        country: Option<&str>,
        texts: &HashSet<String>,
    ) -> Result<Self> {
        let codes: Vec<String> =
            texts.iter().flat_map(|text| code_parts(text)).filter(|code| !self.by_code.contains_key(code)).collect();
        if let Some(country) = country.filter(|_| !codes.is_empty()) {
            self.retired = imports::retired_areas(conn, country, &codes).await?;
        }
        Ok(self)
    }

    pub(in crate::monitoring) fn area(&self, at: usize) -> &AreaName {
        &self.areas[at]
    }

    pub(in crate::monitoring) fn retired(&self, code: &str) -> Option<&Retired> {
        self.retired.get(code)
    }

    /// An area and all above it.
    pub(super) fn up(&self, area: AdminAreaId) -> Vec<AdminAreaId> {
        let mut all = Vec::new();
        let mut next = Some(area);
        while let Some(area) = next.and_then(|id| self.by_id.get(&id)).map(|at| &self.areas[*at]) {
            all.push(area.id);
            // A circle is impossible in the tables, and would be endless here.
            next = area.parent_id.filter(|parent| !all.contains(parent));
        }
        all
    }

    /// The area of a code, at any level.
    pub(in crate::monitoring) fn by_code(&self, code: &str) -> Option<usize> {
        self.by_code.get(&code.trim().to_uppercase()).copied()
    }

    /// What a text in a column of a level means.
    pub(super) fn named(&self, level: i32, text: &str) -> Named {
        let codes = code_parts(text);
        if let Some(at) = codes.iter().find_map(|code| self.by_code.get(code)) {
            return Named::Code(*at);
        }
        let found = name_parts(text).into_iter().find_map(|name| self.by_name.get(&(level, name)));
        if let Some(found) = found {
            return Named::Name(found.clone());
        }
        match codes.into_iter().find(|code| self.retired.contains_key(code)) {
            Some(code) => Named::Retired(code),
            None => Named::Nothing,
        }
    }

    /// The site of a code or a name, inside an area if that is known.
    pub(super) fn site(&self, text: &str, within: Option<AdminAreaId>) -> Result<SitePlace, Vec<Entry>> {
        let codes = code_parts(text);
        if let Some(site) = codes.iter().find_map(|code| self.sites.get(code)) {
            return Ok(site.clone());
        }
        let named = name_parts(text).into_iter().find_map(|name| self.site_names.get(&name)).into_iter().flatten();
        let inside = |site: &&SitePlace| within.is_none_or(|area| site.around.contains(&area));
        let found: Vec<&SitePlace> = named.filter_map(|code| self.sites.get(code)).filter(inside).collect();
        match found[..] {
            [site] => Ok(site.clone()),
            _ => Err(found
                .iter()
                .take(3)
                .map(|site| Entry { code: site.code.clone(), label: text.to_owned() })
                .collect()),
        }
    }

    /// Whether a site lies in an area.
    pub(super) fn holds(&self, area: AdminAreaId, place: AdminAreaId) -> bool {
        self.up(place).contains(&area)
    }

    /// Areas of a level that are called nearly so.
    pub(super) fn similar(&self, field: SheetField, text: &str) -> Vec<Entry> {
        let Some(level) = field.level() else { return Vec::new() };
        let key = words(text);
        let named = self.by_name.iter().filter(|((of, _), _)| *of == level);
        let scored =
            named.map(|((_, name), places)| (likeness(&key, name), places)).filter(|(score, _)| *score >= SIMILAR);
        let mut best: Vec<(f64, usize)> =
            scored.flat_map(|(score, places)| places.iter().map(move |at| (score, *at))).collect();
        best.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        let entry = |(_, at): (f64, usize)| {
            let area = &self.areas[at];
            let label = area.names.iter().next().map_or_else(|| area.pcode.clone(), |(_, name)| name.to_owned());
            Entry { code: area.pcode.clone(), label }
        };
        best.into_iter().take(3).map(entry).collect()
    }
}

/// The parts of a text that may be codes: the whole, what stands before a name, what stands in brackets.
fn code_parts(text: &str) -> Vec<String> {
    let text = text.trim();
    let before = text.split(" | ").next().unwrap_or(text).split(" - ").next().unwrap_or(text).trim();
    let inside = text.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(inside, _)| inside.trim());
    let mut all = vec![text.to_uppercase()];
    all.extend([Some(before), inside].into_iter().flatten().map(str::to_uppercase));
    all.dedup();
    all.retain(|code| !code.is_empty() && code.len() <= 40);
    all
}

/// The parts of a text that may be names: the whole, each side of a name in two languages, what stands before brackets.
fn name_parts(text: &str) -> Vec<String> {
    let mut all = vec![words(text)];
    all.extend(text.split(['/', '|', '\n', '\r']).map(words));
    all.push(words(text.split('(').next().unwrap_or_default()));
    let mut seen = HashSet::new();
    all.retain(|name| !name.is_empty() && seen.insert(name.clone()));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_are_found_in_their_wrappings() {
        assert_eq!(code_parts("xe01 | Old Mill"), ["XE01 | OLD MILL", "XE01"]);
        assert!(code_parts("Old Mill (XE01)").contains(&"XE01".to_owned()));
        assert_eq!(name_parts("Al Khalil/الخليل"), ["al khalil الخليل", "al khalil", "الخليل"]);
        assert!(name_parts("الخليل / Al Khalil").contains(&"al khalil".to_owned()));
    }
}
