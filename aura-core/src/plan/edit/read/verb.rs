//! What the verbs of a request ask for.

/// What a verb asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ask {
    Add,
    Remove,
    Move,
    Replace,
    Swap,
    Change,
    Rename,
    Copy,
    Split,
    Merge,
    Group,
    Ungroup,
    Parallelise,
    Sequence,
    Repeat,
    Assign,
    Limit,
    Wait,
    Approve,
    Mark,
    Note,
    Assume,
    Keep,
    Make,
    Put,
    Skip,
    Do,
}

const VERBS: &[(Ask, &[&str])] = &[
    (
        Ask::Add,
        &[
            "add",
            "insert",
            "append",
            "include",
            "introduce",
            "attach",
            "create",
            "implement",
            "prepend",
            "incorporate",
            "establish",
            "build",
        ],
    ),
    (
        Ask::Remove,
        &[
            "remove",
            "delete",
            "drop",
            "eliminate",
            "erase",
            "discard",
            "omit",
            "cut",
            "strip",
            "scrap",
            "dismiss",
            "exclude",
            "cancel",
        ],
    ),
    (
        Ask::Move,
        &[
            "move",
            "shift",
            "relocate",
            "reposition",
            "transfer",
            "reorder",
            "bring",
            "postpone",
            "pull",
            "drag",
        ],
    ),
    (Ask::Replace, &["replace", "substitute", "supersede"]),
    (Ask::Swap, &["swap", "switch", "exchange", "interchange", "trade", "flip"]),
    (
        Ask::Change,
        &["change", "turn", "convert", "transform", "alter", "modify", "update", "adjust", "set", "redefine"],
    ),
    (Ask::Rename, &["rename", "retitle", "relabel", "call", "name", "title", "label"]),
    (Ask::Copy, &["duplicate", "copy", "clone", "replicate"]),
    (
        Ask::Split,
        &[
            "split",
            "divide",
            "separate",
            "break",
            "deconstruct",
            "uncombine",
            "decompose",
            "disjoin",
            "decouple",
            "uncouple",
        ],
    ),
    (
        Ask::Merge,
        &[
            "merge",
            "combine",
            "join",
            "unite",
            "fuse",
            "unify",
            "summarize",
            "summarise",
            "consolidate",
            "bundle",
            "sum",
        ],
    ),
    (
        Ask::Group,
        &[
            "group",
            "encapsulate",
            "wrap",
            "collapse",
            "abstract",
            "compress",
            "aggregate",
            "nest",
            "outsource",
        ],
    ),
    (
        Ask::Ungroup,
        &[
            "ungroup",
            "expand",
            "unfold",
            "unhide",
            "dissolve",
            "unwrap",
            "dissect",
            "flatten",
            "unpack",
            "inline",
            "uncollapse",
            "resolve",
            "unroll",
        ],
    ),
    (Ask::Parallelise, &["parallelize", "parallelise"]),
    (Ask::Sequence, &["serialize", "serialise", "sequence"]),
    (Ask::Repeat, &["repeat", "loop", "redo", "iterate", "retry", "rerun"]),
    (Ask::Assign, &["assign", "delegate", "let", "hand", "give"]),
    (Ask::Limit, &["limit", "cap", "restrict", "bound"]),
    (Ask::Wait, &["wait", "pause", "delay"]),
    (Ask::Approve, &["approve", "require", "authorize", "authorise", "confirm"]),
    (Ask::Mark, &["mark", "flag", "classify", "rate"]),
    (Ask::Note, &["note", "comment", "annotate", "remark"]),
    (Ask::Assume, &["assume", "suppose", "expect", "estimate"]),
    (Ask::Keep, &["keep", "maintain", "retain", "preserve", "leave"]),
    (Ask::Make, &["make"]),
    (Ask::Put, &["put", "place", "position", "embed"]),
    (Ask::Skip, &["skip", "bypass", "jump"]),
    (
        Ask::Do,
        &[
            "do", "execute", "perform", "run", "process", "carry", "complete", "conduct", "trigger", "start",
            "continue", "follow", "go",
        ],
    ),
];

/// Irregular forms, and endings that the rules below do not see.
const FORMS: &[(&str, &str)] = &[
    ("done", "do"),
    ("does", "do"),
    ("doing", "do"),
    ("did", "do"),
    ("made", "make"),
    ("making", "make"),
    ("given", "give"),
    ("gave", "give"),
    ("broken", "break"),
    ("broke", "break"),
    ("ran", "run"),
    ("kept", "keep"),
    ("left", "leave"),
    ("brought", "bring"),
    ("put", "put"),
    ("putting", "put"),
    ("cut", "cut"),
    ("cutting", "cut"),
    ("went", "go"),
    ("goes", "go"),
    ("gone", "go"),
    ("going", "go"),
    ("setting", "set"),
    ("built", "build"),
    ("redone", "redo"),
];

/// What a word asks for, if it is a form of such a verb.
pub(super) fn ask_of(word: &str) -> Option<Ask> {
    lemma_of(word)
        .and_then(|lemma| VERBS.iter().find(|(_, verbs)| verbs.contains(&lemma)).map(|(ask, _)| *ask))
}

/// Whether a word is the plain form of such a verb, as in a command.
pub(super) fn is_command(word: &str) -> bool {
    VERBS.iter().any(|(_, verbs)| verbs.contains(&word))
}

/// The plain form of a verb that is known here.
pub(super) fn lemma_of(word: &str) -> Option<&'static str> {
    if let Some((_, lemma)) = FORMS.iter().find(|(form, _)| *form == word) {
        return Some(lemma);
    }
    let known =
        |stem: &str| VERBS.iter().flat_map(|(_, verbs)| verbs.iter()).find(|verb| **verb == stem).copied();
    if let Some(verb) = known(word) {
        return Some(verb);
    }
    for ending in ["ing", "ed", "es", "s", "d"] {
        let Some(stem) = word.strip_suffix(ending) else { continue };
        let undoubled: String = stem.chars().take(stem.chars().count().saturating_sub(1)).collect();
        let is_doubled = stem.chars().next_back() == stem.chars().rev().nth(1);
        let with_y = stem.strip_suffix('i').map(|stem| format!("{stem}y"));
        let found = known(stem)
            .or_else(|| known(&format!("{stem}e")))
            .or_else(|| known(&undoubled).filter(|_| is_doubled))
            .or_else(|| with_y.and_then(|verb| known(&verb)));
        if found.is_some() {
            return found;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_lead_to_their_verb() {
        let check = |word: &str, expect: Option<Ask>| assert_eq!(ask_of(word), expect, "{word}");
        check("removed", Some(Ask::Remove));
        check("swapping", Some(Ask::Swap));
        check("replaces", Some(Ask::Replace));
        check("copied", Some(Ask::Copy));
        check("done", Some(Ask::Do));
        check("table", None);
    }
}
