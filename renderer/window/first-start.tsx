import { messages } from '../../preload/messages'
import type { EngineState } from '../../preload/model'
import { CheckButton } from './check/check-button'
import { Button } from './components/button'
import { Card, Row } from './components/card'
import { Chip } from './components/chip'
import { CommandKey } from './components/kbd'
import { useParley } from './context'
import styles from './first-start.module.css'
import { SourceSwitches } from './sources/source-switches'
import { useSelected, useStore } from './stores/store'

/** The pane while no meeting is open; with what can write the words, until there is a meeting. */
export function FirstStart() {
  const { stores } = useParley()
  const first = useSelected(stores.meetings, (meetings) => meetings?.length === 0)
  const text = messages.shell.first
  return (
    <main className={styles['pane']}>
      <div className={styles['block']}>
        <div>
          <h1>{first ? text.title : text.chooseTitle}</h1>
          <p className={styles['lead']}>{first ? text.lead : text.chooseText}</p>
        </div>
        <Row>
          <p className={styles['shortcut']}>
            <CommandKey letter="N" /> {text.shortcut}
          </p>
          <CheckButton />
        </Row>
        <Sources />
        {first && <Engines />}
      </div>
    </main>
  )
}

function Sources() {
  const settings = useStore(useParley().stores.settings)
  return (
    settings && (
      <Card aria-label={messages.settings.audio.sources}>
        <SourceSwitches settings={settings} />
      </Card>
    )
  )
}

function engineWord(engine: EngineState | null): string {
  const text = messages.shell.first
  if (engine === null || engine.state === 'loading') return text.onDeviceLoading
  const usable = engine.state !== 'failed' && engine.available.includes(engine.model)
  return usable ? text.onDeviceReady : text.onDeviceMissing
}

function Engines() {
  const { stores, actions } = useParley()
  const engine = useStore(stores.engine)
  const hasKey = useSelected(stores.keys, (keys) => (keys?.keys.length ?? 0) > 0)
  const text = messages.shell.first
  const word = engineWord(engine)
  return (
    <div className={styles['engines']}>
      <Card className={styles['card']}>
        <Row className={styles['cardHead']}>
          <h2>{text.onDeviceTitle}</h2>
          <Chip tone={word === text.onDeviceMissing ? 'warn' : 'plain'} className={styles['chip']}>
            {word}
          </Chip>
        </Row>
        <p className={styles['text']}>{text.onDeviceText}</p>
        {engine?.error && <p className={styles['text']}>{engine.error.sentence}</p>}
      </Card>
      <Card className={styles['card']}>
        <Row className={styles['cardHead']}>
          <h2>{text.serviceTitle}</h2>
          <Button
            look="quiet"
            className={styles['add']}
            onClick={() => actions.openSettings('keys')}
          >
            {hasKey ? messages.shell.banner.toKeys : text.addKey}
          </Button>
        </Row>
        <p className={styles['text']}>{text.serviceText}</p>
      </Card>
    </div>
  )
}
