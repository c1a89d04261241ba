// Passages of a declaration with one indicator, as the rules on indicators' values see it.

/** The second-level indicators by what the form asks of them. */
export const groups = {
  quantity: ['产出指标', '数量指标'],
  cost: ['产出指标', '成本指标'],
  effect: ['效益指标', '社会效益指标'],
  satisfaction: ['满意度指标', '服务对象满意度指标'],
} as const;

/** What YAML would take for something else is quoted. */
export function indicator(group: keyof typeof groups, name: string, value: string): string {
  const [first, second] = groups[group];
  const written = /^[\p{L}\p{N}≥≤=][^:#\n]*$/u.test(value) ? value : JSON.stringify(value);
  return `绩效指标:\n  ${first}:\n    ${second}:\n      - 名称: ${name}\n        指标值: ${written}\n`;
}
