import { useState } from 'react'
import { messages } from '../../../../common/text/window'
import type { Answer, Meeting } from '../../../../common/model'
import { useSelected, useStore } from '../../../shared/store'
import { Button } from '../../components/button'
import { Buttons } from '../../components/card'
import { Field } from '../../components/field'
import { FormStack, Hint } from '../../components/form'
import { Problem } from '../../components/problem'
import { Select } from '../../components/select'
import { useParley } from '../../context'
import { clock } from '../../format'
import type { Player } from '../../transcript/model/transcript-session'
import minutesStyles from '../minutes/minutes.module.css'
import { NoModel } from '../minutes/no-model'
import styles from './ask.module.css'
import type { Asked } from './store'
import { PanelScroller } from '../side/panel-scroller'

interface AskPanelProps {
  readonly meeting: Meeting
  readonly player: Player
}

const text = messages.minutes.ask

/** Questions about this meeting or all meetings, with the answers of a model. */
export function AskPanel({ meeting, player }: AskPanelProps) {
  const { settings, questions } = useParley()
  const provider = useSelected(settings.current, (current) => current?.chat.provider)
  const asked = useStore(questions.asked)
  if (provider === undefined) return null
  if (provider === null) return <NoModel />
  const shown = asked.filter(({ meetingId }) => meetingId === null || meetingId === meeting.id)
  return (
    <>
      <PanelScroller>
        {shown.length === 0 && <Hint>{text.intro}</Hint>}
        {shown.map((each, index) => (
          <Question key={shown.length - index} asked={each} open={{ meeting, player }} />
        ))}
      </PanelScroller>
      <AskForm meetingId={meeting.id} />
    </>
  )
}

type Scope = 'meeting' | 'all'

function AskForm({ meetingId }: { readonly meetingId: string }) {
  const { questions } = useParley()
  const [typed, setTyped] = useState('')
  const [scope, setScope] = useState<Scope>('meeting')
  const running = useSelected(questions.asked, (asked) =>
    asked.some(({ answer, error }) => answer === null && error === null),
  )
  return (
    <FormStack
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() === '') return
        void questions.ask(scope === 'all' ? null : meetingId, typed.trim())
        setTyped('')
      }}
    >
      <Field
        label={text.label}
        labelHidden
        placeholder={text.label}
        maxLength={1_000}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <div className={styles['row']}>
        <Select<Scope>
          label={text.scope}
          className={styles['scope']}
          value={scope}
          options={[
            { value: 'meeting', label: text.thisMeeting },
            { value: 'all', label: text.allMeetings },
          ]}
          onChange={setScope}
        />
        {running ? (
          <Button onClick={() => void questions.cancel()}>{messages.shell.cancel}</Button>
        ) : (
          <Button type="submit" look="primary">
            {text.button}
          </Button>
        )}
      </div>
    </FormStack>
  )
}

interface QuestionProps {
  readonly asked: Asked
  readonly open: AskPanelProps
}

function Question({ asked, open }: QuestionProps) {
  const { questions } = useParley()
  const { meetingId, question, answer, error } = asked
  return (
    <section className={minutesStyles['section']} aria-label={question}>
      <h2>{meetingId === null ? text.toAll(question) : question}</h2>
      <div role="status" className={styles['answer']}>
        {answer === null && error === null && <Hint>{messages.minutes.waiting}</Hint>}
        {answer && <AnswerLines answer={answer} open={open} />}
      </div>
      {error && (
        <>
          <Problem error={error} />
          <Buttons>
            <Button onClick={() => void questions.ask(meetingId, question)}>
              {messages.shell.tryAgain}
            </Button>
          </Buttons>
        </>
      )}
    </section>
  )
}

interface AnswerProps {
  readonly answer: Answer
  readonly open: AskPanelProps
}

function AnswerLines({ answer, open }: AnswerProps) {
  return (
    <>
      {answer.lines.length === 0 && <p className={styles['unsaid']}>{text.notSaid}</p>}
      <ul className={minutesStyles['lines']}>
        {answer.lines.map(({ text: line, places }) => (
          <li key={line}>
            {line}
            <span className={minutesStyles['moments']}>
              {places.map((place) => (
                <PlaceButton key={`${place.meetingId} ${place.atMs}`} place={place} open={open} />
              ))}
            </span>
          </li>
        ))}
      </ul>
      {answer.notFound.length > 0 && (
        <ul className={minutesStyles['unfound']}>
          {answer.notFound.map((line) => (
            <li key={line}>{messages.minutes.notFoundLine(line)}</li>
          ))}
        </ul>
      )}
    </>
  )
}

interface PlaceProps {
  readonly place: Answer['lines'][number]['places'][number]
  readonly open: AskPanelProps
}

/** Plays a moment of the open meeting, or opens another meeting there. */
function PlaceButton({ place, open }: PlaceProps) {
  const parley = useParley()
  const { meetingId, title, atMs } = place
  const isHere = meetingId === open.meeting.id
  const name = isHere ? clock(atMs) : `${title} ${clock(atMs)}`
  return (
    <button
      type="button"
      className={minutesStyles['moment']}
      title={messages.minutes.goTo(name)}
      onClick={() => {
        void parley.meeting.open(meetingId, { ms: atMs })
        if (isHere) open.player.playFrom(atMs)
      }}
    >
      {name}
    </button>
  )
}
