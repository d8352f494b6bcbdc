//! Content publishing: draft, review with rounds, approval, publication.

use super::Archetype;
use crate::plan::draft::cast::Cast;
use crate::plan::draft::sketch::{Part, repeat, step};
use crate::plan::work::Work;

pub(super) const ARCHETYPE: Archetype = Archetype {
    name: "publishing",
    goal: "The content is published",
    evidence: &[
        ("publish", 3),
        ("publication", 3),
        ("article", 2),
        ("content", 2),
        ("editor", 2),
        ("editorial", 3),
        ("blog", 3),
        ("draft", 2),
        ("post", 1),
        ("newsletter", 2),
        ("translation", 2),
        ("author", 2),
        ("writer", 2),
    ],
    place: 60,
    sketch,
};

fn sketch(cast: &Cast<'_>) -> Vec<Part> {
    let article = cast.thing(&["article", "post", "page", "content"]);
    vec![
        step(format!("Write the {article}"))
            .staff("writer author")
            .work(Work::Enter)
            .takes(3.0 * 3_600_000.0)
            .about(article.as_str())
            .part(),
        repeat(
            vec![
                step("Check the facts")
                    .staff("editor")
                    .work(Work::Check)
                    .takes(1_800_000.0)
                    .about(article.as_str())
                    .part(),
                step("Edit for style")
                    .staff("editor")
                    .work(Work::Enter)
                    .takes(2_400_000.0)
                    .about(article.as_str())
                    .part(),
            ],
            "the editor is content",
            2,
        ),
        step(format!("Approve the {article}"))
            .staff("editor")
            .work(Work::Approve)
            .about(article.as_str())
            .part(),
        step(format!("Publish the {article}")).system().work(Work::Record).about(article.as_str()).part(),
        step("Announce it to the readers").system().work(Work::Notify).part(),
    ]
}
