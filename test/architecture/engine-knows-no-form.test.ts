// Another authority's form must need no line of src/: no field of a form is named there, outside comments.
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);

function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith(ending))
    .sort();
}

/** Every key that a form's schema lists under `properties`. */
function keysOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'properties' in node && !Array.isArray(node) ? Object.keys(node.properties as object) : [];
  return [...own, ...Object.values(node).flatMap(keysOf)];
}

const keys = [
  ...new Set(
    filesBelow('schema/', 'form.schema.json').flatMap((file) =>
      keysOf(JSON.parse(readFileSync(new URL(file, root), 'utf8'))),
    ),
  ),
].filter((key) => [...key].length >= 2);

/** The words of a file that a program can use: texts, templates' texts and names, without comments. */
function wordsOf(file: string, text: string): readonly string[] {
  const words: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isIdentifier(node)) words.push(node.text);
    else if (ts.isRegularExpressionLiteral(node)) words.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return words;
}

/**
 * Keys of two characters (金额, 说明, 名称 …) are everyday words of messages as well: they count where they are used as a
 * name: alone, quoted, in a pointer, or before a colon. Longer keys count wherever they stand.
 */
function namesIn(word: string): readonly string[] {
  return keys.filter((key) => {
    if (!word.includes(key)) return false;
    if ([...key].length > 2) return true;
    return word === key || [`“${key}”`, `"${key}"`, `/${key}`, `${key}:`].some((used) => word.includes(used));
  });
}

describe('src/', () => {
  it.each(filesBelow('src/', '.ts'))('%s names no field of a form', (file) => {
    const words = wordsOf(file, readFileSync(new URL(file, root), 'utf8'));
    expect([...new Set(words.flatMap(namesIn))]).toEqual([]);
  });
});

describe('this test', () => {
  it('knows the keys of the forms, at every depth', () => {
    expect(keys).toEqual(
      expect.arrayContaining(['项目编码', '绩效指标', '数量指标', '指标值', '事项', '金额', '预算申报数']),
    );
    expect(keys.length).toBeGreaterThan(35);
  });

  it.each([
    ["const a = value['项目编码'];", ['项目编码']],
    ['const a = value.金额;', ['金额']],
    ["const a = '/测算依据/0/金额';", ['测算依据', '金额']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a program
    ['const a = `${b}的绩效指标`;', ['绩效指标']],
    ["const a = '缺少“说明”';", ['说明']],
    ['const a = /^单价:/;', ['单价']],
    ["const a = '金额不带正负号';", []],
    ['// 项目编码 is a key\nconst a = 1; /* 金额 */', []],
  ])('finds in %s: %j', (text, found) => {
    expect(wordsOf('a.ts', text).flatMap(namesIn).sort()).toEqual([...found].sort());
  });
});
