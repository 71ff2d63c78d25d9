//! A window of any size: browsers refuse to make their own as narrow as a phone.

use super::page::{Page, page};
use super::stage::Stage;
use super::widget::Survey;

impl Stage<'_> {
    /// Opens a page in a frame of this size in CSS pixels, and goes into it. What a style sheet sees of the window is the
    /// frame. Returns the first survey of the page.
    #[track_caller]
    pub fn open_in_frame(&self, inner: &Page, width: u32, height: u32) -> Survey<'_> {
        let address = self.site.add(inner);
        let markup = format!(
            r#"<iframe src="{address}" width="{width}" height="{height}" style="position: fixed; inset: 0 auto auto 0; border: 0">
            </iframe>"#
        );
        self.open(&page(&markup).at("/around").without_loader());
        self.browser.enter_frame(0);
        self.until_page(
            "the page in the frame",
            "document.readyState === 'complete' && location.href !== 'about:blank'",
        );
        let size = self.run("return [innerWidth, innerHeight]");
        assert_eq!(size, serde_json::json!([width, height]), "the size of the frame");
        self.survey("meetpunt-survey")
    }
}
