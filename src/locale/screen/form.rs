//! The words of the form.

use crate::locale::words;

words! {
    /// The form's name for those who do not see it.
    form: "方案內容", "The plan";
    /// The first part.
    goal: "目標", "Goal";
    /// The second part.
    funnel: "漏斗", "Funnel";
    /// The third part.
    channels: "管道", "Channels";
    /// The fourth part.
    economics: "客單價與毛利", "Order value and margin";

    // What the folded parts hold.
    /// The goal and the months.
    goal_digest(goal, months): "{goal}・{months} 個月", "{goal} in {months} months";
    /// A number of customers.
    people_digest(count, name): "{count} 位{name}", "{count} {name}";
    /// A number of things.
    things_digest(count, name): "{count} 個{name}", "{count} {name}";
    /// A sum of money.
    money_digest(figure, money): "{figure} {money}", "{figure} of {money}";
    /// The length of the funnel.
    funnel_digest(count): "{count} 個階段", "{count} stages";
    /// The channels and their money.
    channels_digest(count, money): "{count} 個管道，每月 {money}", "{count} channels, {money} a month";
    /// What an order is worth.
    economics_digest(order, margin): "客單價 {order}・毛利率 {margin}", "Order {order}, margin {margin}";
    /// A stage that takes time to get to.
    stage_digest(tier, days): "{tier}・等 {days} 天", "{tier}; {days} days of delay";
    /// Where a channel enters and how well it is known.
    channel_digest(stage, trust): "從{stage}進來・{trust}", "Enters at {stage}; {trust}";
    /// Nothing is set.
    none: "沒有", "None";
    /// Between two things of a list.
    between: "・", ", ";
    /// Nothing of its own is set.
    as_plan: "同方案", "As in the plan";
    /// How many things of its own are set.
    own_count(count): "自己的 {count} 項", "{count} of its own";
    /// A budget without bounds, or a field for its upper one.
    no_limit: "不限", "No limit";
    /// A lower bound.
    at_least(money): "{money} 以上", "{money} or more";
    /// An upper bound.
    at_most(money): "最多 {money}", "{money} at most";
    /// Both bounds.
    from_to(least, most): "{least}–{most}", "{least} to {most}";
    /// What is left a month later.
    carried(share): "遞延 {share}", "{share} carries over";
    /// The ramp.
    ramp(months): "起步 {months} 個月", "{months} months of ramp-up";
    /// Money per month.
    a_month(money): "每月 {money}", "{money} a month";
    /// Money per month and once.
    costs_with_setup(money, once): "每月 {money}・一次 {once}", "{money} a month, {once} once";
    /// The share of the right audience, and what comes free of charge.
    with_free(fit, free): "{fit}・免費 {free}", "{fit}; {free} free";
    /// The year has a season of its own.
    season_own: "有淡旺季", "Months differ";
    /// Every month is alike.
    season_none: "每月相同", "All months alike";

    // Around a field.
    /// The unit of customers.
    people: "位", "";
    /// The unit of orders.
    times: "次", "";
    /// The unit of what is bought.
    units: "個", "units";
    /// A unit.
    months_unit: "個月", "months";
    /// A unit.
    years_unit: "年", "years";
    /// A unit.
    days_unit: "天", "days";
    /// A unit.
    hours_unit: "小時", "hours";
    /// Below a rate.
    rate_help(before, stage): "每 100 個{before}，有幾個變成{stage}。", "How many of 100 {before} become {stage}.";
    /// Below the unit cost, when it is known what is really paid.
    unit_cost_now(each, price): "{each}的價錢；以現在的花費，實際 {price}。", "The price {each}; really {price} at today's spend.";
    /// Below the unit cost, when nothing is bought yet.
    unit_cost_of(each): "{each}的價錢。", "The price {each}.";
    /// The select beside an estimate.
    source_of(field): "{field}的依據", "Source of {field}";
    /// The summary of an interval.
    range(low, high): "範圍 {low}–{high}", "Range {low} to {high}";
    /// The summary where there is none.
    no_range: "加上範圍與備註", "Add a range and a note";
    /// The lower end.
    low_of(field): "{field}，低", "{field}, low";
    /// The upper end.
    high_of(field): "{field}，高", "{field}, high";
    /// Between the two ends.
    to: "到", "to";
    /// What the interval means.
    range_help: "十次有八次會落在這之間。兩端都清空就是沒有範圍。", "Eight times out of ten it lies in between. Empty both ends to take the range away.";
    /// Only one end is there.
    half_range: "另一端也要填，範圍才算數。", "The range counts once the other end is there too.";
    /// The note of an estimate.
    note_of(field): "{field}的備註", "Note on {field}";
    /// What a note may look like.
    note_example: "備註，例如 GA4 2026 Q3", "A note, such as GA4 2026 Q3";

    // The goal.
    /// The choice of the figure.
    metric: "要什麼結果", "What is to be reached";
    /// The stage whose volume is the goal.
    goal_stage: "哪個階段", "Which stage";
    /// How the goal is stated.
    goal_way: "怎麼訂目標", "How the goal is stated";
    /// As a number.
    as_target: "直接訂數字", "As a number";
    /// As growth.
    as_growth: "比去年成長", "As growth";
    /// The first month.
    start: "從哪個月開始", "First month";
    /// How a month is written.
    start_help: "寫成 2027-01 這樣。", "Written like 2027-01.";
    /// Until when the plan runs.
    months_help(until): "從開始的月份算起，{until}。", "Counted from the first month, {until}.";
    /// A month of another year.
    start_years(first, last): "從 {first}-01 到 {last}-12 之間挑一個月。", "Choose a month from {first}-01 to {last}-12.";
    /// The currency.
    currency: "幣別", "Currency";
    /// Amounts are not converted.
    currency_help: "換幣別不會換算金額。", "Amounts stay as they are.";
    /// The spread of the budgets.
    phasing: "每月預算怎麼分", "How budgets are spread";
    /// The season.
    season: "淡旺季", "Season";
    /// What the season means.
    season_help: "每個月的人有多願意買，1 是平均；影響最後一步的轉換。", "How ready people are to buy in each month; 1 is average. It moves the last rate.";
    /// Takes the season away.
    season_clear: "恢復成每月相同", "Make all months alike";
    /// The weights of the months.
    weights_help: "每個月分到多少，只看彼此的比例。", "What each month gets; only the proportions count.";

    // The funnel.
    /// The name of a stage.
    stage_name: "階段名稱", "Name of the stage";
    /// Where the stage belongs.
    stage_tier: "在漏斗的哪一層", "Where in the funnel";
    /// Moves up.
    move_up: "上移", "Move up";
    /// Moves down.
    move_down: "下移", "Move down";
    /// Takes out.
    remove: "移除", "Remove";
    /// Adds a stage before this one.
    add_before: "在前面加階段", "Add a stage before";
    /// Adds a stage at the end of the funnel.
    add_stage: "在最後加階段", "Add a stage at the end";
    /// The name of a new stage.
    new_stage: "新階段", "New stage";
    /// A button's name with what it works on.
    act_on(action, name): "{action}：{name}", "{action}: {name}";

    // The channels.
    /// The name of a channel.
    channel_name: "管道名稱", "Name of the channel";
    /// How well it is known.
    trust: "把握程度", "How well it is known";
    /// Where it enters.
    entry: "從哪個階段進來", "Where it enters";
    /// The group of the curve.
    curve: "加錢的效果（反應曲線）", "Effect of more money (response curve)";
    /// The choice of the curve.
    curve_choice: "加錢以後", "When more is spent";
    /// The group of the bounds.
    bounds: "預算上下限", "Budget limits";
    /// The group of carryover and ramp.
    carryover: "遞延與起步", "Carryover and ramp-up";
    /// The group of costs beside the media.
    costs: "人力與固定費用", "Labour and fixed cost";
    /// The group of fit and free volume.
    traffic: "有效流量與免費流量", "Fit and free volume";
    /// The group of rates.
    own_rates: "這個管道自己的轉換率", "Rates of its own";
    /// What an empty rate means.
    own_rates_help: "留空就照漏斗的轉換率。", "Left empty, the funnel's rate holds.";
    /// A channel that enters at the customer has no rates.
    no_rates: "直接從最後一個階段進來，沒有轉換率可填。", "It enters at the last stage; there is no rate to set.";
    /// The group of orders.
    own_orders: "這個管道自己的客單價與回購", "Order value and repeats of its own";
    /// The group of dependencies.
    dependencies: "搭配條件", "Depends on";
    /// A channel that is depended on.
    depends_on(channel): "要搭配{channel}", "Needs {channel}";
    /// The channels to choose a dependency from.
    dependency_choice: "要搭配的管道", "Channel that it needs";
    /// Adds a dependency.
    add_dependency: "加條件", "Add";
    /// Nothing is left to depend on.
    no_dependency: "沒有其他管道可以搭配。", "There is no other channel to depend on.";
    /// The switch.
    active: "啟用這個管道", "Channel takes part";
    /// Copies a channel.
    duplicate: "複製", "Duplicate";
    /// The name of a copy.
    copy_of(name): "{name}（複本）", "{name} (copy)";
    /// The channels of the catalogue.
    catalogue: "要加的管道", "Channel to add";
    /// One's own channel, in the catalogue's list.
    blank: "自己的管道", "A channel of your own";
    /// What one's own channel is for.
    blank_role: "從零開始，名稱、單價與階段都自己填。", "Starts empty: name, price and stage are yours to fill.";
    /// Adds a channel.
    add_channel: "加管道", "Add channel";
}
