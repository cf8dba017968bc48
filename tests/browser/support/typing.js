// How long a keystroke takes to reach the screen, on a processor made several times slower.

/**
 * Types `texts` one after the other into `input` and measures, for each keystroke that changes the text of `output`,
 * the milliseconds from the key event to the frame that shows the change. The numbers come back in order.
 * A keystroke that changes nothing within `patience` milliseconds is an error: there would be nothing to measure.
 */
export async function typingLatencies(page, { input, output, texts, slowdown = 4, patience = 2000 }) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const latencies = [];
  try {
    for (const text of texts) {
      await page.locator(input).selectText();
      for (const key of text) {
        await page.evaluate(watchNextKey, { output, patience });
        await page.keyboard.press(key);
        latencies.push(await page.evaluate(() => window.keyPainted));
      }
    }
  } finally {
    await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await session.detach();
  }
  return latencies;
}

/** Runs in the page: `window.keyPainted` becomes the time from the next key event to the paint that follows it. */
function watchNextKey({ output, patience }) {
  window.keyPainted = new Promise((resolve, reject) => {
    const before = document.querySelector(output).textContent;
    const timer = setTimeout(() => reject(new Error(`${output} did not change`)), patience);
    let pressed;
    addEventListener("keydown", (event) => (pressed = event.timeStamp), { capture: true, once: true });
    // The task after an animation frame runs when that frame has been handed to the compositor.
    const afterPaint = (done) => requestAnimationFrame(() => setTimeout(done));
    const observer = new MutationObserver(() => {
      if (pressed === undefined || document.querySelector(output)?.textContent === before) return;
      observer.disconnect();
      clearTimeout(timer);
      afterPaint(() => resolve(performance.now() - pressed));
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** The value that a share of the numbers does not exceed, by nearest rank. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
