//! Personas in a prototype, screen by screen: they read, fill in, slip, overlook, go back, give up and come back.
//!
//! In come a plan, its prototype and the personas of a scenario; out come [`Walks`]: for each session the log that a
//! prototype saves of people's sessions, a story in plain English, and how it ended; and a summary of all. Every draw is
//! addressed by (seed, page, session, visit, purpose): more sessions, or another page, move no draw. What goes wrong, and
//! which way is taken, has the probabilities of the plan; times on a screen come from its words and fields.
//!
//! # What is taken for granted
//! - On a screen of its own a persona reads all words but the notices that it overlooks, fills in the required fields and
//!   the optional ones that it notices, and presses the button. Steps of others take the time that the plan gives them.
//! - A mistake at a screen with fields becomes a refused field, which is corrected, as often as the plan repeats the step,
//!   and no more often than the persona bears (three times at one screen, times its patience).
//! - Going back has no effect but time: it neither saves from a failure nor brings one.
//! - Somebody who gives up comes back once at most, and begins anew.
//!
//! Never here: how likely something is (that is the plan's), what a page says (the prototype's), real people.

mod pace;
mod person;
mod scene;
mod summary;
#[cfg(test)]
mod tests;

use crate::domain::id::PersonaId;
use crate::domain::plan::Plan;
use crate::domain::prototype::Prototype;
use crate::domain::scenario::{Persona, Scenario};
use crate::domain::version::version_of;
use crate::domain::walk::{WALKS_SCHEMA_VERSION, Walk, Walks};
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use crate::progress::Control;
use crate::prototype::sessions::MAX_INTERACTIONS;
use crate::random::Streams;

use person::{PERSONA, Person, Walker};
use scene::Stage;
use summary::Tally;

/// The name of this stage in progress events.
const STAGE: &str = "walk";
/// Most sessions of one request.
const MOST_SESSIONS: u64 = 10_000;
/// Sessions between two signs of life.
const TELL_EVERY: u64 = 100;

/// How a prototype is walked.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct WalkOptions {
    /// How many sessions, at most 10,000. Default: 200.
    pub sessions: u64,
    /// The only persona that comes. Default: all of the scenario, by their shares.
    pub persona: Option<PersonaId>,
    /// Most interactions of one session, at most 20,000. Default: 1,000.
    pub most_interactions: u64,
    /// How many sessions are given with log and story; all count in the summary. Default: 20.
    pub kept: u64,
}

impl Default for WalkOptions {
    fn default() -> Self {
        WalkOptions { sessions: 200, persona: None, most_interactions: 1_000, kept: 20 }
    }
}

impl WalkOptions {
    /// So many sessions.
    #[must_use]
    pub fn with_sessions(mut self, sessions: u64) -> Self {
        self.sessions = sessions;
        self
    }

    /// Only this persona comes.
    #[must_use]
    pub fn with_persona(mut self, persona: PersonaId) -> Self {
        self.persona = Some(persona);
        self
    }

    /// Most interactions of one session.
    #[must_use]
    pub fn with_most_interactions(mut self, most: u64) -> Self {
        self.most_interactions = most;
        self
    }

    /// How many sessions are given with log and story.
    #[must_use]
    pub fn with_kept(mut self, kept: u64) -> Self {
        self.kept = kept;
        self
    }
}

