import { encode } from 'uqr';

/** Modules of white around it, without which many cameras find nothing (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A QR code, dark on white in both themes. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: QUIET_ZONE });
  let path = '';
  for (const [y, row] of data.entries()) for (const [x, dark] of row.entries()) if (dark) path += `M${x} ${y}h1v1h-1z`;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="hue-safe size-36 flex-none rounded-lg bg-white inset-ring inset-ring-line-2 max-sm:size-44"
    >
      <path d={path} fill="#0A0E0D" />
    </svg>
  );
}
