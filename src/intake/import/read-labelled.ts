// Reads the values that labels name: behind a label in its row, below it, or in its own cell. A text that reads like a label is one, unless
// it stands right where a value belongs and the label it reads like stands elsewhere, too.
import type { FindLabels, LabelFound, Named } from './find-labels.js';
import { type FormCell, type FormCells, isUnder } from './form-cells.js';
import type { Labelled, Printed } from './form-map.js';
import { unitOfLabel } from './money-unit.js';
import type { RawText } from './raw-form.js';
import { labelKey } from './same-label.js';
import { unprint } from './unprint.js';

/** Of what the form does not have: `联系人：`. */
const unknownLabel = /^[^\n。；，0-9]{1,20}[:：]\s*$/;
const heading = /^[^\n。；，：！？;,:!?]{1,20}$/;
const chapter =
  /^\s*(?:[一二三四五六七八九十]{1,3}\s*、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[部章])/;

/** By the pointers of the fields. A field whose label is there has a text, if an empty one. `headRows`: where tables begin. */
export function readLabelled(
  findLabels: FindLabels,
  cells: FormCells,
  headRows: ReadonlySet<number>,
): ReadonlyMap<string, RawText> {
  const reader = labelledReader(findLabels, cells, headRows);
  for (const cell of cells.all) if (!cells.isUsed(cell)) reader.readAt(cell);
  reader.lookElsewhere();
  return reader.texts;
}

