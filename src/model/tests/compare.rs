//! The reader `compare`: against the mean over all orders, on plans that differ in every way, and its promises.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so")]

mod plans;

use backcast_model::compare::{Cause, Comparison, Incomparable, Part};
use backcast_model::equations::Model;
use backcast_model::plan::{Document, Estimate, Field, Path, Phasing, Plan};
use backcast_model::quantity::{Measure, Quantity, Reading};
use backcast_model::reading::Numbers;
use plans::{document, golden, named};

/// What is compared on a screen.
const COMPARED: [Measure; 9] = {
    use Measure::*;
    [Media, Customers, Revenue, Profit, Cac, CltvToCac, Roas, Roi, Payback]
};

fn readings() -> impl Iterator<Item = Reading> {
    let now = COMPARED.map(|measure| Reading::now(Quantity::plan(measure)));
    now.into_iter().chain([Reading::required(Quantity::plan(Measure::Media))])
}

fn checked(document: Document) -> Plan {
    Plan::check(document).expect("a plan")
}

fn value(document: &Document, reading: Reading) -> Option<f64> {
    let model = Model::of(checked(document.clone()));
    Numbers::of(&model).read(reading).ok()
}

/// The gap and its parts.
fn split(from: &Document, to: &Document, reading: Reading) -> Result<(f64, Vec<Part>), Incomparable> {
    let mut comparison = Comparison::new(&checked(from.clone()), &checked(to.clone()), reading)?;
    while comparison.advance() < 1.0 {}
    let (first, second) = comparison.ends();
    Ok((second - first, comparison.parts()))
}

fn sum(parts: &[Part]) -> f64 {
    parts.iter().map(|part| part.worth).sum()
}

/// Equal to 1e-9 of a size.
fn near(found: f64, expected: f64, size: f64) -> bool {
    (found - expected).abs() <= 1e-9 * size.abs().max(expected.abs())
}

fn set(path: Path, value: f64) -> Box<dyn Fn(&mut Document)> {
    Box::new(move |document| assert!(document.set(path, Estimate::from(value))))
}

type Edit = Box<dyn Fn(&mut Document)>;

/// Differences between the b2b plan and another one, each with what it is called. They share no place, so that they
/// can be made in any order.
fn edits() -> Vec<(Cause, Edit)> {
    let number = |path, value| (Cause::Number(path, path), set(path, value));
    let own_value = Path::at(Field::ChannelOrderValue, 2);
    let leaves = |document: &mut Document| {
        let event = document.channels.iter_mut().find(|channel| channel.id == "event");
        event.expect("the channel").active = Some(false);
    };
    vec![
        number(Path::at(Field::ConversionRate, 2), 0.036),
        number(Path::of(Field::OrderValue), 390_000.0),
        number(Path::at(Field::MonthlyBudget, 1), 75_000.0),
        number(Path::at(Field::Carryover, 2), 0.3),
        (Cause::Number(own_value, own_value), Box::new(move |document| document.clear(own_value))),
        (Cause::Season, Box::new(|document| document.seasonality = None)),
        (Cause::Channel("event".into()), Box::new(leaves)),
    ]
}

/// Every order of so many things.
fn orders(count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let shorter = orders(count - 1);
    let insert = |order: &Vec<usize>, at: usize| {
        let mut longer = order.clone();
        longer.insert(at, count - 1);
        longer
    };
    shorter.iter().flat_map(|order| (0..count).map(move |at| insert(order, at))).collect()
}

#[test]
fn the_parts_are_the_means_over_all_orders() {
    let (from, edits) = (document(&named("b2b")), edits());
    let mut to = from.clone();
    edits.iter().for_each(|(_, edit)| edit(&mut to));
    let orders = orders(edits.len());
    assert_eq!(orders.len(), 5040);
    for reading in readings() {
        let mut means = vec![0.0; edits.len()];
        let mut known = std::collections::BTreeMap::new();
        for order in &orders {
            let mut made = Vec::new();
            for place in order {
                let mut worth = |made: &[usize]| {
                    let mut key = made.to_vec();
                    key.sort_unstable();
                    *known.entry(key).or_insert_with_key(|key| {
                        let mut between = from.clone();
                        key.iter().for_each(|place| edits[*place].1(&mut between));
                        value(&between, reading).expect("a number")
                    })
                };
                let before = worth(&made);
                made.push(*place);
                means[*place] += (worth(&made) - before) / orders.len() as f64;
            }
        }
        let (gap, parts) = split(&from, &to, reading).expect("two numbers");
        assert_eq!(parts.len(), edits.len(), "{reading:?}: {parts:?}");
        for ((cause, _), mean) in edits.iter().zip(means) {
            let part = parts.iter().find(|part| part.cause == *cause).expect("a part for each");
            assert!(near(part.worth, mean, gap), "{reading:?} {cause:?}: {} is not {mean}", part.worth);
        }
    }
}

