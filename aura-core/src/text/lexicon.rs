//! Word lists of our own: closed classes, verbs, irregular forms. Everything here is general English.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::tag::Tag;

/// Base forms of verbs.
pub(super) static VERBS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    include_str!("lexicon/verbs.txt").split_whitespace().chain(NOUN_VERBS.iter().copied()).collect()
});

/// Base forms that are as often nouns.
pub(super) static NOUN_VERBS: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| include_str!("lexicon/verbs_and_nouns.txt").split_whitespace().collect());

/// Common adjectives.
pub(super) static ADJECTIVES: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| include_str!("lexicon/adjectives.txt").split_whitespace().collect());

/// An irregular verb: base, past, participle.
pub(super) type Irregular = (&'static str, &'static str, &'static str);

/// Irregular verbs by their base form.
pub(super) static IRREGULAR: LazyLock<BTreeMap<&str, Irregular>> = LazyLock::new(|| {
    include_str!("lexicon/irregular_verbs.txt")
        .lines()
        .filter_map(|line| {
            let mut forms = line.split_whitespace();
            Some((forms.next()?, forms.next()?, forms.next()?))
        })
        .map(|forms| (forms.0, forms))
        .collect()
});

/// Irregular past forms and participles, each with its base form and what it can be.
pub(super) static IRREGULAR_FORMS: LazyLock<BTreeMap<&str, (&str, bool, bool)>> = LazyLock::new(|| {
    let mut forms: BTreeMap<&str, (&str, bool, bool)> = BTreeMap::new();
    for (base, past, participle) in IRREGULAR.values() {
        forms.entry(past).or_insert((base, false, false)).1 = true;
        forms.entry(participle).or_insert((base, false, false)).2 = true;
    }
    forms
});

/// Words whose tag does not depend on the context, or depends on it in ways that the tagger knows.
pub(super) static CLOSED: LazyLock<BTreeMap<&str, Tag>> = LazyLock::new(|| {
    let groups: [(Tag, &str); 12] = [
        (
            Tag::Determiner,
            "the a an this these those each every any some all both no another either neither such what which whose \
             my your his its our their half several few many much enough",
        ),
        (
            Tag::Pronoun,
            "i you he she it we they me him us them who whom mine yours hers ours theirs myself yourself himself \
             herself itself ourselves themselves someone somebody anyone anybody everyone everybody nobody something \
             anything everything nothing one's none oneself others whoever whatever whichever",
        ),
        (Tag::Modal, "can could may might must shall should will would cannot ca wo 'll 'd ought"),
        (
            Tag::Auxiliary,
            "be am is are was were been being have has had having do does did 's 're 've 'm isn aren doesn don didn",
        ),
        (
            Tag::Preposition,
            "of in on at by for with from into onto about against among amongst between during through throughout \
             toward towards upon within without via per under over above below behind beside besides beyond despite \
             except inside near off outside out up down regarding concerning across along around as like till amid \
             versus vs unlike excluding including following according due alongside than",
        ),
        (Tag::Conjunction, "and or but nor plus & and/or"),
        (
            Tag::Subordinator,
            "if when whenever while whereas because although though unless until since once whether before after \
             where wherever as-soon-as provided lest how why that so",
        ),
        (Tag::To, "to"),
        (
            Tag::Adverb,
            "not n't also then thus hence therefore however otherwise moreover furthermore additionally instead again \
             already always never often sometimes usually soon later now here there too very quite rather almost just \
             only even still yet once twice together well afterwards afterward meanwhile subsequently finally next \
             firstly secondly lastly else back away ahead forward online offline maybe perhaps ever twice abroad \
             nevertheless nonetheless accordingly consequently simultaneously first maximum sharp asap thereafter \
             thereby therein meantime upfront beforehand straight",
        ),
        (
            Tag::Number,
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
             seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand \
             million billion dozen",
        ),
        (Tag::Interjection, "please yes hello hi hey thanks ok okay oh"),
        (Tag::Possessive, "'"),
    ];
    groups.iter().flat_map(|(tag, words)| words.split_whitespace().map(|word| (word, *tag))).collect()
});

/// Nouns that look like forms of verbs.
pub(super) static NOUNS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    "advertising banking beginning being billing booking branding briefing budgeting building ceiling clothing coding \
     consulting dining drawing dwelling engineering evening feeling finding funding gaming handwriting hearing heading \
     holding housing hiring king landing learning lighting listing living logging mapping marketing meaning meeting \
     messaging morning networking nothing offering onboarding opening outing packaging painting parking planning \
     pricing printing programming purchasing rating reading recording recycling reporting ring roaming saving savings \
     scheduling screening setting settings shipping shopping something spelling spending spring staffing string \
     string surroundings testing thing things ticketing timing tracking trading training triaging understanding \
     wedding wing wording writing writings proceedings feed seed need speed deed bed shed red sled embed \
     goods proceeds news species series basis analysis process access success address business express progress \
     status campus bonus virus lens bus gas canvas atlas focus census plus minus process class boss loss pass glass \
     cross stress mess kiss dress stakeholder"
        .split_whitespace()
        .collect()
});

/// Words that are verbs too, but at the start of a phrase name a thing: `order details`, `contact page`.
pub(super) const MOSTLY_NOUNS: &[&str] = &[
    "team",
    "ticket",
    "minute",
    "text",
    "people",
    "practice",
    "account",
    "address",
    "article",
    "average",
    "budget",
    "case",
    "contact",
    "contract",
    "cost",
    "date",
    "email",
    "experience",
    "feature",
    "file",
    "form",
    "front",
    "function",
    "group",
    "image",
    "interest",
    "interface",
    "invoice",
    "item",
    "line",
    "market",
    "model",
    "number",
    "object",
    "order",
    "page",
    "part",
    "partner",
    "phone",
    "phase",
    "price",
    "product",
    "profile",
    "program",
    "project",
    "purpose",
    "question",
    "queue",
    "rate",
    "reason",
    "result",
    "role",
    "season",
    "sequence",
    "service",
    "stage",
    "state",
    "status",
    "step",
    "table",
    "team",
    "text",
    "time",
    "title",
    "total",
    "type",
    "use",
    "user",
    "value",
    "version",
    "word",
    "search",
    "default",
    "support",
    "target",
    "goal",
    "process",
];
