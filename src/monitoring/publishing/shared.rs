//! What a shared link shows.
