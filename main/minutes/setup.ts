import { join } from 'node:path'
import { monotonicNow, wallNow } from '../../common/clock'
import { fail, ok, type Result } from '../../common/errors'
import { unpackText } from '../../common/model'
import type { Answer, StoredMinutes, TranscriptText, WordlessTurn } from '../../common/model'
import { openFolder, type CallHandlers, type Events } from '../boundary'
import type { Chat } from '../chat'
import { entriesOf } from '../exports'
import type { Library } from '../library'
import { createLog } from '../platform'
import type { RedactedReader } from '../redaction'
import { askMeetings, createAsking, type ReadMeeting } from './ask'
import { findMeetings, type Find } from './find-meetings'
import { questionWords } from './relevant-turns'
import { createMinutesRuns } from './runs'
import { createSuggesting } from './suggest'
import { createTemplateFolder, templateFor } from './template-folder'

const log = createLog('minutes')

interface MinutesDeps {
  readonly events: Events
  readonly library: Library
  readonly dataFolder: string
  readonly chat: { readonly open: () => Promise<Result<Chat>> }
  /** SECURITY: nothing that a person hid is sent to a model. */
  readonly redaction: { readonly reader: RedactedReader }
  /** The search over all meetings. */
  readonly meetings: { readonly find: Find }
}

/** Minutes: what a language model writes about a meeting, checked against its turns. */
export function setupMinutes({
  events,
  library,
  dataFolder,
  chat,
  meetings,
  redaction,
}: MinutesDeps) {
  const { reader } = redaction
  const templates = createTemplateFolder(join(dataFolder, 'templates'))
  let lastTemplate: string | null = null
  const runs = createMinutesRuns({
    library,
    openChat: chat.open,
    onState: (state) => events.emit('minutes:changed', state),
    onStored: (id) => events.emit('minutes:stored', { id }),
    wallNow,
    now: monotonicNow,
    readTurns,
    onSuggestion: (id, suggestion) => {
      const kept = suggesting.keep(id, suggestion)
      if (!kept.ok) log.warn('suggestion not stored', { id, code: kept.error.code })
    },
  })
  const suggesting = createSuggesting({
    library,
    openChat: chat.open,
    onState: (state) => events.emit('suggestions:changed', state),
    readTurns,
  })
  const asking = createAsking()

  /** A meeting with the turns that a person reads. */
  async function readMeeting(meetingId: string): Promise<Result<ReadMeeting>> {
    const read = await reader.meeting(meetingId)
    if (!read.ok) return read
    const { meeting, turns } = unpackText(read.value.text)
    return ok({ id: meetingId, title: meeting.title, turns: turnsOf(turns) })
  }

  async function readTurns(meetingId: string): Promise<Result<ReadMeeting['turns']>> {
    const read = await readMeeting(meetingId)
    return read.ok ? ok(read.value.turns) : read
  }

  /** Errors: `meeting-recording` for a meeting that is not over. */
  function whenOver<T>(id: string, then: () => T): T | Result<never> {
    const meeting = library.meetings.get(id)
    if (!meeting.ok) return meeting
    const { state } = meeting.value
    return state === 'recording' || state === 'finishing' ? fail('meeting-recording') : then()
  }

  async function answer(id: string | null, question: string, signal: AbortSignal) {
    const opened = await chat.open()
    if (!opened.ok) return opened
    const words = questionWords(question, null)
    const ids = id === null ? await findMeetings(meetings.find, words) : ok([id])
    if (!ids.ok) return ids
    const read = await Promise.all(ids.value.map(readMeeting))
    const failed = read.find((result) => !result.ok)
    if (id !== null && failed?.ok === false) return failed
    // A meeting that was deleted since it was found is left out.
    const found = read.flatMap((result) => (result.ok ? [result.value] : []))
    let asked = question
    for (const meeting of found) {
      const text = await reader.text(meeting.id, asked)
      if (!text.ok) return text
      asked = text.value
    }
    return askMeetings({ chat: opened.value, question: asked, meetings: found, signal })
  }

  events.on('meetings:abandoned', ({ id }) => {
    runs.cancel(id)
    suggesting.cancel(id)
  })

  function changed(id: string, result: Result<StoredMinutes>): Result<undefined> {
    if (!result.ok) return result
    runs.stored(id)
    return ok(undefined)
  }

  return {
    handlers: {
      'minutes:state': ({ id }) => runs.state(id),
      'minutes:write': ({ id, template: name }) =>
        whenOver(id, () => {
          const template = templates.list().find((other) => other.name === name)
          if (template === undefined) return fail('minutes-no-template')
          lastTemplate = name
          return runs.start(id, template)
        }),
      'minutes:cancel': ({ id }) => {
        runs.cancel(id)
        return ok(undefined)
      },
      'minutes:undo': ({ id }) => changed(id, library.minutes.undo(id)),
      'minutes:redo': ({ id }) => changed(id, library.minutes.redo(id)),
      'minutes:set-done': ({ id, ...task }) => changed(id, library.minutes.setDone(id, task)),
      'minutes:templates': ({ id }) => {
        const meeting = id === null ? null : library.meetings.get(id)
        const list = templates.list()
        const chosen = templateFor(meeting?.ok ? meeting.value : null, list, lastTemplate)
        return ok({ names: [...new Set(list.map(({ name }) => name))], chosen })
      },
      'suggestions:state': ({ id }) => suggesting.state(id),
      'suggestions:ask': ({ id }) => whenOver(id, () => suggesting.ask(id)),
      'suggestions:cancel': ({ id }) => {
        suggesting.cancel(id)
        return ok(undefined)
      },
      'suggestions:dismiss': ({ id }) => suggesting.keep(id, null),
      'names:suggest': ({ id }) => {
        const people = library.appointments.people(id)
        return reader.names(id, people.ok ? people.value : [])
      },
      'ask:question': ({ id, question }): Promise<Result<Answer>> =>
        asking.ask((signal) => answer(id, question, signal)),
      'ask:cancel': () => {
        asking.cancel()
        return ok(undefined)
      },
      'minutes:open-templates': () => {
        templates.list()
        return openFolder(templates.path)
      },
    } satisfies Partial<CallHandlers>,
    stop: () => {
      runs.stop()
      suggesting.stop()
      asking.cancel()
    },
  }
}

/** The turns that a person reads, in their order. */
function turnsOf(turns: TranscriptText['turns']): WordlessTurn[] {
  return entriesOf({ turns, gaps: [] }).flatMap((entry) =>
    entry.kind === 'turn' ? [entry.turn] : [],
  )
}
