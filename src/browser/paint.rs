//! What waits for the next time that the browser draws.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = requestAnimationFrame, catch)]
    fn request(run: &Closure<dyn FnMut()>) -> Result<i32, JsValue>;

    #[wasm_bindgen(js_name = cancelAnimationFrame)]
    fn cancel(number: i32);
}

/// Work that is done once, right before the browser draws next; dropped before, it is not done. A page in the background draws nothing.
pub struct BeforePaint {
    number: i32,
    _run: Closure<dyn FnMut()>,
}

impl BeforePaint {
    /// `None` on a page that broke what this needs.
    pub fn new(run: impl FnMut() + 'static) -> Option<Self> {
        let run = Closure::new(run);
        let number = request(&run).ok()?;
        Some(Self { number, _run: run })
    }
}

impl Drop for BeforePaint {
    fn drop(&mut self) {
        cancel(self.number);
    }
}
