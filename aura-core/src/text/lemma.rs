//! Forms of English verbs and nouns: from a form to its base, and from the base to any form.
//!
//! Rules for the regular forms, a table for the others. Whether a form exists is decided against the list of
//! verbs, so `things` is no form of a verb `thing`.

use super::lexicon::{IRREGULAR, IRREGULAR_FORMS, VERBS};
use super::tag::Tag;

/// The base form of a verb form: `notifies` → `notify`. A word that is no form of a known verb is cut by rule.
///
/// # Example
/// ```
/// use aura_core::text::verb_lemma;
/// assert_eq!(verb_lemma("sent"), "send");
/// assert_eq!(verb_lemma("shipped"), "ship");
/// ```
pub fn verb_lemma(word: &str) -> String {
    if let Some(be) = auxiliary_lemma(word) {
        return be.to_owned();
    }
    match verb_forms(word).into_iter().next() {
        Some((base, _)) => base,
        None => guess_lemma(word),
    }
}

/// The base form of a token under its tag: verbs to the infinitive, plural nouns to the singular.
pub fn base_form(word: &str, tag: Tag) -> String {
    match tag {
        Tag::Noun | Tag::NounPlural => noun_singular(word),
        _ if tag.is_verb() || tag == Tag::Auxiliary => verb_lemma(word),
        _ => word.to_owned(),
    }
}

/// The third person: `notify` → `notifies`. Only the first word of several is changed.
pub fn third_person(verb: &str) -> String {
    first_word(verb, |base| match base {
        "be" => "is".to_owned(),
        "have" => "has".to_owned(),
        "do" | "go" | "undo" | "redo" | "undergo" => format!("{base}es"),
        _ => noun_plural_word(base),
    })
}

/// The past tense: `send` → `sent`. Only the first word of several is changed.
pub fn past_tense(verb: &str) -> String {
    first_word(verb, |base| match IRREGULAR.get(base) {
        Some(forms) => forms.1.to_owned(),
        None => with_ending(base, "ed"),
    })
}

/// The past participle: `send` → `sent`, `write` → `written`. Only the first word of several is changed.
pub fn past_participle(verb: &str) -> String {
    first_word(verb, |base| match IRREGULAR.get(base) {
        Some(forms) => forms.2.to_owned(),
        None => with_ending(base, "ed"),
    })
}

/// The form in -ing: `ship` → `shipping`. Only the first word of several is changed.
pub fn gerund(verb: &str) -> String {
    first_word(verb, |base| with_ending(base, "ing"))
}

/// The singular of a noun: `policies` → `policy`. Only the last word of several is changed.
pub fn noun_singular(noun: &str) -> String {
    last_word(noun, |word| {
        if let Some((one, _)) = IRREGULAR_NOUNS.iter().find(|(_, many)| *many == word) {
            return (*one).to_owned();
        }
        if UNCHANGED.contains(&word) || !word.ends_with('s') || word.len() < 3 {
            return word.to_owned();
        }
        if word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") {
            return word.to_owned();
        }
        cut_plural(word)
    })
}

/// The plural of a noun: `policy` → `policies`. Only the last word of several is changed.
pub fn noun_plural(noun: &str) -> String {
    last_word(noun, |word| {
        if let Some((_, many)) = IRREGULAR_NOUNS.iter().find(|(one, _)| *one == word) {
            return (*many).to_owned();
        }
        if UNCHANGED.contains(&word) { word.to_owned() } else { noun_plural_word(word) }
    })
}

/// What forms of known verbs a word can be, most likely first.
pub(super) fn verb_forms(word: &str) -> Vec<(String, Tag)> {
    let mut forms = Vec::new();
    if VERBS.contains(word) {
        forms.push((word.to_owned(), Tag::VerbBase));
    }
    if let Some((base, past, participle)) = IRREGULAR_FORMS.get(word) {
        if *past {
            forms.push(((*base).to_owned(), Tag::VerbPast));
        }
        if *participle {
            forms.push(((*base).to_owned(), Tag::VerbParticiple));
        }
    }
    let mut add = |candidates: Vec<String>, tags: &[Tag]| {
        if let Some(base) = candidates.into_iter().find(|base| VERBS.contains(base.as_str())) {
            forms.extend(tags.iter().map(|tag| (base.clone(), *tag)));
        }
    };
    if word.ends_with('s') && !word.ends_with("ss") {
        add(third_person_bases(word), &[Tag::VerbThird]);
    }
    if let Some(stem) = word.strip_suffix("ed") {
        add(stem_bases(stem), &[Tag::VerbPast, Tag::VerbParticiple]);
    }
    if let Some(stem) = word.strip_suffix("ing") {
        add(stem_bases(stem), &[Tag::VerbGerund]);
    }
    forms
}

