//! How wide words are and where lines break, without a font: widths as in common sans-serif typefaces, a little
//! on the safe side.

/// Words as they stand in a picture.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::handoff) struct TextBlock {
    pub(in crate::handoff) lines: Vec<String>,
    /// Width of the widest line, in pixels.
    pub(in crate::handoff) width: i32,
    /// Height of all lines, in pixels.
    pub(in crate::handoff) height: i32,
}

impl TextBlock {
    pub(in crate::handoff) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}

/// How words are set.
#[derive(Debug, Clone, Copy)]
pub(in crate::handoff) struct Setting {
    /// Size of the font, in pixels.
    pub(in crate::handoff) size: i32,
    /// Distance of two lines, in pixels.
    pub(in crate::handoff) leading: i32,
    /// Longest line, in pixels.
    pub(in crate::handoff) width: i32,
    /// Most lines; the last one ends with `…` where there are more.
    pub(in crate::handoff) lines: usize,
}

/// Breaks a text into lines.
pub(in crate::handoff) fn set(text: &str, setting: Setting) -> TextBlock {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        for part in parts(word, setting) {
            let joined = if line.is_empty() { part.clone() } else { format!("{line} {part}") };
            if width_of(&joined, setting.size) <= setting.width {
                line = joined;
            } else {
                lines.push(std::mem::replace(&mut line, part));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines.retain(|line| !line.is_empty());
    if lines.len() > setting.lines {
        lines.truncate(setting.lines);
        if let Some(last) = lines.last_mut() {
            while width_of(&format!("{last}…"), setting.size) > setting.width && !last.is_empty() {
                last.pop();
            }
            let cut = last.trim_end().len();
            last.truncate(cut);
            last.push('…');
        }
    }
    let width = lines.iter().map(|line| width_of(line, setting.size)).max().unwrap_or(0);
    let height = setting.leading * lines.len() as i32;
    TextBlock { lines, width, height }
}

/// Width of a line, in pixels.
pub(in crate::handoff) fn width_of(text: &str, size: i32) -> i32 {
    let thousandths: i32 = text.chars().map(thousandths_of_em).sum();
    (thousandths * size + 999) / 1000
}

fn thousandths_of_em(character: char) -> i32 {
    match character {
        'i' | 'j' | 'l' | '\'' | '|' | '.' | ',' | ':' | ';' | '!' => 300,
        'f' | 't' | 'r' | ' ' | '(' | ')' | '[' | ']' | '-' | '/' | 'I' => 380,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '…' | '—' => 920,
        'A'..='Z' => 730,
        'a'..='z' | '0'..='9' => 585,
        other if (other as u32) < 0x2e80 => 650,
        _ => 1050,
    }
}

/// A word in parts that each fit into a line.
fn parts(word: &str, setting: Setting) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    for character in word.chars() {
        let longer = format!("{part}{character}");
        if width_of(&longer, setting.size) > setting.width && !part.is_empty() {
            parts.push(std::mem::take(&mut part));
        }
        part.push(character);
    }
    parts.push(part);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_long_texts_are_cut() {
        let setting = Setting { size: 12, leading: 15, width: 100, lines: 3 };
        let check = |text: &str, lines: usize| {
            let block = set(text, setting);
            assert_eq!(block.lines.len(), lines, "{text}: {:?}", block.lines);
            assert!(block.lines.iter().all(|line| width_of(line, 12) <= 100), "{:?}", block.lines);
        };
        check("Pay", 1);
        check("Enter email and delivery address", 2);
        check(&"a very long title ".repeat(20), 3);
        check(&"x".repeat(200), 3);
        check("", 0);
    }
}
