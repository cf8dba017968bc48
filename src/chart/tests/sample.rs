//! Figures as view models would fill them: the service template, a B2B plan, and what could go wrong.

use crate::present::budget::{Curve, Curves, Frontier, FrontierColumns, Point, Total};
use crate::present::figure::{
    Amount, BreakEven, ChannelMoney, Funnel, FunnelColumns, FunnelPart, FunnelStage, Heading, Money,
    MoneyColumns, Month, MonthColumns, MonthEnds, Months,
};

/// A stage as name, volume, conversion and loss.
type Stage<'a> = (&'a str, f64, Option<(&'a str, &'a str)>);

pub(super) fn grouped(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if value < 0.0 { format!("−{text}") } else { text }
}

pub(super) fn compact(value: f64) -> String {
    if value.abs() >= 1e4 { format!("{} 萬", grouped(value / 1e4)) } else { grouped(value) }
}

fn money_text(value: f64) -> String {
    format!("{}NT${}", if value < 0.0 { "−" } else { "" }, compact(value.abs()))
}

pub(super) fn amount(value: f64) -> Amount {
    Amount::new(value, grouped(value)).unwrap()
}

fn twd(value: f64) -> Amount {
    Amount::new(value, money_text(value)).unwrap()
}

fn heading(title: &str, unit: &str) -> Heading {
    Heading { title: title.into(), unit: unit.into(), description: format!("{title}。{unit}。") }
}

