//! One persona in one session.

use std::collections::BTreeMap;

use crate::des;
use crate::domain::figures::{duration, uncapitalise};
use crate::domain::plan::Outcome;
use crate::domain::prototype::{Interaction, InteractionKind, Prototype, SessionLog};
use crate::domain::scenario::Persona;
use crate::domain::step::{FailureEffect, FailureKind, RetryRule};
use crate::domain::walk::{Walk, WalkEnding};
use crate::error::Result;
use crate::prototype::sessions::SESSION_SCHEMA_VERSION;
use crate::random::{Stream, Streams};

use super::Walked;
use super::pace::{Speeds, clock, milliseconds};
use super::scene::{Mode, Part, Scene, Stage, Way, Work, delay_ms};

/// Purposes of draws about the person.
pub(super) const PERSONA: u32 = 0;
const READING: u32 = 1;
const TYPING: u32 = 2;
const COMES_BACK: u32 = 3;
const AWAY: u32 = 4;
/// Purposes of draws at a visit of a page.
const GOES_BACK: u32 = 0;
const REFUSED_FIELD: u32 = 1;
const GIVE_UP_SHARE: u32 = 2;
const WAY: u32 = 3;
const WORK: u32 = 4;
const WAITING: u32 = 5;
const COUNT: u32 = 6;
const CORRECTED_FIELD: u32 = 7;
const FIRST_MODE: u32 = 1_000;
const FIRST_NOTICE: u32 = 10_000;
const FIRST_FIELD: u32 = 20_000;
const FIRST_EVENT: u32 = 30_000;
/// How many refusals at one screen an ordinary person bears; one more, and it leaves. Assumed; multiplied with patience.
const REFUSALS_BORNE: f64 = 3.0;
/// Words of the message at a refused field, besides its label.
const WORDS_OF_MESSAGE: u64 = 6;
/// Most things of a step that is done for each of several.
const MOST_THINGS: f64 = 1_000.0;
/// The latest moment of a session, in milliseconds: a thousand years.
const LATEST_MS: f64 = 3.2e13;

/// A persona that can walk.
pub(super) struct Person {
    pub(super) persona: Persona,
    returns_after: des::Distribution,
    reading: des::Distribution,
    typing: des::Distribution,
}

impl Person {
    /// # Errors
    /// `invalid_scenario` and `invalid_number` for figures out of range.
    pub(super) fn new(persona: &Persona) -> Result<Self> {
        super::super::people::check(persona)?;
        let (reading, typing) = Speeds::spreads();
        Ok(Person {
            returns_after: super::super::assumed::sampler(&persona.returns_after)?,
            reading: des::Distribution::lognormal_with_mean(1.0, reading)?,
            typing: des::Distribution::lognormal_with_mean(1.0, typing)?,
            persona: persona.clone(),
        })
    }
}

/// What the summary counts of a session, by the place of the page.
#[derive(Default)]
pub(super) struct Trail {
    pub(super) gave_up: Vec<usize>,
    pub(super) refused: Vec<(usize, String, String)>,
    pub(super) overlooked: Vec<(usize, String, String)>,
}

/// Somebody on the way.
pub(super) struct Walker<'a> {
    stage: &'a Stage,
    person: &'a Person,
    streams: &'a Streams,
    session: u64,
    speeds: Speeds,
    now_ms: f64,
    away_ms: f64,
    came_back: bool,
    most: u64,
    is_full: bool,
    interactions: Vec<Interaction>,
    story: Vec<String>,
    visits: BTreeMap<usize, u32>,
    retries: BTreeMap<usize, u32>,
    taken: BTreeMap<String, u32>,
    /// The page and the mode for which it is asked whether to try again.
    pending: Option<(usize, RetryRule)>,
    trail: Trail,
}

/// Where it goes from a page.
enum Next {
    /// To a page; and the screen from which one could go back.
    To(usize, Option<usize>),
    /// Nowhere.
    Ends(WalkEnding),
}

