// A tree of small declarations for the tests of rules on the whole tree, and what such a rule says of it.
import type { TreeRule } from '../../../src/check/rule.js';
import { foundInTree } from './support.js';

/** `files`: by path under projects/, the lines of a declaration. As `path:line message`, with the files of what it disagrees with. */
export function saidOfTree(
  rule: TreeRule,
  files: Readonly<Record<string, readonly string[]>>,
  settings?: string,
): readonly string[] {
  const tree = Object.entries(files).map(([path, lines]) => ({
    path: `projects/${path}.yaml`,
    text: lines.join('\n'),
  }));
  return foundInTree(rule, tree, settings).map(({ place, message, related = [] }) => {
    const others = related.map(({ file, line }) => ` [${short(file)}:${line}]`).join('');
    return `${short(place?.file ?? '')}:${place?.line} ${message.zh}${others}`;
  });
}

function short(file: string): string {
  return file.replace(/^projects\/|\.yaml$/g, '');
}
