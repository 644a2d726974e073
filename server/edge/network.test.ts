import { describe, expect, test } from 'bun:test';
import { clientAddress, createNetworkNames, networkOf } from './network.ts';

describe('a network', () => {
  test('is an IPv4 address, however it is wrapped', () => {
    expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
    expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
    expect(networkOf('::FFFF:203.0.113.7')).toBe('203.0.113.7');
    expect(networkOf('::ffff:cb00:7107')).toBe('203.0.113.7');
    expect(networkOf('0:0:0:0:0:ffff:cb00:7107')).toBe('203.0.113.7');
  });

  test('is the first half of an IPv6 address, however it is written', () => {
    for (const address of [
      '2001:db8:0:7::1',
      '2001:db8:0:7:ffff:ffff:ffff:ffff',
      '2001:0DB8:0000:0007:0:0:0:1',
      '2001:db8:0:7:0:0:0:0',
      '2001:db8:0:7::',
      '2001:db8::7:0:0:0:1',
    ]) {
      expect([address, networkOf(address)]).toEqual([address, '2001:db8:0:7']);
    }
  });

  test('differs where the first half differs', () => {
    const networks = ['2001:db8:0:7::1', '2001:db8:0:8::1', '2001:db8::1', '2001:db9:0:7::1', '::1', 'fe80::1%eth0'];
    expect(new Set(networks.map(networkOf)).size).toBe(networks.length);
    expect(networkOf('fe80::1%eth0')).toBe(networkOf('fe80::2%eth1'));
    expect(networkOf('::ffff:cb00:7107')).not.toBe(networkOf('::ffff:cb00:7108'));
  });
});

describe('a network’s name', () => {
  const DAY_MS = 86_400_000;

  test('is the same all day, another the next day, and tells nothing of the address', () => {
    let nowMs = 20_000 * DAY_MS;
    const nameOf = createNetworkNames(() => nowMs);
    const name = nameOf('203.0.113.7');
    expect(name).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(nameOf('::ffff:203.0.113.7')).toBe(name);
    expect(nameOf('203.0.113.8')).not.toBe(name);
    nowMs += DAY_MS - 1;
    expect(nameOf('203.0.113.7')).toBe(name);
    nowMs += 1;
    const next = nameOf('203.0.113.7');
    expect(next).not.toBe(name);
    // The key of yesterday is gone: a clock that is set back doesn't bring the name back.
    nowMs -= 1;
    expect([name, next]).not.toContain(nameOf('203.0.113.7'));
  });

  test('is another on each server', () => {
    const [one, other] = [createNetworkNames(() => 0), createNetworkNames(() => 0)];
    expect(one('203.0.113.7')).not.toBe(other('203.0.113.7'));
  });
});

describe('the client’s address', () => {
  const SOCKET = '10.0.0.1';

  test.each([
    ['no proxy is trusted: the socket’s, whatever a header says', '1.1.1.1', 0, SOCKET],
    ['no header', null, 1, SOCKET],
    ['one proxy: what it saw', '203.0.113.7', 1, '203.0.113.7'],
    ['one proxy: what it saw, not what the client claims', '1.1.1.1, 203.0.113.7', 1, '203.0.113.7'],
    ['two proxies: what the outer one saw', '203.0.113.7, 10.0.0.2', 2, '203.0.113.7'],
    ['two proxies, and a claim before them', '1.1.1.1, 203.0.113.7, 10.0.0.2', 2, '203.0.113.7'],
    ['fewer hops than proxies: the first', '203.0.113.7', 3, '203.0.113.7'],
    ['an IPv6 address', '2001:db8::1', 1, '2001:db8::1'],
    ['an IPv6 address with its port', '[2001:db8::1]:4711', 1, '2001:db8::1'],
    ['an IPv6 address in brackets', '[2001:db8::1]', 1, '2001:db8::1'],
    ['an IPv4 address with its port', '203.0.113.7:4711', 1, '203.0.113.7'],
    ['no spaces', '1.1.1.1,203.0.113.7', 1, '203.0.113.7'],
    ['nothing that is an address', 'unknown', 1, SOCKET],
    ['an empty hop', '203.0.113.7, ', 1, SOCKET],
    ['an empty header', '', 1, SOCKET],
    ['something after the address', '203.0.113.7 evil', 1, SOCKET],
  ])('%s', (_, forwarded, proxies, address) => {
    expect(clientAddress(SOCKET, forwarded, proxies)).toBe(address);
  });
});