/// Something that is done on a page, and how long it takes.
enum Act {
    Read(u64),
    Fill(usize),
}

impl<'a> Walker<'a> {
    pub(super) fn new(stage: &'a Stage, person: &'a Person, streams: &'a Streams, session: u64) -> Self {
        let own = |purpose: u32| streams.stream(session, 0, purpose);
        let reading = person.reading.sample(&mut own(READING));
        let typing = person.typing.sample(&mut own(TYPING));
        Walker {
            stage,
            person,
            streams,
            session,
            speeds: Speeds::new(person.persona.device, person.persona.pace, reading, typing),
            now_ms: 0.0,
            away_ms: 0.0,
            came_back: false,
            most: 0,
            is_full: false,
            interactions: Vec::new(),
            story: Vec::new(),
            visits: BTreeMap::new(),
            retries: BTreeMap::new(),
            taken: BTreeMap::new(),
            pending: None,
            trail: Trail::default(),
        }
    }

    /// Walks to an end, to giving up, or to the limit of interactions.
    pub(super) fn walk(mut self, prototype: &Prototype, most: u64) -> Walked {
        self.most = most;
        let mut at = self.stage.first;
        let mut before = None;
        let (ended, outcome) = loop {
            let Some(scene) = self.stage.scenes.get(at) else { break (WalkEnding::NoWayOn, None) };
            self.note(scene, InteractionKind::Show, None);
            if self.is_full {
                self.tell("Is stopped here: the session met its limit of interactions.");
                break (WalkEnding::StoppedAtLimit, None);
            }
            if let Part::End(outcome) = &scene.part {
                self.tell(&format!("Comes to the end: \u{201c}{}\u{201d}.", scene.title));
                break (ending(*outcome), *outcome);
            }
            match self.page(at, scene, before) {
                Next::To(next, from) => (at, before) = (next, from),
                Next::Ends(ended) => break (ended, None),
            }
        };
        let persona = &self.person.persona;
        let log = SessionLog {
            schema_version: SESSION_SCHEMA_VERSION,
            prototype: prototype.id.clone(),
            interactions: self.interactions,
            outcome,
        };
        let walk = Walk {
            session: self.session + 1,
            persona: persona.id.clone(),
            title: persona.title.clone(),
            device: persona.device,
            ended,
            came_back: self.came_back,
            time_ms: (self.now_ms - self.away_ms).max(0.0).round() as u64,
            story: self.story,
            log,
        };
        (walk, self.trail)
    }

    fn page(&mut self, at: usize, scene: &'a Scene, before: Option<usize>) -> Next {
        match &scene.part {
            Part::Own(modes) => self.screen(at, scene, modes, before),
            Part::Work(work) => self.work(at, scene, work),
            Part::Again => self.again(scene),
            Part::Choice => self.choice(at, scene),
            Part::Race(times) => self.race(at, scene, times),
            Part::Wait(time) => {
                let visit = self.visit(at);
                let time = time.as_ref().map_or(0.0, |time| self.time(time, scene, visit, WAITING));
                self.pass(time);
                self.tell(&format!("Waits: \u{201c}{}\u{201d} ({}).", scene.title, duration(time)));
                self.go_on(scene, scene.way(false), None)
            }
            Part::End(outcome) => Next::Ends(ending(*outcome)),
        }
    }

