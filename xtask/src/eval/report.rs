//! The figures as text, as JSON and as a page of the documentation.

use serde_json::{Value, json};

use super::{Measured, Row};

/// The table for a terminal.
pub(super) fn text(all: &[Measured], failures: bool) -> String {
    let mut out = String::new();
    for measured in all {
        match &measured.rows {
            Err(reason) => out.push_str(&format!("{}: skipped, {reason}\n", measured.name)),
            Ok(rows) => {
                out.push_str(&format!(
                    "{}\n  {:<66}{:>7}{:>8}{:>8}{:>7}{:>7}{:>12}\n",
                    measured.name, "measure", "cases", "passed", "figure", "floor", "aim", "worst error"
                ));
                for row in rows {
                    out.push_str(&format!(
                        "  {:<66}{:>7}{:>8}{:>8.3}{:>7}{:>7}{:>12}\n",
                        row.measure,
                        row.cases,
                        row.passed.map_or("-".to_owned(), |passed| passed.to_string()),
                        row.figure,
                        optional(row.floor),
                        optional(row.aim),
                        row.worst.map_or("-".to_owned(), |worst| format!("{worst:.1e}")),
                    ));
                    for failure in row.failures.iter().filter(|_| failures) {
                        out.push_str(&format!("      {failure}\n"));
                    }
                }
            }
        }
    }
    out.push_str("worst error: the largest error over its tolerance; 1 is just tolerable\n");
    out
}

/// All figures for a program.
pub(super) fn json(all: &[Measured]) -> String {
    let subjects: Vec<Value> = all
        .iter()
        .map(|measured| match &measured.rows {
            Err(reason) => json!({ "subject": measured.name, "skipped": reason }),
            Ok(rows) => {
                json!({ "subject": measured.name, "rows": rows.iter().map(row_json).collect::<Vec<_>>() })
            }
        })
        .collect();
    format!("{:#}\n", json!({ "schema_version": 1, "subjects": subjects }))
}

/// The page `docs/ACCURACY.md`.
pub(super) fn markdown(all: &[Measured]) -> String {
    let mut out = String::from(
        "# Accuracy on outside data\n\nWritten by `cargo xtask eval --data DIR --write`; do not edit. The data were made by \
         others and are not part of the project. *Worst error* is the largest error over its tolerance.\n",
    );
    for measured in all {
        out.push_str(&format!("\n## {}\n\n", measured.name));
        match &measured.rows {
            Err(reason) => out.push_str(&format!("Skipped: {reason}.\n")),
            Ok(rows) => {
                out.push_str("| measure | cases | passed | figure | floor | aim | worst error |\n");
                out.push_str("| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
                for row in rows {
                    let line = format!(
                        "| {} | {} | {} | {:.3} | {} | {} | {} |\n",
                        row.measure,
                        row.cases,
                        row.passed.map_or(String::new(), |passed| passed.to_string()),
                        row.figure,
                        optional(row.floor),
                        optional(row.aim),
                        row.worst.map_or(String::new(), |worst| format!("{worst:.1e}")),
                    );
                    // A cell without content is one space wide, as the checkers of Markdown want it.
                    out.push_str(&line.replace("|  ", "| "));
                }
            }
        }
    }
    out
}

/// A page with those of its sections replaced that another page has too.
pub(super) fn with_sections(page: &str, other: &str) -> String {
    const HEAD: &str = "\n## ";
    let named = |section: &str| section.lines().next().map(str::to_owned);
    let newer: Vec<&str> = other.split(HEAD).skip(1).collect();
    let sections: Vec<&str> = page
        .split(HEAD)
        .enumerate()
        .map(|(index, section)| match newer.iter().find(|new| index > 0 && named(new) == named(section)) {
            // Every section but the last of a page ends in an empty line.
            Some(new) => new.trim_end_matches('\n'),
            None => section.trim_end_matches('\n'),
        })
        .collect();
    format!("{}\n", sections.join(&format!("\n{HEAD}")))
}

fn row_json(row: &Row) -> Value {
    json!({
        "measure": row.measure,
        "cases": row.cases,
        "passed": row.passed,
        "figure": row.figure,
        "floor": row.floor,
        "aim": row.aim,
        "worst_error": row.worst,
        "failures": row.failures,
    })
}

fn optional(value: Option<f64>) -> String {
    value.map_or(String::new(), |value| format!("{value:.2}"))
}

#[cfg(test)]
mod tests {
    use super::with_sections;

    #[test]
    fn sections_that_were_not_measured_stay() {
        let page = "# Page\n\nWords.\n\n## one\n\nold\n\n## two\n\nkept\n";
        let new = "# Page\n\nWords.\n\n## one\n\nnew\n";
        assert_eq!(with_sections(page, new), "# Page\n\nWords.\n\n## one\n\nnew\n\n## two\n\nkept\n");
        assert_eq!(with_sections(page, page), page);
    }
}