fn auxiliary_lemma(word: &str) -> Option<&'static str> {
    Some(match word {
        "am" | "is" | "are" | "was" | "were" | "been" | "being" | "be" | "'m" | "'re" | "'s" => "be",
        "has" | "had" | "have" | "having" | "'ve" => "have",
        "does" | "did" | "do" | "done" | "doing" => "do",
        _ => return None,
    })
}

fn third_person_bases(word: &str) -> Vec<String> {
    let mut bases = Vec::new();
    if let Some(stem) = word.strip_suffix("ies") {
        bases.push(format!("{stem}y"));
    }
    if let Some(stem) = word.strip_suffix('s') {
        bases.push(stem.to_owned());
    }
    if let Some(stem) = word.strip_suffix("es") {
        bases.push(stem.to_owned());
    }
    bases
}

/// What a stem before -ed or -ing can come from: `notifi`, `ship(p)`, `creat(e)`, `check`.
fn stem_bases(stem: &str) -> Vec<String> {
    let mut bases = Vec::new();
    if let Some(start) = stem.strip_suffix('i') {
        bases.push(format!("{start}y"));
    }
    bases.push(stem.to_owned());
    bases.push(format!("{stem}e"));
    if let Some(single) = undoubled(stem) {
        bases.push(single);
    }
    if let Some(start) = stem.strip_suffix('y') {
        bases.push(format!("{start}ie"));
    }
    bases
}

fn undoubled(stem: &str) -> Option<String> {
    let mut letters = stem.chars().rev();
    let (last, before) = (letters.next()?, letters.next()?);
    (last == before && !matches!(last, 'a' | 'e' | 'i' | 'o' | 'u')).then(|| {
        let mut single = stem.to_owned();
        single.pop();
        single
    })
}

fn guess_lemma(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return format!("{stem}y");
    }
    let cut = |stem: &str| {
        if let Some(start) = stem.strip_suffix('i') {
            return format!("{start}y");
        }
        if let Some(single) = undoubled(stem).filter(|_| !stem.ends_with("ss") && !stem.ends_with("ll")) {
            return single;
        }
        let needs_e = stem.ends_with("at") && stem.len() > 4
            || stem.ends_with(['v', 'c', 'g', 'z', 'u'])
            || stem.ends_with("is") && stem.len() > 4;
        if needs_e { format!("{stem}e") } else { stem.to_owned() }
    };
    if let Some(stem) = word.strip_suffix("ing").filter(|stem| stem.len() > 2) {
        return cut(stem);
    }
    if let Some(stem) = word.strip_suffix("ed").filter(|stem| stem.len() > 2) {
        return cut(stem);
    }
    if word.ends_with('s') && !word.ends_with("ss") && word.len() > 3 {
        cut_plural(word)
    } else {
        word.to_owned()
    }
}

fn cut_plural(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    for ending in ["sses", "shes", "ches", "xes", "zzes", "oes"] {
        if word.ends_with(ending) && !matches!(word, "shoes" | "toes" | "caches" | "axes") {
            return word.get(..word.len() - 2).unwrap_or(word).to_owned();
        }
    }
    word.strip_suffix('s').unwrap_or(word).to_owned()
}

fn noun_plural_word(word: &str) -> String {
    let vowel_before_y = word.strip_suffix('y').is_some_and(|stem| stem.ends_with(['a', 'e', 'i', 'o', 'u']));
    if let Some(stem) = word.strip_suffix('y').filter(|_| !vowel_before_y) {
        return format!("{stem}ies");
    }
    if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") {
        return format!("{word}es");
    }
    format!("{word}s")
}

/// Adds -ed or -ing with the usual changes of spelling.
fn with_ending(base: &str, ending: &str) -> String {
    if ending == "ing" {
        if let Some(stem) = base.strip_suffix("ie") {
            return format!("{stem}ying");
        }
        if base == "be" || base.ends_with("ee") || base.ends_with("oe") || base.ends_with("ye") {
            return format!("{base}ing");
        }
    } else if let Some(stem) = base.strip_suffix('y')
        && !stem.ends_with(['a', 'e', 'i', 'o', 'u'])
    {
        return format!("{stem}ied");
    }
    if let Some(stem) = base.strip_suffix('e') {
        return format!("{stem}{ending}");
    }
    match base.chars().last() {
        Some(last) if doubles(base) => format!("{base}{last}{ending}"),
        _ => format!("{base}{ending}"),
    }
}

