//! Monitoring in the graph.
