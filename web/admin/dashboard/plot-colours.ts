/** The colours of a chart. A canvas knows no custom properties, so they are read when it is drawn. */

export interface PlotColours {
  line: string;
  area: string;
  before: string;
  grid: string;
  words: string;
  ground: string;
}

/** As the theme has them now, or the system's own where somebody chose those (forced colours). */
export function readColours(): PlotColours {
  if (window.matchMedia('(forced-colors: active)').matches) {
    return {
      line: 'Highlight',
      area: 'transparent',
      before: 'CanvasText',
      grid: 'GrayText',
      words: 'CanvasText',
      ground: 'Canvas',
    };
  }
  const style = getComputedStyle(document.documentElement);
  const role = (name: string) => style.getPropertyValue(`--c-${name}`).trim();
  return {
    line: role('accent'),
    area: `color-mix(in srgb, ${role('accent')} 9%, transparent)`,
    before: role('control'),
    grid: role('line'),
    words: role('text-3'),
    ground: role('surface'),
  };
}
