import { isLong } from '../scripts/test/long-form'

/** The amount of work for a test: `short` by default, `long` in the long form. */
export function effort<T>(amounts: { readonly short: T; readonly long: T }): T {
  return isLong ? amounts.long : amounts.short
}
