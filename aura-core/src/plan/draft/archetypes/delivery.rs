//! Delivery: prepare, hand over, on the way, arrive.

use super::Archetype;
use crate::plan::draft::cast::Cast;
use crate::plan::draft::sketch::{Part, decide, step};
use crate::plan::work::Work;

pub(super) const ARCHETYPE: Archetype = Archetype {
    name: "delivery",
    goal: "It has arrived",
    evidence: &[
        ("delivery", 2),
        ("deliver", 3),
        ("courier", 3),
        ("shipping", 3),
        ("ship", 2),
        ("parcel", 2),
        ("driver", 2),
        ("dispatch", 3),
        ("warehouse", 2),
        ("carrier", 2),
        ("track", 1),
    ],
    place: 44,
    sketch,
};

fn sketch(cast: &Cast<'_>) -> Vec<Part> {
    let order = cast.thing(&["order", "parcel", "shipment"]);
    vec![
        step(format!("Assign the {order} to a route"))
            .system()
            .work(Work::Compute)
            .about(order.as_str())
            .part(),
        step(format!("Pack the {order}"))
            .staff("warehouse clerk")
            .work(Work::Handle)
            .takes(360_000.0)
            .about(order.as_str())
            .part(),
        step("Tell the recipient when it comes").system().work(Work::Notify).part(),
        step(format!("Bring the {order}"))
            .staff("driver")
            .work(Work::Handle)
            .takes(1_200_000.0)
            .about(order.as_str())
            .part(),
        decide(
            "Is somebody there?",
            ("yes", "somebody is there".to_owned(), 0.9),
            vec![],
            "no",
            vec![
                step("Leave it at the agreed place")
                    .staff("driver")
                    .work(Work::Handle)
                    .takes(120_000.0)
                    .part(),
            ],
        ),
        step("Record the handover")
            .staff("driver")
            .work(Work::Record)
            .takes(20_000.0)
            .about(order.as_str())
            .part(),
        step("Send the note that it has arrived").system().work(Work::Notify).part(),
    ]
}
