//! A page of a shop, as a test writes it down.

/// How the loader stands in the page.
#[derive(Clone, Debug)]
enum Loader {
    /// `<script async src="/meetpunt/meetpunt.js" ATTRIBUTES>` in the head.
    Head(String),
    /// The same at the end of the body.
    End(String),
    /// The page has none, or writes its own.
    None,
}

/// A page under construction. Scripts become files of their own, so that no page needs an inline allowance.
#[derive(Clone, Debug)]
#[must_use = "a page exists once it was given to Stage::open or Site::add"]
pub struct Page {
    pub(super) path: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) scripts: Vec<String>,
    language: String,
    head: String,
    body: String,
    loader: Loader,
}

/// A page with one survey between a button before and a button after it; `attributes` go on the element.
pub fn survey(attributes: &str) -> Page {
    page(&element(attributes))
}

/// The markup of one survey with fallback content.
pub fn element(attributes: &str) -> String {
    format!(r#"<meetpunt-survey {attributes}><p class="fallback">Write to us</p></meetpunt-survey>"#)
}

/// A page of a shop with `body` in its middle.
pub fn page(body: &str) -> Page {
    Page {
        path: "/order/thanks".to_owned(),
        headers: Vec::new(),
        scripts: Vec::new(),
        language: "en".to_owned(),
        head: String::new(),
        body: body.to_owned(),
        loader: Loader::Head(r#"data-endpoint="/collect""#.to_owned()),
    }
}

impl Page {
    /// Its path; default `/order/thanks`.
    pub fn at(mut self, path: &str) -> Self {
        path.clone_into(&mut self.path);
        self
    }

    /// The language of the page; default `en`.
    pub fn language(mut self, tag: &str) -> Self {
        tag.clone_into(&mut self.language);
        self
    }

    /// Attributes of the loader's tag; default `data-endpoint="/collect"`.
    pub fn loader(mut self, attributes: &str) -> Self {
        self.loader = Loader::Head(attributes.to_owned());
        self
    }

    /// The loader comes after everything else, with these attributes.
    pub fn loader_last(mut self, attributes: &str) -> Self {
        self.loader = Loader::End(attributes.to_owned());
        self
    }

    /// No loader.
    pub fn without_loader(mut self) -> Self {
        self.loader = Loader::None;
        self
    }

    /// Markup for the head, after the recorder and before the loader.
    pub fn head(mut self, markup: &str) -> Self {
        self.head.push_str(markup);
        self
    }

    /// A script of the shop that runs before the loader.
    pub fn script(mut self, source: &str) -> Self {
        self.scripts.push(source.to_owned());
        self
    }

    /// A header of the answer.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// A Content-Security-Policy.
    pub fn policy(self, policy: &str) -> Self {
        self.header("content-security-policy", policy)
    }

    /// The document. `scripts` are the addresses under which the site serves the page's scripts.
    pub(super) fn html(&self, scripts: &[String]) -> String {
        let scripts: String = scripts.iter().map(|path| format!("<script src=\"{path}\"></script>\n")).collect();
        let tag = |attributes: &str| format!("<script async src=\"/meetpunt/meetpunt.js\" {attributes}></script>\n");
        let (first, last) = match &self.loader {
            Loader::Head(attributes) => (tag(attributes), String::new()),
            Loader::End(attributes) => (String::new(), tag(attributes)),
            Loader::None => (String::new(), String::new()),
        };
        format!(
            r#"<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Example Shop</title>
<script src="/harness/recorder.js"></script>
<link rel="stylesheet" href="/harness/shop.css">
{head}
{scripts}{first}</head>
<body>
<main>
<h1>Thank you for your order</h1>
<p><button id="before" type="button">Track the parcel</button></p>
{body}
<p><label for="search">Search</label> <input id="search"> <button id="after" type="button">Shop on</button></p>
</main>
{last}</body>
</html>
"#,
            language = self.language,
            head = self.head,
            body = self.body,
        )
    }
}
