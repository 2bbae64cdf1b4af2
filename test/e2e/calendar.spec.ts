import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { wallNow } from '../../common/clock'
import { messages } from '../../common/text/window'
import { noViolations } from './axe'
import { expect, test } from './fixtures'
import { record, stop } from './recording'
import { openSettings } from './screens'

const text = messages.settings.calendar
const utc = (at: number) => `${new Date(at).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`

/** A calendar with one appointment, which began ten minutes ago. */
const calendarWith = (title: string) =>
  [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:one',
    `DTSTART:${utc(wallNow() - 600_000)}`,
    `DTEND:${utc(wallNow() + 3_000_000)}`,
    `SUMMARY:${title}`,
    'ORGANIZER;CN=Ana Kim:mailto:ana@example.com',
    'ATTENDEE;CN=Miguel Ortiz:mailto:miguel@example.com',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')

test('a recording gets its title and people from the calendar at an address', async ({
  launch,
}) => {
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    asked.push(request.headers.cookie ?? request.headers.authorization ?? request.url)
    response.end(calendarWith('Quarterly budget review'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    const parley = await launch({})
    const { window } = parley
    await openSettings(window, 'calendar')
    await window.getByLabel(text.address).fill(`http://127.0.0.1:${port}/private-1234.ics`)
    await window.getByRole('button', { name: text.useAddress }).click()
    await expect(window.getByText('Quarterly budget review')).toBeVisible()
    // The rest of the address can be a secret.
    await expect(window.getByText(`127.0.0.1:${port}`, { exact: true })).toBeVisible()
    await noViolations(window, 'the calendar page')
    expect(asked).toEqual(['/private-1234.ics'])

    const id = await record(parley)
    await expect(window.getByRole('heading', { name: 'Quarterly budget review' })).toBeVisible()
    expect(await parley.value('calendar:people', { id })).toEqual(['Ana Kim', 'Miguel Ortiz'])
    // Key terms cost money, so they are a person's choice.
    expect((await parley.value('meetings:brief', { id })).terms).toEqual([])
    await stop(parley)

    await parley.value('settings:set', { calendarTerms: true })
    const second = await record(parley)
    expect((await parley.value('meetings:brief', { id: second })).terms).toEqual([
      'Ana Kim',
      'Miguel Ortiz',
    ])
    await stop(parley)
    expect(parley.output()).not.toContain('private-1234')
  } finally {
    server.close()
  }
})

test(
  'a calendar file is read again when it changes',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const path = join(folder, 'mine.ics')
    writeFileSync(path, calendarWith('Stand-up'), { mode: 0o644 })
    const parley = await launch({})
    const { window } = parley
    await parley.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    }, path)
    await openSettings(window, 'calendar')
    await window.getByRole('button', { name: text.chooseFile }).click()
    await expect(window.getByText('Stand-up')).toBeVisible()
    writeFileSync(path, calendarWith('Supplier call, Lyon'))
    await expect(window.getByText('Supplier call, Lyon')).toBeVisible({ timeout: 20_000 })
    writeFileSync(path, 'no calendar')
    await expect(window.locator('[data-code="calendar-none"]')).toBeVisible({ timeout: 20_000 })
    await expect(window.getByText('Supplier call, Lyon')).toBeVisible()
    await window.getByRole('button', { name: text.remove }).click()
    await expect(window.getByRole('button', { name: text.chooseFile })).toBeVisible()
  },
)
