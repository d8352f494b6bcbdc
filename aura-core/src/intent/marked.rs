//! The goal text with its marked words: which stretch led to which items.

use std::collections::BTreeSet;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::domain::intent::Intent;
use crate::domain::provenance::{Origin, TextSource};
use crate::text::page_policy;

const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#1c2333;--page:#fbfbf8;--line:#d8d8d0}\
@media(prefers-color-scheme:dark){:root{--ink:#e8e8ee;--page:#15171d;--line:#3a3d48}}\
body{font:1rem/1.7 system-ui,sans-serif;color:var(--ink);background:var(--page);max-width:46rem;margin:0 auto;padding:2rem 1rem}\
.text{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--line);border-radius:.6rem;padding:1rem}\
mark{color:inherit;background:none;border-bottom:.2rem solid;padding-bottom:.05rem}\
.step{border-color:#2f7fd6}.actor{border-color:#b35cc4}.object{border-color:#2a9d6f}.rule{border-color:#d2622a}\
.success{border-color:#c79a00}.decision{border-color:#8a6de0}.other{border-color:#8b8f9a}\
table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--line)}\
.wide{overflow-x:auto}";

/// One item of the intent with the words that it was read from.
struct Item<'intent> {
    class: &'static str,
    kind: &'static str,
    text: String,
    origin: &'intent Origin,
}

/// Shows the text of an intent as one HTML page in which the words behind every item are marked. The page needs no
/// network and runs no script; every word of the user is escaped.
///
/// # Example
/// ```
/// use aura_core::intent::{InterpretOptions, InterpretRequest, interpret, marked_html};
/// let request = InterpretRequest::new("The clerk checks whether 3 < 4.");
/// let intent = interpret(&request, &InterpretOptions::default())?;
/// let page = marked_html(&intent);
/// assert!(page.contains("<mark") && page.contains("3 &lt; 4"));
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn marked_html(intent: &Intent) -> String {
    let items = items(intent);
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(page_policy(STYLE, None));
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (intent.title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { (intent.title) }
                    p { "The underlined words led to the items in the table below." }
                    div class="text" { (marked(&intent.text, &items)) }
                    h2 { "What was understood" }
                    div class="wide" { (table(&items)) }
                }
            }
        }
    }
    .into_string()
}

fn items(intent: &Intent) -> Vec<Item<'_>> {
    let item = |class, kind, text: &str, origin| Item { class, kind, text: text.to_owned(), origin };
    let mut items = vec![item("other", "goal", &intent.goal.text, &intent.goal.origin)];
    items.extend(intent.actors.iter().map(|actor| item("actor", "actor", &actor.name, &actor.origin)));
    items.extend(intent.objects.iter().map(|object| item("object", "object", &object.name, &object.origin)));
    items.extend(intent.steps.iter().map(|step| item("step", "step", &step.title, &step.origin)));
    items.extend(
        intent.blocks.iter().map(|block| item("decision", "structure", block.id.as_str(), &block.origin)),
    );
    items.extend(intent.constraints.iter().map(|rule| item("rule", "rule", &rule.text, &rule.origin)));
    items.extend(
        intent.success_criteria.iter().map(|goal| item("success", "success", &goal.metric, &goal.origin)),
    );
    items.extend(intent.limits.iter().map(|limit| item("rule", "limit", &limit.subject, &limit.origin)));
    items.extend(intent.non_goals.iter().map(|not| item("other", "out of scope", &not.text, &not.origin)));
    items.extend(
        intent.assumptions.iter().map(|taken| item("other", "assumption", &taken.text, &taken.origin)),
    );
    items
}

/// Cuts the text at every border of a span, so that overlapping spans need no nesting.
fn marked(text: &str, items: &[Item<'_>]) -> Markup {
    let spans: Vec<(usize, usize, &'static str)> = items
        .iter()
        .flat_map(|item| {
            let goal = item.origin.quotes().iter().filter(|quote| quote.source == TextSource::Goal);
            goal.map(|quote| (quote.span.start as usize, quote.span.end as usize, item.class))
        })
        .collect();
    let mut borders: BTreeSet<usize> = spans.iter().flat_map(|span| [span.0, span.1]).collect();
    borders.retain(|border| text.is_char_boundary(*border));
    borders.extend([0, text.len()]);
    let borders: Vec<usize> = borders.into_iter().collect();
    html! {
        @for piece in borders.windows(2) {
            @if let [start, end] = piece {
                @let words = text.get(*start..*end).unwrap_or_default();
                // The shortest span says most about a piece that several cover.
                @let covering = spans.iter().filter(|span| span.0 <= *start && *end <= span.1).min_by_key(|span| span.1 - span.0);
                @match covering {
                    Some(span) => mark class=(span.2) { (words) },
                    None => (words),
                }
            }
        }
    }
}

fn table(items: &[Item<'_>]) -> Markup {
    html! {
        table {
            thead { tr { th { "Kind" } th { "Item" } th { "Origin" } th { "Words" } } }
            tbody {
                @for item in items {
                    tr {
                        td { mark class=(item.class) { (item.kind) } }
                        td { (item.text) }
                        td { (item.origin.word()) }
                        td {
                            @for (place, quote) in item.origin.quotes().iter().enumerate() {
                                @if place > 0 { " … " }
                                "“" (quote.text) "”"
                            }
                        }
                    }
                }
            }
        }
    }
}
