/** Web addresses in running text: http and https only, and shown as what they are. */

export interface Link {
  /** UTF-16 units of the text that it covers. */
  length: number;
  href: string;
  /** What people see: the target itself, a foreign host in the ASCII form that can't imitate another. */
  shown: string;
}

const START = /https?:\/\/[^\s<>"'`\p{Cc}\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]{1,2048}/iuy;
const TRAILING = new Set(['.', ',', ';', ':', '!', '?', '*', '_', '…', '。', '，', '、', '»', '”', '’', '|']);
const PAIRS: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** Looks like a link and is none: nothing in these characters is to be tried again. */
export interface NoLink {
  length: number;
  href: null;
}

/** The link that starts exactly at `at`, or null. Punctuation after it, and brackets around it, are not part of it. */
export function findLink(text: string, at: number): Link | NoLink | null {
  START.lastIndex = at;
  const match = START.exec(text)?.[0];
  if (match === undefined) return null;
  const raw = match.slice(0, lengthWithoutTail(match));
  let url: URL;
  try {
    url = new URL(raw);
  } catch {
    return { length: match.length, href: null };
  }
  // `https://your-bank.example@evil.example/` shows one host and opens another: it stays plain text.
  if (url.host === '' || url.username !== '' || url.password !== '') return { length: match.length, href: null };
  return { length: raw.length, href: url.href, shown: shown(raw, url) };
}

function lengthWithoutTail(match: string): number {
  const count: Record<string, number> = {};
  for (const character of match) count[character] = (count[character] ?? 0) + 1;
  let end = match.length;
  for (; end > 0; end--) {
    const last = match[end - 1] ?? '';
    const opener = PAIRS[last];
    if (opener !== undefined && (count[last] ?? 0) > (count[opener] ?? 0)) count[last] = (count[last] ?? 0) - 1;
    else if (!TRAILING.has(last)) break;
  }
  return end;
}

function shown(raw: string, url: URL): string {
  const authority = raw.slice(raw.indexOf('//') + 2).split(/[/?#\\]/, 1)[0] ?? '';
  const rest = raw.slice(raw.indexOf('//') + 2 + authority.length);
  // Backslashes and other shapes that the browser reads differently from a person: show what it makes of them.
  if (rest !== '' && !/^[/?#]/.test(rest)) return url.href;
  return `${url.protocol}//${url.host}${rest}`;
}
