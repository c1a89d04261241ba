// Marks a grid and its theme as a draft: the title says so, and so does the foot of every page, large and in red.
import type { Composed } from './compose.js';
import { type Style, styleOf, type Theme } from './theme.js';

const word = '草稿';
/** Points; a smaller footer is enlarged. */
const size = 14;
const colour = '#C00000';

export function asDraft({ grid, theme }: Composed): Composed {
  return { grid: { ...grid, title: `${grid.title}（${word}）` }, theme: draftOf(theme) };
}

/** Renderers keep what they make of a theme by the theme itself, so there is one draft of each. */
const drafts = new WeakMap<Theme, Theme>();

function draftOf(theme: Theme): Theme {
  const known = drafts.get(theme);
  if (known) return known;
  const { text, style } = theme.footer;
  const own = styleOf(theme, style);
  const marked: Style = { ...own, size: Math.max(own.size, size), colour };
  const draft: Theme = {
    ...theme,
    styles: { ...theme.styles, [word]: marked },
    footer: { text: `${word}　${text}`.trimEnd(), style: word },
  };
  drafts.set(theme, draft);
  return draft;
}
