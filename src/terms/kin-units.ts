// Tells which units count the same thing in other words, such as 场 and 场次.

/** Each with itself and with all that stand in a group with it. */
export function kinOf(unit: string, groups: readonly (readonly string[])[]): ReadonlySet<string> {
  return new Set([unit, ...groups.filter((group) => group.includes(unit)).flat()]);
}
