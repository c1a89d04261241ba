// Reads the values of flags; a wrong one is a UserError that says what may stand there.
import { UserError } from '../base/user-error.js';
import { type Format, formats } from '../render/renderer.js';
import type { Shard } from '../workspace/shard.js';
import { words } from './messages.js';

/** `pdf,docx` */
export function readFormats(text: string): readonly Format[] {
  const names = text.split(/[,，]/).map((name) => name.trim());
  const wrong = names.find((name) => !isFormat(name));
  if (wrong !== undefined) throw new UserError(words.wrongValue('--to', wrong, formats));
  return formats.filter((format) => names.includes(format));
}

/** `2/5`: the second of five. */
export function readShard(text: string): Shard {
  const [index = 0, count = 0] = /^[1-9]\d{0,3}\/[1-9]\d{0,3}$/.test(text) ? text.split('/').map(Number) : [];
  if (index < 1 || index > count) throw new UserError(words.wrongShard(text));
  return { index, count };
}

/** A whole number of threads, 1 to 64. */
export function readJobs(text: string): number {
  const jobs = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (jobs < 1 || jobs > 64) throw new UserError(words.wrongJobs(text));
  return jobs;
}

export function readChoice<T extends string>(flag: string, text: string, choices: readonly T[]): T {
  const choice = choices.find((one) => one === text);
  if (choice === undefined) throw new UserError(words.wrongValue(flag, text, choices));
  return choice;
}

/** SOURCE_DATE_EPOCH in seconds, or null where it is not set. */
export function readEpoch(text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  if (!/^\d{1,11}$/.test(text)) throw new UserError(words.wrongEpoch(text));
  return Number(text);
}

/** The year it is: that of SOURCE_DATE_EPOCH, else the clock's. */
export function readThisYear(env: Readonly<Record<string, string | undefined>>): number {
  const epoch = readEpoch(env.SOURCE_DATE_EPOCH);
  return epoch === null ? new Date().getFullYear() : new Date(epoch * 1000).getUTCFullYear();
}

function isFormat(name: string): name is Format {
  return (formats as readonly string[]).includes(name);
}
