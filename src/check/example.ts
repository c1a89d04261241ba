// An example of what a rule finds and of how it is written right, as schema/<form>/examples/<rule>.yaml holds it:
//   settings: as in rules.yaml, where the rule needs some     bad: |  and  good: |  passages of a declaration
// A line `# projects/2025/甲.yaml` begins a file, for rules that look at names of folders or at several declarations.
import { type Parsed, type Value, valueAt } from '../read/parsed.js';

export interface Example {
  readonly bad: string;
  readonly good: string;
  /** A mapping as in rules.yaml, or null. */
  readonly settings: Value | null;
}

export interface ExampleFile {
  readonly path: string;
  readonly text: string;
}

/** Null where one of the two is missing. */
export function readExample(parsed: Parsed): Example | null {
  const [bad, good] = ['/bad', '/good'].map((pointer) => valueAt(parsed.value, pointer));
  if (typeof bad !== 'string' || typeof good !== 'string') return null;
  return { bad, good, settings: valueAt(parsed.value, '/settings') ?? null };
}

/** Where no file is named there is one. */
export function filesOf(passage: string): readonly ExampleFile[] {
  const parts = passage.split(/^# (projects\/\S+\.yaml)\n/m);
  const [first = ''] = parts;
  const files: ExampleFile[] = first.trim() === '' ? [] : [{ path: 'projects/2025/例子.yaml', text: first }];
  for (let at = 1; at < parts.length; at += 2) files.push({ path: parts[at] ?? '', text: parts[at + 1] ?? '' });
  return files;
}
