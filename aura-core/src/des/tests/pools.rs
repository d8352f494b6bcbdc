//! A pool against a plain model with vectors, under any sequence of requests, releases and shifts.

use proptest::prelude::*;

use crate::des::{Admission, Discipline, Pool, Span, Ticket, Time};

/// The plain model: who waits (in order of request) and who is served where.
struct Plain {
    discipline: Discipline,
    limit: Option<u32>,
    waiting: Vec<(i32, usize, Time)>,
    serving: Vec<Option<usize>>,
    on_duty: Vec<bool>,
}

impl Plain {
    fn free(&self) -> Option<usize> {
        (0..self.serving.len()).find(|&server| self.on_duty[server] && self.serving[server].is_none())
    }

    /// Lets a free server take the next one.
    fn fill(&mut self, now: Time) -> Option<(u32, usize, Span)> {
        let server = self.free()?;
        let place = match self.discipline {
            Discipline::Fifo => (!self.waiting.is_empty()).then_some(0)?,
            Discipline::Lifo => self.waiting.len().checked_sub(1)?,
            Discipline::Priority => {
                (0..self.waiting.len()).min_by_key(|&place| (self.waiting[place].0, place))?
            }
        };
        let (_, item, since) = self.waiting.remove(place);
        self.serving[server] = Some(item);
        Some((server as u32, item, now.since(since)))
    }
}

proptest! {
    #[test]
    fn a_pool_agrees_with_the_plain_model(
        discipline in prop_oneof![Just(Discipline::Fifo), Just(Discipline::Lifo), Just(Discipline::Priority)],
        servers in 0_u32..70,
        limit in proptest::option::of(0_u32..5),
        actions in proptest::collection::vec((0_u8..8, 0_usize..100, 0_u64..4, -2_i32..3), 0..400),
    ) {
        let servers = if servers < 60 { servers % 4 } else { servers };
        let mut pool = Pool::new(servers, discipline, limit);
        let mut plain = Plain {
            discipline,
            limit,
            waiting: Vec::new(),
            serving: vec![None; servers as usize],
            on_duty: vec![true; servers as usize],
        };
        let mut tickets: Vec<(usize, Ticket)> = Vec::new();
        let mut now = Time::ZERO;
        for (item, (action, pick, passed, priority)) in actions.into_iter().enumerate() {
            now = now.after(Span::from_micros(passed));
            let server = pick.checked_rem(servers as usize);
            match (action, server) {
                (0..=3, _) => match pool.request(now, item, priority) {
                    Admission::Started(server) => {
                        prop_assert_eq!(Some(server as usize), plain.free());
                        plain.serving[server as usize] = Some(item);
                    }
                    Admission::Waiting(ticket) => {
                        prop_assert_eq!(plain.free(), None);
                        plain.waiting.push((priority, item, now));
                        prop_assert!(plain.limit.is_none_or(|limit| plain.waiting.len() <= limit as usize));
                        tickets.push((item, ticket));
                    }
                    Admission::Refused => {
                        prop_assert_eq!(plain.free(), None);
                        prop_assert_eq!(Some(plain.waiting.len() as u32), plain.limit);
                    }
                },
                (4 | 5, Some(server)) => {
                    let found = pool.release(now, server as u32);
                    let expected = plain.serving[server].take().and_then(|_| {
                        if plain.on_duty[server] { plain.fill(now) } else { None }
                    });
                    prop_assert_eq!(found.map(|start| (start.server, start.item, start.waited)), expected);
                }
                (6, _) if !tickets.is_empty() => {
                    let (item, ticket) = tickets[pick % tickets.len()];
                    let place = plain.waiting.iter().position(|waiting| waiting.1 == item);
                    prop_assert_eq!(pool.withdraw(now, ticket), place.map(|place| plain.waiting.remove(place).1));
                }
                (7, Some(server)) => {
                    let on_duty = !plain.on_duty[server];
                    plain.on_duty[server] = on_duty;
                    let found = pool.set_on_duty(now, server as u32, on_duty);
                    let expected = plain.fill(now);
                    prop_assert_eq!(found.map(|start| (start.server, start.item, start.waited)), expected);
                }
                _ => {}
            }
            prop_assert_eq!(pool.waiting(), plain.waiting.len());
            prop_assert_eq!(pool.busy() as usize, plain.serving.iter().flatten().count());
        }
    }
}
