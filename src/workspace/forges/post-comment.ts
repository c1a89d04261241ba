// Brings the one comment of a review up to date: found by its marker, changed in place, written anew only where there is none.
import { isRefused, isUnanswered } from './faults.js';
import type { Comment, Connection } from './forge.js';
import { attempts, backoff, type Wire } from './http.js';

export interface Note {
  readonly marker: string;
  /** Markdown; null where there is nothing to say. */
  readonly text: string | null;
  /** Takes the place of an earlier comment where there is nothing to say any more. */
  readonly instead: string;
}

/** `silent`: there is nothing to say, and nothing was said before. */
export type Posted = 'created' | 'updated' | 'same' | 'silent';

/** Throws a ForgeFault. */
export async function postComment(connection: Connection, pull: number, note: Note, wire: Wire): Promise<Posted> {
  const body = bodyOf(note.marker, note.text ?? note.instead);
  const me = await connection.whoAmI();
  let mayStand = false;
  for (let attempt = 1; ; attempt += 1) {
    const all = await connection.comments(pull);
    // Anybody can paste the marker; where nobody tells who we are, what may not be changed is not ours.
    const ours = all.filter((one) => one.body.startsWith(note.marker) && (me === null || one.author === me));
    for (const one of ours) {
      if (isSame(one, body)) return mayStand ? 'created' : 'same';
      if (await update(connection, pull, one, body, me === null)) return 'updated';
    }
    if (note.text === null) return 'silent';
    try {
      await connection.create(pull, body);
      return 'created';
    } catch (error) {
      // It may have been written all the same, and a second one must not come of that: look again first.
      if (!isUnanswered(error) || attempt === attempts) throw error;
      mayStand = true;
      await wire.wait(backoff(attempt));
    }
  }
}

/**
 * The comment as it is sent. A line that begins with a slash may be a command: to GitLab (docs.gitlab.com/user/project/quick_actions),
 * elsewhere to bots. A word joiner (U+2060), which takes no room, makes it text.
 */
export function bodyOf(marker: string, text: string): string {
  return `${marker}\n\n${text.replace(/^([ \t>]*)(?=\/\w)/gm, '$1\u2060')}`;
}

/** False where it was deleted meanwhile, or, if that is possible, is another's. */
async function update(
  connection: Connection,
  pull: number,
  { id }: Comment,
  body: string,
  mayBeAnothers: boolean,
): Promise<boolean> {
  try {
    await connection.update(pull, id, body);
    return true;
  } catch (error) {
    if (isRefused(error, 404, 410) || (mayBeAnothers && isRefused(error, 403))) return false;
    throw error;
  }
}

/** Services may end lines and texts in their own way. */
function isSame(one: Comment, body: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
  return plain(one.body) === plain(body);
}