/// Lets the personas of a scenario walk through a prototype. Of the scenario count its seed, personas and overrides.
///
/// # Errors
/// `conflict` where the prototype was made from another plan; `not_found` where the scenario has no such persona;
/// `invalid_scenario` for personas out of range; `limit_size` for more sessions or interactions than the limits allow;
/// `invalid_plan`, `invalid_number`, `invalid_document` where plan or prototype cannot be used; `cancelled`.
///
/// # Example
/// ```
/// use aura_core::plan::sample::guest_checkout;
/// use aura_core::progress::Control;
/// use aura_core::prototype::{PrototypeOptions, build};
/// use aura_core::random::Seed;
/// use aura_core::simulate::{WalkOptions, default_scenario, walk_prototype};
/// let plan = guest_checkout()?;
/// let prototype = build(&plan, &PrototypeOptions::default())?;
/// let scenario = default_scenario(&plan, Seed(7), 1)?;
/// let walks = walk_prototype(&plan, &prototype, &scenario, &WalkOptions::default(), &Control::default())?;
/// assert_eq!(walks.sessions, 200);
/// assert!(walks.walks[0].story[0].contains("Your details"));
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn walk_prototype(
    plan: &Plan,
    prototype: &Prototype,
    scenario: &Scenario,
    options: &WalkOptions,
    control: &Control,
) -> Result<Walks> {
    let plan_version = version_of(plan)?;
    if prototype.plan_version != plan_version {
        return Err(Error::new(
            ErrorCode::Conflict,
            "the prototype was made from another version of the plan",
        )
        .with_hint("make the prototype again"));
    }
    let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    Limits::check_count("sessions", count(options.sessions), MOST_SESSIONS)?;
    Limits::check_count("interactions of a session", count(options.most_interactions), MAX_INTERACTIONS)?;
    let seed = scenario.seed.derive("walk");
    let stage = scene::stage(plan, prototype, scenario, seed)?;
    let people = people(scenario, options)?;
    let streams = Streams::new(seed);
    let mut tally = Tally::new(&stage, &people);
    let mut walks = Vec::new();
    for session in 0..options.sessions {
        control.cancellation.check()?;
        let walker = Walker::new(&stage, choose(&people, &streams, session)?, &streams, session);
        let (walk, trail) = walker.walk(prototype, options.most_interactions);
        tally.add(&walk, &trail);
        if session < options.kept {
            walks.push(walk);
        }
        if (session + 1).is_multiple_of(TELL_EVERY) || session + 1 == options.sessions {
            let done = session + 1;
            control.report(
                STAGE,
                done,
                Some(options.sessions),
                format!("{done} of {} sessions", options.sessions),
            );
        }
    }
    Ok(Walks {
        schema_version: WALKS_SCHEMA_VERSION,
        plan: plan.id.clone(),
        plan_version,
        prototype: prototype.id.clone(),
        seed: scenario.seed,
        sessions: options.sessions,
        summary: tally.finish()?,
        notes: notes(&stage),
        walks,
    })
}

/// Those who come.
fn people(scenario: &Scenario, options: &WalkOptions) -> Result<Vec<Person>> {
    let all = super::people::or_ordinary(&scenario.personas);
    let is_wanted = |persona: &&Persona| options.persona.as_ref().is_none_or(|wanted| persona.id == *wanted);
    let people: Vec<Person> = all.iter().filter(is_wanted).map(Person::new).collect::<Result<_>>()?;
    if people.is_empty() {
        let known: Vec<&str> = all.iter().map(|persona| persona.id.as_str()).collect();
        return Err(Error::new(ErrorCode::NotFound, "the scenario has no such persona")
            .with_hint(format!("the personas are {}", known.join(", "))));
    }
    let shares: f64 = people.iter().map(|person| person.persona.share).sum();
    let is_share = |person: &Person| person.persona.share.is_finite() && person.persona.share >= 0.0;
    if options.persona.is_none() && !(people.iter().all(is_share) && shares > 0.0) {
        return Err(Error::new(ErrorCode::InvalidScenario, "the shares of the personas add up to nothing"));
    }
    Ok(people)
}

/// Who comes in a session.
fn choose<'p>(people: &'p [Person], streams: &Streams, session: u64) -> Result<&'p Person> {
    let total: f64 = people.iter().map(|person| person.persona.share).sum();
    let mut left = streams.stream(session, 0, PERSONA).next_unit() * total;
    let chosen = people.iter().find(|person| {
        left -= person.persona.share;
        left < 0.0
    });
    chosen.or(people.last()).ok_or_else(|| Error::new(ErrorCode::Internal, "nobody comes"))
}

fn notes(stage: &Stage) -> Vec<String> {
    let mut notes = vec![
        "Nobody real was there: reading and typing have published speeds, and what goes wrong has the shares of the plan."
            .to_owned(),
        "Who notices an optional field fills it in; who gives up and comes back begins anew.".to_owned(),
    ];
    notes.extend(stage.notes.iter().cloned());
    notes
}

/// A session with what the summary counts of it.
type Walked = (Walk, person::Trail);
