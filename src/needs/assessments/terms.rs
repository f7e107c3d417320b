//! The words of the registry: what an assessment may be, as the field's registries have them.

use crate::text_enum;

text_enum! {
    /// How far an assessment is.
    AssessmentStatus {
        /// It is to come.
        Planned = "PLANNED",
        /// Data are being collected.
        Ongoing = "ONGOING",
        /// Its results are there.
        Finalised = "FINALISED",
        /// It is not made, or its results do not hold.
        Withdrawn = "WITHDRAWN",
    }
}

text_enum! {
    /// What type an assessment is.
    AssessmentKind {
        /// Of the first days.
        Initial = "INITIAL",
        /// Quick, of the first weeks.
        Rapid = "RAPID",
        /// Thorough.
        InDepth = "IN_DEPTH",
        /// Repeated, to see what changes.
        Monitoring = "MONITORING",
        /// A register of people.
        Registration = "REGISTRATION",
        /// Another.
        Other = "OTHER",
    }
}

text_enum! {
    /// Which family an assessment belongs to.
    AssessmentFamily {
        /// Displacement Tracking Matrix.
        Dtm = "DTM",
        /// Multi-cluster initial and rapid assessment.
        Mira = "MIRA",
        /// Multi-sectoral needs assessment.
        Msna = "MSNA",
        /// Emergency food security assessment.
        Efsa = "EFSA",
        /// Comprehensive food security and vulnerability analysis.
        Cfsva = "CFSVA",
        /// Protection monitoring.
        ProtectionMonitoring = "PROTECTION_MONITORING",
        /// Humanitarian needs overview.
        Hno = "HNO",
        /// A briefing note.
        BriefingNote = "BRIEFING_NOTE",
        /// A register of people.
        Registration = "REGISTRATION",
        /// A profile of internally displaced people.
        IdpProfiling = "IDP_PROFILING",
        /// A census.
        Census = "CENSUS",
        /// Refugee and migrant response plan.
        Rmrp = "RMRP",
        /// Refugee response plan.
        Rrp = "RRP",
        /// A SMART nutrition survey.
        Smart = "SMART",
        /// Another.
        Other = "OTHER",
    }
}

text_enum! {
    /// How an assessment goes together with those of others.
    AssessmentCoordination {
        /// Made together, with one method and one result.
        Joint = "JOINT",
        /// Made apart, in a way that can be compared.
        Harmonised = "HARMONISED",
        /// Made alone.
        Uncoordinated = "UNCOORDINATED",
    }
}

text_enum! {
    /// Whether an assessment is repeated.
    AssessmentFrequency {
        /// Made once.
        OneOff = "ONE_OFF",
        /// Made again and again.
        Regular = "REGULAR",
    }
}

text_enum! {
    /// Who may know of an assessment.
    AssessmentConfidentiality {
        /// Everybody with a role in the operation.
        Unprotected = "UNPROTECTED",
        /// Those who coordinate, and the organisations that make it.
        Confidential = "CONFIDENTIAL",
    }
}

text_enum! {
    /// What an assessment looks into.
    AssessmentFocus {
        /// The context.
        Setting = "CONTEXT",
        /// The shock or event.
        Shock = "SHOCK",
        /// Displacement.
        Displacement = "DISPLACEMENT",
        /// Casualties.
        Casualties = "CASUALTIES",
        /// Information and communication.
        Information = "INFORMATION",
        /// Humanitarian access.
        HumanitarianAccess = "HUMANITARIAN_ACCESS",
        /// Scope and scale of the impact.
        Impact = "IMPACT",
        /// Humanitarian conditions.
        HumanitarianConditions = "HUMANITARIAN_CONDITIONS",
        /// People at risk.
        PeopleAtRisk = "PEOPLE_AT_RISK",
        /// Priorities and preferences of the people.
        Priorities = "PRIORITIES",
        /// Response and capacities.
        Response = "RESPONSE",
    }
}

text_enum! {
    /// Whom an assessment asks: a tree, in which each group is part of the one above it.
    AffectedGroup {
        /// Everybody.
        All = "ALL",
        /// Everybody whom the crisis affects.
        Affected = "AFFECTED",
        /// Everybody whom it does not.
        NotAffected = "NOT_AFFECTED",
        /// Affected and not displaced.
        NotDisplaced = "NOT_DISPLACED",
        /// Affected, not displaced, and hosting others.
        Host = "HOST",
        /// Affected, not displaced, and not hosting.
        NotHost = "NOT_HOST",
        /// Affected and displaced.
        Displaced = "DISPLACED",
        /// Displaced and on the way.
        InTransit = "IN_TRANSIT",
        /// Migrants.
        Migrants = "MIGRANTS",
        /// Migrants on the way.
        MigrantsInTransit = "MIGRANTS_IN_TRANSIT",
        /// Migrants who stay.
        MigrantsPermanent = "MIGRANTS_PERMANENT",
        /// Migrants who come and go.
        MigrantsPendular = "MIGRANTS_PENDULAR",
        /// Internally displaced people.
        Idps = "IDPS",
        /// Asylum seekers.
        AsylumSeekers = "ASYLUM_SEEKERS",
        /// Refugees.
        Refugees = "REFUGEES",
        /// Returnees.
        Returnees = "RETURNEES",
        /// Others of concern among the displaced.
        OthersOfConcern = "OTHERS_OF_CONCERN",
    }
}

