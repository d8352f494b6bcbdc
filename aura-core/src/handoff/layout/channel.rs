//! Channels: the space below each row in which edges change column, each on a track where it meets no other.

use std::collections::BTreeMap;

/// From which side of the channel a line comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Above,
    Below,
}

/// What belongs to one line with its branches: edges that leave the same place share a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Net {
    /// All edges that leave a node, or an exit of it.
    From(usize, Option<usize>),
    /// The part of an edge that comes out of its column.
    Of(usize),
}

/// One channel.
#[derive(Debug, Clone, Default)]
pub(super) struct Channel {
    nets: BTreeMap<Net, Vec<(i32, Side)>>,
    tracks: BTreeMap<Net, usize>,
    /// Height of the words that stand in it.
    pub(super) label_height: i32,
}

const TRACK: i32 = 10;
const TOP: i32 = 12;
const BOTTOM: i32 = 18;
/// Distance that two lines on the same track keep.
const GAP: i32 = 8;

impl Channel {
    /// Lets a line run from one place to another.
    pub(super) fn connect(&mut self, net: Net, from: (i32, Side), to: (i32, Side)) {
        let ends = self.nets.entry(net).or_default();
        ends.push(from);
        ends.push(to);
    }

    /// Gives each line that runs sideways a track.
    pub(super) fn assign(&mut self) {
        let sideways: Vec<Net> =
            self.nets.iter().filter(|(_, ends)| span(ends).is_some()).map(|(net, _)| *net).collect();
        let mut open = sideways;
        let mut done: Vec<(Net, usize)> = Vec::new();
        while !open.is_empty() {
            // A line must run above another one if it comes from above where the other one goes below. Where two
            // lines want that of each other, the first goes first.
            let ready = open
                .iter()
                .position(|net| !open.iter().any(|other| other != net && self.is_above(*other, *net)));
            let net = open.remove(ready.unwrap_or(0));
            let lowest =
                done.iter().filter(|(other, _)| self.is_above(*other, net)).map(|(_, track)| track + 1).max();
            let mut track = lowest.unwrap_or(0);
            while done.iter().any(|(other, taken)| *taken == track && self.meet(*other, net)) {
                track += 1;
            }
            done.push((net, track));
        }
        self.tracks = done.into_iter().collect();
    }

    /// Height of the channel, in pixels.
    pub(super) fn height(&self) -> i32 {
        self.label_top() + self.label_height + BOTTOM
    }

    /// Where words may begin, below the top of the channel.
    pub(super) fn label_top(&self) -> i32 {
        match self.tracks.values().max() {
            Some(last) => TOP + *last as i32 * TRACK + 6,
            None => 6,
        }
    }

    /// Where a line runs sideways, below the top of the channel.
    pub(super) fn track(&self, net: Net) -> i32 {
        self.tracks.get(&net).map_or(TOP, |track| TOP + *track as i32 * TRACK)
    }

    fn is_above(&self, first: Net, second: Net) -> bool {
        let (Some(first), Some(second)) = (self.nets.get(&first), self.nets.get(&second)) else {
            return false;
        };
        first.iter().any(|(x, side)| {
            *side == Side::Above
                && second.iter().any(|(other, below)| *below == Side::Below && other.abs_diff(*x) < 4)
        })
    }

    fn meet(&self, first: Net, second: Net) -> bool {
        let ends = |net| self.nets.get(&net).and_then(|ends: &Vec<_>| span(ends));
        match (ends(first), ends(second)) {
            (Some(first), Some(second)) => first.0 <= second.1 + GAP && second.0 <= first.1 + GAP,
            _ => false,
        }
    }
}

/// From where to where a line runs sideways; `None` where it runs straight down.
fn span(ends: &[(i32, Side)]) -> Option<(i32, i32)> {
    let low = ends.iter().map(|(x, _)| *x).min()?;
    let high = ends.iter().map(|(x, _)| *x).max()?;
    (low != high).then_some((low, high))
}
