//! Comma-separated values as RFC 4180 has them: quoted fields may hold commas, line breaks and doubled quotes.

use std::collections::BTreeMap;

/// The records of a table whose first line names the columns. Empty where the text is.
pub(super) fn records(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut lines = lines(text).into_iter();
    let Some(names) = lines.next() else { return Vec::new() };
    lines.map(|fields| names.iter().cloned().zip(fields).collect()).collect()
}

fn lines(text: &str) -> Vec<Vec<String>> {
    let (mut lines, mut fields, mut field) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut letters = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                field.push('"');
                letters.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(std::mem::take(&mut field)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                fields.push(std::mem::take(&mut field));
                lines.push(std::mem::take(&mut fields));
            }
            other => field.push(other),
        }
    }
    if !field.is_empty() || !fields.is_empty() {
        fields.push(field);
        lines.push(fields);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::records;

    #[test]
    fn quoted_fields_are_whole() {
        let found = records("a,b\n\"x, \"\"y\"\"\nz\",2\n");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0]["a"], "x, \"y\"\nz");
        assert_eq!(found[0]["b"], "2");
    }
}
