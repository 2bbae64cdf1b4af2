import { readFile, stat } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { fail, ok, type Result } from '../../common/errors'
import type { Appointment } from '../../common/model'
import { longestCalendar, type CalendarJob } from './reader'
import { readCalendar } from './read'

async function textOf(source: CalendarJob['source']): Promise<Result<string>> {
  if ('text' in source) return ok(source.text)
  try {
    const { size } = await stat(source.path)
    if (size > longestCalendar) return fail('calendar-too-large')
    return ok(await readFile(source.path, 'utf8'))
  } catch (cause) {
    return fail('calendar-not-read', (cause as NodeJS.ErrnoException).code)
  }
}

async function run({ source, range }: CalendarJob): Promise<Result<Appointment[]>> {
  const text = await textOf(source)
  if (!text.ok) return text
  const appointments = readCalendar(text.value, range)
  return appointments === null ? fail('calendar-none') : ok(appointments)
}

/** The entry of the calendar thread: it reads one calendar and sends the result. */
parentPort?.once('message', (job: CalendarJob) => {
  void run(job).then((result) => parentPort?.postMessage(result))
})
