//! The release folder over HTTP.

use std::fs;
use std::path::Path;

use meetpunt_collector::{Options, Store, router};
use tempfile::TempDir;

use crate::support::Collector;
use crate::support::http::{Answer, raw, send};

/// A release folder with a few files, and something beside it that must stay hidden.
fn release() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().join("dist");
    for (name, text) in [
        ("meetpunt.js", "loader"),
        ("meetpunt.js.br", "loader as brotli"),
        ("meetpunt.js.gz", "loader as gzip"),
        ("meetpunt.d.ts", "types"),
        ("meetpunt-0123456789.mjs", "widget"),
        ("meetpunt-0123456789.mjs.gz", "widget as gzip"),
        ("meetpunt-0123456789.wasm", "\0asm"),
        ("locales/nl-abcdef0123.json", "[]"),
        ("preview/index.html", "<!doctype html>"),
        ("preview/studio-0123456789.css", "css"),
        ("preview/shop/index.html", "<!doctype html>shop"),
    ] {
        let path = dist.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    fs::write(folder.path().join("secret.txt"), "secret").unwrap();
    folder
}

fn start(folder: &Path) -> Collector {
    Collector::on(&folder.join("meetpunt.db"), Some(folder.join("dist")))
}

fn fetch(collector: &Collector, path: &str, headers: &[(&str, &str)]) -> Answer {
    send("GET", &format!("{}{path}", collector.url), headers, b"").unwrap()
}

