//! A shop written with Yew that asks its customers.

mod app;
mod heard;
mod loyalty;
mod order;

fn main() {
    // Answers that an earlier visit could not send.
    meetpunt::send_leftovers();
    yew::Renderer::<app::App>::new().render();
}
