import { useEffect, useId, useState, type SubmitEvent } from 'react'
import { messages } from '../../../../common/text/window'
import type { Edit } from '../../../../common/model'
import { speakerName } from '../../../../common/speaker-name'
import { Button } from '../../components/button'
import { Buttons } from '../../components/card'
import { Dialog } from '../../components/dialog'
import { Field } from '../../components/field'
import { useParley } from '../../context'
import { useSelected, useStore } from '../../../shared/store'
import { indexOfRow, type TurnRow } from '../model/word-cursor'
import type { TranscriptSession, SpeakerDialog as Asked } from '../model/transcript-session'
import { turnIdOf, type Row } from '../model/rows'
import styles from './speaker-dialog.module.css'
import { speakerColour } from '../model/speakers'

interface SpeakerDialogProps {
  readonly session: TranscriptSession
  readonly rows: readonly Row[]
}

/**
 * Asks for the name of a speaker, for another speaker of one turn, or for a speaker to merge with.
 */
export function SpeakerDialog({ session, rows }: SpeakerDialogProps) {
  const asked = useStore(session.dialog)
  const row = asked === null ? undefined : rows[indexOfRow(rows, asked.key)]
  const close = () => {
    const wordRef = session.cursor.get()
    session.dialog.set(null)
    if (asked === null) return
    const word = wordRef?.key === asked.key ? wordRef.word : 0
    session.cursor.set({ key: asked.key, word, focus: true, found: false })
  }
  const open = asked !== null && row?.kind === 'turn'
  const text = messages.meeting.edit
  const title = open ? text.titles[asked.kind](speakerName(row.turn)) : ''
  return (
    <Dialog open={open} title={title} onClose={close}>
      {open && <SpeakerForm asked={asked} row={row} rows={rows} onClose={close} />}
    </Dialog>
  )
}

/** All speakers of the meeting except the speaker of this turn, each with one of their turns. */
export function othersOf(rows: readonly Row[], own: TurnRow): TurnRow[] {
  const found = new Map<string, TurnRow>([[speakerName(own.turn), own]])
  for (const row of rows) {
    if (row.kind !== 'turn') continue
    const name = speakerName(row.turn)
    if (!found.has(name)) found.set(name, row)
  }
  return [...found.values()].filter((row) => row !== own)
}

const somebodyNew = ''

interface SpeakerFormProps {
  readonly asked: Asked
  readonly row: TurnRow
  readonly rows: readonly Row[]
  readonly onClose: () => void
}

function SpeakerForm({ asked, row, rows, onClose }: SpeakerFormProps) {
  const parley = useParley()
  const palette = useStore(parley.meeting.palette)
  const text = messages.meeting.edit
  const { kind } = asked
  const others = kind === 'rename' ? [] : othersOf(rows, row)
  const [name, setName] = useState(kind === 'rename' ? (row.turn.speaker ?? '') : '')
  const [chosen, setChosen] = useState(others[0]?.key ?? somebodyNew)
  const other = others.find(({ key }) => key === chosen)
  const group = useId()
  const writes = kind === 'rename' || (kind === 'assign' && chosen === somebodyNew)
  const edit = editOf(kind, row, { other, name: name.trim() })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (edit === null) return
    void parley.corrections.edit(edit)
    onClose()
  }
  return (
    <form className={styles['form']} onSubmit={submit}>
      {kind === 'merge' && others.length === 0 && <p>{text.nobodyElse}</p>}
      {others.length > 0 && (
        <div role="radiogroup" aria-label={text.titles[kind](speakerName(row.turn))}>
          {others.map((speaker) => (
            <label key={speaker.key} className={styles['choice']}>
              <input
                type="radio"
                name={group}
                checked={chosen === speaker.key}
                onChange={() => setChosen(speaker.key)}
              />
              <span style={{ color: `var(${speakerColour(speaker.turn, palette)})` }}>
                {speakerName(speaker.turn)}
              </span>
            </label>
          ))}
          {kind === 'assign' && (
            <label className={styles['choice']}>
              <input
                type="radio"
                name={group}
                checked={chosen === somebodyNew}
                onChange={() => setChosen(somebodyNew)}
              />
              {text.somebodyNew}
            </label>
          )}
        </div>
      )}
      {writes && (
        <Field
          label={text.name}
          value={name}
          maxLength={40}
          autoFocus
          onChange={(event) => setName(event.target.value)}
        />
      )}
      {writes && <People rows={rows} onChoose={setName} />}
      <Buttons className={styles['buttons']}>
        <Button onClick={onClose}>{messages.shell.cancel}</Button>
        <Button type="submit" look="primary" disabled={edit === null}>
          {text.actions[kind]}
        </Button>
      </Buttons>
    </form>
  )
}

interface PeopleProps {
  readonly rows: readonly Row[]
  readonly onChoose: (name: string) => void
}

/** The people of the appointment who are no speaker yet. A press writes the name into the field. */
function People({ rows, onChoose }: PeopleProps) {
  const { calendar, transcript } = useParley()
  const meetingId = useSelected(transcript.open, (open) => open.meetingId)
  const [people, setPeople] = useState<readonly string[]>([])
  useEffect(() => {
    let isShown = true
    if (meetingId !== null) {
      void calendar.people(meetingId).then((found) => isShown && setPeople(found))
    }
    return () => void (isShown = false)
  }, [calendar, meetingId])
  const taken = new Set(rows.flatMap((row) => (row.kind === 'turn' ? [row.turn.speaker] : [])))
  const free = people.filter((name) => !taken.has(name))
  if (free.length === 0) return null
  return (
    <div role="group" aria-label={messages.meeting.edit.people} className={styles['people']}>
      {free.map((name) => (
        <Button key={name} onClick={() => onChoose(name)}>
          {name}
        </Button>
      ))}
    </div>
  )
}

/**
 * The edit that the form describes; null while something is missing. An empty name restores the
 * label.
 */
function editOf(
  kind: Asked['kind'],
  row: TurnRow,
  { other, name }: { readonly other: TurnRow | undefined; readonly name: string },
): Edit | null {
  const turn = turnIdOf(row.turn)
  if (kind === 'rename') return { kind, turn, name }
  if (other) {
    const to = turnIdOf(other.turn)
    return kind === 'merge' ? { kind, turn, into: to } : { kind, turn, to }
  }
  return kind === 'assign' && name !== '' ? { kind, turn, to: { name } } : null
}
