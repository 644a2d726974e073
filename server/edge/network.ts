import { createHmac, randomBytes } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';

const DAY_MS = 86_400_000;

/**
 * Gives a network a name that means nothing: an HMAC of the IPv4 address or IPv6 /64, under a key that rotates daily, lives
 * in memory and is never written down.
 */
export function createNetworkNames(nowMs: () => number): (address: string) => string {
  let key = randomBytes(32);
  let madeOnDay = Math.floor(nowMs() / DAY_MS);
  return (address) => {
    const day = Math.floor(nowMs() / DAY_MS);
    if (day !== madeOnDay) {
      key = randomBytes(32);
      madeOnDay = day;
    }
    return createHmac('sha256', key).update(networkOf(address)).digest('base64url').slice(0, 22);
  };
}

/** An IPv4 address, or the first 64 bits of an IPv6 one; IPv4 in IPv6 (`::ffff:203.0.113.7`, `::ffff:cb00:7107`) is IPv4. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const groups = groupsOf(address);
  const [, , , , , marker, high = 0, low = 0] = groups;
  if (marker === 0xffff && groups.slice(0, 5).every((group) => group === 0)) {
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  }
  return groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':');
}

/** The eight numbers of an IPv6 address (RFC 4291, 2.2). */
function groupsOf(address: string): number[] {
  const [head = [], tail = []] = (address.split('%')[0] ?? '').split('::').map(hexGroups);
  const zeros = 8 - head.length - tail.length;
  return [...head, ...Array<number>(zeros).fill(0), ...tail];
}

function hexGroups(part: string): number[] {
  return part
    .split(':')
    .filter(Boolean)
    .flatMap((group) => {
      const [a, b, c, d] = group.split('.').map(Number);
      if (a === undefined || b === undefined || c === undefined || d === undefined) return [Number.parseInt(group, 16)];
      return [a * 256 + b, c * 256 + d];
    });
}

/**
 * The client's address: the socket's, or the one that the outermost trusted proxy saw.
 *
 * @param trustedProxies how many entries at the end of `X-Forwarded-For` were written by proxies that may be believed
 */
export function clientAddress(socketAddress: string, forwardedFor: string | null, trustedProxies: number): string {
  if (trustedProxies === 0 || forwardedFor === null) return socketAddress;
  const hops = forwardedFor.split(',').map((hop) => hop.trim());
  const seen = hops[Math.max(0, hops.length - trustedProxies)] ?? '';
  const bare = seen.replace(/^\[([^\]]+)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  return isIPv4(bare) || isIPv6(bare) ? bare : socketAddress;
}
