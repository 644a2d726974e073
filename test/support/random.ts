/**
 * Random numbers that can be had again: mulberry32.
 *
 * @param wished the seed of an earlier run; else a new one
 */
export function randomFrom(wished?: string): { random: () => number; seed: number } {
  const seed = wished === undefined ? (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) : Number(wished);
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { random, seed };
}
