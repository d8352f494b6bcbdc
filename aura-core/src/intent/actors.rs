//! Who or what acts: from noun phrases to named actors with a kind.

use crate::domain::actor::{Actor, ActorKind};
use crate::domain::id::ActorId;
use crate::domain::provenance::Origin;
use crate::text::{NounPhrase, Sentence, Tag, noun_singular};

const CUSTOMERS: &[&str] = &[
    "customer",
    "user",
    "client",
    "buyer",
    "shopper",
    "guest",
    "visitor",
    "patient",
    "student",
    "passenger",
    "player",
    "reader",
    "subscriber",
    "member",
    "applicant",
    "claimant",
    "tenant",
    "resident",
    "citizen",
    "learner",
    "viewer",
    "traveller",
    "traveler",
    "consumer",
    "borrower",
    "donor",
    "fan",
    "parent",
    "candidate",
    "attendee",
    "participant",
    "holder",
    "policyholder",
    "cardholder",
    "household",
    "person",
    "people",
    "somebody",
    "someone",
    "anyone",
    "everyone",
    "caller",
    "listener",
    "renter",
    "volunteer",
    "requester",
    "submitter",
    "payer",
    "recipient",
    "lead",
    "prospect",
    "individual",
    "sender",
    "audience",
    "workshop",
    "pupil",
    "rider",
    "commuter",
    "homeowner",
    "diner",
    "citizen",
    "delegate",
    "driver",
    "seller",
    "host",
    "owner",
    "neighbour",
    "neighbor",
    "employer",
    "child",
    "adult",
    "competitor",
];

const SYSTEMS: &[&str] = &[
    "system",
    "app",
    "application",
    "platform",
    "website",
    "site",
    "server",
    "software",
    "api",
    "tool",
    "portal",
    "database",
    "service",
    "backend",
    "engine",
    "monitor",
    "machine",
    "computer",
    "gateway",
    "scheduler",
    "page",
    "form",
    "crm",
    "erp",
    "workflow",
    "product",
    "bot",
    "sensor",
    "device",
    "registry",
    "job",
    "ocr",
];

const AGENTS: &[&str] = &["ai", "llm", "chatbot", "copilot", "assistant", "model"];

const OUTSIDERS: &[&str] = &[
    "bank",
    "carrier",
    "supplier",
    "vendor",
    "provider",
    "courier",
    "insurer",
    "authority",
    "partner",
    "broker",
    "contractor",
    "court",
    "regulator",
    "merchant",
    "seller",
    "shipper",
    "haulier",
    "manufacturer",
    "agency",
    "hospital",
    "laboratory",
    "lab",
    "embassy",
    "garage",
    "wholesaler",
    "exchange",
    "commission",
    "pharmacy",
    "practice",
    "clinic",
    "landlord",
    "dealer",
    "publisher",
    "hotel",
    "restaurant",
    "school",
    "police",
    "ministry",
    "council",
];

const STAFF: &[&str] = &[
    "mechanic",
    "guard",
    "ward",
    "housekeeping",
    "bar",
    "janitor",
    "librarian",
    "dispatcher",
    "doctor",
    "underwriter",
    "manager",
    "clerk",
    "team",
    "department",
    "office",
    "officer",
    "staff",
    "employee",
    "agent",
    "admin",
    "administrator",
    "analyst",
    "engineer",
    "developer",
    "designer",
    "editor",
    "reviewer",
    "approver",
    "operator",
    "secretary",
    "nurse",
    "doctor",
    "teacher",
    "chef",
    "waiter",
    "driver",
    "picker",
    "controller",
    "cfo",
    "ceo",
    "cto",
    "hr",
    "finance",
    "sales",
    "marketing",
    "support",
    "legal",
    "qa",
    "accountant",
    "accounting",
    "warehouse",
    "storehouse",
    "kitchen",
    "committee",
    "board",
    "deputy",
    "supervisor",
    "boss",
    "owner",
    "specialist",
    "representative",
    "assessor",
    "adjuster",
    "handler",
    "technician",
    "coordinator",
    "consultant",
    "lawyer",
    "moderator",
    "expert",
    "lead",
    "head",
    "chair",
    "group",
    "unit",
    "division",
    "company",
    "organisation",
    "organization",
    "firm",
    "branch",
    "desk",
    "service",
    "center",
    "centre",
    "crew",
    "worker",
    "colleague",
    "cashier",
    "receptionist",
    "sommelier",
    "buyer",
    "planner",
    "auditor",
    "inspector",
    "trainer",
    "tester",
    "author",
    "writer",
    "care",
    "operations",
    "on-call",
    "helpdesk",
    "personnel",
    "management",
    "we",
    "i",
    "us",
];

