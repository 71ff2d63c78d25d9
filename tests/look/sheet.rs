//! A contact sheet: cells, each a page of its own in a frame, with a survey that something was done to.

use std::fmt::Write;

/// One frame of a sheet.
#[derive(Clone)]
pub struct Cell {
    /// What stands above it.
    pub caption: String,
    /// Attributes of the survey.
    pub attributes: String,
    /// What is done to it before it is looked at, such as `choose:9` and `send`: see `draw.js`.
    pub acts: &'static [&'static str],
    /// Height of the frame in CSS pixels; `None`: as high as its page.
    pub height: Option<u32>,
    /// Whether its page is dark on a light sheet.
    pub dark: bool,
    /// The page; `None`: one that is made of `attributes`.
    pub address: Option<String>,
}

impl Cell {
    /// A survey in its page.
    pub fn new(caption: &str, attributes: &str, acts: &'static [&'static str]) -> Self {
        let (caption, attributes) = (caption.to_owned(), attributes.to_owned());
        Self { caption, attributes, acts, height: None, dark: false, address: None }
    }

    /// In a window of this height.
    pub fn high(mut self, height: u32) -> Self {
        self.height = Some(height);
        self
    }

    /// On a dark page.
    pub fn dark(mut self) -> Self {
        self.dark = true;
        self
    }

    /// Another page than the usual one.
    pub fn page(mut self, address: &str) -> Self {
        self.address = Some(address.to_owned());
        self
    }
}

/// Cells of one width.
#[derive(Clone)]
pub struct Group {
    /// Width of each frame in CSS pixels.
    pub width: u32,
    /// How large it is drawn, in parts of a hundred.
    pub scale: u32,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A picture.
#[derive(Clone)]
pub struct Sheet {
    /// Name of the file, without its end.
    pub name: &'static str,
    /// Language of its pages.
    pub language: String,
    /// Whether visitors prefer the dark.
    pub dark: bool,
    /// Whether the system forces its own colours.
    pub forced: bool,
    /// The page's root size, in parts of a hundred of the usual.
    pub text: u32,
    /// Width of the picture; its height follows from what it holds.
    pub width: u32,
    /// Its rows.
    pub groups: Vec<Group>,
}

impl Sheet {
    /// A light one in English.
    pub fn new(name: &'static str, groups: Vec<Group>) -> Self {
        let language = "en".to_owned();
        Self { name, language, dark: false, forced: false, text: 100, width: 1360, groups }
    }

    /// All its cells.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.groups.iter().flat_map(|group| &group.cells)
    }

    /// The document with the frames; `addresses` are those of the cells' pages.
    pub fn html(&self, addresses: &[String]) -> String {
        let mut addresses = addresses.iter();
        let mut body = String::new();
        for Group { width, scale, cells } in &self.groups {
            let shown = width * scale / 100;
            let _ = writeln!(body, "<section data-width=\"{shown}\">");
            for (cell, address) in cells.iter().zip(&mut addresses) {
                let acts = cell.acts.join(" ");
                let height =
                    cell.height.map_or_else(|| "data-grows height=200".to_owned(), |high| format!("height={high}"));
                let _ = writeln!(
                    body,
                    "<figure style=\"width:{shown}px\"><figcaption>{caption}</figcaption><iframe data-src=\"{address}\" \
                     width={width} {height} style=\"transform:scale({scale}%)\" data-scale=\"{scale}\" data-acts=\"{acts}\"></iframe></figure>",
                    caption = cell.caption,
                );
            }
            body += "</section>\n";
        }
        let theme = if self.dark { "dark" } else { "light" };
        format!(
            "<!doctype html><html lang=\"en\" class=\"{theme}\"><meta charset=\"utf-8\"><title>{}</title>\n\
             <link rel=\"stylesheet\" href=\"/look/sheet.css\"><script src=\"/look/draw.js\"></script><body style=\"width:{}px\">\n{body}",
            self.name, self.width
        )
    }

    /// The page of a cell.
    pub fn page(&self, cell: &Cell) -> String {
        let theme = if self.dark || cell.dark { "dark" } else { "light" };
        let direction = if ["ar", "he"].contains(&self.language.as_str()) { "rtl" } else { "ltr" };
        let standing = if cell.height.is_some() { "stands" } else { "" };
        format!(
            "<!doctype html><html lang=\"{}\" dir=\"{direction}\" class=\"{theme} {standing}\" style=\"font-size:{}%\">\n\
             <meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Shop</title>\n\
             <link rel=\"stylesheet\" href=\"/look/page.css\"><body>\n\
             <div class=\"shop\"><b></b><i></i><i></i><i></i></div>\n\
             <meetpunt-survey trigger=\"load\" {}></meetpunt-survey>\n\
             <div class=\"shop\"><p></p><p></p><p></p><p></p></div>\n\
             <script src=\"/meetpunt/meetpunt.js\" data-endpoint=\"/collect\"></script>\n",
            self.language, self.text, cell.attributes,
        )
    }
}
