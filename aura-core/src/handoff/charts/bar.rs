//! A bar for the cell of a table. It is decoration: the cell beside it has the figure.

use maud::{Markup, html};

/// A bar that fills `share` of its width, with the colour of a class.
pub(in crate::handoff) fn bar(share: f64, class: &str) -> Markup {
    let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
    let width = format!("{:.2}", share * 100.0);
    html! {
        svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect class="bar-track" width="100" height="10" {}
            rect class=(class) width=(width) height="10" {}
        }
    }
}
