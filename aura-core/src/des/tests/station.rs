//! One queue with its servers, put together from the parts of the kernel, for the tests.

use crate::des::{Admission, Arrivals, Discipline, EventQueue, Pool, PoolUse, Rank, Span, Ticket, Time};

pub(super) struct Station {
    pub(super) servers: u32,
    pub(super) discipline: Discipline,
    pub(super) queue_limit: Option<u32>,
    pub(super) cases: usize,
}

/// What happened to one case.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Story {
    pub(super) arrived: Time,
    pub(super) started: Option<Time>,
    pub(super) ended: Time,
    pub(super) refused: bool,
    pub(super) left: bool,
}

#[derive(Clone, Copy)]
enum Event {
    Arrival(usize),
    Done(usize, u32),
    Leave(usize, Ticket),
}

impl Station {
    /// Runs all cases to their end. `service`, `patience` and `priority` are asked once per case.
    pub(super) fn run(
        &self,
        arrivals: &mut Arrivals,
        mut service: impl FnMut(usize) -> Span,
        mut patience: impl FnMut(usize) -> Span,
        priority: impl Fn(usize) -> i32,
    ) -> (Vec<Story>, PoolUse) {
        let mut queue = EventQueue::new();
        let mut pool = Pool::new(self.servers, self.discipline, self.queue_limit);
        let mut stories = vec![Story::default(); self.cases];
        let mut now = Time::ZERO;
        queue.schedule(arrivals.next_arrival(), Rank::ARRIVAL, Event::Arrival(0));
        while let Some((time, event)) = queue.pop() {
            assert!(time >= now);
            match event {
                Event::Arrival(case) => {
                    now = time;
                    stories[case].arrived = now;
                    match pool.request(now, case, priority(case)) {
                        Admission::Started(server) => {
                            stories[case].started = Some(now);
                            queue.schedule(
                                now.after(service(case)),
                                Rank::RELEASE,
                                Event::Done(case, server),
                            );
                        }
                        Admission::Waiting(ticket) => {
                            let leave = now.after(patience(case));
                            queue.schedule(leave, Rank::PATIENCE, Event::Leave(case, ticket));
                        }
                        Admission::Refused => {
                            stories[case].refused = true;
                            stories[case].ended = now;
                        }
                    }
                    if case + 1 < self.cases {
                        queue.schedule(arrivals.next_arrival(), Rank::ARRIVAL, Event::Arrival(case + 1));
                    }
                }
                Event::Done(case, server) => {
                    now = time;
                    stories[case].ended = now;
                    if let Some(start) = pool.release(now, server) {
                        stories[start.item].started = Some(now);
                        assert_eq!(start.waited, now.since(stories[start.item].arrived));
                        let done = now.after(service(start.item));
                        queue.schedule(done, Rank::RELEASE, Event::Done(start.item, start.server));
                    }
                }
                Event::Leave(case, ticket) => {
                    if pool.withdraw(time, ticket).is_some() {
                        now = time;
                        stories[case].left = true;
                        stories[case].ended = now;
                    }
                }
            }
        }
        (stories, pool.use_until(now))
    }
}
