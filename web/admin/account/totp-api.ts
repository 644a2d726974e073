import { call } from '../../api.ts';

/** What an authenticator needs: to type, and to scan. */
export interface TotpSecret {
  secret: string;
  uri: string;
}

export const startTotp = () => call<TotpSecret>('POST', '/api/admin/me/totp/');

/** Ten recovery codes, told once. */
export const enableTotp = (code: string) =>
  call<{ recovery_codes: string[] }>('POST', '/api/admin/me/totp/enable/', { code }).then(
    ({ recovery_codes }) => recovery_codes,
  );

export const disableTotp = () => call<void>('DELETE', '/api/admin/me/totp/');
