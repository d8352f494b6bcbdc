//! What a new step or a new decision needs to be simulated and shown: agent, working time, screen, shares.

use super::draft::Draft;
use crate::domain::actor::{Actor, ActorKind};
use crate::domain::id::{ActorId, AssumptionId, FlowId, NodeId, ScreenId, unused};
use crate::domain::plan::{Condition, NodeKind, Screen, ScreenElement, Words};
use crate::domain::provenance::Origin;
use crate::domain::quantity::{Distribution, Unit};
use crate::domain::step::{AgentChoice, Risk, Step, StepLimits, TeamChoice};
use crate::error::Result;
use crate::plan::build::{usual_agent, usual_reason};
use crate::plan::condition::settle;
use crate::plan::risk::{self, Deed};
use crate::plan::work::{Work, usual_time, work_of};

/// How often a new decision is answered with yes until somebody says better.
const USUAL_SHARE: f64 = 0.5;

impl Draft<'_> {
    /// Everything a new step needs. It is done by the named actor, else by whoever does the neighbouring step.
    pub(crate) fn new_step(&mut self, title: &str, actor: Option<&str>, neighbour: &NodeId) -> NodeKind {
        let actor = match actor {
            Some(name) => self.actor_named(name),
            None => self.actor_near(neighbour),
        };
        let kind = self.actor_kind(&actor);
        let name = self.actor_name(&actor);
        let agent = AgentChoice { kind: usual_agent(kind), name, origin: usual_reason(usual_agent(kind)) };
        let work = work_of(title, kind);
        let risk = self.risk_of(title, work, kind);
        let working_time = self.assume_usual_time(
            (work, kind),
            &format!("How long the work takes at: {title}"),
            "nobody said how long it takes; a usual time for such a step is taken",
        );
        let screen = kind.is_person().then(|| self.new_screen(title));
        NodeKind::Step(Box::new(Step {
            actor,
            agent,
            needs: Vec::new(),
            produces: Vec::new(),
            call: None,
            screen,
            working_time: Some(working_time),
            waiting_time: None,
            resource: None,
            team: Vec::new(),
            team_choice: TeamChoice::default(),
            priority: None,
            cost: None,
            limits: StepLimits::default(),
            failure_modes: Vec::new(),
            undo: None,
            risk,
            for_each: None,
            batch: None,
        }))
    }

    /// Assumes the usual time of a kind of work, as long as nobody says better.
    pub(super) fn assume_usual_time(
        &mut self,
        (work, kind): (Work, ActorKind),
        statement: &str,
        reason: &str,
    ) -> AssumptionId {
        let (mean_ms, source) = usual_time(work, kind, 0);
        let origin =
            source.map_or_else(|| Origin::assumed(reason), |source| Origin::assumed_from(reason, source));
        self.assume(
            statement,
            Distribution::lognormal(mean_ms, mean_ms * 0.5),
            Unit::Milliseconds,
            (mean_ms * 0.5, mean_ms * 2.0),
            origin,
        )
    }

    /// How risky a new step is, by the rules that mark drafts as well.
    fn risk_of(&self, title: &str, work: Work, kind: ActorKind) -> Option<Risk> {
        let lower = title.to_lowercase();
        let is_named = |name: &str| {
            lower.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == name.to_lowercase())
        };
        let staff = self.plan.actors.iter().find(|actor| actor.kind == ActorKind::Staff);
        risk::assess(&Deed {
            title,
            work,
            actor: kind,
            data: self.plan.data.iter().find(|object| is_named(&object.name)),
            approver: staff.map_or("team member", |actor| actor.name.as_str()),
        })
    }

    /// A plain screen for a step that a person does.
    pub(crate) fn new_screen(&mut self, title: &str) -> ScreenId {
        let (present, old) = (&self.plan.screens, &self.before.screens);
        let id = unused(ScreenId::named(title), ScreenId::numbered, |id| {
            present.iter().chain(old).any(|screen| screen.id == *id)
        });
        let paragraph = ScreenElement::Paragraph(Words { text: title.to_owned() });
        self.plan.screens.push(Screen {
            id: id.clone(),
            title: title.to_owned(),
            intro: String::new(),
            elements: vec![paragraph],
            action: "Continue".to_owned(),
        });
        id
    }

    /// The actor with a name; added where there is none.
    pub(crate) fn actor_named(&mut self, name: &str) -> ActorId {
        let wanted = plain_name(name);
        let is_meant = |actor: &&Actor| plain_name(&actor.name) == wanted || actor.id.as_str() == name;
        if let Some(actor) = self.plan.actors.iter().find(is_meant) {
            return actor.id.clone();
        }
        let present = &self.plan.actors;
        let id = unused(ActorId::named(&wanted), ActorId::numbered, |id| {
            present.iter().any(|actor| actor.id == *id)
        });
        let origin = self.origin("edit.new_actor");
        let (kind, name) = (likely_kind(&wanted), written(&wanted));
        self.plan.actors.push(Actor { id: id.clone(), kind, name, origin });
        id
    }

    /// Labels and conditions for the two ways of a new decision: `flow` is taken where the condition holds,
    /// `otherwise` where it does not.
    pub(crate) fn decide_between(
        &mut self,
        flow: &FlowId,
        otherwise: &FlowId,
        condition: &str,
        yes_share: f64,
    ) -> Result<()> {
        let (low, high) = share_range(yes_share);
        let reason = "nobody said how often; a share is taken for granted";
        let statement = format!("How often it is so: {condition}");
        let yes = self.assume(
            &statement,
            Distribution::fixed(yes_share),
            Unit::Share,
            (low, high),
            Origin::assumed(reason),
        );
        let (low, high) = share_range(1.0 - yes_share);
        let statement = format!("How often it is not so: {condition}");
        let no = self.assume(
            &statement,
            Distribution::fixed(1.0 - yes_share),
            Unit::Share,
            (low, high),
            Origin::assumed(reason),
        );
        let settled = self.condition_of(condition);
        let taken = self.flow_mut(flow)?;
        taken.label = Some(condition.to_owned());
        taken.condition = Some(settled);
        taken.probability = Some(yes);
        let left = self.flow_mut(otherwise)?;
        left.label = Some(negated(condition));
        left.is_default = true;
        left.probability = Some(no);
        Ok(())
    }

    /// A condition over the plan's data; a yes-or-no field is added where the words fit no data that is there.
    pub(crate) fn condition_of(&mut self, english: &str) -> Condition {
        let origin = self.origin("edit.condition");
        settle(english, &mut self.plan, &origin)
    }

    fn actor_near(&mut self, neighbour: &NodeId) -> ActorId {
        let actor_of = |node: &NodeId| self.step(node).ok().map(|step| step.actor.clone());
        let graph = self.graph();
        let mut waiting = std::collections::VecDeque::from([neighbour.clone()]);
        let mut seen = std::collections::BTreeSet::new();
        while let Some(node) = waiting.pop_front() {
            if let Some(actor) = actor_of(&node) {
                return actor;
            }
            if seen.insert(node.clone()) {
                waiting.extend(graph.ways_in(&node).into_iter().map(|flow| flow.from.clone()));
                waiting.extend(graph.ways_out(&node).into_iter().map(|flow| flow.to.clone()));
            }
        }
        match self.plan.actors.first() {
            Some(actor) => actor.id.clone(),
            None => self.actor_named("user"),
        }
    }

    pub(super) fn actor_kind(&self, actor: &ActorId) -> ActorKind {
        self.plan.actors.iter().find(|other| other.id == *actor).map_or(ActorKind::Staff, |actor| actor.kind)
    }

    pub(super) fn actor_name(&self, actor: &ActorId) -> String {
        let found = self.plan.actors.iter().find(|other| other.id == *actor);
        found.map_or_else(|| "somebody".to_owned(), |actor| actor.name.clone())
    }
}

