// The house holds: one direction of flow, nothing below workspace/ touches the machine, each library stays in its room.
import { readdirSync, readFileSync } from 'node:fs';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { describe, expect, test } from 'vitest';

/** From the ground up. A file imports from its own floor or a lower one. */
const floors = [
  'base',
  'read',
  'terms',
  'check',
  'compose',
  'render',
  'pipeline',
  'intake',
  'review',
  'workspace',
  'commands',
  'main',
];

const onFloor = (floor: string) => `^src/${floor}(/|\\.ts$)`;

const upward: IForbiddenRuleType[] = floors.slice(0, -1).map((floor, index) => ({
  name: `${floor} imports from no higher floor`,
  severity: 'error',
  from: { path: onFloor(floor) },
  to: { path: floors.slice(index + 1).map(onFloor) },
}));

const rooms: IForbiddenRuleType[] = [
  {
    name: 'one renderer does not import another',
    severity: 'error',
    from: { path: '^src/render/([^/]+)/' },
    to: { path: '^src/render/[^/]+/', pathNot: '^src/render/$1/' },
  },
  {
    name: 'review does not import from intake',
    severity: 'error',
    from: { path: onFloor('review') },
    to: { path: onFloor('intake') },
  },
  {
    name: 'no circles',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'nothing below workspace/ touches disk, network, clock, terminal or other processes',
    severity: 'error',
    from: {
      path: ['base', 'read', 'terms', 'check', 'compose', 'render', 'pipeline', 'intake', 'review'].map(onFloor),
    },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|zlib|buffer|util)$' },
  },
];

/** Which rooms may import a library; whatever is not listed here may stand anywhere. */
const libraries: Readonly<Record<string, string>> = {
  yaml: '^src/read/',
  ajv: '^src/check/',
  handlebars: '^src/compose/',
  parse5: '^src/compose/',
  pdfkit: '^src/render/pdf/',
  fontkit: '^src/render/pdf/',
  docx: '^src/render/docx/',
  exceljs: '^src/render/xlsx/',
  saxes: '^src/(intake/document-text|render/xlsx/fill)/',
  unpdf: '^src/intake/document-text/',
  tinypool: '^src/workspace/',
  chokidar: '^src/workspace/',
  commander: '^src/commands/',
  picocolors: '^src/commands/',
  diff: '^src/(review|commands)/',
};

const homes: IForbiddenRuleType[] = Object.entries(libraries).map(([library, room]) => ({
  name: `${library} stays in ${room}`,
  severity: 'error',
  from: { pathNot: room },
  to: { path: `node_modules/${library}/` },
}));

describe('src/', () => {
  test('keeps its floors, rooms and libraries', async () => {
    const { output } = await cruise(
      ['src'],
      {
        validate: true,
        ruleSet: { forbidden: [...upward, ...rooms, ...homes] },
        tsPreCompilationDeps: true,
        doNotFollow: 'node_modules',
      },
      undefined,
      { tsConfig: extractTSConfig('tsconfig.json') },
    );
    const { summary } = output as ICruiseResult;
    expect(summary.totalCruised).toBeGreaterThan(50);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  test('reads no clock, no chance and no process below workspace/', () => {
    const spoken = /\b(Date\.now|new Date\(\)|Math\.random|process\.|console\.|setTimeout|fetch\()/;
    const found = sources()
      .filter((file) => !/^src\/(workspace|commands)\/|^src\/main\.ts$/.test(file))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .flatMap((line, index) =>
            spoken.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
          ),
      );
    expect(found).toEqual([]);
  });

  test('prints only from commands/', () => {
    const printing = sources().filter(
      (file) =>
        !file.startsWith('src/commands/') &&
        /\b(console\.|stdout\.write|stderr\.write)/.test(readFileSync(file, 'utf8')),
    );
    expect(printing).toEqual([]);
  });

  test('opens every file with a line that says what it does', () => {
    const silent = sources().filter((file) => !/^(#!.*\n)?(\/\/|\/\*\*)/.test(readFileSync(file, 'utf8')));
    expect(silent).toEqual([]);
  });

  test('keeps files small', () => {
    const long = sources().filter((file) => readFileSync(file, 'utf8').split('\n').length > 300);
    expect(long).toEqual([]);
  });
});

function sources(): readonly string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts'));
}
