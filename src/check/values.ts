// Reads the values whose kind a pattern cannot explain well, and says exactly what in them is wrong.
import type { Finding } from '../base/finding.js';
import { below } from '../base/pointer.js';
import type { Parsed, Value } from '../read/parsed.js';
import { readAmount, withoutIdleZeros } from '../terms/amount.js';
import { isMapping } from './declaration.js';
import type { Field, Form } from './form.js';
import * as words from './messages.js';

export function findValueFaults(parsed: Parsed, form: Form): readonly Finding[] {
  const findings: Finding[] = [];

  const visit = (value: Value, field: Field, pointer: string): void => {
    if (typeof value === 'string') {
      if (field.kind === 'amount') findings.push(...amountFaults(value, field, pointer));
    } else if (isMapping(value) && field.shape === 'mapping') {
      // Where the fields of a recursive schema end, values would stay unread and unprinted.
      if (field.properties.length === 0) findings.push(tooDeep(pointer));
      for (const child of field.properties) {
        const given = value[child.key];
        if (given !== undefined) visit(given, child, below(pointer, child.key));
      }
    } else if (Array.isArray(value) && field.shape === 'list') {
      const { items } = field;
      if (!items) findings.push(tooDeep(pointer));
      else value.forEach((item: Value, index) => void visit(item, items, below(pointer, index)));
    }
  };

  const amountFaults = (text: string, field: Field, pointer: string): readonly Finding[] => {
    const { fault } = readAmount(text, field.print?.unit);
    // Finding a place takes longer than reading an amount, and most amounts have no fault.
    const whole = () => parsed.placeWithin(pointer, 0, text.length);
    if (!fault) {
      const shorter = withoutIdleZeros(text);
      if (shorter === null) return [];
      const place = whole();
      const said = words.atValue(pointer, words.idleZeros(text, shorter));
      const cure = { start: place.start, end: place.end, text: shorter };
      return [{ rule: 'schema/amount', level: 'hint', ...said, pointer, place, cure }];
    }
    return [
      {
        rule: 'schema/amount',
        level: 'error',
        ...words.atValue(pointer, fault),
        pointer,
        place: text === '' ? parsed.placeOf(pointer, 'key') : parsed.placeWithin(pointer, fault.from, fault.to),
        ...(fault.cure !== null && { cure: { start: whole().start, end: whole().end, text: fault.cure } }),
      },
    ];
  };

  const tooDeep = (pointer: string): Finding => ({
    rule: 'schema/depth',
    level: 'error',
    ...words.tooDeep(pointer),
    pointer,
    place: parsed.placeOf(pointer),
  });

  visit(parsed.value, form.root, '');
  return findings;
}
