//! Register and quotas together: the frozen pool and its profiles. May import `base`, `register`,
//! `quotas`.
