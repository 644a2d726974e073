import pino, { type Logger } from 'pino';

/** One JSON object a line on stdout. Callers log routes, codes of errors and counts; never who, where from, or what. */
export function createLog(level: string): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 1, sync: true }),
  );
}
