import { fail, ok, type Result } from '../../common/errors'
import type { HttpClient } from '../service'
import { longestCalendar } from './reader'

/** How long the whole answer may take, in ms. */
const longestFetchMs = 30_000
const mostRedirects = 3
const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * The address of a calendar as it is asked for; webcal means https.
 * SECURITY: nothing goes out in the clear except on this computer. Errors: `calendar-bad-address`.
 */
export function calendarAddress(typed: string): Result<URL> {
  const text = typed.trim().replace(/^webcals?:/i, 'https:')
  if (!URL.canParse(text)) return fail('calendar-bad-address')
  const url = new URL(text)
  const isHere = loopback.has(url.hostname)
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isHere)
  if (!isSafe || url.username !== '' || url.password !== '') return fail('calendar-bad-address')
  url.hash = ''
  return ok(url)
}

/**
 * Fetches a calendar. Errors: `calendar-bad-address`, `calendar-not-fetched`, `calendar-too-large`.
 * SECURITY: a redirect is followed to the same host only, since a person entered no other one. The
 * address may be a secret, so it is in no error and in no log.
 */
export function createFetchCalendar(http: HttpClient) {
  return async (typed: string, ended: AbortSignal): Promise<Result<string>> => {
    let address = calendarAddress(typed)
    const signal = AbortSignal.any([ended, AbortSignal.timeout(longestFetchMs)])
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      if (!address.ok) return address
      const url = address.value
      let answer
      try {
        answer = await http({
          url: url.href,
          headers: { Accept: 'text/calendar' },
          maxAnswerBytes: longestCalendar + 1,
          signal,
        })
      } catch (cause) {
        return fail('calendar-not-fetched', reasonOf(cause))
      }
      const { status, headers, body } = answer
      const next = headers['location']
      if (status >= 300 && status < 400 && next !== undefined && URL.canParse(next, url.href)) {
        const target = calendarAddress(new URL(next, url.href).href)
        if (target.ok && target.value.host !== url.host) {
          return fail('calendar-not-fetched', `redirects to ${target.value.host}`)
        }
        address = target
        continue
      }
      if (status !== 200) return fail('calendar-not-fetched', `status ${status}`)
      if (Buffer.byteLength(body) > longestCalendar) return fail('calendar-too-large')
      return ok(body)
    }
    return fail('calendar-not-fetched', 'too many redirects')
  }
}

/** Chromium's name of a failure, which has no address in it. */
function reasonOf(cause: unknown): string {
  if (cause instanceof DOMException && cause.name === 'TimeoutError') return 'timed out'
  return /ERR_\w+/.exec(String(cause))?.[0] ?? 'no answer'
}
