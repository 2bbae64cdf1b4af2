import { fail, ok } from '../../../common/errors'
import type { Library } from '../../../main/library'
import { createMeetingReader } from '../../../main/library/meeting-reader'
import type { RunJob } from '../../../main/redaction/in-thread'
import { jobs } from '../../../main/redaction/jobs'
import { createRedactedReader } from '../../../main/redaction/reader'

const ended = () => Promise.resolve(fail('search-failed'))
const runJob: RunJob = (name, ...input) =>
  Promise.resolve(ok((jobs[name] as (...all: unknown[]) => never)(...input)))

/** The reader without threads: main reads itself, as it does when the library's thread ended. */
export function readerOf(library: Library) {
  const meetings = {
    reader: createMeetingReader(library, { texts: ended, words: ended, names: ended }),
  }
  return { ...createRedactedReader({ library, meetings, runJob }), whole: meetings.reader }
}
