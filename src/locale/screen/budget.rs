//! The words of the budget view. Parameters written as numbers are doors where they are numbers of the plan.
//!
//! Budgets are money a month, what they bring is counted over the whole period, and the next money, whose return is told,
//! is spent once in that period: the words say which it is wherever the two stand side by side.

use crate::locale::words;

words! {
    // The question.
    /// The question's name for those who jump to it.
    question: "要解的問題", "The question";
    /// What is to be best.
    wish: "要哪一種最佳", "What is to be best";
    /// A wish.
    min_cost: "達標最省", "Cheapest way to the goal";
    /// A wish.
    max_goal: "固定預算最多", "Most for a budget";
    /// A wish.
    max_profit: "利潤最高", "Highest profit";
    /// A wish.
    scale_mix: "照現在比例", "Today's mix";
    /// What it means.
    min_cost_help: "花最少的媒體預算到目標，錢怎麼分由程式決定。", "The least media money that reaches the goal; how it is split is solved.";
    /// What it means.
    max_goal_help: "每月總預算固定，看最多能做到多少。", "The total is fixed; the split that gets furthest is solved.";
    /// What it means.
    max_profit_help: "不管目標，找毛利減成本最大的分法。", "Whatever the goal: the split whose gross profit less cost is largest.";
    /// What it means.
    scale_mix_help: "每個管道一起放大或縮小，比例不變，拿來對照。", "All channels grow or shrink together; a yardstick for the others.";
    /// The total where it is what is asked with.
    total(currency): "每月總預算 {currency}", "Total a month, {currency}";
    /// The total where it only limits.
    total_cap(currency): "每月總預算上限 {currency}（可不填）", "At most a month, {currency} (optional)";
    /// The rule of the shares.
    bands: "照 70/20/10 控管風險", "Keep the 70/20/10 rule";
    /// What it means.
    bands_help: "七成給已驗證的、兩成給測試中的、一成給實驗，上下留一點空間：已驗證至少 60%，測試中最多 30%，實驗最多 15%。", "70% for what is proven, 20% for tests, 10% for experiments, with some room: proven at least 60%, tests at most 30%, experiments at most 15%.";
    /// How the money is spread over the months.
    spread: "錢怎麼分到各月", "Over the months";
    /// As the plan has it.
    spread_kept: "照方案", "As planned";
    /// The same every month.
    spread_flat: "每月一樣", "The same";
    /// By the season.
    spread_seasonal: "跟著季節", "By the season";
    /// Solved.
    spread_solved: "由程式找", "Solved";
    /// The most of a month.
    cap: "單月最多是平均月的幾倍", "Most of a month, times the average";
    // The answer.
    /// The least cost.
    best_cost(goal, money): "每月最少花 {money}，就能達到目標 {goal}。", "{money} a month is enough for {goal}.";
    /// Nothing has to be spent.
    best_free(goal): "不必花媒體預算，就能達到目標 {goal}。", "{goal} comes without any media money.";
    /// What scaling would take.
    saved(scaled, saved): "維持現在的比例要每月 {scaled}，這樣分每月少花 {saved}。", "Keeping today's mix would take {scaled} a month; this split saves {saved} a month.";
    /// Scaling takes as much.
    saved_nothing: "維持現在的比例也要這麼多。", "Keeping today's mix takes just as much.";
    /// Scaling takes less, because it need not keep the conditions.
    saved_less(scaled): "維持現在的比例只要每月 {scaled}，但那沒有守住這裡的條件。", "Keeping today's mix would take only {scaled} a month, but breaks the conditions set here.";
    /// Scaling never gets there.
    saved_all: "維持現在的比例，花再多也到不了。", "Today's mix never gets there, however much it spends.";
    /// The most for a total.
    best_goal(total, reached, share): "每月 {total}，最多做到 {reached}，是目標的 {share}。", "{total} a month gets to {reached} at most, {share} of the goal.";
    /// The most profit.
    best_profit(total, profit): "每月 {total} 時利潤最高，有 {profit}。", "Profit is highest at {total} a month: {profit}.";
    /// What the plan does now.
    now_reached(money, reached): "照現在填的每月 {money}，會做到 {reached}。", "The {money} a month filled in would get to {reached}.";
    /// What the plan earns now.
    now_profit(money, profit): "照現在填的每月 {money}，利潤是 {profit}。", "The {money} a month filled in would leave {profit} of profit.";
    /// Today's mix, scaled.
    best_scaled(goal, money): "照現在的比例，每月 {money} 就能達到目標 {goal}。", "With today's mix, {money} a month reaches {goal}.";
    /// It cannot be had.
    unreachable(goal, most, missing): "這樣到不了 {goal}：最多 {most}，還差 {missing}。", "{goal} is out of reach: {most} at most, {missing} short.";
    /// Above the answer while there is none.
    thinking: "正在算最佳的分法", "Solving for the best split";
    // The certificate.
    /// Proved.
    exact: "確認過，這就是最好的", "Checked: this is the best";
    /// Better ones are not ruled out.
    found: "目前找到最好的", "The best found";
    /// Nothing is known of how far from the best it is.
    unproved: "更好的分法還沒辦法排除，也說不出最多能好多少。", "Better splits are not ruled out, and how much better they could be is not known.";
    /// Proved up to a gap.
    bounded: "確認過，很接近最好的", "Checked: close to the best";
    /// Nothing is proved: nothing was chosen.
    computed: "照比例算出", "Computed";
    /// Equal returns.
    exact_common(money, gain): "還能調的管道，這段期間總共多花 {money}，不管放哪一個都多約 {gain}。把錢從一個搬到另一個，只會更差。", "{money} more over the whole period brings about {gain}, whichever adjustable channel gets it. Moving money from one channel to another only loses.";
    /// One channel only may move.
    exact_single(channel, money, gain): "只有{channel}還能調，這段期間總共多花 {money}，會多 {gain}。", "Only {channel} may still move; {money} more over the whole period brings {gain}.";
    /// There is one channel only.
    exact_alone(money, gain): "只用一個管道，沒有怎麼分的問題；這段期間總共多花 {money}，會多 {gain}。", "One channel takes part, so there is nothing to split; {money} more over the whole period brings {gain}.";
    /// All at their ends.
    exact_ends: "每個管道都停在自己的上下限，沒有可以再搬的錢。", "Every channel is at an end of its range; no money is left to move.";
    /// Out of reach, whatever is spent.
    no_best: "沒有最佳分法", "No best split";
    /// Why.
    no_best_text: "花再多也到不了目標，所以沒有哪一組預算最好；先看下面怎樣才到得了。", "No money is enough, so no budgets are best; what would help stands below.";
    /// No channel is left to the solver.
    exact_held: "每個管道都由你固定，沒有別的分法。", "You hold every channel; there is no other split.";
    /// Within conditions.
    exact_bands: "在 70/20/10 的比例內，沒有更好的分法。", "Within the 70/20/10 rule no split is better.";
    /// A gap of a cost.
    bounded_cost(share): "其他分法都比過或排除了：再省，最多也只能省 {share}。", "Every other split was compared or ruled out: at most {share} could still be saved.";
    /// A gap of a figure.
    bounded_gain(share): "其他分法都比過或排除了：再好，最多也只能多 {share}。", "Every other split was compared or ruled out: at most {share} could still be gained.";
    /// A tiny share.
    below(share): "不到 {share}", "less than {share}";
    /// Scaling.
    scaled_proof: "比例不變，一起放大或縮小到剛好達標，沒有找更好的分法。", "The mix stays as it is, scaled until the goal is just reached; no better split was looked for.";
    /// Channels at their largest budgets.
    at_most(channels): "停在最高預算：{channels}。", "At the largest budget: {channels}.";
    /// Channels at their least budgets.
    at_least(channels): "停在最低預算：{channels}。", "At the least budget: {channels}.";
    /// Between names.
    and: "、", ", ";
    /// What holding channels costs, as money.
    held_cost(money): "固定了管道：比不固定每月多花 {money}。", "Holding channels costs {money} a month more than leaving them free.";
    /// What holding channels costs, in the figure.
    held_gain(gain): "固定了管道：比不固定少 {gain}。", "Holding channels gives up {gain}.";
    /// Holding costs nothing.
    held_nothing: "固定的管道沒有讓結果變差。", "Holding channels costs nothing here.";
    // The table.
    /// Its caption.
    mix: "現在與最佳，一個一個管道看", "Today and best, channel by channel";
    /// A column.
    channel: "管道", "Channel";
    /// A column.
    money_now: "現在每月", "Today a month";
    /// A column.
    money_best: "最佳每月", "Best a month";
    /// A column.
    change: "增減", "Change";
    /// A column.
    next(money): "期間總共多花 {money}", "{money} more over the period";
    /// Before the number of today, under that of the answer.
    now_label: "現在", "now";
    /// The row of sums.
    sum: "合計", "Total";
    /// No change.
    unchanged: "不變", "none";
    // Why each channel moves.
    /// The heading.
    moves: "為什麼這樣分", "Why this split";
    /// The help.
    moves_help: "拉動一個管道，其他管道會重新分配，看要多付多少代價。", "Move one channel: the others are solved again, and you see what it costs.";
    /// More money, up to the common return.
    why_more(money, gain): "加到這段期間總共再多花 {money}，也只多 {gain}，和其他管道一樣。", "Raised until {money} more over the whole period brings only {gain}, as everywhere else.";
    /// Less money.
    why_less(money, gain_now, gain): "照現在的預算，這段期間總共多花 {money} 只多 {gain_now}；減到會多 {gain}，和其他管道一樣。", "As it stands, {money} more over the whole period brings only {gain_now}; cut until it brings {gain}, as everywhere else.";
    /// More money for a channel whose units stay at one price.
    why_more_flat(money, gain): "加錢也不會變貴，就由它補足；這段期間總共多花 {money}，會多 {gain}，和其他管道一樣。", "Raised, as its units get no dearer; {money} more over the whole period brings {gain}, as everywhere else.";
    /// Less money for such a channel.
    why_less_flat(money, gain): "不用花這麼多；這段期間總共多花 {money}，會多 {gain}，和其他管道一樣。", "It takes less than today; {money} more over the whole period brings {gain}, as everywhere else.";
    /// All others are at their ends.
    why_rest(money, gain): "其他管道都停在最高或最低預算，剩下的由它來花；這段期間總共多花 {money}，會多 {gain}。", "The others are at the ends of their ranges, so the rest is its own; {money} more over the whole period brings {gain}.";
    /// There is no other channel.
    why_alone(money, gain): "只用這個管道，錢都放在這裡；這段期間總共多花 {money}，會多 {gain}。", "The only channel in use, so all the money is here; {money} more over the whole period brings {gain}.";
    /// There is no other channel, and it is at its least budget.
    why_least_alone(money, gain): "停在最低預算；這段期間總共多花 {money}，會多 {gain}。", "At its least budget; {money} more over the whole period brings {gain}.";
    /// As it is.
    why_same(money, gain): "不用動：這段期間總共多花 {money}，會多 {gain}，和其他管道差不多。", "Stays: {money} more over the whole period brings {gain}, about as much as elsewhere.";
    /// At its largest budget.
    why_most(money, gain): "停在最高預算；放寬的話，這段期間總共多花 {money}，還能多 {gain}。", "At its largest budget; beyond it {money} more over the whole period would bring {gain}.";
    /// At its least budget, above nothing.
    why_least(money, gain): "停在最低預算：這段期間總共多花 {money}，只多 {gain}，比其他管道少。", "At its least budget: {money} more over the whole period brings only {gain}, less than elsewhere.";
    /// At no money.
    why_none(money, gain): "不花錢：這段期間總共花 {money}，只會帶來 {gain}，放在其他管道更多。", "No money: {money} over the whole period would bring only {gain}, less than elsewhere.";
    /// Bands decide.
    why_band(money, gain, class): "這段期間總共多花 {money}，會多 {gain}；給多少由「{class}」的比例決定。", "{money} more over the whole period brings {gain}; how much it gets is decided by the share of {class} channels.";
    /// Held.
    why_held(money, gain): "你固定了它；這段期間總共多花 {money}，會多 {gain}。", "Held by you; {money} more over the whole period would bring {gain}.";
    /// Scaled.
    why_scaled(money, gain): "和其他管道一起放大或縮小；這段期間總共多花 {money}，會多 {gain}。", "Scaled with the others; {money} more over the whole period brings {gain}.";
    /// Not taking part.
    why_inactive: "已停用，不參與。", "Inactive, takes no part.";
    /// The slider.
    hand(channel): "{channel}每月預算", "{channel}, a month";
    /// Holds a channel at today's money.
    hold: "固定在現在", "Keep today's";
    /// Lets it go.
    release: "放開", "Let go";
    /// Lets all go.
    release_all: "全部放開", "Let all go";
    /// It is held.
    held_at(money): "固定在 {money}", "held at {money}";
}

