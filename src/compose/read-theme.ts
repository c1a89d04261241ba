// Turns theme.yaml into a Theme: millimetres become points, styles inherit, every fault has its place.
import type { Outcome } from '../base/finding.js';
import { below } from '../base/pointer.js';
import type { Source } from '../read/parsed.js';
import { read } from '../read/read.js';
import { type Settings, settingsOf } from './settings.js';
import type { Font, FontFile, Style, Theme } from './theme.js';
import { themeMessages as messages } from './theme-messages.js';

const millimetre = 72 / 25.4;

/** Portrait sizes in millimetres (ISO 216). */
const papers = { A4: [210, 297], A3: [297, 420] } as const;

const sides = ['top', 'right', 'bottom', 'left'] as const;

/** `fontFile` finds the file that a font's `file` names, or null. */
export function readTheme(source: Source, fontFile: (name: string) => FontFile | null): Outcome<Theme> {
  const parsed = read(source);
  if (!parsed.value) return { value: null, findings: parsed.findings };
  const settings = settingsOf(parsed.value);
  settings.keys('', ['paper', 'padding', 'line-height', 'border', 'fonts', 'columns', 'styles', 'footer']);

  const fonts = readFonts(settings, fontFile);
  const styles = readStyles(settings, Object.keys(fonts));
  const theme: Theme = {
    paper: readPaper(settings),
    margin: readMargin(settings),
    padding: readPadding(settings),
    lineHeight: settings.number('/line-height', [1, 4], 1.4),
    border: readBorder(settings),
    fonts,
    columns: Object.fromEntries(
      settings.keys('/columns', null).map((key) => [key, settings.number(below('/columns', key), [1, 10_000], null)]),
    ),
    styles,
    footer: readFooter(settings, Object.keys(styles)),
  };
  const { paper, margin } = theme;
  const width = paper.width - margin.left - margin.right;
  const height = paper.height - margin.top - margin.bottom;
  if (Math.min(width, height) < 100 * millimetre) settings.fault('/paper/margins', messages.tooNarrow());
  const failed = settings.findings.length > 0;
  return { value: failed ? null : theme, findings: [...parsed.findings, ...settings.findings] };
}

function readPaper(settings: Settings): Theme['paper'] {
  settings.keys('/paper', ['size', 'orientation', 'margins']);
  const name = settings.choice('/paper/size', ['A4', 'A3'], 'A4');
  const landscape = settings.choice('/paper/orientation', ['landscape', 'portrait'], 'landscape') === 'landscape';
  const [short, long] = papers[name].map((side) => side * millimetre) as [number, number];
  return { name, landscape, width: landscape ? long : short, height: landscape ? short : long };
}

function readMargin(settings: Settings): Theme['margin'] {
  settings.keys('/paper/margins', sides);
  const [top, right, bottom, left] = sides.map(
    (side) => settings.number(`/paper/margins/${side}`, [5, 100], 15) * millimetre,
  ) as [number, number, number, number];
  return { top, right, bottom, left };
}

function readPadding(settings: Settings): Theme['padding'] {
  settings.keys('/padding', ['x', 'y']);
  return {
    x: settings.number('/padding/x', [0, 20], 2) * millimetre,
    y: settings.number('/padding/y', [0, 20], 1) * millimetre,
  };
}

function readBorder(settings: Settings): Theme['border'] {
  settings.keys('/border', ['width', 'colour']);
  return {
    width: settings.number('/border/width', [0.1, 6], 0.5),
    colour: settings.colour('/border/colour', '#000000'),
  };
}

function readFonts(settings: Settings, fontFile: (name: string) => FontFile | null): Readonly<Record<string, Font>> {
  const fonts: Record<string, Font> = {};
  for (const name of settings.keys('/fonts', null)) {
    const at = below('/fonts', name);
    settings.keys(at, ['file', 'office', 'css']);
    const fileName = settings.text(`${at}/file`, null);
    const file = fileName === '' ? null : fontFile(fileName);
    if (!file && fileName !== '') settings.fault(`${at}/file`, messages.font(fileName));
    const css = settings.texts(`${at}/css`).map((family) => family.replace(/["\\;{}<>]/g, ''));
    const generic = /^(serif|sans-serif|monospace|cursive|system-ui)$/;
    fonts[name] = {
      office: settings.text(`${at}/office`, name),
      css: css.map((family) => (generic.test(family) ? family : `"${family}"`)).join(', '),
      file: file ?? { digest: '', bytes: () => new Uint8Array() },
    };
  }
  if (Object.keys(fonts).length === 0) settings.fault('/fonts', messages.missing('fonts'));
  return fonts;
}

/** `default` first; another style starts from the one it is `like`, else from `default`. */
function readStyles(settings: Settings, fonts: readonly string[]): Readonly<Record<string, Style>> {
  const names = settings.keys('/styles', null);
  const styles: Record<string, Style> = {};
  for (const name of ['default', ...names.filter((one) => one !== 'default')]) {
    const at = below('/styles', name);
    settings.keys(at, ['like', 'font', 'size', 'align', 'valign', 'colour', 'fill', 'border', 'locked', 'format']);
    const base =
      name === 'default' ? null : (styles[settings.choice(`${at}/like`, Object.keys(styles), 'default')] ?? null);
    styles[name] = readStyle(settings, at, base, fonts);
  }
  return styles;
}

function readStyle(settings: Settings, at: string, base: Style | null, fonts: readonly string[]): Style {
  return {
    font: settings.choice(`${at}/font`, fonts, base?.font ?? null),
    size: settings.number(`${at}/size`, [4, 72], base?.size ?? null),
    align: settings.choice(`${at}/align`, ['left', 'center', 'right'], base?.align ?? 'left'),
    valign: settings.choice(`${at}/valign`, ['top', 'middle', 'bottom'], base?.valign ?? 'middle'),
    colour: settings.colour(`${at}/colour`, base?.colour ?? '#000000'),
    fill: settings.fill(`${at}/fill`, base?.fill ?? null),
    border: settings.flag(`${at}/border`, base?.border ?? true),
    locked: settings.flag(`${at}/locked`, base?.locked ?? true),
    format: settings.text(`${at}/format`, base?.format ?? '#,##0.00'),
  };
}

function readFooter(settings: Settings, styles: readonly string[]): Theme['footer'] {
  settings.keys('/footer', ['text', 'style']);
  return {
    text: settings.text('/footer/text', '第 {page} 页 共 {pages} 页'),
    style: settings.choice('/footer/style', styles, styles.includes('footer') ? 'footer' : 'default'),
  };
}
