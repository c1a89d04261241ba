// Handlebars' `each`, which also tells label, star, number and pointer of the item at hand.
import Handlebars from 'handlebars';
import { below } from '../base/pointer.js';
import type { About, View } from './view.js';

export function eachWith(about: WeakMap<object, About>) {
  return function each(this: unknown, context: View, options: Handlebars.HelperOptions): string {
    const known = context === null ? undefined : about.get(context);
    const entries = known ? Object.entries(context as Readonly<Record<string, View>>) : [];
    if (!known || entries.length === 0) return options.inverse(this);
    return entries
      .map(([key, value], index) => {
        const field = known.field.items ?? known.field.properties.find((property) => property.key === key);
        const data = Object.assign(Handlebars.createFrame(options.data), {
          key,
          index,
          number: index + 1,
          first: index === 0,
          last: index === entries.length - 1,
          label: field?.label ?? key,
          starred: field?.starred ?? false,
          pointer: below(known.pointer, key),
        });
        return options.fn(value, { data, blockParams: [value, key] });
      })
      .join('');
  };
}
