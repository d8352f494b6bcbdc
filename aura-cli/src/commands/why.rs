//! `aura why`.

use aura_core::Result;
use pollster::block_on;

use crate::Finish;
use crate::arguments::WhyArguments;
use crate::session::Session;

/// Says which words led to an item of the intent or the plan.
pub(crate) fn why(session: &Session, options: &WhyArguments) -> Result<Finish> {
    let output = &session.output;
    let why = block_on(session.engine.why(&session.project()?, &options.item))?;
    if output.is_json() {
        output.document(&why)?;
        return Ok(Finish::Done);
    }
    output.heading(&why.title)?;
    output.paragraph(&why.text)?;
    Ok(Finish::Done)
}