impl AffectedGroup {
    /// The group that it is part of; none above everybody.
    fn above(self) -> Option<Self> {
        match self {
            Self::All => None,
            Self::Affected | Self::NotAffected => Some(Self::All),
            Self::NotDisplaced | Self::Displaced => Some(Self::Affected),
            Self::Host | Self::NotHost => Some(Self::NotDisplaced),
            Self::InTransit
            | Self::Migrants
            | Self::Idps
            | Self::AsylumSeekers
            | Self::Refugees
            | Self::Returnees
            | Self::OthersOfConcern => Some(Self::Displaced),
            Self::MigrantsInTransit | Self::MigrantsPermanent | Self::MigrantsPendular => Some(Self::Migrants),
        }
    }

    /// Itself and all that it is part of.
    fn upwards(self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |group| group.above())
    }

    /// Whether somebody can be in both: one is the other, or part of it.
    pub fn meets(self, other: Self) -> bool {
        self.upwards().any(|above| above == other) || other.upwards().any(|above| above == self)
    }

    /// Every pair of groups that somebody can be in together, in both orders.
    pub(super) fn meeting() -> impl Iterator<Item = (Self, Self)> {
        let pairs = Self::ALL.iter().flat_map(|one| Self::ALL.iter().map(move |other| (*one, *other)));
        pairs.filter(|(one, other)| one.meets(*other))
    }
}

text_enum! {
    /// How data are collected.
    CollectionTechnique {
        /// What others collected is read again.
        SecondaryData = "SECONDARY_DATA",
        /// People who know are asked.
        KeyInformants = "KEY_INFORMANTS",
        /// Somebody looks.
        Observation = "OBSERVATION",
        /// A community discusses.
        CommunityDiscussion = "COMMUNITY_DISCUSSION",
        /// A group of a kind discusses.
        FocusGroup = "FOCUS_GROUP",
        /// Households are asked.
        Households = "HOUSEHOLDS",
        /// Individuals are asked.
        Individuals = "INDIVIDUALS",
        /// Images from above.
        Satellite = "SATELLITE",
    }
}

text_enum! {
    /// How those who are asked are chosen.
    SamplingApproach {
        /// By somebody's choice.
        NonRandom = "NON_RANDOM",
        /// By chance.
        Random = "RANDOM",
        /// All of them.
        FullEnumeration = "FULL_ENUMERATION",
    }
}

text_enum! {
    /// Whether those who are asked are met.
    DataProximity {
        /// They are.
        FaceToFace = "FACE_TO_FACE",
        /// They are not.
        Remote = "REMOTE",
        /// Some are.
        Mixed = "MIXED",
    }
}

text_enum! {
    /// What is looked at, or told of.
    AssessmentUnit {
        /// The crisis.
        Crisis = "CRISIS",
        /// The country.
        Country = "COUNTRY",
        /// A region.
        Region = "REGION",
        /// A province, governorate or prefecture.
        Province = "PROVINCE",
        /// A department or district.
        District = "DISTRICT",
        /// A part of a district.
        Subdistrict = "SUBDISTRICT",
        /// A municipality.
        Municipality = "MUNICIPALITY",
        /// A neighbourhood.
        Neighbourhood = "NEIGHBOURHOOD",
        /// A community or site.
        CommunityOrSite = "COMMUNITY_OR_SITE",
        /// An affected group.
        AffectedGroup = "AFFECTED_GROUP",
        /// A household.
        Household = "HOUSEHOLD",
        /// A person.
        Individual = "INDIVIDUAL",
    }
}

text_enum! {
    /// What an assessment gives figures of.
    AssessmentFigure {
        /// Everybody who lives there.
        Population = "POPULATION",
        /// Those exposed to the shock.
        Exposed = "EXPOSED",
        /// Those affected.
        Affected = "AFFECTED",
        /// Those whom help hardly reaches.
        AccessConstrained = "ACCESS_CONSTRAINED",
        /// Those in need.
        InNeed = "IN_NEED",
        /// Those in critical need.
        CriticalNeed = "CRITICAL_NEED",
        /// Those in severe need.
        SevereNeed = "SEVERE_NEED",
        /// Those in moderate need.
        ModerateNeed = "MODERATE_NEED",
        /// Those at risk.
        AtRisk = "AT_RISK",
        /// Those reached.
        Reached = "REACHED",
    }
}

text_enum! {
    /// What a document of an assessment is.
    AssessmentDocumentKind {
        /// Its data.
        Database = "DATABASE",
        /// Its questions.
        Questionnaire = "QUESTIONNAIRE",
        /// Its report.
        Report = "REPORT",
        /// Another.
        Other = "OTHER",
    }
}

text_enum! {
    /// What an organisation is in an assessment.
    AssessmentRole {
        /// It leads.
        Lead = "LEAD",
        /// It takes part.
        Participant = "PARTICIPANT",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_meet_when_one_is_part_of_the_other() {
        use AffectedGroup::{Affected, All, Displaced, Host, Idps, Migrants, MigrantsPendular, NotAffected, Refugees};
        for (one, other) in
            [(Idps, Idps), (All, Idps), (Idps, Affected), (MigrantsPendular, Displaced), (Host, Affected)]
        {
            assert!(one.meets(other) && other.meets(one), "{one} {other}");
        }
        for (one, other) in [(Idps, Refugees), (Host, Displaced), (NotAffected, Affected), (Migrants, Idps)] {
            assert!(!one.meets(other) && !other.meets(one), "{one} {other}");
        }
        // Seventeen with themselves, and twice: 16 below everybody, 14 below affected, 2 below not displaced, 10 below displaced, 3 below migrants.
        assert_eq!(AffectedGroup::meeting().count(), 17 + 2 * (16 + 14 + 2 + 10 + 3));
    }
}
