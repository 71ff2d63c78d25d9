//! The size bar: what one English inline NPS with a comment fetches until its answer is delivered.

use crate::build::compress::Encoding;
use crate::{files, paths};
use anyhow::{Context, Result, ensure};
use std::fmt::Write;
use std::path::Path;

/// The files of the bar, by what stands before and after the hash in their names.
const FILES: [(&str, &str); 4] =
    [("meetpunt.js", ""), ("meetpunt-", ".mjs"), ("meetpunt-", ".wasm"), ("delivery-", ".mjs")];

/// What a survey of the whole cut fetches instead of the small Wasm.
const WHOLE: [(&str, &str); 2] = [("part-whole-", ".mjs"), ("part-whole-", ".wasm")];

/// The most that the loader, the first of the files, may weigh, in bytes of brotli.
const LOADER_TARGET: usize = 3_000;

/// The most that all of them may weigh together, in bytes of brotli.
const SUM_TARGET: usize = 60_000;

/// The most that another language may weigh, in bytes of brotli.
const LOCALE_TARGET: usize = 2_000;

/// The sizes of a file in bytes.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// What is measured.
#[derive(Clone, Copy, Default)]
struct Sizes {
    bar: [Size; 4],
    whole: [Size; 2],
    /// The largest language.
    locale: Size,
}

/// Prints the table; fails when a target is missed.
pub fn run() -> Result<()> {
    let sizes = measure()?;
    print!("{}", table(&sizes));
    let (loader, sum) = (sizes.bar[0].brotli, sum(&sizes.bar).brotli);
    ensure!(loader <= LOADER_TARGET, "meetpunt.js is {} bytes over its target", loader - LOADER_TARGET);
    ensure!(sum <= SUM_TARGET, "the sum is {} bytes over its target", sum - SUM_TARGET);
    let locale = sizes.locale.brotli;
    ensure!(locale <= LOCALE_TARGET, "the largest language is {} bytes over its target", locale - LOCALE_TARGET);
    Ok(())
}

/// What the command prints about `dist/` as it is.
pub fn current_table() -> Result<String> {
    Ok(table(&measure()?))
}

fn measure() -> Result<Sizes> {
    let names = files::walk(&paths::dist())?;
    let name_of = |file: &Path| file.strip_prefix(paths::dist()).unwrap_or(file).to_string_lossy().into_owned();
    let size_of = |(before, after): (&str, &str)| {
        let is_it = |name: &str| match after {
            "" => name == before,
            _ => name.starts_with(before) && name.ends_with(after),
        };
        let file = names.iter().find(|file| is_it(&name_of(file)));
        size(file.with_context(|| format!("dist/ has no {before}…{after}; run `cargo xtask build`"))?)
    };
    let mut sizes = Sizes::default();
    for (file, size) in FILES.into_iter().zip(&mut sizes.bar).chain(WHOLE.into_iter().zip(&mut sizes.whole)) {
        *size = size_of(file)?;
    }
    let is_locale = |name: String| name.starts_with("locales/") && name.ends_with(".json");
    for file in names.iter().filter(|file| is_locale(name_of(file))) {
        let size = size(file)?;
        if size.brotli > sizes.locale.brotli {
            sizes.locale = size;
        }
    }
    Ok(sizes)
}

fn size(file: &Path) -> Result<Size> {
    let length = |encoding: Encoding| {
        let name = format!("{}.{}", file.display(), encoding.extension());
        files::read(name.as_ref()).map(|content| content.len())
    };
    Ok(Size { raw: files::read(file)?.len(), gzip: length(Encoding::Gzip)?, brotli: length(Encoding::Brotli)? })
}

fn sum(sizes: &[Size]) -> Size {
    sizes.iter().fold(Size::default(), |sum, size| Size {
        raw: sum.raw + size.raw,
        gzip: sum.gzip + size.gzip,
        brotli: sum.brotli + size.brotli,
    })
}

/// A table in Markdown.
fn table(sizes: &Sizes) -> String {
    let mut text = String::from("| file | raw | gzip | brotli | target |\n| --- | ---: | ---: | ---: | ---: |\n");
    let mut row = |name: &str, size: Size, target: &str| {
        let [raw, gzip, brotli] = [size.raw, size.gzip, size.brotli].map(grouped);
        writeln!(text, "| {name} | {raw} | {gzip} | {brotli} | {target} |").expect("a string takes everything");
    };
    let name = |(before, after): (&str, &str)| match after {
        "" => format!("`{before}`"),
        _ => format!("`{before}<hash>{after}`"),
    };
    let targets = [&grouped(LOADER_TARGET), "", "", ""];
    for ((file, size), target) in FILES.into_iter().zip(sizes.bar).zip(targets) {
        row(&name(file), size, target);
    }
    row("sum", sum(&sizes.bar), &grouped(SUM_TARGET));
    for (file, size) in WHOLE.into_iter().zip(sizes.whole) {
        row(&name(file), size, "");
    }
    row("the largest of `locales/`", sizes.locale, &grouped(LOCALE_TARGET));
    text
}

/// A number with a comma before each three digits.
fn grouped(number: usize) -> String {
    match number {
        0..1000 => number.to_string(),
        _ => format!("{},{:03}", grouped(number / 1000), number % 1000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_three() {
        assert_eq!([7, 999, 1000, 60_000, 1_234_005].map(grouped), ["7", "999", "1,000", "60,000", "1,234,005"]);
    }

    #[test]
    fn the_sum_counts_every_file() {
        let size = Size { raw: 1000, gzip: 100, brotli: 10 };
        let table = table(&Sizes { bar: [size; 4], ..Sizes::default() });
        assert!(table.contains("| sum | 4,000 | 400 | 40 | 60,000 |\n"), "{table}");
    }
}