/// The usual share of yes for a new decision.
pub(crate) fn usual_share() -> f64 {
    USUAL_SHARE
}

/// The opposite of a condition, in short words.
pub(crate) fn negated(condition: &str) -> String {
    const PAIRS: [(&str, &str); 6] = [
        ("true", "false"),
        ("yes", "no"),
        ("accepted", "refused"),
        ("approved", "refused"),
        ("success", "failure"),
        ("valid", "invalid"),
    ];
    let lower = condition.trim().to_lowercase();
    for (left, right) in PAIRS {
        if lower == left {
            return right.to_owned();
        }
        if lower == right {
            return left.to_owned();
        }
    }
    const SIGNS: [(&str, &str); 9] = [
        ("!=", "="),
        ("<=", ">"),
        (">=", "<"),
        ("≠", "="),
        ("≤", ">"),
        ("≥", "<"),
        ("==", "!="),
        ("<", ">="),
        (">", "<="),
    ];
    for (sign, opposite) in SIGNS {
        if let Some((left, right)) = condition.split_once(sign) {
            return format!("{left}{opposite}{right}");
        }
    }
    if let Some((left, right)) = condition.split_once('=') {
        return format!("{left}!={right}");
    }
    for (word, opposite) in [
        (" is not ", " is "),
        (" are not ", " are "),
        (" has not ", " has "),
        (" is ", " is not "),
        (" are ", " are not "),
    ] {
        if let Some((left, right)) = condition.split_once(word) {
            return format!("{left}{opposite}{right}");
        }
    }
    match lower.strip_prefix("not ") {
        Some(rest) => rest.to_owned(),
        None => format!("not {}", condition.trim()),
    }
}

/// A name without article, plural-free spelling left as it is.
pub(crate) fn plain_name(name: &str) -> String {
    let lower = name.trim().to_lowercase();
    let bare = ["the ", "a ", "an ", "our ", "my "].iter().find_map(|article| lower.strip_prefix(article));
    bare.unwrap_or(&lower).trim().to_owned()
}

/// A name as it is written: `ai` stands for words and keeps its capitals.
fn written(name: &str) -> String {
    let words: Vec<&str> = name.split(' ').map(|word| if word == "ai" { "AI" } else { word }).collect();
    words.join(" ")
}

pub(super) fn likely_kind(name: &str) -> ActorKind {
    let has = |words: &[&str]| {
        name.split(|letter: char| !letter.is_alphanumeric()).any(|part| words.contains(&part))
    };
    if has(&["ai", "bot", "llm", "model", "chatbot", "assistant"]) {
        ActorKind::AiAgent
    } else if has(&[
        "system",
        "service",
        "api",
        "server",
        "software",
        "app",
        "application",
        "backend",
        "database",
    ]) {
        ActorKind::System
    } else if has(&["bank", "carrier", "provider", "partner", "supplier", "vendor"]) {
        ActorKind::External
    } else if has(&[
        "customer",
        "client",
        "user",
        "visitor",
        "guest",
        "patient",
        "shopper",
        "buyer",
        "applicant",
        "member",
    ]) {
        ActorKind::Customer
    } else {
        ActorKind::Staff
    }
}

/// The thinkable range of a share: half to double, where that stays within 0 and 1, and the same for its rest.
pub(crate) fn share_range(share: f64) -> (f64, f64) {
    if share <= 0.5 {
        (share * 0.5, (share * 2.0).min(1.0))
    } else {
        let rest = 1.0 - share;
        ((1.0 - rest * 2.0).max(0.0), 1.0 - rest * 0.5)
    }
}
