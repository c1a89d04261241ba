// A pull request on each service, and a wire that writes down how long it was asked to wait instead of waiting.
import type { ForgeName, Place } from '../../../src/workspace/forges/forge.js';
import { forges } from '../../../src/workspace/forges/forges.js';
import type { Wire } from '../../../src/workspace/forges/http.js';
import { type FakeForge, type FakePull, token } from '../../support/fake-forge.js';

export const [older, base, head] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [string, string, string];
export const pull: FakePull = { number: 7, base, head };

const repositoryOn: Readonly<Record<ForgeName, string>> = {
  github: 'owner/name',
  gitlab: '5',
  gitee: 'owner/name',
};

export function placeOn(
  forge: ForgeName,
  api: string,
  more: Partial<Place> = {},
): Place & { readonly repository: string } {
  const known = { pull: 7, branch: null, base: null, head: null, fromFork: false };
  return { api, ...known, ...more, repository: repositoryOn[forge] };
}

export interface TestWire extends Wire {
  /** Milliseconds, in order. */
  readonly waits: number[];
}

export function testWire(more: Partial<Wire> = {}): TestWire {
  const waits: number[] = [];
  return {
    signal: new AbortController().signal,
    patience: 20_000,
    now: () => Date.UTC(2026, 10, 22),
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
    waits,
    ...more,
  };
}

export function connectTo(forge: ForgeName, { api }: FakeForge, wire: Wire) {
  return forges[forge].connect(placeOn(forge, api), token, wire);
}