#[test]
fn the_worked_example() {
    let from = document(&named("service"));
    let mut to = from.clone();
    to.set(Path::at(Field::ConversionRate, 1), Estimate::from(0.025));
    let (gap, parts) =
        split(&from, &to, Reading::required(Quantity::plan(Measure::Media))).expect("two numbers");
    let rate = Path::at(Field::ConversionRate, 1);
    assert!(near(gap, -17_361.111_111_111_11, 0.0), "{gap}");
    assert_eq!(parts, [Part { cause: Cause::Number(rate, rate), worth: gap }]);
}

/// Pairs of plans: neighbours in the list of golden plans, which differ in everything, and plans that differ in many
/// numbers only.
fn pairs() -> Vec<(String, Document, Document)> {
    let plans: Vec<(String, Document)> =
        golden().into_iter().map(|golden| (golden.name, document(&golden.plan))).collect();
    let mut pairs = Vec::new();
    for pair in plans.windows(2).step_by(3) {
        if let [(first, from), (second, to)] = pair {
            pairs.push((format!("{first} to {second}"), from.clone(), to.clone()));
        }
    }
    for (name, from) in plans.iter().step_by(6) {
        for stride in [3, 7] {
            let mut to = from.clone();
            for (place, path) in from.paths().into_iter().enumerate().filter(|(place, _)| place % stride == 0)
            {
                let value = from.number(path).expect("a number");
                let moved = value * (1.0 + 0.02 * (place % 5) as f64 - 0.03);
                let mut tried = to.clone();
                if path.field != Field::Months && tried.set(path, Estimate::from(moved)) {
                    to = Plan::check(tried).map_or(to, Plan::into_document);
                }
            }
            pairs.push((format!("{name}, every {stride}th number moved"), from.clone(), to));
        }
    }
    pairs
}

#[test]
fn parts_add_to_the_gap_and_turn_round_with_the_plans() {
    let (mut compared, mut told_apart) = (0, 0);
    for (name, from, to) in pairs() {
        for reading in readings().step_by(3) {
            let Ok((gap, parts)) = split(&from, &to, reading) else { continue };
            assert!(!parts.is_empty() || gap == 0.0, "{name} {reading:?}: {parts:?}");
            let size: f64 = parts.iter().map(|part| part.worth.abs()).sum();
            // Where the parts cancel out to nothing, their sum has the noise of their size.
            let noise = 4.0 * f64::EPSILON * size;
            assert!(
                (sum(&parts) - gap).abs() <= 1e-9 * gap.abs() + noise,
                "{name} {reading:?}: {parts:?} {gap}"
            );
            compared += 1;
            told_apart += usize::from(parts.len() > 1);
            let (back, turned) = split(&to, &from, reading).expect("two numbers");
            assert_eq!(back, -gap);
            assert_eq!(turned.len(), parts.len(), "{name} {reading:?}");
            for part in &parts {
                let cause = match part.cause.clone() {
                    Cause::Number(from, to) => Cause::Number(to, from),
                    cause => cause,
                };
                let other = turned.iter().find(|turned| turned.cause == cause).expect("the same cause");
                assert!(near(other.worth, -part.worth, size), "{name} {reading:?} {part:?} {other:?}");
            }
        }
    }
    assert!(compared > 150 && told_apart > 130, "{compared} {told_apart}");
}

#[test]
fn the_order_of_the_channels_does_not_matter() {
    let from = document(&named("b2b"));
    let mut to = from.clone();
    edits().iter().for_each(|(_, edit)| edit(&mut to));
    let mut turned = to.clone();
    turned.channels.reverse();
    // A place of the plan in either order, by the id of its channel.
    let called = |cause: &Cause| match cause {
        Cause::Number(path, _) => path.name(&from),
        cause => format!("{cause:?}"),
    };
    for reading in readings() {
        let (gap, parts) = split(&from, &to, reading).expect("two numbers");
        let (_, after) = split(&from, &turned, reading).expect("two numbers");
        for part in parts {
            let other = after.iter().find(|other| called(&other.cause) == called(&part.cause));
            let other = other.expect("the same cause");
            assert!(near(other.worth, part.worth, gap), "{reading:?} {part:?} {other:?}");
            if let Cause::Number(path, place) = other.cause {
                assert_ne!(from.number(path), to.number(path));
                assert_eq!(turned.number(place), to.number(path), "the place in the second plan");
            }
        }
    }
}

