//! What every drawing must keep, checked on the SVG itself.

mod sample;
mod svg;

use proptest::prelude::*;
use sample::*;
use svg::*;

use super::theme::Ink;
use super::{
    Drawing, RIBBON_HEIGHT, RIBBON_WIDTH, Size, Theme, curves, frontier, funnel, money, months, ribbon,
};
use crate::present::figure::{Funnel, Money, Months};

const WIDTHS: [u32; 6] = [280, 320, 390, 720, 1_000, 1_200];
const THEMES: [Theme; 3] = [Theme::Screen, Theme::ExportLight, Theme::ExportDark];

fn draw_months(figure: &Months, width: u32, theme: Theme) -> Drawing {
    months(figure, Size::wide(width), theme, &compact)
}

fn check(drawing: &Drawing, data: usize) {
    let Drawing { svg, size, marks } = drawing;
    assert_well_formed(svg);
    assert_numbers_are_finite(svg);
    assert_eq!(marks.len(), data);
    for (index, mark) in marks.iter().enumerate() {
        assert_eq!(mark.datum, index);
        let is_file = svg.contains("font-family");
        assert!(is_file || svg.contains(&format!("data-i=\"{index}\"")), "no group {index}");
        assert!(mark.width > 0.0 && mark.height > 0.0 && !mark.label.is_empty(), "{mark:?}");
        let inside = mark.x >= 0.0
            && mark.y >= 0.0
            && mark.x + mark.width <= f64::from(size.width) + 1e-6
            && mark.y + mark.height <= f64::from(size.height) + 1e-6;
        assert!(inside, "{mark:?} leaves {size:?}");
    }
}

fn check_labelled(drawing: &Drawing, data: usize) {
    check(drawing, data);
    assert_labels_keep_apart(&drawing.svg, drawing.size);
}

#[test]
fn typical_figures_keep_their_labels_apart_at_every_width() {
    for width in WIDTHS {
        for theme in THEMES {
            check_labelled(&funnel(&service_funnel(), Size::wide(width), theme), 5);
            check_labelled(&funnel(&b2b_funnel(), Size::wide(width), theme), 5);
            check_labelled(&funnel(&crowded_funnel(12), Size::wide(width), theme), 3);
            check_labelled(&money(&b2b_money(), Size::wide(width), theme), 4);
            check_labelled(&draw_months(&service_months(), width, theme), 6);
            for count in [1, 2, 12, 24, 60] {
                check_labelled(&draw_months(&growing_months(count), width, theme), count);
            }
        }
    }
}

