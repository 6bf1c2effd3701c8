/** Keeps the main thread busy for a share of its time, and knows the longest task that it did beside that. */

const PERIOD_MS = 50;

/** Spins for that share of every period until called off. */
export function keepBusy(share: number): () => void {
  let isOver = share === 0;
  const spin = (): void => {
    if (isOver) return;
    const end = performance.now() + PERIOD_MS * share;
    while (performance.now() < end) continue;
    setTimeout(spin, PERIOD_MS * (1 - share));
  };
  spin();
  return () => {
    isOver = true;
  };
}

/** Watches for long tasks until asked; 0 where none took 50 ms or more, as the browser counts them. */
export function watchLongTasks(): () => number {
  let longestMs = 0;
  const take = (entries: PerformanceEntryList): void => {
    for (const { duration } of entries) longestMs = Math.max(longestMs, duration);
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: "longtask" });
  return () => {
    take(observer.takeRecords());
    observer.disconnect();
    return longestMs;
  };
}
