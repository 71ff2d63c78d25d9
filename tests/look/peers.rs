//! What other people's survey widgets cost a page, and what ours does: one server, one compression, one slow line.

use crate::harness::Stage;
use crate::line::Line;
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Response, Uri, header};
use serde_json::json;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// How often each page is opened; all pages in turn, so that none has the quieter minute.
const ROUNDS: usize = 5;

/// The line of a phone, and a processor four times slower than this one.
const LINE: Line = Line { bits: 1_600_000, latency: 150, slower: 4 };

/// The pages, each with how it is called. Ours comes first; ratios are to it.
const PAGES: [(&str, &str); 6] = [
    ("meetpunt", "Meetpunt"),
    ("html", "hand-written HTML"),
    ("bare", "a bare Yew component"),
    ("posthog", "PostHog 1.449"),
    ("formbricks", "Formbricks 1.99, the renderer"),
    ("surveyjs", "SurveyJS 2.5"),
];

/// What is measured of a visit, in the order of the columns.
const COLUMNS: [&str; 8] = [
    "kB brotli",
    "requests",
    "question, s",
    "ready, s",
    "main thread, s",
    "longest task, ms",
    "memory, MB",
    "layout shift",
];

/// One visit: a value for each column.
type Visit = [f64; COLUMNS.len()];

/// Opens all pages again and again and prints a table in Markdown. `folder` holds the pages and all they ask for.
pub fn measure(stage: &Stage<'_>, folder: &Path) -> Result<(), String> {
    let address = serve(stage, folder)?;
    let tools = |command: &str, options| stage.browser.devtools(command, options);
    tools("Performance.enable", json!({}));
    let mut visits = vec![Vec::new(); PAGES.len()];
    for _ in 0..ROUNDS {
        for (of_page, (page, _)) in visits.iter_mut().zip(PAGES) {
            stage.browser.open("about:blank");
            // A visitor who was asked is not asked again.
            tools("Storage.clearDataForOrigin", json!({"origin": address, "storageTypes": "all"}));
            let visit = LINE.through(stage, || visit(stage, &format!("{address}/{page}.html")));
            of_page.push(visit.map_err(|reason| format!("{page}: {reason}"))?);
        }
    }
    let medians: Vec<Visit> = visits.iter().map(|visits| medians(visits)).collect();
    println!("{}", table(&medians));
    println!("Medians of {ROUNDS} visits in {}, pages in turn: {LINE}.", stage.browser.version);
    Ok(())
}

/// Opens a page and measures once its question stands and nothing loads any more.
fn visit(stage: &Stage<'_>, url: &str) -> Result<Visit, String> {
    stage.browser.open(url);
    let is_there = || (stage.run("return found.visible > 0") == true).then_some(());
    stage.look_for(Duration::from_secs(30), is_there).ok_or("its question did not appear within 30 s")?;
    // What comes after the question counts too: a second without another request is the end.
    let requests = "return performance.getEntriesByType('resource').length";
    let mut before = stage.run(requests);
    loop {
        std::thread::sleep(Duration::from_secs(1));
        let now = stage.run(requests);
        if now == before {
            break;
        }
        before = now;
    }
    let metrics = stage.browser.devtools("Performance.getMetrics", json!({}));
    stage.browser.devtools("HeapProfiler.collectGarbage", json!({}));
    let after = stage.browser.devtools("Performance.getMetrics", json!({}));
    let metric = |of: &serde_json::Value, name: &str| {
        let all = of["metrics"].as_array().into_iter().flatten();
        all.filter(|metric| metric["name"] == name).find_map(|metric| metric["value"].as_f64()).unwrap_or_default()
    };
    let own = stage.run(
        "const files = performance.getEntriesByType('resource').filter((file) => !file.name.endsWith('/watch.js'));
        return {
            bytes: files.reduce((sum, file) => sum + file.encodedBodySize, 0),
            requests: files.length,
            visible: found.visible, ready: Math.max(found.visible, found.ready), longest: found.longest, shift: found.shift,
            wasm: found.memory ? found.memory.buffer.byteLength : 0,
        }",
    );
    let number = |name: &str| own[name].as_f64().unwrap_or_default();
    let memory = metric(&after, "JSHeapUsedSize") + number("wasm");
    let visit = [
        number("bytes") / 1e3,
        number("requests"),
        number("visible") / 1e3,
        number("ready") / 1e3,
        metric(&metrics, "TaskDuration"),
        number("longest"),
        memory / 1e6,
        number("shift"),
    ];
    Ok(visit)
}

/// The median of each column.
fn medians(visits: &[Visit]) -> Visit {
    std::array::from_fn(|column| {
        let mut values: Vec<f64> = visits.iter().map(|visit| visit[column]).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    })
}

/// One line a page; the last two columns say how many times ours the page is.
fn table(medians: &[Visit]) -> String {
    let mut table = format!("| page | {} | size, ours = 1 | time, ours = 1 |\n", COLUMNS.join(" | "));
    table += &format!("| --- |{}\n", " ---: |".repeat(COLUMNS.len() + 2));
    let ours = medians[0];
    for ((_, name), of) in PAGES.iter().zip(medians) {
        let [bytes, requests, visible, ready, busy, longest, memory, shift] = of;
        let _ = writeln!(
            table,
            "| {name} | {bytes:.1} | {requests:.0} | {visible:.2} | {ready:.2} | {busy:.2} | {longest:.0} | {memory:.1} | {shift:.3} | {:.2} | {:.2} |",
            bytes / ours[0],
            visible / ours[2]
        );
    }
    table
}

/// Serves a folder, each file in its compressed form. A path that ends in a slash is a file `index`; whatever is posted is taken.
fn serve(stage: &Stage<'_>, folder: &Path) -> Result<String, String> {
    let folder: Arc<PathBuf> = Arc::new(folder.to_owned());
    let answer = move |method: Method, uri: Uri| {
        let folder = folder.clone();
        async move { file(&folder, &method, uri.path()) }
    };
    let listener = stage.runtime.block_on(tokio::net::TcpListener::bind(("127.0.0.1", 0)));
    let listener = listener.map_err(|error| format!("cannot listen: {error}"))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    stage.runtime.spawn(async move { axum::serve(listener, Router::new().fallback(answer)).await });
    Ok(format!("http://{address}"))
}

fn file(folder: &Path, method: &Method, path: &str) -> Response<Body> {
    let name = path.trim_start_matches('/');
    let name = if name.ends_with('/') { format!("{name}index") } else { name.to_owned() };
    let compressed = if name.contains("..") { None } else { std::fs::read(folder.join(format!("{name}.br"))).ok() };
    let answer =
        Response::builder().header(header::CACHE_CONTROL, "no-store").header("access-control-allow-origin", "*");
    let answer = match compressed {
        Some(bytes) => answer
            .header(header::CONTENT_ENCODING, "br")
            .header(header::CONTENT_TYPE, kind_of(&name))
            .body(Body::from(bytes)),
        None if *method == Method::POST => answer.header(header::CONTENT_TYPE, "application/json").body("{}".into()),
        None => answer.status(404).body(Body::empty()),
    };
    answer.expect("the headers are valid")
}

fn kind_of(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("js" | "mjs") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("html") => "text/html; charset=utf-8",
        _ => "application/json",
    }
}
