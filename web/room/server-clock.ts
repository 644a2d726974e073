/** How far the server's clock is ahead of this device's: messages vanish by the server's time, and many devices' clocks are wrong. */

/** The header has whole seconds, and the way takes time: less than this is no difference. */
const NOTICEABLE_MS = 3_000;

/** Milliseconds; 0 where the clocks agree or nobody can tell. */
export async function measureSkewMs(): Promise<number> {
  try {
    const before = Date.now();
    const answer = await fetch('/healthz', { cache: 'no-store', credentials: 'omit' });
    const date = Date.parse(answer.headers.get('Date') ?? '');
    const skew = date + 500 - (before + Date.now()) / 2;
    return Math.abs(skew) > NOTICEABLE_MS ? skew : 0;
  } catch {
    return 0;
  }
}
