//! Links without an account.
