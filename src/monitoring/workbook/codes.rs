//! What may be chosen in a report's workbook: codes with their names, each list offering what belongs to the choice before it.

use std::collections::HashMap;

use super::{
    super::{
        columns,
        headings::{self, heading, label},
        model::RowStatus,
    },
    facts::Facts,
};
use crate::{
    kit::{
        sheet::{Below, Column, OutList, OutLists, Rule},
        text::{InLanguage, LocalizedText},
    },
    places::{AdminAreaId, AreaName},
    plans::Modality,
};

/// The most entries of the list of sites, which has a site once for each area around it: a sheet that is read back has no more rows.
const MOST_SITES: usize = 150_000;

/// The lists, and what stands for each code in its column.
pub(super) struct Codes {
    lists: Vec<OutList>,
    labels: HashMap<(&'static str, String), String>,
}

impl Codes {
    pub(super) fn of(facts: &Facts, say: InLanguage<'_>) -> Self {
        let mut codes = Self { lists: Vec::new(), labels: HashMap::new() };
        let names = |names: &LocalizedText| names.get(say.language(), facts.operation.default_language).to_owned();
        codes.add_activities(facts, names);
        codes.add_words(say);
        let groups = facts.groups.iter().map(|(code, labels)| (code.clone(), names(labels))).collect();
        let groups = codes.labelled(&columns::GROUP, groups);
        codes.add("groups", groups, None);
        let projects = facts.projects.iter().map(|project| (project.code.clone(), names(&project.names))).collect();
        let projects = codes.labelled(&columns::PROJECT, projects);
        codes.add("projects", projects, None);
        codes.add_places(facts, names);
        codes
    }

    /// What stands for a code in a column.
    pub(super) fn label(&self, column: &Column, code: &str) -> Option<&str> {
        self.labels.get(&(column.name, code.to_lowercase())).map(String::as_str)
    }

    /// What may be entered in a column of codes; anything where there is nothing to choose from.
    pub(super) fn rule(&self, column: &Column) -> Rule {
        let at = |of: &[&Column]| -> Vec<usize> {
            let all = columns::all();
            of.iter().filter_map(|column| all.iter().position(|known| known.name == column.name)).collect()
        };
        let (list, of, above): (_, _, &[&Column]) = match column.name {
            name if name == columns::ACTIVITY.name => ("activities", "", &[]),
            name if name == columns::INDICATOR.name => ("indicators", "activities", &[&columns::ACTIVITY]),
            name if name == columns::MODALITY.name => ("modalities", "", &[]),
            name if name == columns::STATUS.name => ("statuses", "", &[]),
            name if name == columns::NIL.name => ("answers", "", &[]),
            name if name == columns::GROUP.name => ("groups", "", &[]),
            name if name == columns::PROJECT.name => ("projects", "", &[]),
            name if name == columns::ADM1.name => ("first", "", &[]),
            name if name == columns::ADM2.name => ("second", "first", &[&columns::ADM1]),
            name if name == columns::ADM3.name => ("third", "second", &[&columns::ADM2]),
            name if name == columns::SITE.name => {
                ("sites", "places", &[&columns::ADM3, &columns::ADM2, &columns::ADM1])
            }
            _ => return Rule::Anything,
        };
        match self.lists.iter().any(|known| known.key == list && !known.entries.is_empty()) {
            false => Rule::Anything,
            true if above.is_empty() => Rule::OneOf(list),
            true => Rule::OneBelow { list, of, columns: at(above) },
        }
    }

    /// The sheet of the lists.
    pub(super) fn into_lists(self, say: InLanguage<'_>) -> OutLists {
        let title = |key: &str| match key {
            "activities" => heading(say, &columns::ACTIVITY),
            "indicators" => heading(say, &columns::INDICATOR),
            "modalities" => heading(say, &columns::MODALITY),
            "statuses" => heading(say, &columns::STATUS),
            "answers" => heading(say, &columns::NIL),
            "groups" => heading(say, &columns::GROUP),
            "projects" => heading(say, &columns::PROJECT),
            "first" => heading(say, &columns::ADM1),
            "second" => heading(say, &columns::ADM2),
            "third" => heading(say, &columns::ADM3),
            "places" => headings::plain(&say.text("workbook-place", &[])),
            _ => heading(say, &columns::SITE),
        };
        let filled = self.lists.into_iter().filter(|list| !list.entries.is_empty());
        let lists = filled.map(|list| OutList { heading: title(list.key), ..list }).collect();
        OutLists { name: headings::plain(&say.text("workbook-codes", &[])), lists }
    }

