import { messages } from '../../../common/text/window'
import type { EngineState } from '../../../common/model'
import { CheckButton } from '../sound-check/check-button'
import { Button } from '../components/button'
import { Card, Row } from '../components/card'
import { Chip } from '../components/chip'
import { CommandKey } from '../components/kbd'
import { useParley } from '../context'
import styles from './first-start.module.css'
import { SourceSwitches } from '../sources/source-switches'
import { useSelected, useStore } from '../../shared/store'

/** The pane while no meeting is open. Until the first meeting, it also explains the two engines. */
export function FirstStart() {
  const parley = useParley()
  const first = useSelected(parley.meetings.list, (meetings) => meetings?.length === 0)
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
  const settings = useStore(useParley().settings.current)
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
  const parley = useParley()
  const engine = useStore(parley.engine.state)
  const hasKey = useSelected(parley.keys.list, (keys) => (keys?.keys.length ?? 0) > 0)
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
            onClick={() => parley.navigation.openSettings('keys')}
          >
            {hasKey ? messages.shell.banner.toKeys : text.addKey}
          </Button>
        </Row>
        <p className={styles['text']}>{text.serviceText}</p>
      </Card>
    </div>
  )
}
