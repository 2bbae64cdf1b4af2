import { useId } from 'react'
import { messages } from '../../../../common/text/window'
import type { MinuteLine, MinuteSection, MinuteText } from '../../../../common/model'
import { Hint } from '../../components/form'
import { useParley } from '../../context'
import { clock } from '../../format'
import type { Player } from '../../transcript/model/transcript-session'
import styles from './minutes.module.css'

const text = messages.minutes

interface SectionsProps {
  readonly meetingId: string
  readonly minutes: MinuteText
  readonly player: Player
  /** While the lines still arrive. */
  readonly isDraft?: boolean
}

/** The sections with their lines, and what was not found in the transcript. */
export function MinutesSections({ meetingId, minutes, player, isDraft = false }: SectionsProps) {
  const filled = minutes.sections.filter(({ lines }) => lines.length > 0)
  return (
    <>
      {minutes.sections.map((section, index) =>
        section.lines.length === 0 ? null : (
          <Section
            key={section.title}
            at={{ meetingId, section: index, player, isDraft }}
            section={section}
          />
        ),
      )}
      {filled.length === 0 && !isDraft && <Hint>{text.empty}</Hint>}
      {minutes.notFound.length > 0 && <NotFound lines={minutes.notFound} />}
    </>
  )
}

interface Place {
  readonly meetingId: string
  readonly section: number
  readonly player: Player
  readonly isDraft: boolean
}

function Section({ at, section }: { readonly at: Place; readonly section: MinuteSection }) {
  const id = useId()
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h2 id={id}>{section.title}</h2>
      <ul className={styles['lines']}>
        {section.lines.map((line, index) => (
          <li key={index} className={styles['line']}>
            {section.kind === 'tasks' && <TaskBox at={at} line={line} index={index} />}
            <div>
              <LineText at={at} line={line} />
              <Moments at={at} line={line} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface LineProps {
  readonly at: Place
  readonly line: MinuteLine
}

function TaskBox({ at, line, index }: LineProps & { readonly index: number }) {
  const { minutes } = useParley()
  return (
    <input
      type="checkbox"
      className={styles['box']}
      aria-label={text.task(line.who, line.text)}
      checked={line.isDone}
      disabled={at.isDraft}
      onChange={({ target }) =>
        void minutes.setDone(at.meetingId, {
          section: at.section,
          line: index,
          isDone: target.checked,
        })
      }
    />
  )
}

/** A click plays its first moment. */
function LineText({ at, line }: LineProps) {
  const play = usePlay(at)
  const [first = 0] = line.moments
  return (
    <button
      type="button"
      className={styles['text']}
      dir="auto"
      data-done={line.isDone || undefined}
      title={text.goTo(clock(first))}
      onClick={() => play(first)}
    >
      {line.who !== null && <strong>{text.who(line.who, line.byWhen)} </strong>}
      {line.who === null && line.byWhen !== null && <strong>{text.nobody(line.byWhen)} </strong>}
      {line.text}
    </button>
  )
}

function Moments({ at, line }: LineProps) {
  const play = usePlay(at)
  return (
    <span className={styles['moments']}>
      {line.moments.map((moment) => (
        <button
          key={moment}
          type="button"
          className={styles['moment']}
          aria-label={text.goTo(clock(moment))}
          title={text.goTo(clock(moment))}
          onClick={() => play(moment)}
        >
          {clock(moment)}
        </button>
      ))}
    </span>
  )
}

/** Goes to a moment in the transcript and plays it. */
function usePlay({ meetingId, player }: Place): (ms: number) => void {
  const { meeting } = useParley()
  return (ms) => {
    void meeting.open(meetingId, { ms })
    player.playFrom(ms)
  }
}

function NotFound({ lines }: { readonly lines: readonly string[] }) {
  const id = useId()
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h2 id={id}>{text.notFound}</h2>
      <ul className={styles['unfound']}>
        {lines.map((line) => (
          <li key={line}>{text.notFoundLine(line)}</li>
        ))}
      </ul>
      <Hint>{text.notFoundCount(lines.length)}</Hint>
    </section>
  )
}
