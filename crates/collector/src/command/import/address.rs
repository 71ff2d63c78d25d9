//! Addresses of pages as patterns.

/// The pattern of what a rival compares addresses by: `how` is one of `exact`, `contains`, `starts`, `ends`. `None` for
/// what has no pattern.
pub(super) fn pattern(how: &str, address: &str, excludes: bool) -> Option<String> {
    let path = path(address);
    let pattern = match how {
        "exact" if path.starts_with('/') => path.to_owned(),
        "exact" => format!("*{path}"),
        "contains" => format!("*{path}*"),
        "starts" if path.starts_with('/') => format!("{path}*"),
        "ends" => format!("*{path}"),
        _ => return None,
    };
    Some(format!("{}{pattern}", if excludes { "!" } else { "" }))
}

/// What follows the host, where there is one.
fn path(address: &str) -> &str {
    match address.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("/", |place| &rest[place..]),
        None => address,
    }
}
