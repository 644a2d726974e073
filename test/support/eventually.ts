/**
 * Resolves as soon as the check gives something, for what no frame and no answer tells of.
 *
 * @throws Error with `what` when it didn’t within 10 s
 */
export async function eventually<Found>(
  what: string,
  check: () => Found | null | Promise<Found | null>,
): Promise<Found> {
  const deadlineMs = performance.now() + 10_000;
  for (;;) {
    const found = await check();
    if (found !== null) return found;
    if (performance.now() > deadlineMs) throw new Error(`${what} did not come about`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
