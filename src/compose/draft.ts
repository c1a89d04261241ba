// Marks a grid and its theme as a draft: the title says so, and so does the foot of every page, large and in red.
import type { Composed } from './compose.js';
import { type Style, styleOf, type Theme } from './theme.js';

export const draftWord = '草稿';
/** Points; a smaller footer is enlarged. */
export const draftSize = 14;
export const draftColour = '#C00000';

export function asDraft({ grid, theme }: Composed): Composed {
  return { grid: { ...grid, title: `${grid.title}（${draftWord}）` }, theme: draftOf(theme) };
}

/** Renderers keep what they make of a theme by the theme itself, so there is one draft of each. */
const drafts = new WeakMap<Theme, Theme>();

function draftOf(theme: Theme): Theme {
  const known = drafts.get(theme);
  if (known) return known;
  const { text, style } = theme.footer;
  const own = styleOf(theme, style);
  const marked: Style = { ...own, size: Math.max(own.size, draftSize), colour: draftColour };
  const draft: Theme = {
    ...theme,
    styles: { ...theme.styles, [draftWord]: marked },
    footer: { text: `${draftWord}　${text}`.trimEnd(), style: draftWord },
  };
  drafts.set(theme, draft);
  return draft;
}
