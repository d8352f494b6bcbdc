//! What happened to each case of a network, told from its happenings.

use aura_core::des::network::{Happened, Happening, Network};
use aura_core::des::{Span, Time};

/// One case.
#[derive(Debug, Clone, Default)]
pub(super) struct Story {
    pub source: u32,
    pub arrived: Time,
    pub started: Option<Time>,
    /// The last start, after servers were lost.
    pub started_last: Option<Time>,
    pub worked: Span,
    pub work_ended: Option<Time>,
    pub left: Option<Time>,
    pub finished: bool,
    pub refused: bool,
    pub gave_up: bool,
}

/// A pool at one moment: the time, the busy servers, the waiting requests.
pub(super) type Moment = (Time, u32, usize);

/// All that happened until a moment.
#[derive(Debug, Default)]
pub(super) struct Stories {
    pub cases: Vec<Story>,
    /// How long servers worked beyond their shifts, in the order in which they went.
    pub relieved: Vec<(u32, Span)>,
    /// The first pool after each event that changed something.
    pub timeline: Vec<Moment>,
    pub end: Time,
}

impl Stories {
    /// Runs a network until `until`, that moment included, or to its end.
    pub(super) fn of(network: &mut Network, until: Time) -> Result<Self, String> {
        let mut stories = Stories::default();
        // A scenario without an end would never return.
        for _ in 0..10_000_000_u32 {
            if network.next_time().is_none_or(|next| next > until) {
                return Ok(stories);
            }
            network.advance().map_err(|error| error.to_string())?;
            stories.note(network);
        }
        Err("the scenario has no end".to_owned())
    }

    fn note(&mut self, network: &Network) {
        if network.happened().is_empty() {
            return;
        }
        for happening in network.happened() {
            self.tell(happening);
        }
        let (busy, waiting) = network.pool_now(0);
        self.timeline.push((network.now(), busy, waiting));
        self.end = network.now();
    }

    fn tell(&mut self, happening: &Happening) {
        let Happening { time, case, source, what } = *happening;
        if let Happened::Relieved(_, beyond) = what {
            self.relieved.push((0, beyond));
            return;
        }
        if what == Happened::Arrived {
            self.cases.push(Story { source, arrived: time, ..Story::default() });
        }
        let Some(story) = usize::try_from(case).ok().and_then(|case| self.cases.get_mut(case)) else {
            return;
        };
        match what {
            Happened::Started(..) => {
                story.started = story.started.or(Some(time));
                story.started_last = Some(time);
            }
            Happened::Worked(span) => {
                story.worked = story.worked.plus(span);
                story.work_ended = Some(time);
            }
            Happened::Refused(_) => story.refused = true,
            Happened::GaveUp => story.gave_up = true,
            Happened::Left { finished } => {
                story.left = Some(time);
                story.finished = finished;
            }
            _ => {}
        }
    }
}
