//! Countries, administrative areas by P-code, and sites.
//!
//! A place is told by its P-code, and codes change: areas are retired or replaced, never deleted, and the parent of an area is stored because
//! below level 2 a code says nothing about it.

pub mod graphql;
mod import;
mod model;
mod outline;
mod service;
mod store;

pub use model::{AdminArea, AdminAreaId, Country, LocationPrecision, Site, SiteId, SiteKind};
pub use outline::outline_geojson;
pub use service::{
    ImportCountriesInput, ImportPlacesInput, PlacesImport, import_countries, import_outlines, import_places,
};
pub use store::{
    AreaName, area, area_names, areas_at_level, areas_by_id, areas_by_pcode,
    batches::{AncestorsOf, AreaById, SiteById},
    country_names, site, site_names, sites_by_code,
};
