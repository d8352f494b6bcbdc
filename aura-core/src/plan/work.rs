//! Kinds of work: what a step's verb says about time, failures, screens and services.

use crate::domain::actor::ActorKind;
use crate::text::verb_lemma;

/// What kind of work a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Work {
    /// A person gives information.
    Enter,
    /// A person picks one of several things.
    Choose,
    /// A person looks at something.
    Read,
    /// A person pays.
    Pay,
    /// Money is moved by a system.
    MoveMoney,
    /// Something is compared with what it should be.
    Check,
    /// Somebody looks closely and says yes or no.
    Approve,
    /// Somebody is told something.
    Notify,
    /// Something is written down or made.
    Record,
    /// Something is worked out or found.
    Compute,
    /// Something is done by hand, away from a screen.
    Handle,
    /// Somebody talks with somebody.
    Talk,
    /// Something is taken away for good.
    Delete,
    /// Anything else.
    Other,
}

const VERBS: &[(Work, &[&str])] = &[
    (Work::Pay, &["pay", "checkout", "purchase", "buy", "donate"]),
    (
        Work::MoveMoney,
        &[
            "charge",
            "refund",
            "authorise",
            "authorize",
            "bill",
            "settle",
            "debit",
            "credit",
            "reimburse",
            "capture",
        ],
    ),
    (
        Work::Approve,
        &["approve", "sign", "reject", "decide", "accept", "decline", "grant", "authorise", "refuse"],
    ),
    (
        Work::Notify,
        &[
            "send", "notify", "tell", "inform", "email", "mail", "remind", "page", "alert", "message",
            "text", "announce", "publish", "share", "invite", "forward", "push", "warn",
        ],
    ),
    (Work::Talk, &["call", "phone", "talk", "discuss", "meet", "interview", "speak", "explain", "contact"]),
    (
        Work::Check,
        &[
            "check", "verify", "validate", "match", "confirm", "compare", "review", "inspect", "test",
            "assess", "audit", "look", "screen", "monitor",
        ],
    ),
    (
        Work::Choose,
        &[
            "choose", "pick", "select", "vote", "rate", "tick", "tap", "click", "skip", "opt", "claim",
            "cancel", "stop",
        ],
    ),
    (
        Work::Enter,
        &[
            "enter",
            "fill",
            "provide",
            "submit",
            "upload",
            "type",
            "register",
            "sign up",
            "report",
            "request",
            "apply",
            "write",
            "describe",
            "answer",
            "add",
            "set",
            "ask",
            "photograph",
            "draft",
            "edit",
            "correct",
            "state",
            "complete",
            "hand in",
            "log",
            "connect",
            "import",
            "invite",
            "attach",
            "give",
            "change",
            "comment",
            "search",
            "book",
            "order",
            "reserve",
        ],
    ),
    (
        Work::Read,
        &[
            "see", "view", "read", "open", "browse", "receive", "get", "watch", "find", "compare", "preview",
            "visit", "land", "learn", "download",
        ],
    ),
    (
        Work::Handle,
        &[
            "pack", "ship", "deliver", "print", "collect", "scan", "unload", "load", "repair", "clean",
            "cook", "prepare", "hand", "bring", "drive", "install", "take", "return", "mitigate", "fix",
            "serve", "build", "pick up", "drop",
        ],
    ),
    (
        Work::Delete,
        &["delete", "erase", "purge", "remove", "close", "drop", "anonymise", "terminate", "wipe"],
    ),
    (
        Work::Compute,
        &[
            "calculate",
            "score",
            "estimate",
            "group",
            "propose",
            "translate",
            "rank",
            "classify",
            "generate",
            "suggest",
            "recommend",
            "summarise",
            "summarize",
            "route",
            "assign",
            "detect",
            "predict",
            "enrich",
            "analyse",
            "analyze",
            "sort",
            "filter",
            "find",
            "convert",
            "count",
            "measure",
            "search",
            "extract",
        ],
    ),
    (
        Work::Record,
        &[
            "create", "store", "save", "record", "update", "schedule", "reserve", "book", "issue",
            "register", "log", "mark", "put", "open", "release", "hold", "lock", "unlock", "activate",
            "block", "keep", "make", "offer", "show", "display", "start", "pause", "end", "move", "transfer",
            "sync", "load", "add", "set",
        ],
    ),
];

