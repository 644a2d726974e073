/** `2000` for `2,000`, `2 000` or `2000`; null for what is no whole number. */
export function readCount(typed: string): number | null {
  const digits = typed.trim().replace(/(?<=\d)[,\s](?=\d{3}(\D|$))/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