function labelledReader(findLabels: FindLabels, cells: FormCells, headRows: ReadonlySet<number>) {
  const texts = new Map<string, RawText>();
  const found = new Map<Named, FormCell>();
  const spots = cellsNaming(findLabels, cells);

  const isWords = (cell: FormCell) =>
    cells.isUsed(cell) ? cells.pointerOf(cell) === null : findLabels(cell.text).some(isOpen);
  const isOpen = ({ part }: LabelFound) => !found.has(part);

  /** `isPlace`: it stands right where a value belongs. */
  const isValue = (cell: FormCell, isPlace: boolean): boolean => {
    if (!isPlace && unknownLabel.test(cell.text)) return false;
    const open = findLabels(cell.text).filter(isOpen);
    const standsElsewhere = ({ part }: LabelFound) =>
      spots.get(part)?.some((other) => other !== cell && !cells.isUsed(other)) ?? false;
    return open.length === 0 || (isPlace && open.every(standsElsewhere));
  };

  /** `values`: the cells that hold it, one below the other; `unit`: what the label says of amounts. */
  const give = (printed: Printed, values: readonly FormCell[], label: FormCell, unit: string | null): void => {
    const [first = label] = values;
    const text = values.map((cell) => cell.text).join('\n');
    const number = values.length === 1 && printed.length === 1 ? first.number : null;
    giveText(printed, { text, number, unit, at: first.at }, values);
  };

  const giveText = (printed: Printed, given: RawText, from: readonly FormCell[]): void => {
    const read = unprint(printed, given.text);
    for (const { slot, text } of read ?? []) texts.set(slot.pointer, { ...given, text });
    for (const cell of read ? from : []) cells.use(cell, read?.at(-1)?.slot.pointer ?? null);
  };

  /** The next cell of a row, from a column on, that nothing was read from. */
  const behind = (row: number, from: number) => cells.left(row).find(({ column }) => column >= from);

  const readBeside = (label: FormCell, values: readonly Printed[]): void => {
    let end = label.column + label.columns;
    for (const printed of values) {
      const next = behind(label.row, end);
      const value = next && isValue(next, next.column === end) ? next : null;
      give(printed, value ? [value, ...goingOnBeside(label, value, printed)] : [], label, unitOfLabel(label.text));
      end = value ? value.column + value.columns : Number.POSITIVE_INFINITY;
    }
  };

  /** A label that has no row of its own, as it has on the form, and a value right behind it. */
  const hasBeside = (label: FormCell): boolean => {
    const next = behind(label.row, label.column + label.columns);
    return next?.column === label.column + label.columns && isValue(next, false);
  };

  /** In the lower rows of a label that reaches over several; of a text or list, in rows right below that have nothing but values. */
  const goingOnBeside = (label: FormCell, value: FormCell, printed: Printed): readonly FormCell[] => {
    const more: FormCell[] = [];
    const values = cells.inRow(label.row).filter((cell) => cell !== label && !isWords(cell));
    const isText = printed.every((piece) => typeof piece === 'string' || (!piece.field.kind && !piece.field.choices));
    const goesOn = (row: number) =>
      isText &&
      cells.inRow(row).length > 0 &&
      cells.inRow(row).every((cell) => values.some(({ column }) => column === cell.column));
    for (let row = label.row + 1; row <= cells.lastRow && (row < label.row + label.rows || goesOn(row)); row += 1) {
      more.push(...cells.left(row).filter((cell) => isUnder(cell, value) && isValue(cell, false)));
    }
    return more;
  };

  const readBelow = (label: FormCell, values: readonly Printed[]): void => {
    let row = label.row + label.rows;
    for (const [index, printed] of values.entries()) {
      const value = firstBelow(label, row, row);
      const isLast = index === values.length - 1;
      const all = value ? [value, ...(isLast ? goingOnBelow(value) : [])] : [];
      give(printed, all, label, unitOfLabel(label.text));
      row = (all.at(-1)?.row ?? row) + 1;
    }
  };

  /** Blank rows are passed over; `place`: the row where it belongs. */
  const firstBelow = (label: FormCell, from: number, place: number): FormCell | null => {
    for (let row = from; row <= cells.lastRow; row += 1) {
      if (cells.inRow(row).length === 0) continue;
      if (cells.inRow(row).some((one) => cells.isUsed(one) && isWords(one))) return null;
      const cell = cells.left(row).find((one) => isUnder(one, label));
      return cell && isValue(cell, row === place) && (row === place || !isHeading(cell, null)) ? cell : null;
    }
    return null;
  };

  /** Rows right below that hold nothing else: items, or paragraphs, on rows of their own. */
  const goingOnBelow = (value: FormCell): readonly FormCell[] => {
    const more: FormCell[] = [];
    for (let row = value.row + value.rows; row <= cells.lastRow; row += 1) {
      const [cell, ...others] = cells.inRow(row);
      if (!cell || others.length > 0 || cells.isUsed(cell) || !isUnder(cell, value) || !isValue(cell, false)) break;
      if (isHeading(cell, value)) break;
      more.push(cell);
    }
    return more;
  };

  /** Short words right above others of the form, with a number that the texts above have not; above a table's head, without one. */
  const isHeading = ({ row, text }: FormCell, above: FormCell | null): boolean => {
    let next = row + 1;
    while (next < cells.lastRow && cells.inRow(next).length === 0) next += 1;
    if (!heading.test(text) || !cells.inRow(next).some(isWords)) return false;
    if (chapter.test(text)) return !above || !chapter.test(above.text);
    return headRows.has(next) && !/[0-9]/.test(text);
  };

  const readWithin = (cell: FormCell, part: Labelled, rest: string): void => {
    const [printed = [], ...others] = part.values;
    if (part.where === 'within') give(printed, [cell], cell, null);
    else if (others.length === 0) {
      const more = part.where === 'below' ? goingOnBelow(cell) : [];
      const text = [rest, ...more.map((one) => one.text)].join('\n');
      const unit = unitOfLabel(cell.text.slice(0, cell.text.length - rest.length));
      giveText(printed, { text, number: null, unit, at: cell.at }, [cell, ...more]);
    }
  };

  return {
    texts,
    readAt(cell: FormCell): void {
      const label = findLabels(cell.text).find(isOpen);
      if (!label) return;
      const { part, rest } = label;
      found.set(part, cell);
      if (part.kind === 'remark') cells.use(cell, null);
      else if (part.where === 'within' || (rest !== null && rest !== '')) readWithin(cell, part, rest ?? '');
      else {
        cells.use(cell, null);
        if (part.where === 'beside' || hasBeside(cell)) readBeside(cell, part.values);
        else readBelow(cell, part.values);
      }
    },
    /** Values that stand on the other side of their label than on the form. */
    lookElsewhere(): void {
      for (const [part, label] of found) {
        if (part.kind === 'remark' || part.values.length > 1 || part.where === 'within') continue;
        const [printed = []] = part.values;
        const [slot] = printed.filter((piece) => typeof piece !== 'string');
        if (!slot || texts.get(slot.pointer)?.text !== '') continue;
        const beside = behind(label.row, label.column + label.columns);
        const value = part.where === 'below' ? beside : firstBelow(label, label.row + label.rows, 0);
        const inBrackets = behindColon(label.text, part.label);
        if (value && isValue(value, false)) give(printed, [value], label, unitOfLabel(label.text));
        else if (inBrackets !== null)
          giveText(printed, { text: inBrackets, number: null, unit: null, at: label.at }, [label]);
      }
    },
  };
}

/** `（履职类）` of `项目类型：（履职类）`, which reads like a note of the label until no other value is found; null for the form's notes. */
function behindColon(text: string, label: string): string | null {
  const [, inBrackets] = /[:：]\s*([（(【〔[].+)$/su.exec(text) ?? [];
  if (inBrackets === undefined || labelKey(text) === labelKey(label)) return null;
  return unitOfLabel(inBrackets) === null ? inBrackets : null;
}

/** All cells that read like a label, by what they name. */
function cellsNaming(findLabels: FindLabels, cells: FormCells): ReadonlyMap<Named, readonly FormCell[]> {
  const spots = new Map<Named, FormCell[]>();
  for (const cell of cells.all) {
    for (const { part } of cells.isUsed(cell) ? [] : findLabels(cell.text)) {
      const known = spots.get(part);
      if (known) known.push(cell);
      else spots.set(part, [cell]);
    }
  }
  return spots;
}