    /// A screen of one's own.
    fn screen(&mut self, at: usize, scene: &'a Scene, modes: &'a [Mode], before: Option<usize>) -> Next {
        let mut visit = self.visit(at);
        if let Some(before) = before
            && self.unit(scene, visit, GOES_BACK) < self.person.persona.goes_back
        {
            self.go_back(scene, before, visit);
        }
        let mut acts = self.look(at, scene, visit);
        let mut refusals = 0_u32;
        while !self.is_full {
            let struck = self.strike(scene, modes, true, visit);
            if let Some(mode) = struck
                && mode.kind == FailureKind::GivesUp
            {
                let part = self.unit(scene, visit, GIVE_UP_SHARE);
                self.play(scene, &acts, Some(part));
                return match mode.effect {
                    FailureEffect::End(_) => self.leave(at, scene, "has had enough"),
                    _ => self.follow(at, scene, mode),
                };
            }
            self.play(scene, &acts, None);
            self.press(scene, scene.way(false));
            let Some(mode) = struck else {
                self.retries.remove(&at);
                return self.arrive(scene.way(false), Some(at));
            };
            let (FailureKind::Mistake, FailureEffect::Retry(rule)) = (mode.kind, &mode.effect) else {
                return self.follow(at, scene, mode);
            };
            let Some(field) = self.pick(scene, visit, REFUSED_FIELD) else {
                return self.follow(at, scene, mode);
            };
            refusals += 1;
            self.refuse(at, scene, field);
            let retries = self.retries.entry(at).or_default();
            if *retries >= rule.max_times {
                return match rule.otherwise {
                    Outcome::Abandoned => self.leave(at, scene, "sees no way to get it right"),
                    _ => self.follow(at, scene, mode),
                };
            }
            *retries += 1;
            if f64::from(refusals) > (REFUSALS_BORNE * self.person.persona.patience).max(1.0) {
                return self.leave(at, scene, "was refused too often");
            }
            acts = vec![Act::Read(WORDS_OF_MESSAGE), Act::Fill(field)];
            visit = self.visit(at);
        }
        self.tell("Is stopped here: the session met its limit of interactions.");
        Next::Ends(WalkEnding::StoppedAtLimit)
    }

    /// What is read and filled in at a first look, and what is overlooked.
    fn look(&mut self, at: usize, scene: &'a Scene, visit: u32) -> Vec<Act> {
        let attention = self.person.persona.attention;
        let mut words = scene.words;
        for (notice, number) in scene.notices.iter().zip(0_u32..) {
            if self.unit(scene, visit, FIRST_NOTICE + number) < attention {
                words += notice.words;
            } else {
                self.overlook(at, "notice", &notice.title);
            }
        }
        let mut acts = vec![Act::Read(words)];
        for (place, (field, number)) in scene.fields.iter().zip(0_u32..).enumerate() {
            if field.is_required || self.unit(scene, visit, FIRST_FIELD + number) < attention {
                acts.push(Act::Fill(place));
            } else {
                self.overlook(at, &field.name, &field.title);
            }
        }
        acts
    }

    fn overlook(&mut self, at: usize, name: &str, title: &str) {
        self.tell(&format!("Overlooks \u{201c}{title}\u{201d}."));
        self.trail.overlooked.push((at, name.to_owned(), title.to_owned()));
    }

    /// Does everything, or what fits into a part of the time.
    fn play(&mut self, scene: &'a Scene, acts: &[Act], part: Option<f64>) {
        let press = self.speeds.choose();
        let total: f64 = acts.iter().map(|act| self.time_of(scene, act)).sum::<f64>() + press;
        let mut left = part.map_or(f64::INFINITY, |part| part * total);
        for act in acts {
            let time = self.time_of(scene, act);
            if time > left {
                self.pass(left);
                return;
            }
            left -= time;
            self.pass(time);
            match act {
                Act::Read(words) => {
                    self.tell(&format!(
                        "Reads \u{201c}{}\u{201d}: {words} words, {}.",
                        scene.title,
                        duration(time)
                    ));
                }
                Act::Fill(place) => self.fill(scene, *place, time),
            }
        }
        self.pass(press.min(left));
    }

    fn fill(&mut self, scene: &'a Scene, place: usize, time: f64) {
        let Some(field) = scene.fields.get(place) else { return };
        self.note(scene, InteractionKind::Change, Some(&field.name));
        let how = match field.characters {
            Some(characters) => format!("Types \u{201c}{}\u{201d}: {characters} characters", field.title),
            None => format!("Chooses \u{201c}{}\u{201d}", field.title),
        };
        self.tell(&format!("{how}, {}.", duration(time)));
    }

