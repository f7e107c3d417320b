//! The global clusters, by the name that the Financial Tracking Service uses and the code that the humanitarian programme cycle uses.
//!
//! Flows name clusters, our clusters have codes, and other sectors have no clusters here: this list is the bridge.

/// Name at FTS, code.
const SECTORS: &[(&str, &str)] = &[
    ("Agriculture", "AGR"),
    ("Camp Coordination / Management", "CCM"),
    ("Child Protection", "PRO-CPN"),
    ("Coordination and support services", "CSS"),
    ("COVID-19", "COVID-19"),
    ("Early Recovery", "ERY"),
    ("Education", "EDU"),
    ("Emergency Shelter and NFI", "SHL"),
    ("Emergency Telecommunications", "TEL"),
    ("Food Security", "FSC"),
    ("Gender Based Violence", "PRO-GBV"),
    ("Health", "HEA"),
    ("Housing, Land and Property", "PRO-HLP"),
    ("Logistics", "LOG"),
    ("Mine Action", "PRO-MIN"),
    ("Multi-sector", "MS"),
    ("Multipurpose Cash", "MPC"),
    ("Nutrition", "NUT"),
    ("Protection", "PRO"),
    ("Water Sanitation Hygiene", "WSH"),
];

/// The code of a sector that FTS names; none for a name that is not on the list.
pub(super) fn code(name: &str) -> Option<&'static str> {
    SECTORS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name.trim())).map(|(_, code)| *code)
}

/// The name of a sector by its code.
pub(in crate::appeals) fn name(code: &str) -> Option<&'static str> {
    SECTORS.iter().find(|(_, known)| known.eq_ignore_ascii_case(code.trim())).map(|(name, _)| *name)
}

/// All codes, for messages.
pub(super) fn codes() -> String {
    SECTORS.iter().map(|(_, code)| *code).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sector_is_found_by_its_name_and_by_its_code() {
        assert_eq!((code("Education"), name("EDU")), (Some("EDU"), Some("Education")));
        assert_eq!((code("housing, land and property"), code("Aviation")), (Some("PRO-HLP"), None));
        for (known, coded) in SECTORS {
            assert_eq!((code(known), name(coded)), (Some(*coded), Some(*known)), "listed once");
        }
    }
}