/// Reads the kind of work from a title such as `check the stock` and from who does it.
pub(crate) fn work_of(title: &str, actor: ActorKind) -> Work {
    let lower = title.to_lowercase();
    let first =
        lower.split_whitespace().next().unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
    let verb = verb_lemma(first);
    let person = actor.is_person();
    let fits = |work: Work| match work {
        Work::Pay | Work::Choose | Work::Read | Work::Enter | Work::Talk => person,
        Work::Compute | Work::MoveMoney => !person || matches!(actor, ActorKind::Staff),
        _ => true,
    };
    let two: String = lower.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    let named = |word: &&str| **word == verb || **word == *first || **word == two;
    if let Some((work, _)) = VERBS.iter().find(|(work, words)| fits(*work) && words.iter().any(named)) {
        return *work;
    }
    match actor {
        ActorKind::Customer => Work::Other,
        ActorKind::Staff => Work::Handle,
        ActorKind::AiAgent => Work::Compute,
        ActorKind::System | ActorKind::External => Work::Record,
    }
}

/// Whether a verb is one that only systems do where nobody is named.
pub(crate) fn is_for_systems(title: &str) -> bool {
    let lower = title.to_lowercase();
    let verb = verb_lemma(lower.split_whitespace().next().unwrap_or_default());
    let own = [
        "send",
        "notify",
        "create",
        "store",
        "save",
        "record",
        "update",
        "charge",
        "refund",
        "calculate",
        "score",
        "route",
        "log",
        "generate",
        "group",
        "page",
        "release",
        "issue",
        "show",
        "offer",
        "remind",
        "store",
        "delete",
        "block",
        "mark",
        "enrich",
        "validate",
        "convert",
        "assign",
        "expire",
        "propose",
        "treat",
        "keep",
        "grant",
        "hold",
        "display",
        "inform",
        "activate",
        "deactivate",
        "put",
        "tell",
        "expire",
        "transfer",
        "throw",
        "email",
        "close",
    ];
    own.contains(&verb.as_str())
}

/// Mean working time of a person, in milliseconds, and a published figure behind it where there is one.
pub(crate) fn usual_time(work: Work, actor: ActorKind, inputs: usize) -> (f64, Option<&'static str>) {
    const TYPING: &str = "Palin et al. 2019, How do people type on mobile devices (36 words per minute)";
    const READING: &str = "Brysbaert 2019, How many words do we read per minute (238 words per minute)";
    let seconds = match (work, actor) {
        (_, ActorKind::AiAgent) => return (4_000.0, None),
        (_, ActorKind::System | ActorKind::External) => return (500.0, None),
        (Work::Enter, ActorKind::Customer) => {
            return (8_000.0 + 7_000.0 * inputs.max(2) as f64, Some(TYPING));
        }
        (Work::Read, ActorKind::Customer) => return (20_000.0, Some(READING)),
        (Work::Choose, ActorKind::Customer) => 15.0,
        (Work::Pay, _) => 45.0,
        (Work::Approve, ActorKind::Customer) => 20.0,
        (Work::Approve, _) => 180.0,
        (Work::Check, ActorKind::Customer) => 30.0,
        (Work::Check, _) => 300.0,
        (Work::Talk, _) => 360.0,
        (Work::Handle, ActorKind::Customer) => 300.0,
        (Work::Handle, _) => 600.0,
        (Work::Enter | Work::Record | Work::Compute | Work::Notify, ActorKind::Staff) => 120.0,
        (Work::Read | Work::Choose, _) => 60.0,
        (_, ActorKind::Customer) => 30.0,
        _ => 120.0,
    };
    (seconds * 1_000.0, None)
}
