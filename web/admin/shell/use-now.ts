import { useStats } from '../queries.ts';

const EVERY_MS = 30_000;

/** How the server is now, for the numbers beside the sections; fresher while the dashboard asks more often. */
export const useNow = () => useStats('1h', EVERY_MS).data?.now;
