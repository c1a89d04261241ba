// What a service that keeps repositories must be able to do for the comment of a review: say where it goes, list, create, update.
import type { Wire } from './http.js';

export const forgeNames = ['github', 'gitlab', 'gitee'] as const;
export type ForgeName = (typeof forgeNames)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

/** A pull request (GitLab: merge request), as far as it is known before the service is asked. */
export interface Place {
  /** The address of the API, without a slash at its end. */
  readonly api: string;
  /** `owner/name`; on GitLab also a project's number. */
  readonly repository: string | null;
  readonly pull: number | null;
  /** Where GitHub does not say the number: the branch that the pull request comes from. */
  readonly branch: { readonly owner: string; readonly name: string } | null;
  /** Commit ids of the run; null where the service is to say them. */
  readonly base: string | null;
  readonly head: string | null;
  /** The run belongs to a fork, which has no token that may write. */
  readonly fromFork: boolean;
}

/** What the service says of a pull request; commit ids. */
export interface Pull {
  readonly number: number;
  readonly base: string;
  readonly head: string;
}

export interface Comment {
  readonly id: number;
  /** In the form of `whoAmI`. */
  readonly author: string | null;
  readonly body: string;
}

/** Throws ForgeFaults; see faults.ts. */
export interface Connection {
  /** Who the token makes us; null where the service does not tell it of such a token. */
  whoAmI(): Promise<string | null>;
  /** The pull requests that the place means: one by its number, or the open ones from its branch. */
  pulls(): Promise<readonly Pull[]>;
  /** All of them, oldest first. */
  comments(pull: number): Promise<readonly Comment[]>;
  create(pull: number, body: string): Promise<void>;
  update(pull: number, id: number, body: string): Promise<void>;
}

export interface Forge {
  /** The environment variable that holds the token. */
  readonly token: string;
  /** What the service's CI says; asks nobody. `origin` is the address of the remote that was cloned. */
  locate(env: Environment, origin: () => Promise<string | null>): Promise<Place>;
  connect(place: Place & { readonly repository: string }, token: string, wire: Wire): Connection;
}

/** A commit id and nothing else: it goes on to git. */
export function isCommit(text: unknown): text is string {
  return typeof text === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
