// `shenbao comment`: posts what a pull request changes as its one comment, or brings that up to date.
import { UserError } from '../base/user-error.js';
import { findWorkspace } from '../workspace/find.js';
import { type ForgeName, forgeNames, type Place } from '../workspace/forges/forge.js';
import { forges } from '../workspace/forges/forges.js';
import { openWire, type Wire } from '../workspace/forges/http.js';
import { markerOf } from '../workspace/forges/marker.js';
import { forgeMessages, toUserError } from '../workspace/forges/messages.js';
import { bodyOf, postComment } from '../workspace/forges/post-comment.js';
import { runGit } from '../workspace/run-git.js';
import { words } from './comment-messages.js';
import { readChoice } from './options.js';
import { reviewComment } from './review-comment.js';
import type { Surroundings, Terminal } from './terminal.js';

interface Flags {
  readonly pr?: string;
  readonly repo?: string;
  readonly range?: string;
  readonly dryRun?: boolean;
}

/** A place that can be asked for: a repository, and a pull request by number or branch. */
type Known = Place & { readonly repository: string };

export async function comment(
  service: string,
  flags: Flags,
  { cwd, env, signal }: Surroundings,
  terminal: Terminal,
  wire: Wire = openWire(signal),
): Promise<number> {
  const forge = readChoice('comment', service, forgeNames);
  const range = readRange(flags.range);
  const pull = readPull(flags.pr);
  const root = findWorkspace(cwd);
  const told = await forges[forge].locate(env, () => gitSays(root, ['remote', 'get-url', 'origin']));
  const place = choosePlace(told, forge, flags.repo ?? null, pull);
  const marker = markerOf((await gitSays(root, ['rev-parse', '--show-prefix'])) ?? '');

  if (flags.dryRun) {
    const known = range ?? (place.base !== null && place.head !== null ? `${place.base}...${place.head}` : null);
    if (known === null) throw new UserError(words.noRange);
    const { markdown } = await reviewComment(root, known, terminal);
    if (markdown !== null) terminal.out(bodyOf(marker, markdown));
    terminal.complain(terminal.say(markdown === null ? words.nothingChanged : words.wouldGo(forge, place)));
    return 0;
  }

  const { repository } = place;
  if (repository === null || (place.pull === null && place.branch === null)) throw new UserError(words.nowhere(forge));
  const token = readToken(env[forges[forge].token], forge, place);
  try {
    return await post(root, forge, { ...place, repository }, { token, range, marker }, terminal, wire);
  } catch (error) {
    if (signal.aborted) return 130;
    throw toUserError(error, { forge, repository, pull: place.pull, fromFork: place.fromFork });
  }
}

interface Asked {
  readonly token: string;
  readonly range: string | null;
  readonly marker: string;
}

async function post(
  root: string,
  forge: ForgeName,
  place: Known,
  { token, range, marker }: Asked,
  terminal: Terminal,
  wire: Wire,
): Promise<number> {
  const connection = forges[forge].connect(place, token, wire);
  const all = await connection.pulls();
  // An old run that is started again, or ends late, must not bring an old review back.
  const pulls = range !== null || place.head === null ? all : all.filter(({ head }) => head === place.head);
  if (pulls.length === 0) {
    terminal.out(terminal.say(all.length === 0 ? words.closed : words.moved(place.head ?? '')));
  }
  for (const { number, base, head } of pulls) {
    const { markdown } = await reviewComment(root, range ?? `${place.base ?? base}...${head}`, terminal);
    const note = { marker, text: markdown, instead: terminal.say(words.nothingAnyMore) };
    const posted = await postComment(connection, number, note, wire);
    terminal.out(terminal.say(words.posted(posted, { forge, repository: place.repository, pull: number })));
  }
  return 0;
}

/** Flags come before what the CI says. What it says of another repository or pull request is of no use then. */
function choosePlace(told: Place, forge: ForgeName, repo: string | null, pull: number | null): Place {
  const isHere = repo === null || repo === told.repository;
  const isSame = isHere && (pull === null || pull === told.pull);
  const repository = repo ?? told.repository;
  if (repository !== null) refuseRepository(forge, repository);
  return {
    api: told.api,
    repository,
    pull: pull ?? (isHere ? told.pull : null),
    branch: isSame ? told.branch : null,
    base: isSame ? told.base : null,
    head: isSame ? told.head : null,
    fromFork: isSame && told.fromFork,
  };
}

/** It becomes part of an address. GitLab's may be a number, or lie in several groups. */
function refuseRepository(forge: ForgeName, repository: string): void {
  const parts = repository.split('/');
  const isName = (part: string) => /^[\w.-]+$/.test(part) && !/^\.+$/.test(part);
  const isRight =
    forge === 'gitlab'
      ? /^\d+$/.test(repository) || (parts.length > 1 && parts.every(isName))
      : parts.length === 2 && parts.every(isName);
  if (!isRight) throw new UserError(words.wrongRepository(repository));
}

function readPull(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new UserError(words.wrongPull(text));
  return Number(text);
}

function readRange(text: string | undefined): string | null {
  if (text === undefined) return null;
  const sides = text.split('...');
  const isRange = sides.length === 2 && sides.every((side) => side !== '' && !/^[-.]|\.$|\s/.test(side));
  if (!isRange) throw new UserError(words.wrongRange(text));
  return text;
}

/** A secret that was pasted often has a line's end. What else is no token would be repeated by the error of whoever sends it. */
function readToken(text: string | undefined, forge: ForgeName, { fromFork }: Place): string {
  const token = text?.trim() ?? '';
  if (token === '') throw new UserError(forgeMessages.noToken({ forge, fromFork }));
  if (/[^\x21-\x7e]/.test(token)) throw new UserError(forgeMessages.wrongToken(forge));
  return token;
}

/** Null where git does not know: not a repository, no such remote. */
async function gitSays(root: string, args: readonly string[]): Promise<string | null> {
  const { status, stdout } = await runGit(root, args);
  return status === 0 ? stdout.toString().replace(/\r?\n$/, '') : null;
}
