/** Whether a password is among those that are tried first: in the list, or made of one by repeating, counting or decorating it. */
export async function isCommonPassword(password: string): Promise<boolean> {
  // 50,000 words: only the command that makes an operator needs them.
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const common = new Set<string>(dictionary['passwords-common'].map(String));
  const bare = password.normalize('NFKC').toLowerCase();
  const letters = bare.replace(/[^\p{L}\p{N}]/gu, '');
  const undecorated = letters.replace(/^\d+|\d+$/g, '');
  return (
    [bare, letters, undecorated, repeatedPart(letters)].some((form) => form === '' || common.has(form)) ||
    new Set(letters).size < 4 ||
    isSequence(letters)
  );
}

/** `abcabcabc` → `abc`; a text that repeats nothing is itself. */
function repeatedPart(text: string): string {
  const length = `${text}${text}`.indexOf(text, 1);
  return text.slice(0, length);
}

const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiopasdfghjklzxcvbnm', '1q2w3e4r5t6y7u8i9o0p'];

function isSequence(text: string): boolean {
  const backwards = [...text].reverse().join('');
  return ROWS.some((row) => `${row}${row}`.includes(text) || `${row}${row}`.includes(backwards));
}
