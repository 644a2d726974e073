import { SESSION_HINT_COOKIE } from '../../protocol/limits.ts';

/** Where a session's token may stand, in this order: bearer, cookie; for a socket the subprotocol and the query as well. */

/** Over TLS the name's prefix makes browsers hold the cookie to this host and to TLS. */
export const cookieName = (tls: boolean): string => (tls ? '__Host-bauta_session' : 'bauta_session');

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The token of a call, or null where there is none that could be one. */
export function tokenOfCall(request: Request, tls: boolean): string | null {
  const bearer = /^Bearer +([^ ]+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  return plausible(bearer) ?? plausible(new Bun.CookieMap(request.headers.get('cookie') ?? '').get(cookieName(tls)));
}

/** The operator's. Apart from the session's, so that one person may have both. */
export const adminCookieName = (tls: boolean): string => (tls ? '__Host-bauta_admin' : 'bauta_admin');

export function tokenOfOperator(request: Request, tls: boolean): string | null {
  return plausible(new Bun.CookieMap(request.headers.get('cookie') ?? '').get(adminCookieName(tls)));
}

export function adminCookie(token: string, tls: boolean, maxAge: number): string {
  const attributes = { sameSite: 'strict', path: '/', secure: tls, httpOnly: true, maxAge } as const;
  return new Bun.Cookie(adminCookieName(tls), token, attributes).toString();
}

const deviceCookieName = (tls: boolean): string => (tls ? '__Host-bauta_admin_device' : 'bauta_admin_device');

/** Of a browser that an operator has signed in from before. */
export function deviceOf(request: Request, tls: boolean): string | null {
  return new Bun.CookieMap(request.headers.get('cookie') ?? '').get(deviceCookieName(tls));
}

export function deviceCookie(device: string, tls: boolean, maxAge: number): string {
  const attributes = { sameSite: 'strict', path: '/', secure: tls, httpOnly: true, maxAge } as const;
  return new Bun.Cookie(deviceCookieName(tls), device, attributes).toString();
}

export const SUBPROTOCOL = 'bauta.v1';

/** The token of an upgrade; `subprotocol` is what the answer must name when the client offered it. */
export function tokenOfUpgrade(request: Request, tls: boolean): { token: string | null; subprotocol: string | null } {
  const offered = (request.headers.get('sec-websocket-protocol') ?? '').split(',').map((name) => name.trim());
  const inProtocol = offered.find((name) => name.startsWith('token.'))?.slice('token.'.length);
  const inQuery = new URL(request.url).searchParams.get('token');
  return {
    token: tokenOfCall(request, tls) ?? plausible(inProtocol) ?? plausible(inQuery),
    subprotocol: offered.includes(SUBPROTOCOL) ? SUBPROTOCOL : null,
  };
}

const plausible = (token: string | null | undefined): string | null =>
  token !== null && token !== undefined && TOKEN.test(token) ? token : null;

/**
 * The session's cookie, which no script can read, and one beside it that says no more than that there is one: so that a page
 * on its first visit needn't ask in vain.
 */
export function sessionCookies(token: string, tls: boolean, maxAge: number): string[] {
  const shared = { sameSite: 'strict', path: '/', secure: tls, maxAge } as const;
  const present = token === '' ? '' : '1';
  return [
    new Bun.Cookie(cookieName(tls), token, { ...shared, httpOnly: true }).toString(),
    new Bun.Cookie(SESSION_HINT_COOKIE, present, shared).toString(),
  ];
}