#[test]
fn every_file_has_its_type_and_may_be_loaded_by_other_sites() {
    let folder = release();
    let collector = start(folder.path());
    for (path, kind) in [
        ("/meetpunt.js", "text/javascript; charset=utf-8"),
        ("/meetpunt.d.ts", "text/plain; charset=utf-8"),
        ("/meetpunt-0123456789.mjs", "text/javascript; charset=utf-8"),
        ("/meetpunt-0123456789.wasm", "application/wasm"),
        ("/locales/nl-abcdef0123.json", "application/json"),
        ("/preview/", "text/html; charset=utf-8"),
        ("/preview/studio-0123456789.css", "text/css; charset=utf-8"),
        ("/preview/shop/?product=1", "text/html; charset=utf-8"),
    ] {
        let answer = fetch(&collector, path, &[]);
        assert_eq!((answer.status, answer.header("content-type")), (200, kind), "{path}");
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
        assert_eq!(answer.header("cross-origin-resource-policy"), "cross-origin", "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
    }
}

#[test]
fn files_with_a_hash_are_kept_for_good_and_others_asked_for_again() {
    let folder = release();
    let collector = start(folder.path());
    let forever = "public, max-age=31536000, immutable";
    for (path, policy) in [
        ("/meetpunt-0123456789.wasm", forever),
        ("/meetpunt-0123456789.mjs", forever),
        ("/locales/nl-abcdef0123.json", forever),
        ("/meetpunt.js", "no-cache"),
        ("/preview/", "no-cache"),
        ("/meetpunt-9999999999.wasm", "no-cache"),
    ] {
        assert_eq!(fetch(&collector, path, &[]).header("cache-control"), policy, "{path}");
    }
    let tag = fetch(&collector, "/meetpunt.js", &[]).header("etag").to_owned();
    let again = fetch(&collector, "/meetpunt.js", &[("if-none-match", &tag)]);
    assert_eq!((again.status, again.header("cache-control")), (304, "no-cache"));
    fs::write(folder.path().join("dist/meetpunt.js"), "a new loader").unwrap();
    assert_eq!(fetch(&collector, "/meetpunt.js", &[("if-none-match", &tag)]).text, "a new loader");
}

#[test]
fn the_smallest_form_that_the_browser_reads_is_sent() {
    let folder = release();
    let collector = start(folder.path());
    for (path, accepted, encoding, text) in [
        ("/meetpunt.js", "gzip, deflate, br, zstd", "br", "loader as brotli"),
        ("/meetpunt.js", "gzip", "gzip", "loader as gzip"),
        ("/meetpunt.js", "identity", "", "loader"),
        ("/meetpunt.js", "br;q=0, gzip", "gzip", "loader as gzip"),
        ("/meetpunt-0123456789.mjs", "br, gzip", "gzip", "widget as gzip"),
        ("/meetpunt-0123456789.wasm", "br, gzip", "", "\0asm"),
    ] {
        let answer = fetch(&collector, path, &[("accept-encoding", accepted)]);
        assert_eq!((answer.header("content-encoding"), answer.text.as_str()), (encoding, text), "{path} {accepted}");
        assert_eq!(answer.header("vary"), "accept-encoding", "{path} {accepted}");
        assert!(!answer.header("content-type").contains("octet"), "{path} {accepted}");
    }
}

#[test]
fn the_root_leads_to_the_preview() {
    let folder = release();
    let collector = start(folder.path());
    let answer = fetch(&collector, "/", &[]);
    assert_eq!((answer.status, answer.header("location")), (307, "/preview/"));
    let answer = fetch(&collector, "/preview", &[]);
    assert_eq!((answer.status, answer.header("location")), (307, "/preview/"));
}

#[test]
fn other_sites_cannot_frame_the_preview() {
    let folder = release();
    let answer = fetch(&start(folder.path()), "/preview/", &[]);
    assert_eq!(answer.header("content-security-policy"), "frame-ancestors 'self'");
}

#[test]
fn nothing_outside_the_release_folder_can_be_fetched() {
    let folder = release();
    #[cfg(unix)]
    {
        let dist = folder.path().join("dist");
        std::os::unix::fs::symlink(folder.path().join("secret.txt"), dist.join("link.txt")).unwrap();
        std::os::unix::fs::symlink(folder.path(), dist.join("up")).unwrap();
    }
    let collector = start(folder.path());
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/preview/../../secret.txt",
        "/preview/%2e%2e/%2e%2e/secret.txt",
        "/..%5csecret.txt",
        "//secret.txt",
        "/%00secret.txt",
        "/%ff",
        "/link.txt",
        "/up/secret.txt",
        "/up/meetpunt.db",
        "/meetpunt.db",
        "/nothing.js",
    ] {
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        let answer = raw(&collector.url, request.as_bytes());
        assert!(answer.starts_with("HTTP/1.1 404 "), "{path}: {answer}");
        assert!(!answer.contains("secret"), "{path}: {answer}");
    }
    let secret = format!(
        "GET {} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        folder.path().join("secret.txt").display()
    );
    assert!(raw(&collector.url, secret.as_bytes()).starts_with("HTTP/1.1 404 "));
}

#[test]
fn files_cannot_be_written() {
    let folder = release();
    let collector = start(folder.path());
    for method in ["POST", "PUT", "DELETE"] {
        let answer = send(method, &format!("{}/meetpunt.js", collector.url), &[], b"x").unwrap();
        assert_eq!(answer.status, 405, "{method}");
    }
}

#[test]
fn a_release_folder_that_cannot_be_served_is_refused_at_the_start() {
    let folder = release();
    let refused = |dist: &str, db: &str| {
        let store = Store::open(folder.path().join(db)).unwrap();
        router(&Options { dist: Some(folder.path().join(dist)), ..Options::default() }, store).unwrap_err().to_string()
    };
    let at = |name: &str| folder.path().join(name).display().to_string();
    assert_eq!(
        refused("missing", "meetpunt.db"),
        format!(
            "{}: cannot be read (No such file or directory (os error 2)): build the release folder with `cargo xtask build`, \
             or name another with --dist",
            at("missing")
        )
    );
    assert!(refused("secret.txt", "meetpunt.db").contains("cannot be read (Not a directory"));
    assert_eq!(
        refused("dist", "dist/meetpunt.db"),
        format!(
            "{}: holds the database {}, which everybody could fetch there: move one of them",
            at("dist"),
            at("dist/meetpunt.db")
        )
    );
}
