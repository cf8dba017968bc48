// How long a keystroke takes to reach the screen, on a processor made several times slower.

/**
 * Types `texts` one after the other into `input` and measures, for each keystroke, the milliseconds from the key event
 * to the frame that shows the change of each of `outputs`. The next key comes once all of them are painted, and not
 * before `gap(nth)` milliseconds have passed since the one before. Answers a list of numbers for each output. A keystroke
 * that does not change all of them within `patience` milliseconds is an error: there would be nothing to measure.
 */
export async function typingLatencies(page, { input, outputs, texts, gap, slowdown = 4, patience = 2000 }) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const latencies = outputs.map(() => []);
  let pressed = 0;
  try {
    for (const text of texts) {
      await page.locator(input).selectText();
      for (const key of text) {
        await page.evaluate(watchNextKey, { outputs, patience });
        const early = pressed + gap(latencies[0].length) - performance.now();
        await new Promise((resolve) => setTimeout(resolve, early));
        pressed = performance.now();
        await page.keyboard.press(key);
        (await page.evaluate(() => window.keyPainted)).forEach((latency, nth) => latencies[nth].push(latency));
      }
    }
  } finally {
    await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await session.detach();
  }
  return latencies;
}

/** Runs in the page: `window.keyPainted` becomes the times from the next key event to the paints that follow it. */
function watchNextKey({ outputs, patience }) {
  window.keyPainted = new Promise((resolve, reject) => {
    const text = (output) => document.querySelector(output)?.textContent;
    const before = outputs.map(text);
    const latencies = outputs.map(() => undefined);
    const waiting = new Set(outputs.keys());
    const timer = setTimeout(() => reject(new Error([...waiting].map((nth) => `${outputs[nth]} did not change`).join(", "))), patience);
    let pressed;
    addEventListener("keydown", (event) => (pressed = event.timeStamp), { capture: true, once: true });
    // The task after an animation frame runs when that frame has been handed to the compositor.
    const afterPaint = (done) => requestAnimationFrame(() => setTimeout(done));
    const observer = new MutationObserver(() => {
      if (pressed === undefined) return;
      for (const nth of [...waiting].filter((nth) => text(outputs[nth]) !== before[nth])) {
        waiting.delete(nth);
        afterPaint(() => {
          latencies[nth] = performance.now() - pressed;
          if (!latencies.includes(undefined)) resolve(latencies);
        });
      }
      if (waiting.size > 0) return;
      observer.disconnect();
      clearTimeout(timer);
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** The value that a share of the numbers does not exceed, by nearest rank. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