    fn time_of(&self, scene: &Scene, act: &Act) -> f64 {
        match act {
            Act::Read(words) => self.speeds.read(*words),
            Act::Fill(place) => match scene.fields.get(*place).and_then(|field| field.characters) {
                Some(characters) => self.speeds.typing(characters),
                None => self.speeds.choose(),
            },
        }
    }

    fn refuse(&mut self, at: usize, scene: &'a Scene, place: usize) {
        let Some(field) = scene.fields.get(place) else { return };
        self.note(scene, InteractionKind::Refuse, Some(&field.name));
        self.tell(&format!("Is told to check \u{201c}{}\u{201d}.", field.title));
        self.trail.refused.push((at, field.name.clone(), field.title.clone()));
    }

    /// One of the fields, those that are typed first.
    fn pick(&self, scene: &Scene, visit: u32, purpose: u32) -> Option<usize> {
        let typed: Vec<usize> = (0..scene.fields.len())
            .filter(|place| scene.fields.get(*place).is_some_and(|field| field.characters.is_some()))
            .collect();
        let count = if typed.is_empty() { scene.fields.len() } else { typed.len() };
        if count == 0 {
            return None;
        }
        let chosen = self.draw(scene, visit, purpose).next_below(count as u64) as usize;
        Some(typed.get(chosen).copied().unwrap_or(chosen))
    }

    /// Back to the screen before, to correct something, and forth again.
    fn go_back(&mut self, scene: &'a Scene, before: usize, visit: u32) {
        let Some(earlier) = self.stage.scenes.get(before) else { return };
        self.pass(self.speeds.glance());
        self.note(scene, InteractionKind::Back, None);
        self.tell(&format!("Goes back to \u{201c}{}\u{201d}.", earlier.title));
        self.note(earlier, InteractionKind::Show, None);
        let act = self.pick(earlier, visit, CORRECTED_FIELD).map_or(Act::Read(earlier.words), Act::Fill);
        self.play(earlier, &[act], None);
        self.press(earlier, earlier.way(false));
        self.note(scene, InteractionKind::Show, None);
    }

    /// A step of somebody else, or one's own away from the screen.
    fn work(&mut self, at: usize, scene: &'a Scene, work: &'a Work) -> Next {
        let visit = self.visit(at);
        let mut time = self.work_time(scene, work, visit);
        let struck = self.strike(scene, &work.modes, work.is_own, visit);
        let gives_up = struck.is_some_and(|mode| mode.kind == FailureKind::GivesUp) && work.is_own;
        if gives_up {
            time *= self.unit(scene, visit, GIVE_UP_SHARE);
        }
        self.pass(time);
        let who = match work.is_own {
            true => "Does".to_owned(),
            false if work.actor.is_empty() => "Waits while this is done:".to_owned(),
            false => format!("Waits for the {}:", uncapitalise(&work.actor)),
        };
        self.tell(&format!("{who} \u{201c}{}\u{201d} ({}).", scene.title, duration(time)));
        match struck {
            None => {
                self.retries.remove(&at);
                self.go_on(scene, scene.way(false), None)
            }
            Some(mode) if gives_up && matches!(mode.effect, FailureEffect::End(_)) => {
                self.leave(at, scene, "has had enough")
            }
            Some(mode) => self.follow(at, scene, mode),
        }
    }

    fn work_time(&self, scene: &Scene, work: &Work, visit: u32) -> f64 {
        let waiting = work.waiting.as_ref().map_or(0.0, |time| self.time(time, scene, visit, WAITING));
        let Some(time) = &work.work else { return waiting };
        let mut stream = self.draw(scene, visit, WORK);
        let (things, together) = work.each.as_ref().map_or((1, false), |(count, together)| {
            let count = count.sample(&mut self.draw(scene, visit, COUNT));
            (count.round().clamp(0.0, MOST_THINGS) as u32, *together)
        });
        let mut all = 0.0;
        for _ in 0..things {
            let one = milliseconds(time.sample_ms(&mut stream));
            all = if together { one.max(all) } else { all + one };
        }
        waiting + if work.is_own { all * self.person.persona.pace } else { all }
    }

