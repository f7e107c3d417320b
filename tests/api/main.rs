//! The integration tests, in one binary because each binary links everything again.

mod embedded;
mod support;
