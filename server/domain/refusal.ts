import { ERRORS, type ErrorCode, type FieldError } from '../../protocol/errors.ts';

export interface RefusalDetails {
  detail?: string;
  retryAfterSeconds?: number;
  errors?: FieldError[];
}

/** An expected "no": it has a code of the contract and a sentence for a person. Everything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly retryAfterSeconds: number | undefined;
  readonly errors: FieldError[] | undefined;

  constructor(code: ErrorCode, { detail, retryAfterSeconds, errors }: RefusalDetails = {}) {
    super(detail ?? `${ERRORS[code].title}.`);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
    this.errors = errors;
  }
}

/** Throws the reason that a rule gave, if it gave one. */
export function refuseIf(reason: ErrorCode | null, detail?: string): void {
  if (reason !== null) throw new Refusal(reason, detail === undefined ? {} : { detail });
}
