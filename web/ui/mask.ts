/**
 * The mask of a member: a mirrored tile of two cells, 14 motifs each, in one of 12 hues, drawn from the member's id. The
 * same id gives the same mask everywhere, and an id means nothing outside its room, so masks can't be matched between rooms.
 */

/** Paths in a 12 × 12 cell. The first one fills it. */
const MOTIFS = [
  'm0 0h12v12h-12z',
  'm12 0v12h-12a12 12 0 0 1 12-12z',
  'm0 0h12v12a12 12 0 0 1-12-12z',
  'm0 0a12 12 0 0 1 12 12h-12z',
  'm0 0h12a12 12 0 0 1-12 12z',
  'm12 0v12h-12z',
  'm0 0h12v12z',
  'm0 0v12h12z',
  'm0 0h12l-12 12z',
  'm0 6h12v6h-12z',
  'm12 0v6a6 6 0 0 0-6 6h-6a12 12 0 0 1 12-12z',
  'm12 12v-6a6 6 0 0 1-6-6h-6a12 12 0 0 0 12 12z',
  'm0 0a12 12 0 0 1 12 12a12 12 0 0 1-12-12z',
  'm12 0a12 12 0 0 1-12 12a12 12 0 0 1 12-12z',
] as const;

const HUES = 12;

export interface Mask {
  /** 0 to 11: the CSS variables `--m{hue}-g` (ground), `-f` (figure), `-t` (name). */
  hue: number;
  /** Ground and figure change places. */
  flipped: boolean;
  top: number;
  bottom: number;
  /** The left half; the right one is its mirror image. */
  path: string;
}

/** The mask of a member id (any string; the same one gives the same mask). */
export function maskOf(memberId: string): Mask {
  const bits = fingerprint(memberId);
  const [first, second, third, fourth] = [bits >>> 24, (bits >>> 16) & 255, (bits >>> 8) & 255, bits & 255];
  const top = second % MOTIFS.length;
  let bottom = third % MOTIFS.length;
  // Two full cells would be a plain square, which says nothing.
  if (top === 0 && bottom === 0) bottom = 1 + (fourth % (MOTIFS.length - 1));
  // The halves overlap by a fraction of a unit so that no seam shows between them.
  return {
    hue: first % HUES,
    flipped: (fourth & 1) === 1,
    top,
    bottom,
    path: `${MOTIFS[top]}M0 11.8${MOTIFS[bottom]}`,
  };
}

/** The colour of a member's name, as a CSS value: the hue of the mask. */
export function nameColor(memberId: string): string {
  return `var(--m${maskOf(memberId).hue}-t)`;
}

/** 32 bits: FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), then MurmurHash3's finalizer, as FNV alone mixes its high bits badly. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
