/** How an operator proves who they are. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** With a hash of null it takes the same time, and is false. */
  verify(password: string, hash: string | null): Promise<boolean>;
}

/** One-time codes after RFC 6238: SHA-1, six digits, 30 s. Secrets are given and taken sealed, but for `uri`. */
export interface Totp {
  /** A new secret: in the clear for the person's authenticator, sealed for the database. */
  make(): Promise<{ secret: string; sealed: string }>;
  /** `otpauth://…`, for a QR code. */
  uri(secret: string, username: string): Promise<string>;
  /** The step (30 s since 1970) whose code this is, now or a step before or after; null where it is none. */
  stepOf(sealed: string, code: string, nowMs: number): Promise<number | null>;
}

/**
 * Browsers that an operator has signed in from before, known by a cookie: so that wrong tries of others can't keep the operator out
 * (OWASP, "Slow down online guessing attacks with device cookies").
 */
export interface Devices {
  make(adminId: string): string;
  belongsTo(device: string | null, adminId: string): boolean;
}