#[test]
fn plans_that_do_not_differ_have_no_parts() {
    for name in ["service", "b2b", "shop"] {
        let plan = document(&named(name));
        let mut same = plan.clone();
        same.name = "another name".into();
        same.market_correlation = Some(0.9);
        same.channels[0].max_budget = Some(1e9);
        same.economics.gross_margin.range = Some((0.0, 1.0));
        for reading in readings() {
            assert_eq!(split(&plan, &same, reading), Ok((0.0, Vec::new())));
        }
    }
}

#[test]
fn what_moves_nothing_gets_nothing() {
    let from = document(&named("b2b"));
    let mut to = from.clone();
    edits().iter().for_each(|(_, edit)| edit(&mut to));
    to.set(Path::of(Field::Target), Estimate::from(50_000_000.0));
    // A wage of a channel on which nobody works.
    to.set(Path::at(Field::HourlyWage, 3), Estimate::from(900.0));
    let still = |parts: &[Part]| {
        let nothing = parts.iter().filter(|part| part.worth == 0.0);
        nothing.map(|part| part.cause.clone()).collect::<Vec<Cause>>()
    };
    let target = Path::of(Field::Target);
    let (_, parts) = split(&from, &to, Reading::now(Quantity::plan(Measure::Cac))).expect("two numbers");
    let (order_value, own_value) = (Path::of(Field::OrderValue), Path::at(Field::ChannelOrderValue, 2));
    assert_eq!(
        still(&parts),
        [target, order_value, own_value].map(|path| Cause::Number(path, path)),
        "the wage went with the channel that is no longer used"
    );
    let (_, parts) =
        split(&from, &to, Reading::required(Quantity::plan(Measure::Media))).expect("two numbers");
    assert_eq!(still(&parts), []);
}

#[test]
fn a_channel_that_only_one_plan_has_is_one_cause() {
    let from = document(&named("b2b"));
    let mut to = from.clone();
    to.channels.remove(3);
    let mut podcast = to.channels[0].clone();
    (podcast.id, podcast.name) = ("podcast".into(), "Podcast".into());
    to.channels.insert(0, podcast);
    let reading = Reading::now(Quantity::plan(Measure::Media));
    let (gap, parts) = split(&from, &to, reading).expect("two numbers");
    let part = |id: &str, worth| Part { cause: Cause::Channel(id.into()), worth };
    assert_eq!(gap, 840_000.0);
    assert_eq!(parts, [part("event", -240_000.0), part("podcast", 1_080_000.0)]);
}

#[test]
fn a_plan_between_that_breaks_a_rule_puts_its_causes_together() {
    let mut from = document(&named("b2b"));
    from.set(Path::at(Field::At, 0), Estimate::from(1_000.0));
    let mut to = from.clone();
    // With the old ceiling of 9,000 clicks at NT$32 nothing could be spent up to NT$400,000.
    to.set(Path::at(Field::Ceiling, 0), Estimate::from(20_000.0));
    to.set(Path::at(Field::At, 0), Estimate::from(400_000.0));
    to.set(Path::of(Field::GrossMargin), Estimate::from(0.4));
    let reading = Reading::now(Quantity::plan(Measure::Profit));
    let (gap, parts) = split(&from, &to, reading).expect("two numbers");
    let margin = Path::of(Field::GrossMargin);
    let causes: Vec<Cause> = parts.iter().map(|part| part.cause.clone()).collect();
    assert_eq!(causes, [Cause::Number(margin, margin), Cause::Channel("search".into())]);
    assert!(near(sum(&parts), gap, 0.0));
}

/// The b2b plan with every number that can move a little moved, a later start, and without its season.
fn moved_b2b() -> (Document, Document) {
    let from = document(&named("b2b"));
    let mut to = Document { seasonality: None, start: "2027-04".into(), ..from.clone() };
    let moves =
        |field: Field| !matches!(field, Field::Months | Field::Seasonality | Field::MarketCorrelation);
    for (place, path) in from.paths().into_iter().filter(|path| moves(path.field)).enumerate() {
        let factor = 0.97 + 0.02 * (place % 4) as f64;
        to.set(path, Estimate::from(factor * from.number(path).expect("a number")));
    }
    (from, to)
}

