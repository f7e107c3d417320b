//! The sheets that partners send: one row for each activity and district, people by sex and age, the columns of the report's template.
//!
//! A partner reaches more children every month, up to the figure of its district in the last month that is accepted. So the fullest month of a
//! district is its last, and what the demo should show as reached is known before a report is written.

use super::{
    calendar::REPORTED_MONTHS,
    country::{PROVINCES, Province, shares},
    planning::{MATERIALS, SPACES, SUPPORT, TEACHERS},
};

/// What becomes of a partner's last report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is accepted like the others.
    Accepted,
    /// It waits for a decision.
    Submitted,
    /// It was given back with a note.
    Returned,
    /// It is still being written.
    Draft,
}

/// A partner at work.
#[derive(Debug, Clone, Copy)]
pub(super) struct Partner {
    /// Its acronym.
    pub(super) acronym: &'static str,
    /// The cluster that it reports to.
    pub(super) cluster: &'static str,
    /// Where it works, by P-code.
    districts: &'static [&'static str],
    /// What becomes of its last report.
    pub(super) fate: Fate,
    /// The month in which it says that there is nothing to report.
    pub(super) nil_month: Option<u32>,
    /// The month for which it sends nothing.
    pub(super) silent_month: Option<u32>,
}

const fn partner(acronym: &'static str, cluster: &'static str, districts: &'static [&'static str]) -> Partner {
    Partner { acronym, cluster, districts, fate: Fate::Accepted, nil_month: None, silent_month: None }
}

/// The partners that report. In Orash nobody works; of the two in Sulwa one has begun a report and the other has not.
pub(super) const PARTNERS: [Partner; 11] = [
    partner("ATA", "national", &["XE0101", "XE0102"]),
    partner("DEA", "national", &["XE0103", "XE0201", "XE0401"]),
    partner("DCA", "national", &["XE0102", "XE0104", "XE0105", "XE0202"]),
    partner("BYLC", "Belqor", &["XE0203", "XE0204"]),
    Partner { fate: Fate::Draft, ..partner("DSI", "Belqor", &["XE0205"]) },
    Partner { fate: Fate::Returned, ..partner("DCS", "national", &["XE0301", "XE0302", "XE0303"]) },
    partner("DRS", "national", &["XE0304", "XE0305", "XE0404", "XE0405", "XE0801"]),
    Partner { nil_month: Some(0), ..partner("HWE", "national", &["XE0402", "XE0403"]) },
    Partner {
        silent_month: Some(2),
        ..partner("MRET", "national", &["XE0501", "XE0502", "XE0503", "XE0504", "XE0505"])
    },
    Partner { fate: Fate::Submitted, ..partner("TLC", "national", &["XE0802", "XE0803", "XE0804", "XE0805"]) },
    Partner { fate: Fate::Draft, ..partner("SDR", "Sulwa", &["XE0701"]) },
];

/// The partner in Sulwa that has no accepted report at all.
const ONLY_DRAFTS: &str = "SDR";
/// The district in which two partners serve different children, and these partners.
pub(super) const SHARED_DISTRICT: (&str, [&str; 2]) = ("XE0102", ["ATA", "DCA"]);
/// Of a hundred children there, how many each of them serves.
const SHARED_CHILDREN: [i64; 2] = [60, 40];
/// Where schools were lost, so that a space to learn in is what reaches most children.
const PROVINCE_OF_SPACES: &str = "XE05";
/// Of a hundred children reached in that province, so many get materials: 6,443 of 24,318.
const MATERIALS_IN_PROVINCE_OF_SPACES: (i64, i64) = (6_443, 24_318);
/// How many children share a learning space, and a teacher.
const CHILDREN_BY_SPACE: i64 = 470;
const CHILDREN_BY_TEACHER: i64 = 118;

/// The columns of people, with how many of a hundred children they count.
const PEOPLE: [(&str, i64); 6] = [
    ("girls_6_11", 25),
    ("girls_12_14", 14),
    ("girls_15_17", 10),
    ("boys_6_11", 26),
    ("boys_12_14", 15),
    ("boys_15_17", 10),
];
/// Of a hundred teachers, women and men.
const TEACHERS_BY_SEX: [i64; 2] = [44, 56];
/// Of a hundred children, those with a disability.
const WITH_DISABILITY: i64 = 3;

impl Partner {
    /// Whether it sends a sheet for a month.
    pub(super) fn reports_in(&self, month: u32) -> bool {
        let begun = self.acronym != ONLY_DRAFTS || month + 1 == REPORTED_MONTHS;
        begun && self.silent_month != Some(month) && self.nil_month != Some(month)
    }