words! {
    // Adopting.
    /// Takes the budgets into the plan.
    adopt: "採用到這個方案", "Use in this plan";
    /// Makes a plan of them.
    adopt_as_new: "另存成新方案", "Save as a new plan";
    /// After it.
    adopted: "已換成這組預算", "The plan now has these budgets";
    /// The name of the new plan.
    scenario(name, wish): "{name}・{wish}", "{name}: {wish}";
    /// After it.
    adopted_as_new(name): "已建立「{name}」", "Created \"{name}\"";
    /// The plan has these budgets already.
    already: "方案已經是這組預算。", "The plan has these budgets already.";

    // Work in progress.
    /// What is being done.
    solving: "正在解最佳分法", "Solving";
    /// What is being done.
    proving: "先用目前最好的，正在確認有沒有更好的", "The best so far; looking whether there is a better one";
    /// What is being done.
    mending: "正在找怎樣才到得了", "Looking for what would help";
    /// What is being done.
    drawing: "正在畫曲線", "Drawing the curves";
    /// Stops it.
    cancel: "停止", "Stop";
    /// It was stopped.
    cancelled: "已停止，下面是停下前的結果。", "Stopped; what was found before is below.";
    /// Begins again.
    again: "重新計算", "Solve again";
    /// The worker failed.
    failed: "計算中斷了，方案沒有改變。", "The computation broke off; the plan is unchanged.";

    // The curves.
    /// Their finding, with equal returns.
    curves_equal: "錢已經分到最好：再多一塊錢，放哪裡都一樣", "The money is split at its best: a little more does the same anywhere";
    /// Their finding otherwise.
    curves_title: "每個管道：花多少，帶來多少", "Each channel: what it takes and what it brings";
    /// Their unit.
    curves_unit(figure): "橫軸每月預算；縱軸的{figure}和「總共」都是整段期間；各圖倍率相同", "across: money a month; {figure} and \"in all\": whole period; one scale for all";
    /// One channel told.
    curves_row(channel, now, now_gain, best, best_gain): "{channel}：現在 {now} 帶來 {now_gain}，最佳 {best} 帶來 {best_gain}", "{channel}: today {now} brings {now_gain}, best {best} brings {best_gain}";
    /// Between rows.
    between_rows: "；", "; ";
    /// All told.
    curves_told(rows): "{rows}。", "{rows}.";
    /// What the next money brings, beside a curve.
    next_brings(money, gain): "總共多花 {money}：{gain}", "+{money} in all: {gain}";
    /// A point.
    point_now: "現在", "Today";
    /// A point.
    point_best: "最佳", "Best";
    /// A column.
    brings: "帶來", "Brings";
    /// A column.
    brings_now: "現在帶來", "Brings today";
    /// A column.
    brings_best: "最佳帶來", "Brings at best";

    /// The profit as a figure.
    profit: "利潤", "profit";

    // The view.
    /// The title of the view.
    view: "預算配置", "Budget";
    /// The fault's heading.
    refused: "這樣問沒有答案", "This has no answer";
    /// The field of the goal.
    goal(figure): "目標・{figure}", "Goal: {figure}";
}
