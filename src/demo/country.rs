//! Taluna, a country that does not exist: provinces, districts, and how many children are in need, targeted and reached in each.
//!
//! The figures of provinces are given, those of districts are shares of them: so every total of the demo can be worked out by hand.

/// The country's ISO 3166 code of three letters, out of the range that is never given to a country.
pub(super) const ISO3: &str = "XEA";
/// The country's name.
pub(super) const NAME: &str = "Taluna";

/// A province with its five districts.
pub(super) struct Province {
    /// Its P-code.
    pub(super) pcode: &'static str,
    /// Its name.
    pub(super) name: &'static str,
    /// Children in need.
    pub(super) in_need: i64,
    /// Children to be reached.
    pub(super) target: i64,
    /// Children reached by the accepted reports; none where no report was accepted.
    pub(super) reached: Option<i64>,
    /// Its districts: name, and weight among the five.
    districts: [(&'static str, i64); 5],
}

/// The provinces in the order of their codes.
pub(super) const PROVINCES: [Province; 8] = [
    Province {
        pcode: "XE01",
        name: "Amsar",
        in_need: 214_640,
        target: 96_000,
        reached: Some(71_240),
        districts: [("Amsar Town", 31), ("Lower Amsar", 22), ("Keth", 17), ("Obrin", 16), ("Vash", 14)],
    },
    Province {
        pcode: "XE02",
        name: "Belqor",
        in_need: 168_300,
        target: 82_000,
        reached: Some(39_870),
        districts: [("Belqor City", 34), ("Dunmar", 21), ("Esk", 18), ("Tirrel", 15), ("Upper Belqor", 12)],
    },
    Province {
        pcode: "XE03",
        name: "Daruna",
        in_need: 121_900,
        target: 54_000,
        reached: Some(22_310),
        districts: [("Daruna Port", 28), ("Faled", 24), ("Ghor Plain", 19), ("Issan", 16), ("Mereb", 13)],
    },
    Province {
        pcode: "XE04",
        name: "Hessek",
        in_need: 98_450,
        target: 41_000,
        reached: Some(30_905),
        districts: [("Hessek", 26), ("Jorun", 23), ("Kalva", 20), ("Norrik", 17), ("Pell", 14)],
    },
    Province {
        pcode: "XE05",
        name: "Merrin",
        in_need: 64_200,
        target: 22_500,
        reached: Some(24_318),
        districts: [("Merrin", 25), ("Quor", 22), ("Ressa", 20), ("Sennet", 18), ("Tolva", 15)],
    },
    Province {
        pcode: "XE06",
        name: "Orash",
        in_need: 87_750,
        target: 38_500,
        reached: None,
        districts: [("Orash", 27), ("Umber Hills", 23), ("Varda", 19), ("Wessim", 17), ("Yarrow Gap", 14)],
    },
    Province {
        pcode: "XE07",
        name: "Sulwa",
        in_need: 52_300,
        target: 21_000,
        reached: None,
        districts: [("Sulwa Delta", 29), ("Achet", 22), ("Brannic", 18), ("Corro", 17), ("Delm", 14)],
    },
    Province {
        pcode: "XE08",
        name: "Tevari",
        in_need: 112_497,
        target: 45_000,
        reached: Some(17_652),
        districts: [("Tevari", 30), ("Elda", 21), ("Fenwick", 19), ("Halsa", 16), ("Innis", 14)],
    },
];

/// A district with its share of the province's figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct District {
    /// Its P-code.
    pub(super) pcode: String,
    /// Its name.
    pub(super) name: &'static str,
    /// Children in need.
    pub(super) in_need: i64,
    /// Children to be reached.
    pub(super) target: i64,
    /// Children reached by the accepted reports.
    pub(super) reached: i64,
}

impl Province {
    /// Its districts in the order of their codes.
    pub(super) fn districts(&self) -> Vec<District> {
        let weights = self.districts.map(|(_, weight)| weight);
        let (in_need, target) = (shares(self.in_need, &weights), shares(self.target, &weights));
        let reached = shares(self.reached.unwrap_or(0), &weights);
        let counts = in_need.into_iter().zip(target).zip(reached);
        let places = (1_i32..).zip(self.districts).zip(counts);
        places
            .map(|((number, (name, _)), ((in_need, target), reached))| District {
                pcode: format!("{}{number:02}", self.pcode),
                name,
                in_need,
                target,
                reached,
            })
            .collect()
    }
}

/// Splits a whole by weights into whole parts that make exactly the whole.
pub(super) fn shares(whole: i64, weights: &[i64]) -> Vec<i64> {
    let sum: i64 = weights.iter().sum();
    let (mut weight_so_far, mut given) = (0, 0);
    let share = |weight: &i64| {
        weight_so_far += weight;
        let due = whole * weight_so_far / sum.max(1);
        let part = due - given;
        given = due;
        part
    };
    weights.iter().map(share).collect()
}

/// The P-codes as the humanitarian data exchange publishes them.
pub(super) fn gazetteer() -> String {
    let mut csv = String::from("Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date\n");
    for province in &PROVINCES {
        csv += &format!("{ISO3},1,{},{},{ISO3},2019-01-01\n", province.pcode, province.name);
        for district in province.districts() {
            csv += &format!("{ISO3},2,{},{},{},2019-01-01\n", district.pcode, district.name, province.pcode);
        }
    }
    csv
}

/// Of a hundred children: girls and boys, children who are displaced, children with a disability.
const SEXES: [(&str, i64); 2] = [("Children - Female", 49), ("Children - Male", 51)];
const DISPLACED: i64 = 35;
const WITH_DISABILITY: i64 = 12;

/// The needs of education in the shape of the humanitarian programme cycle: the country, its provinces, and its districts by sex.
pub(super) fn needs() -> String {
    let mut csv = String::from(
        "Admin 1 PCode,Admin 1 Name,Admin 2 PCode,Admin 2 Name,Description,Cluster,Category,Population,In Need,Targeted,Affected\n",
    );
    let mut line = |place: &str, category: &str, in_need: i64, target: i64| {
        let (population, affected) = (in_need * 8 / 5, in_need * 5 / 4);
        csv += &format!("{place},Education,EDU,{category},{population},{in_need},{target},{affected}\n");
    };
    let sum = |figure: fn(&Province) -> i64| PROVINCES.iter().map(figure).sum();
    line(",,,", "total", sum(|province| province.in_need), sum(|province| province.target));
    for province in &PROVINCES {
        let place = format!("{},{},,", province.pcode, province.name);
        line(&place, "total", province.in_need, province.target);
        for district in province.districts() {
            let place = format!("{},{},{},{}", province.pcode, province.name, district.pcode, district.name);
            line(&place, "total", district.in_need, district.target);
            let weights = SEXES.map(|(_, weight)| weight);
            let split = shares(district.in_need, &weights).into_iter().zip(shares(district.target, &weights));
            for ((category, _), (in_need, target)) in SEXES.into_iter().zip(split) {
                line(&place, category, in_need, target);
            }
            line(&place, "IDPs", district.in_need * DISPLACED / 100, district.target * DISPLACED / 100);
            let disabled = |people: i64| people * WITH_DISABILITY / 100;
            line(&place, "People with Disabilities", disabled(district.in_need), disabled(district.target));
        }
    }
    csv
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_provinces_make_the_country() {
        let sum = |figure: fn(&Province) -> i64| PROVINCES.iter().map(figure).sum::<i64>();
        assert_eq!(sum(|province| province.in_need), 920_037);
        assert_eq!(sum(|province| province.target), 400_000);
        assert_eq!(sum(|province| province.reached.unwrap_or(0)), 206_295);
    }

    #[test]
    fn forty_districts_make_the_provinces() {
        let districts: Vec<District> = PROVINCES.iter().flat_map(Province::districts).collect();
        assert_eq!(districts.len(), 40);
        assert_eq!((districts[0].pcode.as_str(), districts[39].pcode.as_str()), ("XE0101", "XE0805"));
        for province in &PROVINCES {
            let of = province.districts();
            assert_eq!(of.iter().map(|district| district.in_need).sum::<i64>(), province.in_need, "{}", province.name);
            assert_eq!(of.iter().map(|district| district.target).sum::<i64>(), province.target, "{}", province.name);
        }
        assert_eq!(districts[0].in_need, 66_538, "31 of 100 of 214,640");
    }

    #[test]
    fn the_gazetteer_has_every_place_once() {
        assert_eq!(gazetteer().lines().count(), 1 + 8 + 40);
        assert_eq!(gazetteer().lines().nth(2), Some("XEA,2,XE0101,Amsar Town,XE01,2019-01-01"));
    }

    proptest! {
        #[test]
        fn shares_make_the_whole_and_none_is_below_zero(whole in 0_i64..2_000_000, weights in proptest::collection::vec(0_i64..100, 1..12)) {
            prop_assume!(weights.iter().sum::<i64>() > 0);
            let parts = shares(whole, &weights);
            prop_assert_eq!(parts.iter().sum::<i64>(), whole);
            prop_assert!(parts.iter().all(|part| *part >= 0));
        }
    }
}
