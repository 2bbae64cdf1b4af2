import { useState } from 'react'
import type { ModelRow, ModelsState, Settings } from '../../../common/model'
import { messages } from '../../../common/text/window'
import { useStore } from '../../shared/store'
import { Button } from '../components/button'
import { Buttons, Card, Row } from '../components/card'
import { Field } from '../components/field'
import { Hint, Page } from '../components/form'
import { useParley } from '../context'
import { fileSize } from '../format'
import { ModelLine } from './model-line'
import { MoonshineLine } from './moonshine-line'
import styles from './models.module.css'

const text = messages.models

/** The models on this computer, and those that can be downloaded. */
export function ModelsPage() {
  const parley = useParley()
  const state = useStore(parley.models.state)
  const settings = useStore(parley.settings.current)
  const free = state?.freeBytes ?? null
  const intro = free === null ? text.intro : `${text.intro} ${text.free(fileSize(free))}`
  return (
    <Page title={text.title} intro={intro}>
      {state && settings && <Cards state={state} settings={settings} />}
    </Page>
  )
}

interface CardsProps {
  readonly state: ModelsState
  readonly settings: Settings
}

function Cards({ state, settings }: CardsProps) {
  const own = state.models.filter(({ source }) => source === null)
  const speech = state.models.filter((model) => model.source !== null && !isForSpeakers(model))
  const speakers = state.models.filter(isForSpeakers)
  const line = (model: ModelRow) => (
    <ModelLine
      key={model.id}
      model={model}
      cores={state.cores}
      isInUse={settings.installedModel === model.id}
    />
  )
  return (
    <>
      <Card className={styles['list']} aria-label={text.speech}>
        <MoonshineLine settings={settings} />
        {speech.map(line)}
      </Card>
      {own.length > 0 && (
        <Card className={styles['list']} aria-label={text.own}>
          {own.map(line)}
        </Card>
      )}
      {speakers.length > 0 && <Card className={styles['list']}>{speakers.map(line)}</Card>}
      <Offline settings={settings} />
    </>
  )
}

const isForSpeakers = ({ family }: ModelRow) => family === 'speakers'

/** For computers without a network, and for companies with a mirror. */
function Offline({ settings }: { readonly settings: Settings }) {
  const { models, settings: feature } = useParley()
  const [typed, setTyped] = useState<string | null>(null)
  const isBad = typed !== null && typed !== '' && !/^https?:\/\/[^\s?#]+$/.test(typed)
  return (
    <Card aria-label={text.offline} spaced>
      <Row>
        <Hint>
          {text.offline} {text.offlineText}
        </Hint>
        <Buttons>
          <Button onClick={() => void models.chooseFolder()}>{text.chooseFolder}</Button>
          <Button onClick={() => void models.chooseFiles()}>{text.chooseFiles}</Button>
        </Buttons>
      </Row>
      <Field
        label={text.mirror}
        placeholder={text.mirrorHint}
        spellCheck={false}
        value={typed ?? settings.modelMirror}
        text={text.mirrorText}
        problem={isBad ? text.mirrorBad : null}
        onChange={(event) => setTyped(event.target.value.trim())}
        onBlur={() => {
          if (typed === null || isBad) return
          void feature.save({ modelMirror: typed }).then((saved) => {
            if (saved.ok) setTyped(null)
          })
        }}
      />
    </Card>
  )
}