#[test]
fn many_differences_go_the_way_at_one_pace() {
    const STEPS: usize = 40;
    const SMALL: f64 = 1e-4;
    let (from, to) = moved_b2b();
    let at = |time: f64, path: Path| {
        let [from, to] = [&from, &to].map(|document| document.number(path).expect("a number"));
        from + time * (to - from)
    };
    for reading in
        [Reading::now(Quantity::plan(Measure::Roi)), Reading::required(Quantity::plan(Measure::Media))]
    {
        let (gap, parts) = split(&from, &to, reading).expect("two numbers");
        assert!(parts.len() > 40, "{}", parts.len());
        assert!(near(sum(&parts), gap, 0.0));
        let paths: Vec<Path> = parts
            .iter()
            .filter_map(|part| if let Cause::Number(path, _) = part.cause { Some(path) } else { None })
            .collect();
        assert_eq!(paths.len() + 2, parts.len());
        // Without the gradient and without the quadrature: small differences in the middle of small steps. The season
        // and the start jump.
        let number = |time: f64, [season, start]: [bool; 2], ahead: Option<(Path, f64)>| {
            let mut between = from.clone();
            if season {
                between.seasonality = None;
            }
            if start {
                between.start.clone_from(&to.start);
            }
            for path in &paths {
                let shift = ahead.filter(|(moved, _)| moved == path).map_or(0.0, |(_, shift)| shift);
                between.set(*path, Estimate::from(at(time + shift, *path)));
            }
            value(&between, reading).expect("a number")
        };
        let mean = |of: &dyn Fn(f64) -> f64| {
            (0..STEPS).map(|step| of((step as f64 + 0.5) / STEPS as f64)).sum::<f64>() / STEPS as f64
        };
        let check = |cause: Cause, expected: f64| {
            let part = parts.iter().find(|part| part.cause == cause).expect("a part");
            let close = 1e-4 * expected.abs() + 1e-7 * gap.abs();
            assert!((part.worth - expected).abs() < close, "{cause:?}: {} is not {expected}", part.worth);
        };
        let chance = |time: f64, made: bool| if made { time } else { 1.0 - time };
        // Some of the numbers, of every kind.
        for path in paths.iter().step_by(13) {
            let slope = |time: f64, jumps| {
                let by = |shift| number(time, jumps, Some((*path, shift)));
                (by(SMALL) - by(-SMALL)) / (2.0 * SMALL)
            };
            let all = [[false, false], [false, true], [true, false], [true, true]];
            let of = |time: f64| {
                let of = |jumps: [bool; 2]| {
                    jumps.map(|made| chance(time, made)).iter().product::<f64>() * slope(time, jumps)
                };
                all.map(of).iter().sum::<f64>()
            };
            check(Cause::Number(*path, *path), mean(&of));
        }
        let of_season = |time: f64| {
            let of = |start| number(time, [true, start], None) - number(time, [false, start], None);
            [false, true].map(|start| chance(time, start) * of(start)).iter().sum()
        };
        let of_start = |time: f64| {
            let of = |season| number(time, [season, true], None) - number(time, [season, false], None);
            [false, true].map(|season| chance(time, season) * of(season)).iter().sum()
        };
        check(Cause::Season, mean(&of_season));
        check(Cause::Months, mean(&of_start));
    }
}

/// The service plan with fourteen channels that differ in their budgets.
fn fourteen_channels() -> Document {
    let mut from = document(&named("service"));
    let mut channels = Vec::new();
    for place in 0..14u32 {
        let mut channel = from.channels[0].clone();
        (channel.id, channel.monthly_budget) = (format!("c{place}"), 1_000.0 * f64::from(place + 1));
        channels.push(channel);
    }
    from.channels = channels;
    from
}

#[test]
fn many_differences_of_a_formula_linear_in_each_have_their_shapley_value() {
    let from = fourteen_channels();
    let mut to = from.clone();
    for (place, channel) in to.channels.iter_mut().enumerate() {
        channel.monthly_budget *= 1.0 + 0.1 * (place as f64 - 4.5);
    }
    let value_of = |document: &Document| document.economics.order_value.value;
    to.economics.order_value = Estimate::from(1.3 * value_of(&from));
    let reading = Reading::now(Quantity::plan(Measure::Revenue));
    let (gap, parts) = split(&from, &to, reading).expect("two numbers");
    // Revenue is order value times what a unit of money brings times money: of two factors each gets its own step times
    // the mean of the other.
    let money = |document: &Document| document.channels.iter().map(|c| c.monthly_budget).sum::<f64>();
    let per_money = value(&from, reading).expect("a number") / (value_of(&from) * money(&from));
    let mean = |of: &dyn Fn(&Document) -> f64| (of(&from) + of(&to)) / 2.0;
    assert_eq!(parts.len(), 15);
    for part in &parts {
        let Cause::Number(path, _) = part.cause else { panic!("{part:?}") };
        let step = to.number(path).expect("a number") - from.number(path).expect("a number");
        let other = if path.field == Field::OrderValue { mean(&money) } else { mean(&value_of) };
        assert!(near(part.worth, per_money * step * other, gap), "{part:?}");
    }
}

