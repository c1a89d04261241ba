import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileValidator, loadValidator } from '../../src/check/compile.js';
import { inFolder } from '../support/programs.js';

describe('loadValidator', () => {
  it('finds all faults of a value at once', () => {
    const validate = loadValidator({ type: 'object', required: ['a', 'b'], properties: { a: {}, b: {} } });
    expect(validate({})).toMatchObject([
      { keyword: 'required', instancePath: '', params: { missingProperty: 'a' } },
      { keyword: 'required', instancePath: '', params: { missingProperty: 'b' } },
    ]);
    expect(validate({ a: '', b: '' })).toEqual([]);
  });

  it('counts a text’s length as a workbook’s cell does, in UTF-16 units', () => {
    const validate = loadValidator({ type: 'string', maxLength: 3 });
    expect(validate('𠮷a')).toEqual([]);
    expect(validate('𠮷𠮷')).toMatchObject([{ keyword: 'maxLength', params: { limit: 3 } }]);
  });

  it.each([
    [{ type: 'text' }, 'type'],
    [{ type: 'string', 'x-kinds': 'amount' }, 'x-kinds'],
    [{ $ref: '#/$defs/none' }, '#/$defs/none'],
    [{ type: 'string', pattern: '(' }, 'Unterminated group'],
  ])('says in one sentence what is wrong with the schema %j', (schema, reason) => {
    expect(() => loadValidator(schema)).toThrow(/^表样的 schema 有错，不能使用：/);
    expect(() => loadValidator(schema)).toThrow(reason);
  });
});

describe('compileValidator', () => {
  it('imports the library’s runtime where a keyword needs it, and works as a module', async () => {
    const source = compileValidator('{"type": "array", "uniqueItems": true, "items": {}}');
    expect(source.match(/^import .*$/gm)).toEqual(["import runtime0 from 'ajv/dist/runtime/equal.js';"]);
    // In Node itself: the test runner imports the library's modules in a way of its own.
    await inFolder((folder) => {
      const runtime = import.meta.resolve('ajv/dist/runtime/equal.js');
      const probe = 'console.log(JSON.stringify([validate([{ a: 1 }, { a: 2 }]), validate([{ a: 1 }, { a: 1 }])]));';
      const file = join(folder, 'validate.mjs');
      writeFileSync(file, source.replace('ajv/dist/runtime/equal.js', runtime) + probe);
      const found = JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' }));
      expect(found).toMatchObject([[], [{ keyword: 'uniqueItems' }]]);
    });
  });

  it('has another digest for another text of the same schema', () => {
    const digestOf = (text: string) => /digest = '([0-9a-f]{64})'/.exec(compileValidator(text))?.[1];
    expect(digestOf('{}')).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
    expect(digestOf('{ }')).not.toBe(digestOf('{}'));
  });
});
