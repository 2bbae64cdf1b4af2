import { messages } from '../../../preload/messages'
import type { UpdateState } from '../../../preload/model'
import { Button } from '../components/button'
import { Buttons, Card } from '../components/card'
import { SwitchRow } from '../components/switch-row'
import { useParley } from '../context'
import { ago } from '../format'
import { useSelected, useStore } from '../stores/store'
import { useNow } from '../use-now'
import { Problem } from './problem'
import styles from './settings.module.css'

const text = messages.settings.about
const minute = 60_000

/** How it stands with a new version, in one sentence. */
export function updateSentence({ stage, version, checkedAt }: UpdateState, now: number): string {
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

/** Whether there is a new version, and whether it is looked for. */
export function UpdateCard() {
  const { stores, actions } = useParley()
  const update = useStore(stores.update)
  const enabled = useSelected(stores.settings, (settings) => settings?.updates ?? true)
  const now = useNow(minute / 2)
  const supported = update.stage !== 'unsupported'
  return (
    <Card aria-label={text.updates}>
      <h2>{text.updates}</h2>
      <p className={styles['sub']} role="status">
        {updateSentence(update, now)}
      </p>
      {update.error && <Problem error={update.error} />}
      {supported && (
        <SwitchRow
          label={text.lookForUpdates}
          text={text.lookForUpdatesText}
          checked={enabled}
          onChange={(updates) => void actions.saveSettings({ updates })}
        />
      )}
      {supported && (update.stage === 'ready' || enabled) && (
        <Buttons>
          {update.stage === 'ready' ? (
            <Button onClick={() => void actions.restartToUpdate()}>
              {messages.shell.update.restart}
            </Button>
          ) : (
            <Button
              disabled={update.stage !== 'idle'}
              onClick={() => void actions.checkForUpdate()}
            >
              {text.lookNow}
            </Button>
          )}
        </Buttons>
      )}
    </Card>
  )
}
