//! How risky a step is: rules over what is done, with which data, whether it can be taken back, and who checks it.
//!
//! In comes what is known about one step; out goes a mark with a plain sentence and the usual guard as a sentence
//! that the plan editor understands. The same rules mark steps of drafts and steps that an edit puts in. Never here:
//! finding steps, or changing plans.

use crate::domain::actor::ActorKind;
use crate::domain::data::{DataObject, Sensitivity};
use crate::domain::provenance::Origin;
use crate::domain::step::{Risk, RiskLevel};
use crate::plan::words::upper_first;
use crate::plan::work::Work;
use crate::text::verb_lemma;

/// The name of the rule that says that a person looks first.
const CHECKED: &str = "checked_by_person";

/// What is known about a step.
pub(crate) struct Deed<'a> {
    /// The step as an instruction.
    pub(crate) title: &'a str,
    /// What kind of work it is.
    pub(crate) work: Work,
    /// Who does it.
    pub(crate) actor: ActorKind,
    /// What it is about.
    pub(crate) data: Option<&'a DataObject>,
    /// Who would approve it.
    pub(crate) approver: &'a str,
}

/// A rule that spoke: its name, how risky it makes the step, and why.
type Spoken = (&'static str, RiskLevel, &'static str);

/// The mark of a step; `None` where nothing speaks for one.
pub(crate) fn assess(deed: &Deed<'_>) -> Option<Risk> {
    let mut spoken: Vec<Spoken> =
        by_work(deed).into_iter().chain(by_verb(deed)).chain(by_agent(deed)).chain(by_data(deed)).collect();
    let mut seen = std::collections::BTreeSet::new();
    spoken.retain(|(name, ..)| seen.insert(*name));
    let level = spoken.iter().map(|(_, level, _)| *level).max()?;
    let reasons: Vec<&str> = spoken.iter().map(|(.., reason)| *reason).collect();
    // A person who acts is the check already.
    let needs_guard = level >= RiskLevel::High && !deed.actor.is_person();
    Some(Risk {
        level,
        rules: spoken.iter().map(|(name, ..)| (*name).to_owned()).collect(),
        reason: format!("{}.", upper_first(&reasons.join(", and "))),
        guard: needs_guard
            .then(|| format!("add an approval by the {} before \"{}\"", deed.approver, deed.title)),
        origin: Origin::inferred("risk.rules", "rules over what is done, to which data, and by whom", 0.8),
    })
}

/// The mark of a step that a person now approves first: one level lower, and no guard is needed any more.
pub(crate) fn checked(risk: &mut Risk) {
    if risk.rules.iter().any(|rule| rule == CHECKED) || !matches!(risk.origin, Origin::Inferred(_)) {
        return;
    }
    risk.level = match risk.level {
        RiskLevel::High => RiskLevel::Medium,
        RiskLevel::Medium | RiskLevel::Low => RiskLevel::Low,
    };
    risk.guard = None;
    risk.rules.push(CHECKED.to_owned());
    risk.reason = format!("{} A person looks at it before it is done.", risk.reason);
}

fn by_work(deed: &Deed<'_>) -> Option<Spoken> {
    let is_machine = !deed.actor.is_person();
    let is_ai = deed.actor == ActorKind::AiAgent;
    match deed.work {
        Work::MoveMoney => {
            Some(("moves_money", RiskLevel::High, "it moves money, and a mistake must be paid"))
        }
        Work::Pay => Some((
            "takes_payment",
            RiskLevel::Medium,
            "somebody pays here, and a double charge must be paid back",
        )),
        Work::Delete => Some(("deletes", RiskLevel::High, "what is deleted cannot be brought back")),
        Work::Approve if is_machine => Some((
            "decides_alone",
            RiskLevel::High,
            "a system decides about a person without anybody looking",
        )),
        Work::Notify if is_ai => Some((
            "ai_writes_to_people",
            RiskLevel::High,
            "an AI writes to people, and a sent message cannot be taken back",
        )),
        Work::Notify => Some(("cannot_be_unsent", RiskLevel::Low, "a sent message cannot be taken back")),
        _ => None,
    }
}

