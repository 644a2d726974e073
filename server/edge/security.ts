import { Refusal } from '../domain/refusal.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const NOT_NEEDED = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'xr-spatial-tracking',
];

const HEADERS: [string, string][] = [
  ['Content-Security-Policy', POLICY],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Embedder-Policy', 'require-corp'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', NOT_NEEDED.map((feature) => `${feature}=()`).join(', ')],
];

/** Two years. Not for names below this one, which may be somebody else's. */
const HSTS = 'max-age=63072000';

/** Every answer carries these, errors included. */
export function secure(response: Response, { tls, requestId }: { tls: boolean; requestId: string }): Response {
  for (const [name, value] of HEADERS) response.headers.set(name, value);
  if (tls) response.headers.set('Strict-Transport-Security', HSTS);
  response.headers.set('X-Request-Id', requestId);
  return response;
}

/**
 * `Host` must be a name that is served, with any port.
 *
 * @throws Refusal `invalid_request`
 */
export function checkHost(request: Request, allowedHosts: readonly string[]): void {
  const host = request.headers.get('host')?.toLowerCase() ?? '';
  const name = host.replace(/:\d+$/, '');
  if (!allowedHosts.includes(name) && !allowedHosts.includes(host)) {
    throw new Refusal('invalid_request', { detail: 'This name is not served here (see ALLOWED_HOSTS).', errors: [] });
  }
}

/**
 * `Origin`, when sent, must be the server's own or listed. Browsers send it with every unsafe call and with every upgrade.
 *
 * @throws Refusal `forbidden`
 */
export function checkOrigin(request: Request, allowedHosts: readonly string[]): void {
  const origin = request.headers.get('origin');
  if (origin !== null && !isOwnOrigin(origin, request.headers.get('host') ?? '', allowedHosts)) throw foreign();
  if (request.headers.get('sec-fetch-site') === 'cross-site') throw foreign();
}

/**
 * Stricter, for the operator's unsafe calls: the browser, or whoever calls, must say that the call comes from here.
 *
 * @throws Refusal `forbidden`
 */
export function requireOwnOrigin(request: Request): void {
  // Its own name and port alone: another port of this machine is somebody else's.
  checkOrigin(request, []);
  const site = request.headers.get('sec-fetch-site');
  if (site === null ? request.headers.get('origin') === null : site !== 'same-origin') throw foreign();
}

function isOwnOrigin(origin: string, host: string, allowedHosts: readonly string[]): boolean {
  if (!URL.canParse(origin)) return false;
  // `host` leaves the port out where it is the scheme's own, as `Host` does.
  const named = new URL(origin).host.toLowerCase();
  return named !== '' && (named === host.toLowerCase() || allowedHosts.includes(named));
}

const foreign = () => new Refusal('forbidden', { detail: 'Calls from other sites are not taken.' });
