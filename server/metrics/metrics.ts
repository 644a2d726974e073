export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  request(route: string, status: number, seconds: number): void;
  refused(limit: string): void;
  commit(seconds: number, messages: number): void;
  swept(messages: number): void;
  bug(): void;
  /** Read when the figures are asked for. */
  watch(sizes: () => { rooms: number; sockets: number }): void;
}

const nothing = () => {};

/** Counts nothing, for a server whose figures nobody may ask for. */
const NO_METRICS: Metrics = {
  contentType: 'text/plain',
  text: async () => '',
  request: nothing,
  refused: nothing,
  commit: nothing,
  swept: nothing,
  bug: nothing,
  watch: nothing,
};

/** Loaded only where a token lets somebody ask: the library takes four megabytes. */
export async function createMetrics(wanted: boolean): Promise<Metrics> {
  if (!wanted) return NO_METRICS;
  const { createPrometheus } = await import('./prometheus.ts');
  return createPrometheus();
}
