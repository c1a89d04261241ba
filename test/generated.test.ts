// Files made from the schemas and committed beside them. They fail here when stale; `npx vitest run test/generated.test.ts --update` renews them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Validate } from '../src/check/check.js';
import { compileValidator } from '../src/check/compile.js';
import { declarationTypes } from './support/declaration-types.js';
import { openForm, parse, projectGoal, sampleText, schemaText, validateProjectGoal } from './support/forms.js';
import { rulesPage } from './support/rules-page.js';

const forms = readdirSync('schema').filter((name) => existsSync(`schema/${name}/form.schema.json`));

it('every form of the package is looked at', () => {
  expect(forms).toEqual(['gansu-2023', 'project-goal']);
});

describe.each(forms)('schema/%s', (name) => {
  const own = openForm(name);

  it('form.validate.js is what the schema compiles to', async () => {
    await expect(compileValidator(own.schemaText)).toMatchFileSnapshot(`../schema/${name}/form.validate.js`);
  });

  it('form.d.ts is the type that the schema describes', async () => {
    await expect(await declarationTypes(own.schema)).toMatchFileSnapshot(`../schema/${name}/form.d.ts`);
  });

  it('the package offers its types', () => {
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly exports: unknown };
    expect(exports).toMatchObject({ [`./${name}`]: { types: `./schema/${name}/form.d.ts` } });
  });
});

describe('schema/', () => {
  it('RULES.md tells of every rule what the code and rules.yaml say', async () => {
    await expect(rulesPage(process.cwd())).toMatchFileSnapshot('../schema/RULES.md');
  });
});

describe('the compiled validator', () => {
  const source = compileValidator(schemaText);
  const load = async (): Promise<{ readonly digest: string; readonly validate: Validate }> =>
    import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(source)}`);

  it('carries the digest of its schema', async () => {
    expect((await load()).digest).toBe(projectGoal.digest);
  });

  it('imports nothing', () => {
    expect(source).not.toMatch(/\b(?:import|require)\b/);
  });

  it.each([
    ['the sample', sampleText, 0],
    ['an empty mapping', '{}', 14],
    ['faults of every kind', '表单: x\n政策依据: y\n测算依据:\n  - 单价: 1\n  - []\n绩效指标: 无\n别的: 1', 20],
  ])('finds in %s what the one compiled in the process finds', async (_, text, count) => {
    const { validate } = await load();
    const { value } = parse(text);
    expect(validate(value)).toEqual(validateProjectGoal(value));
    expect(validate(value)).toHaveLength(count);
  });
});
