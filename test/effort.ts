/** Whether the long form of the tests runs: `npm run unit -- --long`, and `npm test` of a release. */
export const isLong = process.env['PARLEY_LONG'] === '1'

/** The amount of work for a test: `short` by default, `long` in the long form. */
export function effort<T>(amounts: { readonly short: T; readonly long: T }): T {
  return isLong ? amounts.long : amounts.short
}
