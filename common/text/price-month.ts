/** The month of a list price, such as `October 2026`, in another language. */
export function priceMonth(tag: string, month: string | null): string {
  const at = Date.parse(`1 ${month ?? ''} UTC`)
  if (Number.isNaN(at)) return month ?? ''
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(tag, options).format(at)
}