fn funnel_of(title: &str, channels: &[&str], stages: &[Stage<'_>], parts: &[&[(usize, f64)]]) -> Funnel {
    let stages = stages.iter().enumerate().map(|(index, (name, volume, rates))| FunnelStage {
        name: (*name).into(),
        volume: amount(*volume),
        conversion: rates.map(|rates| rates.0.into()),
        loss: rates.map(|rates| rates.1.into()),
        weakest: index == 1,
        parts: parts.get(index).map_or(Vec::new(), |parts| {
            parts
                .iter()
                .map(|(channel, volume)| FunnelPart { channel: *channel, volume: amount(*volume) })
                .collect()
        }),
    });
    Funnel {
        heading: heading(title, "六個月合計"),
        scale_note: "長度看倍數，不看差額：斜線段越長，這一步流失的比例越高。".into(),
        columns: FunnelColumns {
            stage: "階段".into(),
            volume: "數量".into(),
            conversion: "轉換率".into(),
            loss: "流失".into(),
        },
        channels: channels.iter().map(|name| (*name).into()).collect(),
        stages: stages.collect(),
    }
}

pub(super) fn service_funnel() -> Funnel {
    let stages: [Stage<'_>; 5] = [
        ("曝光", 480_000.0, None),
        ("點擊", 9_600.0, Some(("2%", "流失 98%"))),
        ("LINE 對話", 1_152.0, Some(("12%", "流失 88%"))),
        ("預約", 460.8, Some(("40%", "流失 60%"))),
        ("新客", 276.48, Some(("60%", "流失 40%"))),
    ];
    let parts: Vec<_> = stages.iter().map(|stage| [(0, stage.1)]).collect();
    let parts: Vec<&[_]> = parts.iter().map(<[_; 1]>::as_slice).collect();
    funnel_of("曝光到新客，點閱那一步流失最多", &["Meta 廣告"], &stages, &parts)
}

pub(super) fn b2b_funnel() -> Funnel {
    let stages: [Stage<'_>; 5] = [
        ("曝光", 370_909.0, None),
        ("網站造訪", 47_551.0, Some(("0.9%", "流失 99.1%"))),
        ("名單", 1_396.0, Some(("2.7%", "流失 97.3%"))),
        ("商機", 328.0, Some(("25%", "流失 75%"))),
        ("成交客戶", 64.4, Some(("22%", "流失 78%"))),
    ];
    let parts: [&[(usize, f64)]; 5] = [
        &[(1, 370_909.0)],
        &[(0, 18_000.0), (1, 3_338.0), (2, 26_212.5)],
        &[(0, 540.0), (1, 166.9), (2, 576.7), (3, 112.5)],
        &[(0, 127.6), (1, 39.4), (2, 134.5), (3, 26.6)],
        &[(0, 25.37), (1, 7.84), (2, 25.95), (3, 5.29)],
    ];
    funnel_of(
        "四個管道帶來 64 位客戶，SEO 與 Google 搜尋各占四成",
        &["Google 搜尋", "LinkedIn", "SEO", "展會活動"],
        &stages,
        &parts,
    )
}

/// `channels` channels in every stage.
pub(super) fn crowded_funnel(channels: usize) -> Funnel {
    let names: Vec<_> = (0..channels).map(|index| format!("管道 {index}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let stages: [Stage<'_>; 3] = [
        ("曝光", 90_000.0, None),
        ("點擊", 1_800.0, Some(("2%", "流失 98%"))),
        ("新客", 40.0, Some(("2.2%", "流失 97.8%"))),
    ];
    let parts: Vec<Vec<(usize, f64)>> = stages
        .iter()
        .map(|stage| (0..channels).map(|channel| (channel, stage.1 / channels as f64)).collect())
        .collect();
    let parts: Vec<&[_]> = parts.iter().map(Vec::as_slice).collect();
    funnel_of("很多管道", &names, &stages, &parts)
}

/// Only the volumes matter.
pub(super) fn funnel_with(volumes: &[f64]) -> Funnel {
    let stages: Vec<Stage<'_>> = volumes.iter().map(|volume| ("階段", *volume, Some(("–", "–")))).collect();
    funnel_of("t", &["A"], &stages, &[])
}

pub(super) fn months_with(series: &[(f64, f64, f64)], break_even: Option<usize>) -> Months {
    let month = |(index, (revenue, cost, profit)): (usize, &(f64, f64, f64))| Month {
        label: format!("{} 年 {} 月", 2027 + index / 12, index % 12 + 1),
        short: if index > 0 && index % 12 == 0 {
            format!("{}", 2027 + index / 12)
        } else {
            format!("{} 月", index % 12 + 1)
        },
        revenue: twd(*revenue),
        gross_profit: twd(*revenue * 0.38),
        cost: twd(*cost),
        profit: twd(*profit),
    };
    Months {
        heading: heading("第 4 個月回本，一年累計毛利扣行銷 NT$1,015 萬", "每月，新台幣"),
        columns: MonthColumns {
            month: "月份".into(),
            revenue: "營收".into(),
            gross_profit: "毛利".into(),
            cost: "行銷成本".into(),
            profit: "累計毛利".into(),
        },
        ends: MonthEnds {
            revenue: "12 月營收".into(), cost: "12 月成本".into(), profit: "累計毛利".into()
        },
        months: series.iter().enumerate().map(month).collect(),
        break_even: break_even
            .map(|month| BreakEven { month, text: format!("第 {} 個月回本", month.saturating_add(1)) }),
    }
}

/// Revenue grows, cost stays, profit adds up at a margin of 38 %.
pub(super) fn growing_months(count: usize) -> Months {
    let mut profit = 0.0;
    let series: Vec<_> = (0..count)
        .map(|index| {
            let revenue = if index < 3 {
                0.0
            } else {
                550_000.0 * (index as f64 - 2.0) * (1.0 + 0.2 * (index as f64).sin())
            };
            profit += 0.38 * revenue - 250_000.0;
            (revenue, 250_000.0, profit)
        })
        .collect();
    let even = series.iter().position(|month| month.2 >= 0.0);
    months_with(&series, even)
}

pub(super) fn service_months() -> Months {
    let series: Vec<_> = (0..6)
        .map(|index| {
            let n = f64::from(index);
            (138_240.0 + 28_800.0 * n, 20_000.0, 56_032.0 * (n + 1.0) + 7_920.0 * n * (n + 1.0))
        })
        .collect();
    let mut months = months_with(&series, Some(0));
    months.heading.title = "第 1 個月就回本，半年累計毛利扣行銷 NT$57 萬".into();
    months
}

pub(super) fn money_with(channels: &[(&str, f64, f64)]) -> Money {
    let channel = |(name, cost, value): &(&str, f64, f64)| ChannelMoney {
        name: (*name).into(),
        cost: twd(*cost),
        value: twd(*value),
    };
    Money {
        heading: heading("SEO 每一塊錢帶來最多毛利", "十二個月合計，新台幣"),
        columns: MoneyColumns { channel: "管道".into(), cost: "花費".into(), value: "毛利".into() },
        channels: channels.iter().map(channel).collect(),
    }
}

pub(super) fn b2b_money() -> Money {
    money_with(&[
        ("Google 搜尋", 1_137_600.0, 4_898_782.0),
        ("SEO 與內容行銷", 948_000.0, 5_680_118.0),
        ("LinkedIn", 576_000.0, 1_514_169.0),
        ("展會活動", 300_000.0, 210_580.0),
    ])
}

/// Words of the length English brings.
pub(super) fn english_funnel() -> Funnel {
    let stages: [Stage<'_>; 4] = [
        ("Impressions", 480_000.0, None),
        ("Website visits", 9_600.0, Some(("2% convert", "98% lost"))),
        ("Marketing-qualified leads", 1_152.0, Some(("12% convert", "88% lost"))),
        ("New customers", 276.0, Some(("24% convert", "76% lost"))),
    ];
    let parts: Vec<_> = stages.iter().map(|stage| [(0, stage.1 * 0.7), (1, stage.1 * 0.3)]).collect();
    let parts: Vec<&[_]> = parts.iter().map(<[_; 2]>::as_slice).collect();
    let mut funnel = funnel_of(
        "Most people are lost between seeing the advertisement and clicking it",
        &["Google Search", "Content marketing"],
        &stages,
        &parts,
    );
    funnel.scale_note =
        "Lengths grow with the logarithm: the longer a hatched part, the larger the share that is lost."
            .into();
    funnel
}

/// Words of the length English brings.
pub(super) fn english_months() -> Months {
    let mut months = growing_months(12);
    months.columns = MonthColumns {
        month: "Month".into(),
        revenue: "Monthly revenue".into(),
        gross_profit: "Gross profit".into(),
        cost: "Marketing cost".into(),
        profit: "Cumulative gross profit".into(),
    };
    for (month, name) in
        months.months.iter_mut().zip(["January", "February", "March", "April", "May", "June"])
    {
        month.short = name.into();
    }
    if let Some(even) = &mut months.break_even {
        even.text = "Breaks even in month 7".into();
    }
    months
}

/// Curves of so many channels, each flatter than the one before; the best is above today's for every other one.
pub(super) fn curves_with(count: usize) -> Curves {
    let curve = |index: usize| {
        let (far, rate) = (60_000.0 / (index + 1) as f64, 0.02 / (index + 1) as f64);
        let brings = |money: f64| far * rate * (1.0 - (-2.0 * money / far).exp());
        let point = |share: f64| Point { money: twd(share * far), gain: amount(brings(share * far)) };
        let shares = if index.is_multiple_of(2) { [0.3, 0.6] } else { [0.62, 0.58] };
        Curve {
            name: format!("管道 {index}：名稱很長的多媒體廣告與內容行銷"),
            points: (0..=32)
                .map(|step| f64::from(step) / 32.0 * far)
                .map(|money| (money, brings(money)))
                .collect(),
            marks: shares.map(point),
            slope: rate,
            next: "總共多花 NT$1,000：0.83 位新客".into(),
        }
    };
    Curves {
        heading: heading("每個管道：花多少，帶來多少", "橫軸每月預算"),
        columns: vec![],
        curves: (0..count).map(curve).collect(),
        names: ["現在".into(), "最佳".into()],
    }
}

/// A frontier through points, with today's point, the answer's and the goal.
pub(super) fn frontier_with(
    totals: &[(f64, f64)],
    today: (f64, f64),
    best: Option<(f64, f64)>,
    goal: Option<f64>,
) -> Frontier {
    let total = |(money, figure): (f64, f64)| Total { money: twd(money), figure: amount(figure) };
    Frontier {
        heading: heading("同樣每月 NT$200,000，最多可到 2,540 位", "橫軸每月總預算"),
        columns: FrontierColumns {
            total: "每月總預算".into(),
            best: "最多可到".into(),
            today: "現在".into(),
            answer: "最佳".into(),
        },
        totals: totals.iter().copied().map(total).collect(),
        today: total(today),
        best: best.map(total),
        goal: goal.map(|goal| Amount::new(goal, format!("目標 {}", grouped(goal)).as_str()).unwrap()),
    }
}