    /// The last month whose report is accepted.
    fn last_accepted(&self) -> u32 {
        if self.fate == Fate::Accepted { REPORTED_MONTHS - 1 } else { REPORTED_MONTHS - 2 }
    }

    /// So many of `whole` by the end of a month: all of it in the last accepted month, a tenth more in a month that is not accepted.
    fn by(&self, month: u32, whole: i64) -> i64 {
        let last = self.last_accepted();
        if month > last { whole * 11 / 10 } else { whole * i64::from(month + 1) / i64::from(last + 1) }
    }

    /// New in a month, and counted before: what had come by the month that it reported before is no longer new.
    fn new_and_again(&self, month: u32, whole: i64) -> (i64, i64) {
        let before =
            (0..month).rev().find(|earlier| self.reports_in(*earlier)).map_or(0, |earlier| self.by(earlier, whole));
        (self.by(month, whole) - before, before)
    }

    /// Children whom it reaches in a district.
    fn children_in(&self, pcode: &str) -> i64 {
        let (shared, partners) = SHARED_DISTRICT;
        let own = partners.iter().position(|acronym| *acronym == self.acronym).filter(|_| pcode == shared);
        own.map_or_else(|| children(pcode), |own| shares(children(pcode), &SHARED_CHILDREN)[own])
    }

    /// Its sheet for a month.
    pub(super) fn sheet(&self, month: u32) -> String {
        let mut csv =
            String::from("activity_code,indicator_code,modality,status,adm1_pcode,adm2_pcode,value,units_delivered");
        for (column, _) in PEOPLE.iter().chain(&[("female_teachers", 0), ("male_teachers", 0), ("with_disability", 0)])
        {
            csv += &format!(",{column},{column}_repeat");
        }
        csv += "\n";
        for pcode in self.districts {
            let children = self.children_in(pcode);
            let main_work = if pcode.starts_with(PROVINCE_OF_SPACES) { (SPACES, "I2") } else { (MATERIALS, "I1") };
            csv += &self.children_row(main_work, "IN_KIND", pcode, month, children);
            if pcode.starts_with(PROVINCE_OF_SPACES) {
                let (part, whole) = MATERIALS_IN_PROVINCE_OF_SPACES;
                csv += &self.children_row((MATERIALS, "I1"), "IN_KIND", pcode, month, children * part / whole);
            }
            // The agency supports children whom others gave materials: the same children, counted once.
            if self.acronym == "DEA" && *pcode == "XE0103" {
                csv += &self.children_row((SUPPORT, "I5"), "SERVICE", pcode, month, children * 2 / 5);
            }
            csv += &self.spaces_row(pcode, month, children / CHILDREN_BY_SPACE);
            csv += &self.teachers_row(pcode, month, children / CHILDREN_BY_TEACHER);
        }
        csv
    }

    fn children_row(&self, work: (&str, &str), modality: &str, pcode: &str, month: u32, children: i64) -> String {
        let mut row = opening(work, modality, pcode) + ",,";
        for part in shares(children, &PEOPLE.map(|(_, weight)| weight)) {
            let (new, again) = self.new_and_again(month, part);
            row += &format!(",{new},{again}");
        }
        let (new, again) = self.new_and_again(month, children * WITH_DISABILITY / 100);
        row + &format!(",,,,,{new},{again}\n")
    }

    fn spaces_row(&self, pcode: &str, month: u32, spaces: i64) -> String {
        let (new, _) = self.new_and_again(month, spaces);
        opening((SPACES, "I3"), "SERVICE", pcode) + &format!(",{new},{new}") + &",".repeat(18) + "\n"
    }

    fn teachers_row(&self, pcode: &str, month: u32, teachers: i64) -> String {
        let mut row = opening((TEACHERS, "I4"), "CASH", pcode) + ",," + &",".repeat(12);
        for part in shares(teachers, &TEACHERS_BY_SEX) {
            let (new, again) = self.new_and_again(month, part);
            row += &format!(",{new},{again}");
        }
        row + ",,\n"
    }
}

fn opening((activity, indicator): (&str, &str), modality: &str, pcode: &str) -> String {
    format!("{activity},{indicator},{modality},ONGOING,{},{pcode}", &pcode[..4])
}

/// Children reached in a district by all who work there; where nothing was accepted, what a first report would tell of.
fn children(pcode: &str) -> i64 {
    let districts = PROVINCES.iter().flat_map(Province::districts);
    let found = districts.into_iter().find(|district| district.pcode == pcode);
    found.map_or(0, |district| if district.reached == 0 { district.target / 10 } else { district.reached })
}