#[test]
fn the_pictures_of_an_answer_keep_their_labels_apart_at_every_width() {
    let draw = |totals: &[(f64, f64)], today, best, goal, width, theme| {
        frontier(&frontier_with(totals, today, best, goal), Size::wide(width), theme, &compact)
    };
    let bent: Vec<(f64, f64)> =
        (0..17).map(f64::from).map(|step| (25_000.0 * step, 900.0 * step.sqrt())).collect();
    for width in WIDTHS {
        for theme in THEMES {
            for count in [1, 2, 4, 12] {
                check_labelled(&curves(&curves_with(count), Size::wide(width), theme), 2 * count);
            }
            let best = Some((227_540.0, 2_715.0));
            check_labelled(&draw(&bent, (200_000.0, 2_300.0), best, Some(2_700.0), width, theme), 17);
            check_labelled(&draw(&bent, (240_000.0, 2_700.0), best, Some(2_700.0), width, theme), 17);
            check_labelled(&draw(&bent, (1_000.0, 20.0), None, None, width, theme), 17);
            check(&draw(&[], (0.0, 0.0), None, None, width, theme), 0);
            check(&draw(&[(f64::MAX, -1e-300); 2], (5e-324, f64::MIN), None, Some(0.0), width, theme), 2);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn any_months_keep_their_labels_apart(
        series in prop::collection::vec((0.0..1e9_f64, 0.0..1e9_f64, -1e9..1e9_f64), 1..61),
        exponent in -12..12_i32,
        even in 0_usize..70,
        width in 280_u32..1_200,
    ) {
        let factor = 10_f64.powi(exponent);
        let series: Vec<_> = series.iter().map(|(a, b, c)| (a * factor, b * factor, c * factor)).collect();
        check_labelled(&draw_months(&months_with(&series, Some(even)), width, Theme::ExportLight), series.len());
    }

    #[test]
    fn any_funnel_and_any_money_keep_their_labels_apart(
        volumes in prop::collection::vec(0.0..1e12_f64, 0..12),
        channels in 1_usize..20,
        width in 280_u32..1_200,
    ) {
        check_labelled(&funnel(&funnel_with(&volumes), Size::wide(width), Theme::ExportLight), volumes.len());
        check_labelled(&funnel(&crowded_funnel(channels), Size::wide(width), Theme::ExportLight), 3);
        let rows: Vec<_> = volumes.iter().map(|volume| ("管道 Channel", *volume, 1e11 - volume)).collect();
        check_labelled(&money(&money_with(&rows), Size::wide(width), Theme::ExportLight), rows.len());
    }
}

#[test]
fn amounts_beyond_all_widths_leave_room_for_the_lines() {
    let series = [(0.0, 0.0, 0.0), (0.0, 0.0, -865_232_722.481_104_3e11)];
    check_labelled(&draw_months(&months_with(&series, Some(0)), 280, Theme::ExportLight), 2);
}

#[test]
fn english_names_are_longer_and_still_keep_apart() {
    for width in WIDTHS {
        for theme in THEMES {
            check_labelled(&funnel(&english_funnel(), Size::wide(width), theme), 4);
            check_labelled(&draw_months(&english_months(), width, theme), 12);
        }
    }
}

#[test]
fn degenerate_funnels_are_drawn() {
    let nasty = [0.0, 1e-300, 5e-324, 1e15, f64::MAX, -5.0];
    for width in [0, 280, 720, u32::MAX] {
        for figure in [funnel_with(&[]), funnel_with(&[0.0; 3]), funnel_with(&[1.0]), funnel_with(&nasty)] {
            check(&funnel(&figure, Size::wide(width), Theme::Screen), figure.stages.len());
        }
        check(&funnel(&crowded_funnel(200), Size::wide(width), Theme::ExportDark), 3);
    }
}

#[test]
fn degenerate_months_are_drawn() {
    let extremes = [(f64::MAX, f64::MIN, 0.0), (1e15, 1e-300, -1e15), (0.0, 0.0, 5e-324)];
    for width in [280, 720] {
        for figure in [
            months_with(&[], Some(3)),
            months_with(&[(0.0, 0.0, 0.0); 6], None),
            months_with(&[(1.0, 2.0, -1.0)], Some(0)),
            months_with(&extremes, Some(usize::MAX)),
            months_with(&[(1e15, 1e14, 1e15); 3], Some(0)),
            months_with(&[(1e-300, 0.0, 0.0); 3], None),
        ] {
            check(&draw_months(&figure, width, Theme::Screen), figure.months.len());
        }
    }
}

#[test]
fn degenerate_money_is_drawn() {
    let many: Vec<_> =
        (0..200).map(|index| ("管道", f64::from(index), f64::from(index) * 2.0 - 100.0)).collect();
    for width in [280, 720] {
        for figure in [
            money_with(&[]),
            money_with(&[("A", 0.0, 0.0)]),
            money_with(&[("A", 1e15, -1e15), ("B", f64::MAX, f64::MIN)]),
            money_with(&many),
        ] {
            check(&money(&figure, Size::wide(width), Theme::Screen), figure.channels.len());
        }
    }
}

#[test]
fn what_people_type_is_shown_literally_and_never_breaks_out() {
    let nasty = format!("<img onerror=\"alert(1)\">&'\u{202e}{}", "長".repeat(10_000));
    let mut figure: Funnel = b2b_funnel();
    figure.heading.title = nasty.clone().into();
    figure.scale_note.clone_from(&nasty);
    figure.channels.fill(nasty.clone());
    figure.stages[1].name.clone_from(&nasty);
    figure.stages[1].loss = Some(nasty.clone().into());
    let mut channels: Money = b2b_money();
    channels.columns.cost.clone_from(&nasty);
    channels.channels[0].name.clone_from(&nasty);
    let mut year = growing_months(12);
    year.columns.profit.clone_from(&nasty);
    year.ends.profit.clone_from(&nasty);
    year.months[3].short.clone_from(&nasty);
    if let Some(even) = &mut year.break_even {
        even.text.clone_from(&nasty);
    }
    for width in [280, 720] {
        for theme in THEMES {
            let drawings = [
                (funnel(&figure, Size::wide(width), theme), 5),
                (money(&channels, Size::wide(width), theme), 4),
                (draw_months(&year, width, theme), 12),
            ];
            for (drawing, data) in &drawings {
                check_labelled(drawing, *data);
                assert!(!drawing.svg.contains("<img"));
            }
            assert!(drawings[0].0.marks[1].label.starts_with(&nasty), "the full text stays with the mark");
        }
    }
}

#[test]
fn the_words_give_way_before_a_number_loses_a_digit() {
    let mut figure = b2b_money();
    figure.columns.cost = "Cost of media, labour and fees".into();
    figure.columns.value = "Gross profit of all their orders".into();
    for width in WIDTHS {
        let drawing = money(&figure, Size::wide(width), Theme::Screen);
        check_labelled(&drawing, figure.channels.len());
        let written = labels(&drawing.svg);
        for amount in figure.channels.iter().flat_map(|channel| [&channel.cost, &channel.value]) {
            let whole = written.iter().any(|label| label.text.ends_with(amount.text()));
            assert!(whole, "{} at {width}: {written:?}", amount.text());
        }
        let named = written.iter().any(|label| label.text.contains("Gross profit"));
        assert!(named, "nothing says which bar is which at {width}");
    }
}

#[test]
fn the_screen_gets_classes_and_a_file_gets_colours() {
    let screen = funnel(&b2b_funnel(), Size::wide(720), Theme::Screen).svg;
    assert!(
        screen.contains("class=\"ink-2\" fill=\"currentColor\"") && screen.contains("class=\"series-1\"")
    );
    assert!(!screen.contains('#') && !screen.contains("font-family"), "the style sheet decides");
    let file = funnel(&b2b_funnel(), Size::wide(720), Theme::ExportDark).svg;
    assert!(!file.contains("currentColor") && file.contains("Noto Sans TC") && file.contains("#151617"));
    let title = |svg: &str| labels(svg).iter().any(|label| label.text.contains("四個管道帶來"));
    assert!(title(&file) && !title(&screen), "only a file carries its title in the picture");
}

#[test]
fn the_drawing_says_what_it_is() {
    let figure = service_funnel();
    let svg = funnel(&figure, Size::wide(390), Theme::Screen).svg;
    assert!(
        svg.starts_with(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" width=\"390\""
        )
    );
    assert!(svg.contains(&format!("<title>{}</title>", figure.heading.title.text())));
    let description = format!("<desc>{} {}</desc>", figure.heading.description, figure.scale_note);
    assert!(svg.contains(&description), "the scale is told to those who do not see it");
}

#[test]
fn the_same_figure_gives_the_same_bytes() {
    let draw = || {
        (
            funnel(&b2b_funnel(), Size::wide(720), Theme::Screen),
            draw_months(&growing_months(60), 720, Theme::Screen),
        )
    };
    assert_eq!(draw(), draw());
}

#[test]
fn a_wish_for_height_is_followed_and_never_squeezes() {
    let drawn = |height| money(&b2b_money(), Size { width: 720, height }, Theme::Screen).size.height;
    assert_eq!(drawn(900), 900);
    assert_eq!(drawn(10), drawn(0));
    let year = |height| {
        months(&growing_months(12), Size { width: 720, height }, Theme::Screen, &compact).size.height
    };
    assert_eq!(year(500), 500);
}

#[test]
fn a_longer_rest_means_a_higher_share_lost() {
    let svg = funnel(&funnel_with(&[1e6, 1e5, 1e3, 500.0]), Size::wide(720), Theme::Screen).svg;
    let bars: Vec<f64> =
        svg.split("<rect").skip(1).map(|rect| attribute(rect, "width").unwrap().parse().unwrap()).collect();
    let lost: Vec<f64> = bars.windows(2).map(|pair| pair[0] - pair[1]).collect();
    assert!(lost[1] > lost[0] && lost[0] > lost[2], "99 % > 90 % > 50 %: {lost:?}");
    assert!(
        (lost[1] / lost[0] - 2.0).abs() < 0.02,
        "a loss to a hundredth is twice a loss to a tenth: {lost:?}"
    );
}

#[test]
fn channels_share_a_bar_by_what_they_bring() {
    let svg = funnel(&b2b_funnel(), Size::wide(1_200), Theme::Screen).svg;
    let stage = svg.split("data-i=\"2\"").nth(1).unwrap().split("</g>").next().unwrap();
    let widths: Vec<f64> =
        stage.split("<rect").skip(1).map(|rect| attribute(rect, "width").unwrap().parse().unwrap()).collect();
    assert_eq!(widths.len(), 4);
    assert!((widths[0] / widths[2] - 540.0 / 576.7).abs() < 0.02, "{widths:?}");
}

#[test]
fn a_line_ends_where_its_value_is() {
    let drawing =
        draw_months(&months_with(&[(10.0, 0.0, -10.0), (10.0, 0.0, 10.0)], None), 720, Theme::Screen);
    let circles: Vec<(f64, f64)> = drawing
        .svg
        .split("<circle")
        .skip(1)
        .map(|circle| ["cx", "cy"].map(|name| attribute(circle, name).unwrap().parse().unwrap()).into())
        .collect();
    let [cost, revenue, profit] = [circles[0], circles[1], circles[2]];
    assert_eq!(revenue, profit, "equal values end in the same place");
    assert!(cost.1 > profit.1, "more is higher");
    let lowest = circles.iter().map(|circle| circle.1).fold(0.0, f64::max);
    assert!((lowest - cost.1 - (cost.1 - profit.1)).abs() < 0.2, "−10 lies as far below zero as 10 above");
}

#[test]
fn the_first_pair_names_its_sides_and_a_loss_is_marked() {
    let svg = money(&b2b_money(), Size::wide(720), Theme::Screen).svg;
    let named = |name: &str| labels(&svg).iter().filter(|label| label.text.starts_with(name)).count();
    assert_eq!((named("花費"), named("毛利")), (1, 1));
    let channel = |index: usize| {
        svg.split(&format!("data-i=\"{index}\"")).nth(1).unwrap().split("</g>").next().unwrap()
    };
    assert!(channel(3).contains("class=\"warn\"") && !channel(0).contains("class=\"warn\""));
}

/// Writes every chart as a page into the directory `CHART_GALLERY`, to be looked at:
/// `CHART_GALLERY=target/gallery cargo test --no-default-features chart -- --ignored gallery`.
#[test]
#[ignore = "writes files to be looked at"]
fn gallery() {
    let directory =
        std::path::PathBuf::from(std::env::var("CHART_GALLERY").expect("CHART_GALLERY names a directory"));
    std::fs::create_dir_all(&directory).unwrap();
    for width in [320, 390, 720, 1_200] {
        for (name, theme) in
            [("screen", Theme::Screen), ("light", Theme::ExportLight), ("dark", Theme::ExportDark)]
        {
            let charts: String = every_chart(width, theme)
                .iter()
                .map(|drawing| format!("<div>{}</div>", drawing.svg))
                .collect();
            let style =
                format!("body{{margin:0}}svg{{display:block;margin-bottom:24px}}{}", Ink::style_sheet());
            let band = ribbon_of(&[200.0, 334.0, 834.0, 6_945.0, 347_223.0]);
            let html = format!("<!doctype html><meta charset=utf-8><style>{style}</style>{charts}{band}");
            std::fs::write(directory.join(format!("{name}-{width}.html")), html).unwrap();
        }
    }
}

fn ribbon_of(volumes: &[f64]) -> String {
    let paths: String = ribbon(volumes).iter().map(|path| format!("<path d=\"{path}\"/>")).collect();
    let size = format!("viewBox=\"0 0 {RIBBON_WIDTH} {RIBBON_HEIGHT}\" width=\"100%\" height=\"64\"");
    format!("<svg {size} preserveAspectRatio=\"none\" fill=\"#0c5c63\">{paths}</svg>")
}

fn every_chart(width: u32, theme: Theme) -> Vec<Drawing> {
    let size = Size::wide(width);
    let year = |figure: &Months| draw_months(figure, width, theme);
    vec![
        funnel(&service_funnel(), size, theme),
        funnel(&b2b_funnel(), size, theme),
        funnel(&crowded_funnel(8), size, theme),
        year(&service_months()),
        year(&growing_months(12)),
        year(&growing_months(60)),
        year(&months_with(&[(400_000.0, 250_000.0, -98_000.0)], None)),
        year(&english_months()),
        funnel(&english_funnel(), size, theme),
        money(&b2b_money(), size, theme),
        money(&money_with(&[("Meta 廣告", 120_000.0, 693_792.0)]), size, theme),
    ]
}
