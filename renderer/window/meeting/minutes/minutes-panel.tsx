import { useEffect, useState } from 'react'
import { messages } from '../../../../common/text/window'
import type { Meeting, MinutesRun, MinutesState } from '../../../../common/model'
import { useSelected, useStore } from '../../../shared/store'
import { Button } from '../../components/button'
import { Hint } from '../../components/form'
import { Problem } from '../../components/problem'
import { Select } from '../../components/select'
import { useParley } from '../../context'
import type { Player } from '../../transcript/model/transcript-session'
import { AskSuggestion } from '../suggestion/ask-suggestion'
import { SuggestionCard } from '../suggestion/suggestion-card'
import styles from './minutes.module.css'
import { minutesFacts } from './minutes-facts'
import { MinutesSections } from './minutes-sections'
import { NoModel } from './no-model'
import { PanelScroller } from '../side/panel-scroller'

interface MinutesPanelProps {
  readonly meeting: Meeting
  readonly player: Player
}

const text = messages.minutes

/** What a model wrote about this meeting, and the way to ask it. */
export function MinutesPanel({ meeting, player }: MinutesPanelProps) {
  const { minutes, settings } = useParley()
  const { id } = meeting
  const state = useStore(minutes.open)
  const provider = useSelected(settings.current, (current) => current?.chat.provider)
  useEffect(() => void minutes.load(id), [minutes, id])
  if (state?.meetingId !== id || provider === undefined) return null
  if (state.running !== null) {
    return <Running meetingId={id} running={state.running} player={player} />
  }
  if (provider === null && state.minutes === null)
    return <NoModel>{state.canRedo && <RedoButton meetingId={id} />}</NoModel>
  return <Written meeting={meeting} state={state} player={player} hasModel={provider !== null} />
}

interface RunningProps {
  readonly meetingId: string
  readonly running: MinutesRun
  readonly player: Player
}

function Running({ meetingId, running, player }: RunningProps) {
  const { minutes } = useParley()
  const { model, step, steps, sections } = running
  return (
    <>
      <PanelScroller aria-busy="true">
        <MinutesSections meetingId={meetingId} minutes={running} player={player} isDraft />
        {sections.length === 0 && <Hint>{text.waiting}</Hint>}
      </PanelScroller>
      <footer className={styles['foot']}>
        <p className={styles['facts']} role="status">
          {text.running(model, step, steps)}
        </p>
        <Button onClick={() => void minutes.cancel(meetingId)}>{messages.shell.cancel}</Button>
      </footer>
    </>
  )
}

interface WrittenProps {
  readonly meeting: Meeting
  readonly state: MinutesState
  readonly player: Player
  readonly hasModel: boolean
}

function Written({ meeting, state, player, hasModel }: WrittenProps) {
  const { meetingId, minutes, error, canUndo, canRedo } = state
  const parley = useParley()
  const readOnly = useSelected(parley.notices.readOnly, (problem) => problem !== null)
  return (
    <>
      <PanelScroller>
        {error !== null && <Problem error={error} />}
        {hasModel && <SuggestionCard meeting={meeting} />}
        {minutes === null ? (
          <div className={styles['start']}>
            <h2>{text.start.title}</h2>
            <p>{text.start.text}</p>
          </div>
        ) : (
          <>
            <MinutesSections meetingId={meetingId} minutes={minutes} player={player} />
            {minutes.isCut && <Hint>{text.cut}</Hint>}
          </>
        )}
        {hasModel && <AskSuggestion meeting={meeting} />}
      </PanelScroller>
      <footer className={styles['foot']}>
        {minutes && <p className={styles['facts']}>{minutesFacts(minutes)}</p>}
        {hasModel ? (
          <Write state={state} disabled={readOnly} />
        ) : (
          <Button onClick={() => parley.navigation.openSettings('summaries')}>
            {text.none.choose}
          </Button>
        )}
        {canUndo && (
          <Button
            look="quiet"
            disabled={readOnly}
            onClick={() => void parley.minutes.undo(meetingId)}
          >
            {text.undo}
          </Button>
        )}
        {canRedo && <RedoButton meetingId={meetingId} />}
      </footer>
    </>
  )
}

function RedoButton({ meetingId }: { readonly meetingId: string }) {
  const { minutes } = useParley()
  return (
    <Button look="quiet" onClick={() => void minutes.redo(meetingId)}>
      {text.redo}
    </Button>
  )
}

interface WriteProps {
  readonly state: MinutesState
  readonly disabled: boolean
}

/** The template, and the button that sends the transcript. */
function Write({ state, disabled }: WriteProps) {
  const { minutes } = useParley()
  const templates = useStore(minutes.templates)
  const [picked, setPicked] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  if (templates === null) return null
  const template = picked ?? templates.chosen
  const label = state.error !== null ? text.retry : state.minutes === null ? text.write : text.again
  return (
    <div className={styles['write']}>
      <Select
        label={text.template}
        className={styles['template']}
        value={template}
        options={templates.names.map((name) => ({ value: name, label: name }))}
        onChange={setPicked}
      />
      <Button
        look={state.minutes === null ? 'primary' : 'plain'}
        disabled={disabled || asking}
        onClick={() => {
          setAsking(true)
          void minutes.write(state.meetingId, template).finally(() => setAsking(false))
        }}
      >
        {label}
      </Button>
    </div>
  )
}