/// Whether the last consonant is doubled: one short stressed vowel before it.
fn doubles(base: &str) -> bool {
    const DOUBLED: &[&str] = &[
        "admit",
        "begin",
        "cancel",
        "commit",
        "compel",
        "control",
        "defer",
        "equip",
        "forget",
        "incur",
        "label",
        "model",
        "occur",
        "omit",
        "permit",
        "prefer",
        "recur",
        "refer",
        "regret",
        "resubmit",
        "submit",
        "transfer",
        "transmit",
        "travel",
        "unsubscribe",
        "input",
        "output",
        "reset",
        "offset",
        "zip",
        "quit",
        "unplug",
        "enrol",
    ];
    if DOUBLED.contains(&base) {
        return !base.ends_with('e');
    }
    let letters: Vec<char> = base.chars().rev().take(4).collect();
    let vowel = |letter: &char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u');
    let vowels = base.chars().filter(vowel).count();
    match letters.as_slice() {
        [last, middle, before, ..] => {
            vowels == 1 && !vowel(last) && !matches!(last, 'w' | 'x' | 'y') && vowel(middle) && !vowel(before)
        }
        _ => false,
    }
}

fn first_word(words: &str, change: impl Fn(&str) -> String) -> String {
    match words.split_once(' ') {
        Some((first, rest)) => format!("{} {rest}", change(first)),
        None => change(words),
    }
}

fn last_word(words: &str, change: impl Fn(&str) -> String) -> String {
    match words.rsplit_once(' ') {
        Some((start, last)) => format!("{start} {}", change(last)),
        None => change(words),
    }
}

const UNCHANGED: &[&str] = &[
    "news",
    "series",
    "species",
    "goods",
    "sales",
    "analytics",
    "logistics",
    "economics",
    "politics",
    "mathematics",
    "savings",
    "proceeds",
    "premises",
    "means",
    "data",
    "metadata",
    "staff",
    "feedback",
    "information",
    "equipment",
    "software",
    "hardware",
    "sms",
    "dns",
    "aws",
    "saas",
    "https",
    "kubernetes",
    "lens",
    "gas",
    "always",
    "bus",
];

const IRREGULAR_NOUNS: &[(&str, &str)] = &[
    ("person", "people"),
    ("child", "children"),
    ("man", "men"),
    ("woman", "women"),
    ("salesman", "salesmen"),
    ("foot", "feet"),
    ("tooth", "teeth"),
    ("mouse", "mice"),
    ("analysis", "analyses"),
    ("basis", "bases"),
    ("crisis", "crises"),
    ("hypothesis", "hypotheses"),
    ("criterion", "criteria"),
    ("index", "indices"),
    ("matrix", "matrices"),
    ("leaf", "leaves"),
    ("life", "lives"),
    ("half", "halves"),
    ("shelf", "shelves"),
    ("self", "selves"),
    ("bus", "buses"),
    ("gas", "gases"),
    ("status", "statuses"),
    ("bonus", "bonuses"),
    ("virus", "viruses"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_go_both_ways() {
        let check = |base: &str, third: &str, past: &str, participle: &str, ing: &str| {
            assert_eq!(third_person(base), third);
            assert_eq!(past_tense(base), past);
            assert_eq!(past_participle(base), participle);
            assert_eq!(gerund(base), ing);
            for form in [third, past, participle, ing] {
                assert_eq!(verb_lemma(form), base, "{form}");
            }
        };
        check("notify", "notifies", "notified", "notified", "notifying");
        check("ship", "ships", "shipped", "shipped", "shipping");
        check("create", "creates", "created", "created", "creating");
        check("check", "checks", "checked", "checked", "checking");
        check("write", "writes", "wrote", "written", "writing");
        check("submit", "submits", "submitted", "submitted", "submitting");
        check("process", "processes", "processed", "processed", "processing");
        check("pay", "pays", "paid", "paid", "paying");
        check("agree", "agrees", "agreed", "agreed", "agreeing");
        check("review", "reviews", "reviewed", "reviewed", "reviewing");
        check("tie", "ties", "tied", "tied", "tying");
        check("open", "opens", "opened", "opened", "opening");
    }

    #[test]
    fn nouns_go_both_ways() {
        for (one, many) in [("policy", "policies"), ("box", "boxes"), ("day", "days"), ("person", "people")] {
            assert_eq!(noun_plural(one), many);
            assert_eq!(noun_singular(many), one);
        }
        for same in ["address", "status", "analysis", "news", "data"] {
            assert_eq!(noun_singular(same), same);
        }
        assert_eq!(noun_plural("sales clerk"), "sales clerks");
    }

    #[test]
    fn things_are_no_verbs() {
        assert!(verb_forms("things").is_empty());
        assert!(verb_forms("thing").is_empty());
        assert_eq!(verb_lemma("unknowning"), "unknown");
    }
}
