// The programmatic API: `import { read, check, build } from 'shenbao'`. Everything here is documented where it is defined.
export type { Edit, Finding, Language, Level, Outcome, Place, Words } from './base/finding.js';
export { UserError } from './base/user-error.js';
export { decode } from './read/decode.js';
export type { Parsed, Source, Value } from './read/parsed.js';
export { read } from './read/read.js';
export { type Format, formats } from './render/renderer.js';
export { type BuildEvents, type BuildOptions, build } from './workspace/build.js';
export { type CheckOptions, type CheckReport, checkAll as check } from './workspace/check-all.js';
export { type Checker, openChecker } from './workspace/checker.js';
export { findWorkspace } from './workspace/find.js';
export { type MergeOptions, merge } from './workspace/merge.js';
export type { BuildReport, Built, Document, Failed, Stale } from './workspace/report.js';
export type { Shard } from './workspace/shard.js';
