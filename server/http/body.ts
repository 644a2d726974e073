import { BODY_BYTES_MAX } from '../../protocol/limits.ts';
import { Refusal } from '../domain/refusal.ts';

/**
 * The bytes of a JSON body, of which no more than allowed are ever held.
 *
 * @throws Refusal `unsupported_media_type` or `payload_too_large`
 */
export async function readBody(request: Request): Promise<Uint8Array> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Refusal('unsupported_media_type');
  if (Number(request.headers.get('content-length') ?? 0) > BODY_BYTES_MAX) throw new Refusal('payload_too_large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > BODY_BYTES_MAX) throw new Refusal('payload_too_large');
      chunks.push(chunk);
    }
  } catch (error) {
    // The client hung up in the middle: nobody's bug, and nobody reads the answer.
    if (request.signal.aborted || (error instanceof Error && error.name === 'AbortError')) {
      throw new Refusal('invalid_request', { detail: 'The body broke off.', errors: [] });
    }
    throw error;
  }
  return Buffer.concat(chunks);
}