    fn add(&mut self, key: &'static str, entries: Vec<String>, below: Option<Vec<(usize, usize)>>) {
        let below = below.map(|spans| Below { spans });
        self.lists.push(OutList { key, heading: String::new(), entries, below });
    }

    /// The labels of codes, which are remembered.
    fn labelled(&mut self, column: &Column, codes: Vec<(String, String)>) -> Vec<String> {
        let label = |(code, name): (String, String)| {
            let label = label(&code, &name);
            self.labels.insert((column.name, code.to_lowercase()), label.clone());
            label
        };
        codes.into_iter().map(label).collect()
    }

    fn add_activities(&mut self, facts: &Facts, names: impl Fn(&LocalizedText) -> String) {
        let (mut indicators, mut spans) = (Vec::new(), Vec::new());
        for activity in &facts.activities {
            let from = indicators.len();
            // An indicator of an objective measures every activity.
            let own = facts
                .indicators
                .iter()
                .filter(|indicator| indicator.activity_id.is_none_or(|measured| measured == activity.id));
            indicators.extend(own.map(|indicator| (indicator.ref_code.clone(), names(&indicator.names))));
            spans.push((from, indicators.len() - from));
        }
        let activities = facts.activities.iter().map(|activity| (activity.ref_code.clone(), names(&activity.names)));
        let activities = self.labelled(&columns::ACTIVITY, activities.collect());
        let indicators = self.labelled(&columns::INDICATOR, indicators);
        self.add("activities", activities, Some(spans));
        self.add("indicators", indicators, None);
    }

    fn add_words(&mut self, say: InLanguage<'_>) {
        let (mut statuses, mut modalities) = (Vec::new(), Vec::new());
        for one in RowStatus::ALL {
            let word = headings::status(say, *one);
            self.labels.insert((columns::STATUS.name, one.as_str().to_lowercase()), word.clone());
            statuses.push(word);
        }
        for one in Modality::ALL {
            let word = headings::modality(say, *one);
            self.labels.insert((columns::MODALITY.name, one.as_str().to_lowercase()), word.clone());
            modalities.push(word);
        }
        let answers = [("yes", say.text("answer-yes", &[])), ("no", say.text("answer-no", &[]))];
        let answers = answers.map(|(code, word)| {
            self.labels.insert((columns::NIL.name, code.to_owned()), headings::plain(&word));
            headings::plain(&word)
        });
        self.add("statuses", statuses, None);
        self.add("modalities", modalities, None);
        self.add("answers", answers.to_vec(), None);
    }

    fn add_places(&mut self, facts: &Facts, names: impl Fn(&LocalizedText) -> String) {
        let mut above: Vec<&AreaName> = facts.areas.iter().filter(|area| area.level == 1).collect();
        let (mut places, mut order) = (Vec::new(), Vec::new());
        for (level, key) in [(1, "first"), (2, "second"), (3, "third")] {
            let mut below: HashMap<AdminAreaId, Vec<&AreaName>> = HashMap::new();
            for area in facts.areas.iter().filter(|area| area.level == level + 1) {
                below.entry(area.parent_id.unwrap_or(area.id)).or_default().push(area);
            }
            let (mut next, mut spans) = (Vec::new(), Vec::new());
            for area in &above {
                let from = next.len();
                next.extend(below.get(&area.id).into_iter().flatten().copied());
                spans.push((from, next.len() - from));
            }
            let codes = above.iter().map(|area| (area.pcode.clone(), names(&area.names))).collect();
            let labels = self.labelled(&columns::area(level), codes);
            order.extend(above.iter().map(|area| area.id));
            places.extend(labels.iter().cloned());
            self.add(key, labels, Some(spans));
            above = next;
        }
        self.add_sites(facts, names, (places, order));
    }

    fn add_sites(
        &mut self,
        facts: &Facts,
        names: impl Fn(&LocalizedText) -> String,
        (places, order): (Vec<String>, Vec<AdminAreaId>),
    ) {
        let labels = facts.sites.iter().map(|(code, site, _)| (code.clone(), names(site))).collect();
        let labels = self.labelled(&columns::SITE, labels);
        let mut within: HashMap<AdminAreaId, Vec<&String>> = HashMap::new();
        for (label, (.., areas)) in labels.iter().zip(&facts.sites) {
            areas.iter().for_each(|area| within.entry(*area).or_default().push(label));
        }
        let (mut sites, mut spans) = (Vec::new(), Vec::new());
        for area in &order {
            let from = sites.len();
            sites.extend(within.get(area).into_iter().flatten().map(|label| (*label).clone()));
            spans.push((from, sites.len() - from));
        }
        if sites.len() > MOST_SITES {
            sites.clear();
        }
        self.add("places", places, Some(spans));
        self.add("sites", sites, None);
    }
}
