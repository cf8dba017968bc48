//! Which earlier writes are kept.

use super::{APART_MS, MOST, Past, of_plan, surplus, thin, write};
use crate::state::library::key;
use crate::state::library::store::{Memory, Store, StoreError};
use proptest::prelude::*;

const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// The times that are kept after writes at these times, each replacing the one before.
fn kept(times: &[u64]) -> Vec<u64> {
    let store = Memory::default();
    for (revision, pair) in (1..).zip(times.windows(2)) {
        store.write(&key::past("a.b", revision, pair[0]), "text").unwrap();
        thin(&store, &mut of_plan(&store, "a.b").unwrap(), 2_000, pair[1]);
    }
    of_plan(&store, "a.b").unwrap().iter().map(|past| past.saved_at).collect()
}

#[test]
fn pauses_in_one_piece_of_work_are_one_earlier_write() {
    let second = |n: u64| n * 1_000;
    let times: Vec<u64> = (0..50).map(second).collect();
    assert_eq!(kept(&times), [second(0), second(48)], "what it was before, and the last write");
}

#[test]
fn what_stood_before_a_break_stays_however_long_the_work_goes_on_after_it() {
    let yesterday = (0..40).map(|n| n * 3 * MINUTE);
    let last = 39 * 3 * MINUTE;
    let today = (0..2_000).map(|n| last + 16 * HOUR + n * 15_000);
    let kept = kept(&yesterday.chain(today).collect::<Vec<u64>>());
    assert_eq!(kept.len(), MOST);
    assert!(kept.contains(&last) && kept.contains(&0), "{kept:?}");
}

#[test]
fn a_month_of_days_is_kept_closer_the_nearer() {
    let times: Vec<u64> = (0..30).flat_map(|day| (0..30).map(move |n| day * DAY + n * 2 * MINUTE)).collect();
    let ages: Vec<u64> = kept(&times).iter().map(|time| times[times.len() - 1] - time).collect();
    let within = |least: u64, most: u64| ages.iter().filter(|age| (least..most).contains(age)).count();
    assert!(
        within(0, HOUR) >= 4 && within(DAY / 2, 8 * DAY) >= 4 && within(8 * DAY, 30 * DAY) >= 3,
        "{ages:?}"
    );
}

#[test]
fn a_large_plan_keeps_fewer() {
    let store = Memory::default();
    for revision in 0..10 {
        store.write(&key::past("a", revision, revision * HOUR), "text").unwrap();
        thin(&store, &mut of_plan(&store, "a").unwrap(), 90_000, (revision + 1) * HOUR);
    }
    let kept: Vec<u64> = of_plan(&store, "a").unwrap().iter().map(|past| past.saved_at / HOUR).collect();
    assert_eq!(kept, [0, 9]);
}

#[test]
fn other_plans_and_other_keys_are_left_alone() {
    let store = Memory::default();
    for key in
        ["backcast.past.a.1.5", "backcast.past.ab.1.5", "backcast.past.a.x.5", "backcast.past.a", "other"]
    {
        store.write(key, "text").unwrap();
    }
    let keys: Vec<String> = of_plan(&store, "a").unwrap().into_iter().map(|past| past.key).collect();
    assert_eq!(keys, ["backcast.past.a.1.5"]);
}

#[test]
fn a_store_that_takes_nothing_gives_nothing_up() {
    /// Full whatever is written.
    struct Stuck(Memory);
    impl Store for Stuck {
        fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
            self.0.read(key)
        }
        fn write(&self, _: &str, _: &str) -> Result<(), StoreError> {
            Err(StoreError::Full)
        }
        fn remove(&self, key: &str) -> Result<(), StoreError> {
            self.0.remove(key)
        }
        fn keys(&self) -> Result<Vec<String>, StoreError> {
            self.0.keys()
        }
    }
    let store = Stuck(Memory::default());
    store.0.write(&key::past("a", 1, 1), "text").unwrap();
    assert_eq!(write(&store, "key", "text"), Err(StoreError::Full));
    assert_eq!(store.keys().unwrap().len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn few_spread_out_and_the_last_one_always(gaps in prop::collection::vec(0_u64..3 * HOUR, 2..120), back in 0_u64..DAY) {
        // A clock may be set back.
        let mut now = DAY;
        let mut times = Vec::new();
        for (index, gap) in gaps.iter().enumerate() {
            now = if index == 60 { now - back.min(now) } else { now + gap };
            times.push(now);
        }
        let kept = kept(&times);
        prop_assert!(kept.len() <= MOST);
        prop_assert_eq!(kept.last(), times.iter().rev().nth(1));
        prop_assert_eq!(kept.first(), times.first());
        prop_assert!(kept.windows(3).all(|trio| trio[2].abs_diff(trio[0]) >= APART_MS), "{:?}", kept);
    }

    #[test]
    fn whatever_is_surplus_is_there(times in prop::collection::vec(any::<u64>(), 0..40), most in 1_usize..25, now: u64) {
        let past = |(revision, saved_at): (u64, &u64)| Past { revision, saved_at: *saved_at, key: String::new() };
        let pasts: Vec<Past> = (0..).zip(&times).map(past).collect();
        let surplus = surplus(&pasts, most, now);
        prop_assert!(surplus.is_none_or(|place| place + 1 < pasts.len()));
        prop_assert!(surplus.is_some() || pasts.len() <= most);
    }
}