/// What the verb says beyond the kind of work.
fn by_verb(deed: &Deed<'_>) -> Option<Spoken> {
    let lower = deed.title.to_lowercase();
    let verb = verb_lemma(lower.split_whitespace().next().unwrap_or_default());
    let names = |words: &[&str]| {
        lower.split(|letter: char| !letter.is_alphanumeric()).any(|part| words.contains(&part))
    };
    let alone = if deed.actor.is_person() { RiskLevel::Medium } else { RiskLevel::High };
    match verb.as_str() {
        "publish" | "announce" | "post" => {
            Some(("publishes", alone, "what is public once has been seen and cannot be taken back"))
        }
        "sign" if !names(&["in", "up", "on", "out", "off"]) => {
            Some(("signs", alone, "a signature binds whoever it stands for"))
        }
        "grant" | "authorise" | "authorize" | "unlock"
            if names(&[
                "access",
                "right",
                "rights",
                "permission",
                "permissions",
                "role",
                "account",
                "admin",
            ]) =>
        {
            Some(("grants_access", alone, "whoever gets in can see and change what is behind it"))
        }
        "wire" | "transfer" | "payout" | "disburse"
            if names(&["money", "funds", "amount", "payment", "salary", "wage", "wages"]) =>
        {
            Some(("moves_money", RiskLevel::High, "it moves money, and a mistake must be paid"))
        }
        _ => None,
    }
}

/// What follows from who does it alone.
fn by_agent(deed: &Deed<'_>) -> Option<Spoken> {
    let is_ai = deed.actor == ActorKind::AiAgent && deed.work != Work::Notify;
    is_ai.then_some(("ai_can_be_wrong", RiskLevel::Medium, "an AI can be wrong without showing it"))
}

/// What the data says; what leaves the house counts for more.
fn by_data(deed: &Deed<'_>) -> Option<Spoken> {
    let most = deed.data?.fields.iter().map(|field| field.sensitivity).max()?;
    let leaves = deed.actor == ActorKind::External;
    match most {
        Sensitivity::Health => {
            Some(("health_data", RiskLevel::High, "it handles data about somebody's health"))
        }
        Sensitivity::Secret => Some(("secret_data", RiskLevel::Medium, "it handles a password or key")),
        Sensitivity::Financial if leaves && deed.work != Work::Pay => {
            Some(("money_data_leaves", RiskLevel::Medium, "means of payment leave the house"))
        }
        Sensitivity::Personal if leaves => {
            Some(("personal_data_leaves", RiskLevel::Medium, "data about a person leaves the house"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::work::work_of;

    fn mark(title: &str, actor: ActorKind) -> Option<Risk> {
        assess(&Deed { title, work: work_of(title, actor), actor, data: None, approver: "manager" })
    }

    #[test]
    fn what_cannot_be_taken_back_is_marked() {
        let check = |title: &str, actor: ActorKind, expect: Option<(RiskLevel, &str)>| {
            let found = mark(title, actor);
            let short = found.as_ref().and_then(|risk| Some((risk.level, risk.rules.first()?.as_str())));
            assert_eq!(short, expect, "{title}");
        };
        check("Refund the buyer", ActorKind::System, Some((RiskLevel::High, "moves_money")));
        check("Delete the account", ActorKind::System, Some((RiskLevel::High, "deletes")));
        check("Sign the contract", ActorKind::Staff, Some((RiskLevel::Medium, "signs")));
        check("Sign in", ActorKind::Customer, None);
        check("Grant access to the vault", ActorKind::System, Some((RiskLevel::High, "decides_alone")));
        check("Send the receipt", ActorKind::System, Some((RiskLevel::Low, "cannot_be_unsent")));
        check("Fold the letter", ActorKind::Staff, None);
    }

    #[test]
    fn the_guard_is_for_what_nobody_looks_at() {
        let machine = mark("Delete the account", ActorKind::System).unwrap();
        assert_eq!(
            machine.guard.as_deref(),
            Some("add an approval by the manager before \"Delete the account\"")
        );
        assert_eq!(mark("Delete the account", ActorKind::Staff).unwrap().guard, None);
        let mut seen = machine.clone();
        checked(&mut seen);
        assert_eq!((seen.level, seen.guard.clone()), (RiskLevel::Medium, None));
        let once = seen.clone();
        checked(&mut seen);
        assert_eq!(seen, once);
    }
}
