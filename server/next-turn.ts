/**
 * Lets everything else have its turn. The embedded database answers within the same turn of the event loop, so a long row of its
 * answers would hold up all who wait, however many `await`s stand in it.
 */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