#[test]
fn too_many_jumps_are_put_together_by_what_they_belong_to() {
    let (from, mut to) = moved_b2b();
    (to.goal.target, to.goal.growth, to.goal.reference) = (None, Some(0.1), Some(40_000_000.0));
    to.channels[0].active = Some(false);
    to.channels[3].response = None;
    let reading = Reading::now(Quantity::plan(Measure::Profit));
    let (gap, parts) = split(&from, &to, reading).expect("two numbers");
    let causes: Vec<Cause> = parts.iter().map(|part| part.cause.clone()).collect();
    let channel = |id: &str| Cause::Channel(id.into());
    let four = [channel("event"), channel("linkedin"), channel("search"), channel("seo")];
    let parts_of_plan = [Cause::Goal, Cause::Funnel, Cause::Economics, Cause::Season, Cause::Months];
    assert_eq!(causes, [parts_of_plan.as_slice(), &four].concat());
    assert!(near(sum(&parts), gap, 0.0));
}

#[test]
fn too_many_channels_that_work_in_another_way_are_put_together() {
    let from = fourteen_channels();
    let mut to = from.clone();
    for channel in &mut to.channels[1..] {
        (channel.active, channel.monthly_budget) = (Some(false), 0.0);
    }
    to.set(Path::of(Field::OrderValue), Estimate::from(4_000.0));
    let (gap, parts) =
        split(&from, &to, Reading::now(Quantity::plan(Measure::Revenue))).expect("two numbers");
    let order_value = Path::of(Field::OrderValue);
    let causes: Vec<Cause> = parts.iter().map(|part| part.cause.clone()).collect();
    assert_eq!(causes, [Cause::Number(order_value, order_value), Cause::Channels]);
    assert!(near(sum(&parts), gap, 0.0));
}

#[test]
fn another_horizon_or_another_funnel_is_one_cause() {
    let from = document(&named("b2b"));
    let mut to = from.clone();
    (to.months, to.start, to.phasing) = (6, "2027-04".into(), Phasing::Seasonal);
    to.channels[0].monthly_budget += 1_000.0;
    let reading = Reading::now(Quantity::plan(Measure::Revenue));
    let (gap, parts) = split(&from, &to, reading).expect("two numbers");
    let budget = Path::at(Field::MonthlyBudget, 0);
    let causes: Vec<Cause> = parts.iter().map(|part| part.cause.clone()).collect();
    assert_eq!(causes, [Cause::Number(budget, budget), Cause::Months]);
    assert!(near(sum(&parts), gap, 0.0));

    to.stages[1].id = "website".into();
    to.channels.iter_mut().for_each(|channel| {
        channel.conversion_rates.remove("visit");
        if channel.entry_stage == "visit" {
            channel.entry_stage = "website".into();
        }
    });
    let (_, parts) = split(&from, &to, reading).expect("two numbers");
    let causes: Vec<Cause> = parts.into_iter().map(|part| part.cause).collect();
    assert_eq!(causes, [Cause::Months, Cause::Stages]);
}

#[test]
fn numbers_without_a_gap_say_why() {
    use backcast_model::graph::Reason;
    let [service, b2b] = ["service", "b2b"].map(|name| document(&named(name)));
    let cac = Reading::now(Quantity::plan(Measure::Cac));
    let foreign = Document { currency: "USD".into(), ..b2b.clone() };
    assert_eq!(split(&b2b, &foreign, cac), Err(Incomparable::Currencies));
    let target = Reading::now(Quantity::plan(Measure::Target));
    assert_eq!(split(&service, &b2b, target), Err(Incomparable::Goals));
    let mut idle = b2b.clone();
    idle.channels.iter_mut().for_each(|channel| channel.active = Some(false));
    assert_eq!(split(&idle, &b2b, cac), Err(Incomparable::First(Reason::NoCustomers)));
    assert_eq!(split(&b2b, &idle, cac), Err(Incomparable::Second(Reason::NoCustomers)));
    let channel = Reading::now(Quantity::channel(1, Measure::Cac));
    assert_eq!(split(&b2b, &service, channel), Err(Incomparable::Second(Reason::NoEffect)));
}
