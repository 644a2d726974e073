const SECONDS = 60;

/** How often something happened within the last minute, to the second. Takes the same memory however often that is. */
export function createRolling(nowMs: () => number): { add(count: number): void; sum(): number } {
  const counts = new Array<number>(SECONDS).fill(0);
  const seconds = new Array<number>(SECONDS).fill(-1);
  const second = () => Math.floor(nowMs() / 1000);
  return {
    add(count) {
      const now = second();
      const slot = now % SECONDS;
      counts[slot] = (seconds[slot] === now ? (counts[slot] ?? 0) : 0) + count;
      seconds[slot] = now;
    },
    sum() {
      const now = second();
      return counts.reduce((sum, count, slot) => {
        const age = now - (seconds[slot] ?? -1);
        return age >= 0 && age < SECONDS ? sum + count : sum;
      }, 0);
    },
  };
}
