import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Devices } from '../ports/credentials.ts';

/** A device is a random name and its HMAC with the operator's id, under a key made of the server's secret; nothing of it is kept. */
export function createDevices(serverSecret: string): Devices {
  const key = Buffer.from(hkdfSync('sha256', serverSecret, '', 'bauta operator device', 32));
  const seal = (name: string, adminId: string): Buffer =>
    createHmac('sha256', key).update(`${name}.${adminId}`).digest();
  return {
    make(adminId) {
      const name = randomBytes(16).toString('base64url');
      return `${name}.${seal(name, adminId).toString('base64url')}`;
    },
    belongsTo(device, adminId) {
      const [name = '', given = ''] = device?.split('.') ?? [];
      const sealed = Buffer.from(given, 'base64url');
      return sealed.length === 32 && timingSafeEqual(sealed, seal(name, adminId));
    },
  };
}
