// Runs git and collects what it says, in English and without taking locks that a person's own git would wait for.
import { spawn } from 'node:child_process';
import { UserError } from '../base/user-error.js';
import { gitMessages as messages } from './git-messages.js';

/** What git said; `status` is null when a signal ended it. */
export interface GitAnswer {
  readonly status: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs git in a folder. Throws a UserError where there is no git; what git itself refuses is in the answer. */
export function runGit(root: string, args: readonly string[], input = ''): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', root, ...args], {
      env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
      windowsHide: true,
    });
    const out: Buffer[] = [];
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', () => reject(new UserError(messages.noGit())));
    child.on('close', (status) => resolve({ status, stdout: Buffer.concat(out), stderr }));
    // A git that stops before it has read everything has said why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
