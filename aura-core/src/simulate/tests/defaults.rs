//! What the documentation says of the defaults is what they are.

use crate::domain::quantity::Distribution;
use crate::simulate::default_personas;

#[test]
fn the_documented_personas_are_the_default_ones() {
    // Read, not included: packages of the sources are without the documentation.
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/DEFAULTS.md")).unwrap();
    for persona in default_personas() {
        let Some(Distribution::Exponential(wait)) = &persona.longest_wait else {
            panic!("{}", persona.title)
        };
        let (days, p) = (wait.mean / 86_400_000.0, &persona);
        let row = format!(
            "| {} | {} | {} | {} | {} | {days} days | {} |",
            p.title, p.share, p.pace, p.patience, p.skill, p.returns
        );
        assert!(page.contains(&row), "the page has no row {row}");
        let device = p.device.words().trim_start_matches("a ");
        let row = format!("| {} | {device} | {} | {} |", p.title, p.attention, p.goes_back);
        assert!(page.contains(&row), "the page has no row {row}");
    }
}
