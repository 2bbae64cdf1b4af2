import { describe, expect, it } from 'vitest'
import { calendarAddress, createFetchCalendar } from '../../../main/calendar/address'
import { longestCalendar } from '../../../main/calendar/reader'
import type { HttpAnswer } from '../../../main/service'

const href = (typed: string) => {
  const url = calendarAddress(typed)
  return url.ok ? url.value.href : url.error.code
}

it('is asked for over https alone, except on this computer', () => {
  expect(href(' webcal://cal.example.com/a.ics?key=1#x ')).toBe(
    'https://cal.example.com/a.ics?key=1',
  )
  expect(href('http://127.0.0.1:8080/a.ics')).toBe('http://127.0.0.1:8080/a.ics')
  for (const bad of [
    'http://cal.example.com/',
    'file:///etc/passwd',
    'cal',
    'https://a:b@c.example/',
  ]) {
    expect(href(bad)).toBe('calendar-bad-address')
  }
})

describe('the answer', () => {
  const secret = 'https://cal.example.com/secret.ics'
  const fetching = async (...answers: readonly (Partial<HttpAnswer> | Error)[]) => {
    const asked: string[] = []
    const left = [...answers]
    const fetchCalendar = createFetchCalendar(async ({ url }) => {
      asked.push(url)
      const answer = left.shift()
      if (answer instanceof Error) throw answer
      return { status: 200, headers: {}, body: '', ...answer }
    })
    return { result: await fetchCalendar(secret, new AbortController().signal), asked }
  }
  const redirect = (location: string) => ({ status: 302, headers: { location } })

  it('is the calendar', async () => {
    const { result } = await fetching({ body: 'BEGIN:VCALENDAR' })
    expect(result).toEqual({ ok: true, value: 'BEGIN:VCALENDAR' })
  })

  it('may come from another place of the same host, but from no other host and not in the clear', async () => {
    const same = await fetching(redirect('/new.ics'), { body: 'x' })
    expect(same.asked).toEqual([secret, 'https://cal.example.com/new.ics'])
    expect(same.result.ok).toBe(true)
    const other = await fetching(redirect('https://evil.example/a.ics'))
    expect(other.asked).toHaveLength(1)
    expect(other.result).toMatchObject({ error: { detail: 'redirects to evil.example' } })
    const clear = await fetching(redirect('http://cal.example.com/a.ics'))
    expect(clear.asked).toHaveLength(1)
    expect(clear.result.ok).toBe(false)
    const endless = await fetching(...Array.from({ length: 9 }, () => redirect('/again')))
    expect(endless.asked).toHaveLength(4)
  })

  it('says why it did not come, without the address', async () => {
    const results = await Promise.all([
      fetching({ status: 404 }),
      fetching(new Error(`net::ERR_NAME_NOT_RESOLVED ${secret}`)),
      fetching({ body: 'x'.repeat(longestCalendar + 1) }),
    ])
    expect(
      results.map(({ result }) => !result.ok && [result.error.code, result.error.detail]),
    ).toEqual([
      ['calendar-not-fetched', 'status 404'],
      ['calendar-not-fetched', 'ERR_NAME_NOT_RESOLVED'],
      ['calendar-too-large', undefined],
    ])
  })
})
