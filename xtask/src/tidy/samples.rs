//! Code in documents is a file that runs.

use super::{Problem, Tree};
use anyhow::Result;

const BEGIN: &str = "<!-- begin: ";
const END: &str = "<!-- end -->";

/// Compares what stands between `<!-- begin: FILE -->` and `<!-- end -->` with the file.
pub fn check(tree: &Tree) -> Result<Vec<Problem>> {
    let mut problems = Vec::new();
    for document in tree.within("", &["md"]) {
        for sample in samples(&tree.text(document)?) {
            let what = if !tree.files.contains(&sample.file) {
                format!("there is no `{}` to be shown here", sample.file)
            } else if sample.code.trim() != tree.text(&sample.file)?.trim() {
                format!("this is not what stands in `{}`", sample.file)
            } else {
                continue;
            };
            problems.push(Problem::at(document, sample.index, what));
        }
    }
    Ok(problems)
}

/// A file that a document shows.
#[derive(Debug, PartialEq, Eq)]
struct Sample {
    /// The line that names it, counted from 0 on.
    index: usize,
    file: String,
    code: String,
}

/// What a document shows of files; what commands print is compared elsewhere.
fn samples(text: &str) -> Vec<Sample> {
    let mut samples = Vec::new();
    let mut lines = text.lines().enumerate();
    while let Some((index, line)) = lines.next() {
        let name = line.strip_prefix(BEGIN).and_then(|rest| rest.strip_suffix(" -->"));
        let Some(file) = name.filter(|name| !name.contains(' ')) else {
            continue;
        };
        let block = lines.by_ref().map(|(_, line)| line).take_while(|line| *line != END);
        let code: Vec<&str> = block.filter(|line| !line.starts_with("```")).collect();
        samples.push(Sample { index, file: file.to_owned(), code: code.join("\n") });
    }
    samples
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_what_stands_between_its_marks() {
        let text = "A\n<!-- begin: a/b.rs -->\n```rust\nfn b() {}\n\nfn c() {}\n```\n<!-- end -->\nB";
        let sample = Sample { index: 1, file: "a/b.rs".to_owned(), code: "fn b() {}\n\nfn c() {}".to_owned() };
        assert_eq!(samples(text), [sample]);
        assert_eq!(samples("<!-- begin: cargo xtask bench size -->\nx\n<!-- end -->"), []);
    }
}
