//! Editions, domains, standards and key actions.

use chrono::NaiveDate;
use diesel::prelude::*;
use juniper::{GraphQLInputObject, ID};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    ids,
    kit::{
        sheet::Issues,
        text::{Language, LocalizedText},
    },
    schema::{frameworks, key_actions, standard_domains, standards},
    write_inputs,
};

ids! {
    /// The id of an edition.
    FrameworkId of FrameworkKind as "Framework";
    /// The id of a domain.
    DomainId of DomainKind as "StandardDomain";
    /// The id of a standard.
    StandardId of StandardKind as "Standard";
    /// The id of a key action.
    KeyActionId of KeyActionKind as "KeyAction";
}

/// An edition of the standards.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = frameworks, check_for_backend(diesel::pg::Pg))]
pub struct Framework {
    /// The edition's id.
    pub id: FrameworkId,
    /// Its code, such as INEE-2024.
    pub code: String,
    /// Which edition.
    pub edition: String,
    /// Language > title.
    pub names: LocalizedText,
    /// Who published it.
    pub source: String,
    /// When it was published.
    pub published_on: NaiveDate,
}

/// A domain of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = standard_domains, check_for_backend(diesel::pg::Pg))]
pub struct Domain {
    /// The domain's id.
    pub id: DomainId,
    /// The edition.
    pub framework_id: FrameworkId,
    /// Its number in the edition.
    pub number: i32,
    /// Language > name.
    pub names: LocalizedText,
}

/// A standard: code and title. Its statement is its publisher's and not kept.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = standards, check_for_backend(diesel::pg::Pg))]
pub struct Standard {
    /// The standard's id.
    pub id: StandardId,
    /// The edition.
    pub framework_id: FrameworkId,
    /// Its domain.
    pub domain_id: DomainId,
    /// Its place in the edition.
    pub position: i32,
    /// Its code, such as INEE-2024-03.
    pub code: String,
    /// Language > title.
    pub names: LocalizedText,
    /// False where the title is still to be compared with the edition.
    pub title_verified: bool,
    /// False where the domain is inferred.
    pub domain_verified: bool,
    /// How much it counts in the mean over all standards.
    pub weight: Decimal,
}

/// What a standard asks for, as far as somebody read it in.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = key_actions, check_for_backend(diesel::pg::Pg))]
pub struct KeyAction {
    /// The key action's id.
    pub id: KeyActionId,
    /// The standard.
    pub standard_id: StandardId,
    /// Its number in the standard.
    pub number: i32,
    /// Its code: that of the standard, a point and its number.
    pub code: String,
    /// Language > text.
    pub texts: LocalizedText,
}

/// Key actions of an edition to read in, in one language.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct ImportKeyActionsInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The edition.
    pub framework_id: ID,
    /// The language of the texts.
    pub language: Language,
    /// The file, as `PUT /files` named it: columns Standard (its code), Key action (its number) and Text.
    pub file_id: ID,
}

write_inputs!(ImportKeyActionsInput);

/// What reading key actions in did.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct KeyActionsImport {
    /// False: there are errors, and nothing was written.
    pub applied: bool,
    /// Key actions that were new.
    pub added: i64,
    /// Key actions that had no text in this language.
    pub translated: i64,
    /// Key actions with another text than before.
    pub changed: i64,
    /// Key actions that were known just so.
    pub unchanged: i64,
    /// Key actions that are known in this language and not in the file; they stay.
    pub left: i64,
    /// What is wrong with the file.
    pub issues: Issues,
}
