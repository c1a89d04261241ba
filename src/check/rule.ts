// What a rule is: one truth that a declaration should hold, and what it reports where one does not.
// Rules speak of the roles that a schema gives its fields, and are silent where a form has none.
import type { Level, Words } from '../base/finding.js';
import type { Fact, Facts } from './facts.js';
import type { Kinds, SettingsOf } from './settings.js';
import type { Subject } from './subject.js';

/** What every rule says of itself. */
export interface RuleHead<K extends Kinds = Kinds> {
  /** The truth that it defends, in words joined by hyphens. */
  readonly name: string;
  /** Unless rules.yaml sets another. */
  readonly level: Level;
  /** Why it matters: one sentence. `{role}` stands for the label of the field with that role: see role-labels.ts. */
  readonly about: Words;
  /** Who asks for it, or where it was seen. */
  readonly source: Words;
  /** What rules.yaml may set besides the level. */
  readonly settings: K;
}

/** A rule on one declaration. It never throws, and what is absent or of the wrong shape is passed over: the structure's check has said so. */
export interface Rule<K extends Kinds = Kinds> extends RuleHead<K> {
  check(subject: Subject, report: Report, settings: SettingsOf<K>): void;
}

/**
 * A rule on all declarations of a form together. They come sorted by file; what it reports must depend on nothing but them.
 * A finding stands in the file of its fact, so a disagreement of two is reported twice.
 */
export interface TreeRule<K extends Kinds = Kinds> extends RuleHead<K> {
  checkTree(declarations: readonly Facts[], report: TreeReport, settings: SettingsOf<K>): void;
}

export type Report = (remark: Remark) => void;
export type TreeReport = (remark: TreeRemark) => void;

export interface TreeRemark {
  readonly fact: Fact;
  readonly message: Words;
  readonly advice: Words;
  /** A few facts of other declarations that it disagrees with. */
  readonly related: readonly Fact[];
}

/** Characters of a value: all of it, or `[from, to)` in UTF-16 units. */
export interface Spot {
  readonly pointer: string;
  readonly from?: number;
  readonly to?: number;
}

/** One thing that a rule has to say, about the narrowest characters that it is about. */
export interface Remark extends Spot {
  /** About the key rather than what stands behind it. */
  readonly part?: 'key';
  readonly message: Words;
  readonly advice: Words;
  /** A lower level than the rule's, where what was read is not sure. */
  readonly level?: Level;
  /** What it disagrees with, e.g. each addend of a sum. */
  readonly related?: readonly Spot[];
  /** What to write instead of the spot, where only one answer is safe. */
  readonly replacement?: string;
}
