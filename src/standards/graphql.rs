//! The standards' root fields.

pub use super::{
    checklists::graphql::{ChecklistMutations, ChecklistQueries},
    context::graphql::{ContextMutations, ContextQueries},
    frameworks::graphql::{FrameworkMutations, FrameworkQueries},
};
