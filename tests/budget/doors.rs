//! Every number of an answer that is a quantity of the plan is a door, and the same number stands behind it.

use super::{all, asked, example, solved, with};
use backcast::locale::Lang;
use backcast::locale::number::{Currency, DASH, compact_money};
use backcast::model::equations::Model;
use backcast::model::plan::Plan;
use backcast::model::reading::Numbers;
use backcast::present::budget::{BudgetView, Curves, MixRow, Question, Told, Wish};
use backcast::present::explanation::explanation;
use backcast::present::figure::Cell;
use backcast::present::{Piece, Side, Subject, What};

/// The texts of an answer, in the order of the screen.
fn cells(view: &BudgetView) -> Vec<Cell> {
    let pieces = view.headline.0.iter().chain(&view.detail.0).map(|piece| match piece {
        Piece::Text(text) => Cell::from(text.as_str()),
        Piece::Number(shown) => shown.clone().into(),
    });
    let mix = view.mix.iter().flat_map(|mix| mix.rows.iter().chain([&mix.total]));
    pieces.chain(mix.flat_map(of_row)).collect()
}

fn of_row(row: &MixRow) -> Vec<Cell> {
    let beside = row.cells.iter().flat_map(|cell| [Some(cell.best.clone()), cell.now.clone()]).flatten();
    [row.now.clone().into(), row.best.clone()].into_iter().chain(beside).collect()
}

/// The number of a text, without the words and the unit around it.
fn amount(text: &str) -> &str {
    text.trim_matches(|letter: char| !letter.is_ascii_digit() && !DASH.contains(letter))
}

/// Whether a number that is told in few digits is the one behind the door.
fn is_short_for(text: &str, numbers: &Numbers<'_>, subject: Subject, lang: Lang) -> bool {
    let What::Result(reading) = subject.what else { return false };
    numbers.read(reading).is_ok_and(|value| text == compact_money(value, Currency::TWD, lang))
}

#[track_caller]
fn reads_the_same(cells: &[Cell], sides: [&Numbers<'_>; 2], lang: Lang) {
    for Cell { text, subject } in cells {
        let Some(subject) = *subject else { continue };
        let numbers = match subject.side {
            Side::Plan => sides[0],
            Side::Answer => sides[1],
        };
        let behind = explanation(numbers, subject, lang).value_text;
        let same = amount(text) == amount(&behind) || is_short_for(text, numbers, subject, lang);
        assert!(same, "{text} opens on {behind}: {subject:?}");
    }
}

fn capped() -> Plan {
    with(&example("b2b"), |document| {
        for channel in &mut document.channels {
            channel.max_budget = Some(channel.monthly_budget * 1.05);
        }
    })
}

#[test]
fn the_number_behind_a_door_is_the_one_that_was_pressed() {
    let mut refused = Vec::new();
    for plan in [example("b2b"), example("shop"), example("service"), capped()] {
        for wish in Wish::ALL {
            let today = plan.document().channels.iter().map(|channel| channel.monthly_budget).sum();
            let total = (wish == Wish::MaxGoal).then_some(today);
            let question = Question { total, ..asked(wish) };
            let told = all(&plan, question.clone());
            if told.iter().any(|told| matches!(told, Told::Refused(_))) {
                refused.push((plan.document().name.clone(), wish));
                continue;
            }
            let answer = solved(&told);
            let [today, best] = [plan.clone(), answer.adopted_by(&plan, &question)].map(Model::of);
            let sides = [&Numbers::of(&today), &Numbers::of(&best)];
            for lang in Lang::ALL {
                let view = BudgetView::of(&plan, &question, answer, lang);
                let found = cells(&view);
                let of_answer = |cell: &&Cell| cell.subject.is_some_and(|found| found.side == Side::Answer);
                let count = found.iter().filter(of_answer).count();
                assert!(count > 3 * plan.document().channels.len(), "{count} of {found:?}");
                reads_the_same(&found, sides, lang);
                for told in &told {
                    if let Told::Responses(responses) = told {
                        let curves = Curves::of(&plan, &question, responses, &answer.next, lang).unwrap();
                        let cells: Vec<Cell> =
                            curves.table().rows.into_iter().flat_map(|row| row.cells).collect();
                        assert!(cells.iter().any(|cell| of_answer(&cell)));
                        reads_the_same(&cells, sides, lang);
                    }
                }
            }
        }
    }
    // Straight lines without a largest budget: more money brings more profit for ever.
    assert_eq!(refused, [("到店服務業：200 位新客".to_owned(), Wish::MaxProfit)]);
}

#[test]
fn only_what_is_no_quantity_of_the_plan_has_no_door() {
    let plan = example("b2b");
    let question = asked(Wish::MinCost);
    let view = BudgetView::of(&plan, &question, solved(&all(&plan, question.clone())), Lang::ZhHant);
    let left: Vec<String> = cells(&view)
        .into_iter()
        .filter(|cell| cell.subject.is_none() && cell.text.contains(|letter: char| letter.is_ascii_digit()))
        .map(|cell| cell.text)
        .collect();
    let next =
        ["NT$9,537", "NT$9,093", "NT$9,535", "NT$6,834", "NT$9,535", "NT$18,914", "NT$9,533", "NT$9,436"];
    assert_eq!(left[0], "，這樣分每月少花 NT$32,059。照現在填的每月 ");
    assert_eq!(left[1..], next);
    let subjects = |cells: &[Cell]| cells.iter().filter_map(|cell| cell.subject).collect::<Vec<Subject>>();
    let total = subjects(&of_row(&view.mix.unwrap().total));
    assert!(total.iter().any(|subject| matches!(subject.what, What::NoSum(_))), "{total:?}");
}
