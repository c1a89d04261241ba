// The services that a review can be posted to.
import type { Forge, ForgeName } from './forge.js';
import { gitee } from './gitee.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';

export const forges: Readonly<Record<ForgeName, Forge>> = { github, gitlab, gitee };
