import { messages } from '../../../common/text/window'
import type { UpdateState } from '../../../common/model'
import { Button } from '../components/button'
import { Buttons, Card } from '../components/card'
import { Hint } from '../components/form'
import { Problem } from '../components/problem'
import { SwitchRow } from '../components/switch-row'
import { useParley } from '../context'
import { ago } from '../format'
import { useSelected, useStore } from '../../shared/store'
import { useNow } from '../use-now'

const text = messages.settings.about
const minute = 60_000

/** The state of updates in one sentence. */
function updateSentence({ stage, version, checkedAt }: UpdateState, now: number): string {
  const of = text.stage
  switch (stage) {
    case 'waiting':
    case 'downloading':
    case 'ready':
      return of[stage](version ?? '')
    case 'idle':
      if (version !== null) return of.found(version)
      return checkedAt === null ? of.unknown : of.newest(ago(Math.max(0, now - checkedAt)))
    case 'checking':
    case 'off':
    case 'unsupported':
      return of[stage]
  }
}

/** Whether a new version exists, and whether Parley looks for one. */
export function UpdateCard() {
  const parley = useParley()
  const update = useStore(parley.update.state)
  const enabled = useSelected(parley.settings.current, (settings) => settings?.updates ?? true)
  const now = useNow(minute / 2)
  const supported = update.stage !== 'unsupported'
  return (
    <Card aria-label={text.updates}>
      <h2>{text.updates}</h2>
      <Hint role="status">{updateSentence(update, now)}</Hint>
      {update.error && <Problem error={update.error} />}
      {supported && (
        <SwitchRow
          label={text.lookForUpdates}
          text={text.lookForUpdatesText}
          checked={enabled}
          onChange={(updates) => void parley.settings.save({ updates })}
        />
      )}
      {supported && (update.stage === 'ready' || enabled) && (
        <Buttons>
          {update.stage === 'ready' ? (
            <Button onClick={() => void parley.update.restart()}>
              {messages.shell.update.restart}
            </Button>
          ) : (
            <Button disabled={update.stage !== 'idle'} onClick={() => void parley.update.check()}>
              {text.lookNow}
            </Button>
          )}
        </Buttons>
      )}
    </Card>
  )
}