/// The kind of an actor with this head noun, or `None` where it is a thing.
pub(super) fn actor_kind(name: &str) -> Option<ActorKind> {
    let name = name.to_lowercase();
    let name = name.as_str();
    let head = name.rsplit(' ').next().unwrap_or(name);
    let words: Vec<&str> = name.split(' ').collect();
    if words.iter().any(|word| AGENTS.contains(word)) {
        return Some(ActorKind::AiAgent);
    }
    if CUSTOMERS.contains(&head) {
        return Some(ActorKind::Customer);
    }
    if head == "service"
        && words.len() > 1
        && words.iter().any(|word| matches!(*word, "customer" | "client" | "room"))
    {
        return Some(ActorKind::Staff);
    }
    if words.iter().any(|word| matches!(*word, "hr" | "finance" | "sales" | "council")) {
        return Some(ActorKind::Staff);
    }
    if SYSTEMS.contains(&head) {
        return Some(ActorKind::System);
    }
    if OUTSIDERS.contains(&head) {
        return Some(ActorKind::External);
    }
    if STAFF.contains(&head) {
        return Some(ActorKind::Staff);
    }
    let acting =
        ["er", "or", "ist", "ian", "ee"].iter().any(|ending| head.ends_with(ending)) && head.len() > 5;
    const THINGS: &[&str] = &[
        "number",
        "order",
        "letter",
        "paper",
        "folder",
        "error",
        "offer",
        "counter",
        "banner",
        "header",
        "footer",
        "filter",
        "sensor",
        "buffer",
        "parameter",
        "identifier",
        "character",
        "computer",
        "calendar",
        "answer",
        "factor",
        "monitor",
        "vector",
        "editor",
        "cursor",
        "register",
        "quarter",
        "semester",
        "transfer",
        "chapter",
        "newsletter",
        "parameter",
        "committee",
        "employee",
        "voucher",
        "trigger",
        "barrier",
        "container",
        "trailer",
        "slider",
        "placeholder",
        "reminder",
        "disclaimer",
        "ledger",
        "server",
        "router",
        "printer",
        "scanner",
        "summer",
        "winter",
        "december",
        "november",
        "october",
        "september",
        "behavior",
        "indicator",
        "calculator",
        "generator",
        "validator",
        "coffee",
        "guarantee",
        "consumer",
        "whether",
        "other",
        "matter",
        "power",
        "master",
        "center",
        "corner",
        "border",
        "marker",
        "ticker",
        "dinner",
        "weather",
        "member",
        "poster",
        "browser",
        "folder",
    ];
    (acting && !THINGS.contains(&head)).then_some(ActorKind::Staff)
}

/// Whether a word is a short name in capitals that can stand for a person or an office: `DPO`, not `PDF`.
pub(super) fn is_short_name(word: &str) -> bool {
    const THINGS: &[&str] = &[
        "PDF", "CSV", "SMS", "URL", "ID", "VAT", "PIN", "QR", "USB", "ETA", "SKU", "FAQ", "PR", "KPI", "OKR",
        "NPS", "SLA", "GPS", "TV", "PC", "XML", "JSON", "HTML", "IBAN", "GDPR", "EU", "US", "UK", "EUR",
        "USD", "GBP", "PO",
    ];
    let length = word.chars().count();
    (2..=6).contains(&length)
        && word.chars().all(|letter| letter.is_ascii_uppercase())
        && !THINGS.contains(&word)
}

/// The name of a noun phrase as an actor or object: without articles, singular, lowercase unless a name.
pub(super) fn name_of(text: &str, sentence: &Sentence, phrase: &NounPhrase) -> String {
    let start = phrase.core_start(sentence);
    const NUMBERS: &[&str] = &["twenty", "thirty", "fifty", "hundred", "thousand", "dozen"];
    let start = (start..phrase.head)
        .find(|at| sentence.tag(*at) != Tag::Number && !NUMBERS.contains(&sentence.word(*at)))
        .unwrap_or(phrase.head);
    let mut words: Vec<String> = Vec::new();
    for at in start..=phrase.head {
        let Some(token) = sentence.tokens.get(at) else { continue };
        let word =
            if token.tag == Tag::ProperNoun { token.span.of(text).to_owned() } else { token.lower.clone() };
        match words.last_mut() {
            Some(last) if token.tag == Tag::Possessive || word.starts_with('\'') => last.push_str(&word),
            _ => words.push(word),
        }
    }
    let all = words.join(" ");
    let plural = matches!(sentence.tag(phrase.head), Tag::NounPlural | Tag::Noun);
    if plural { noun_singular(&all) } else { all }
}

/// Whether a name starts with a noun (`sales manager`), not with a word that tells kinds apart (`new customer`).
fn is_compound(name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or_default();
    let describes =
        ["ing", "ed", "al", "ive", "ic", "ary", "ous", "ful"].iter().any(|ending| first.ends_with(ending));
    !describes
        && !first.contains('-')
        && !matches!(first, "new" | "old" | "first" | "other" | "big" | "small" | "large" | "second")
}

/// The actors of an intent in the order of their first mention.
#[derive(Debug, Default)]
pub(super) struct Registry {
    pub(super) actors: Vec<Actor>,
}

/// An actor's name inside a sentence: `the clerk`, `our team`.
pub(super) fn the(name: &str) -> String {
    if name.starts_with("our ") || name.starts_with(char::is_uppercase) {
        name.to_owned()
    } else {
        format!("the {name}")
    }
}

impl Registry {
    /// The id of an actor, added where it is new.
    pub(super) fn id_of(&mut self, name: &str, kind: ActorKind, origin: Origin) -> ActorId {
        // `the sales manager` and `the manager` are one where only one actor fits.
        if let Some(known) = self.actors.iter().find(|actor| actor.name == name) {
            return known.id.clone();
        }
        let ending = format!(" {name}");
        let mut longer =
            self.actors.iter().filter(|actor| actor.name.ends_with(&ending) && is_compound(&actor.name));
        if let (Some(only), None) = (longer.next(), longer.next()) {
            return only.id.clone();
        }
        let id = crate::id::unused(ActorId::named(name), ActorId::numbered, |candidate| {
            self.actors.iter().any(|actor| actor.id == *candidate)
        });
        self.actors.push(Actor { id: id.clone(), name: name.to_owned(), kind, origin });
        id
    }
}