    /// What goes wrong at this visit, if anything: each mode by itself, in the order of the plan, as in a run.
    fn strike(&self, scene: &Scene, modes: &'a [Mode], is_own: bool, visit: u32) -> Option<&'a Mode> {
        let persona = &self.person.persona;
        modes.iter().zip(0_u32..).find_map(|(mode, number)| {
            let by_person = is_own && matches!(mode.kind, FailureKind::GivesUp | FailureKind::Mistake);
            if mode.way.is_none() && !by_person {
                return None;
            }
            let probability = match mode.kind {
                FailureKind::GivesUp if is_own => mode.probability / persona.patience,
                FailureKind::Mistake if is_own => mode.probability / persona.skill,
                _ => mode.probability,
            };
            (self.unit(scene, visit, FIRST_MODE + number) < probability).then_some(mode)
        })
    }

    /// Goes where something going wrong leads.
    fn follow(&mut self, at: usize, scene: &'a Scene, mode: &'a Mode) -> Next {
        self.tell(&format!("It goes wrong: {}.", uncapitalise(&mode.title)));
        let Some(way) = mode.way.and_then(|way| scene.ways.get(way)) else {
            return Next::Ends(match &mode.effect {
                FailureEffect::End(end) => ending(Some(end.outcome)),
                FailureEffect::Retry(rule) => ending(Some(rule.otherwise)),
                _ => WalkEnding::NoWayOn,
            });
        };
        match &mode.effect {
            FailureEffect::Retry(rule) => self.pending = Some((at, rule.clone())),
            _ => {
                self.retries.remove(&at);
            }
        }
        self.note(scene, InteractionKind::Press, Some(&way.id));
        self.arrive(Some(way), None)
    }

    /// Whether something is tried again is up to the plan: so many times, after so long.
    fn again(&mut self, scene: &'a Scene) -> Next {
        let Some((step, rule)) = self.pending.take() else {
            return self.go_on(scene, scene.way(false), None);
        };
        let retries = self.retries.entry(step).or_default();
        if *retries >= rule.max_times {
            self.retries.remove(&step);
            return self.go_on(scene, scene.way(true), None);
        }
        let wait = delay_ms(&rule, *retries);
        *retries += 1;
        self.pass(wait);
        self.go_on(scene, scene.way(false), None)
    }

    fn choice(&mut self, at: usize, scene: &'a Scene) -> Next {
        let visit = self.visit(at);
        let total: f64 = scene.ways.iter().map(|way| way.share).sum();
        let mut left = self.unit(scene, visit, WAY) * total;
        let drawn = scene.ways.iter().find(|way| {
            left -= way.share;
            left < 0.0
        });
        let is_open = |way: &&Way| {
            way.most.as_ref().is_none_or(|(flow, most)| self.taken.get(flow).is_none_or(|times| times < most))
        };
        let default = || scene.ways.iter().filter(is_open).find(|way| way.is_default);
        let chosen = drawn.or(scene.ways.last()).filter(is_open);
        let chosen = chosen.or_else(default).or_else(|| scene.ways.iter().find(is_open)).or(drawn);
        if let Some(way) = chosen {
            if let Some((flow, _)) = &way.most {
                *self.taken.entry(flow.clone()).or_default() += 1;
            }
            self.tell(&format!("\u{201c}{}\u{201d} {}.", scene.title, way.label));
        }
        self.go_on(scene, chosen, None)
    }

    fn race(&mut self, at: usize, scene: &'a Scene, times: &'a [Option<des::Distribution>]) -> Next {
        let visit = self.visit(at);
        let mut soonest: Option<(f64, &Way)> = None;
        for ((way, time), number) in scene.ways.iter().zip(times).zip(0_u32..) {
            let time = time.as_ref().map_or(0.0, |time| self.time(time, scene, visit, FIRST_EVENT + number));
            if soonest.is_none_or(|(best, _)| time < best) {
                soonest = Some((time, way));
            }
        }
        let Some((time, way)) = soonest else { return Next::Ends(WalkEnding::NoWayOn) };
        self.pass(time);
        self.tell(&format!("Waits {}: {}.", duration(time), way.label));
        self.go_on(scene, Some(way), None)
    }

    /// Leaves, for good or until later.
    fn leave(&mut self, at: usize, scene: &'a Scene, why: &str) -> Next {
        self.trail.gave_up.push(at);
        self.tell(&format!("Gives up at \u{201c}{}\u{201d}: {why}.", scene.title));
        let own = |purpose: u32| self.streams.stream(self.session, 0, purpose);
        if self.came_back || own(COMES_BACK).next_unit() >= self.person.persona.returns {
            return Next::Ends(WalkEnding::GaveUp);
        }
        let away = milliseconds(self.person.returns_after.sample_ms(&mut own(AWAY)));
        self.came_back = true;
        let left_ms = self.now_ms;
        self.pass(away);
        self.away_ms = self.now_ms - left_ms;
        self.retries.clear();
        self.taken.clear();
        self.pending = None;
        self.note(scene, InteractionKind::Restart, None);
        self.tell(&format!("Comes back after {} and begins anew.", duration(away)));
        Next::To(self.stage.first, None)
    }

    fn go_on(&mut self, scene: &'a Scene, way: Option<&'a Way>, from: Option<usize>) -> Next {
        if let Some(way) = way {
            self.note(scene, InteractionKind::Press, Some(&way.id));
        }
        self.arrive(way, from)
    }

    fn press(&mut self, scene: &'a Scene, way: Option<&'a Way>) {
        if let Some(way) = way {
            self.note(scene, InteractionKind::Press, Some(&way.id));
            self.tell(&format!("Presses \u{201c}{}\u{201d}.", way.label));
        }
    }

    fn arrive(&self, way: Option<&Way>, from: Option<usize>) -> Next {
        way.map_or(Next::Ends(WalkEnding::NoWayOn), |way| Next::To(way.to, from))
    }

    fn note(&mut self, scene: &Scene, action: InteractionKind, target: Option<&str>) {
        if self.interactions.len() as u64 >= self.most {
            self.is_full = true;
            return;
        }
        self.interactions.push(Interaction {
            sequence: self.interactions.len() as u64 + 1,
            at_ms: self.now_ms.round() as u64,
            page: scene.id.clone(),
            action,
            target: target.map(str::to_owned),
        });
    }

    fn tell(&mut self, line: &str) {
        self.story.push(format!("{} {line}", clock(self.now_ms)));
    }

    fn pass(&mut self, time_ms: f64) {
        self.now_ms = (self.now_ms + time_ms.max(0.0)).min(LATEST_MS);
    }

    /// Counts a visit of a page; its number is part of the address of its draws.
    fn visit(&mut self, at: usize) -> u32 {
        let visits = self.visits.entry(at).or_default();
        let number = *visits;
        *visits = visits.saturating_add(1);
        number
    }

    fn draw(&self, scene: &Scene, visit: u32, purpose: u32) -> Stream {
        scene.streams.stream(self.session, visit, purpose)
    }

    fn unit(&self, scene: &Scene, visit: u32, purpose: u32) -> f64 {
        self.draw(scene, visit, purpose).next_unit()
    }

    fn time(&self, time: &des::Distribution, scene: &Scene, visit: u32, purpose: u32) -> f64 {
        milliseconds(time.sample_ms(&mut self.draw(scene, visit, purpose)))
    }
}

fn ending(outcome: Option<Outcome>) -> WalkEnding {
    match outcome {
        Some(Outcome::GoalReached) => WalkEnding::GoalReached,
        Some(Outcome::Abandoned) => WalkEnding::GaveUp,
        Some(Outcome::Refused) => WalkEnding::Refused,
        Some(Outcome::Failed) => WalkEnding::Failed,
        None => WalkEnding::NoWayOn,
    }
}
