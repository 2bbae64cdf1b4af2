import { messages } from '../../../common/text/window'
import type { RateLimit, TokenReport } from '../../../common/model'
import { count, duration, seconds, timeOfDayWithSeconds } from '../format'

const text = messages.token

function answered(report: TokenReport): string {
  const took = seconds(report.durationMs)
  return report.status === null ? text.noAnswer(took) : text.answered(String(report.status), took)
}

function hiddenToken(token: NonNullable<TokenReport['token']>): string {
  return text.hidden(token.prefix, count(token.length))
}

/** The rate-limit headers in words; null if there were none. */
export function rateLimitText(rateLimit: RateLimit): string | null {
  const { limit, remaining, retryAfterSeconds, resetSeconds } = rateLimit
  const parts = [
    limit === null ? null : text.limit(count(limit)),
    remaining === null ? null : text.remaining(count(remaining)),
    retryAfterSeconds === null ? null : text.retryAfter(duration(retryAfterSeconds * 1000)),
    resetSeconds === null ? null : text.resets(duration(resetSeconds * 1000)),
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(', ')
}

/** Whole seconds until the token expires; 0 after that. */
export function secondsLeft(expiresAt: number, now: number): number {
  return Math.max(0, Math.ceil((expiresAt - now) / 1000))
}

/**
 * The lines of the report: the request, the answer with the seconds left, the rate limit, the
 * body.
 */
export function tokenReportLines(report: TokenReport, now: number): readonly string[] {
  const { token, expiresAt, rateLimit } = report
  const answer = [answered(report)]
  if (token !== null) answer.push(hiddenToken(token))
  if (expiresAt !== null) {
    const time = timeOfDayWithSeconds(expiresAt)
    const left = secondsLeft(expiresAt, now)
    answer.push(left > 0 ? text.opensUntil(time, `${left}\u00a0s`) : text.expired(time))
  }
  const limits = rateLimitText(rateLimit)
  const lines = [report.requestLine, answer.join(' · ')]
  lines.push(limits === null ? text.noRateLimit : text.rateLimit(limits))
  if (report.body !== null && report.body !== '') lines.push(report.body)
  return lines
}

/** The report as text for support: everything except the key and the token. */
export function tokenReportText(report: TokenReport): string {
  const names = text.report
  const lines: [string, string | null][] = [
    [names.request, report.requestLine],
    [names.host, report.host],
    [names.key, report.keyName],
    [names.at, new Date(report.at).toISOString()],
    [names.result, answered(report)],
    [names.token, report.token && hiddenToken(report.token)],
    [names.rateLimit, rateLimitText(report.rateLimit) ?? names.none],
    [
      names.error,
      report.error &&
        [report.error.code, report.error.sentence, report.error.detail ?? ''].join(' · '),
    ],
    [names.body, report.body],
  ]
  const known = lines.filter((line): line is [string, string] => Boolean(line[1]))
  return `${[names.title, ...known.map(([name, value]) => `${name}: ${value}`)].join('\n')}\n`
}
