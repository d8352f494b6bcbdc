//! `aura walk`.

use aura_core::Result;
use aura_core::domain::figures;
use aura_core::domain::id::PersonaId;
use aura_core::domain::walk::Walks;
use aura_core::engine::requests::WalkRequest;
use pollster::block_on;

use crate::Finish;
use crate::arguments::WalkArguments;
use crate::output::Output;
use crate::session::Session;

/// Lets simulated people walk through the prototype.
pub(crate) fn walk(session: &Session, options: &WalkArguments) -> Result<Finish> {
    let output = &session.output;
    let project = session.project()?;
    let request = WalkRequest {
        seed: options.seed,
        sessions: options.sessions,
        persona: options.persona.as_deref().map(persona),
        kept: (!output.is_json()).then_some(1),
        ..WalkRequest::new(project.clone())
    };
    let walks = block_on(session.engine.walk(&request))?;
    session.remember(&project)?;
    if output.is_json() {
        output.document(&walks)?;
        return Ok(Finish::Done);
    }
    show(&walks, output)?;
    Ok(Finish::Done)
}

/// `hurried` is as good as `persona_hurried`.
fn persona(id: &str) -> PersonaId {
    PersonaId::new(id).unwrap_or_else(|_| PersonaId::named(id))
}

fn show(walks: &Walks, output: &Output) -> Result<()> {
    output.heading("What simulated people did in the prototype")?;
    for sentence in &walks.summary.text {
        output.point(sentence)?;
    }
    for persona in walks.summary.personas.iter().filter(|persona| persona.sessions > 0) {
        let reached = figures::count(persona.reached);
        let of = figures::counted(persona.sessions, "session");
        output.fact(&persona.title, &format!("reached the goal in {reached} of {of}"))?;
    }
    for walk in &walks.walks {
        output.heading(&format!("Session {}: {}", walk.session, figures::capitalise(&walk.title)))?;
        for line in &walk.story {
            output.below(line)?;
        }
    }
    output.gap()?;
    for note in &walks.notes {
        output.below(note)?;
    }
    output.hint(&format!("{}, seed {}.", figures::counted(walks.sessions, "session"), walks.seed.0))
}
