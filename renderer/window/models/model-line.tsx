import { useState } from 'react'
import type { ModelRow } from '../../../common/model'
import { messages } from '../../../common/text/window'
import { Button } from '../components/button'
import { Confirm } from '../components/confirm'
import { Hint, LinkButton } from '../components/form'
import { Problem } from '../components/problem'
import { Progress } from '../components/progress'
import { useParley } from '../context'
import { fileSize } from '../format'
import { factsOf, needsOf } from './facts'
import { LicenceDialog } from './licence-dialog'
import styles from './models.module.css'

const text = messages.models

interface ModelLineProps {
  readonly model: ModelRow
  /** Of this computer. */
  readonly cores: number
  readonly isInUse: boolean
}

/** One model: what it is on the left, what can be done with it on the right. */
export function ModelLine({ model, cores, isInUse }: ModelLineProps) {
  const [showsLicence, setShowsLicence] = useState(false)
  const { id, name, licence, wantsCores, error, stage } = model
  return (
    <div className={styles['model']} data-model={id} data-stage={stage.stage}>
      <div>
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        <span className={styles['facts']}>
          {factsOf(model)}
          {isInUse && ` · ${text.inUse}`}
        </span>
        <Hint>
          {needsOf(model)}
          {licence !== null && (
            <>
              {' · '}
              <LinkButton
                aria-label={text.licenceOf(name, licence)}
                onClick={() => setShowsLicence(true)}
              >
                {text.licence(licence)}
              </LinkButton>
            </>
          )}
        </Hint>
        {wantsCores !== null && wantsCores > cores && <Hint>{text.cores(wantsCores, cores)}</Hint>}
        {stage.stage === 'set-aside' && <Hint>{text.setAside}</Hint>}
        {error && <Problem error={error} />}
      </div>
      <Actions model={model} isInUse={isInUse} />
      {showsLicence && <LicenceDialog model={model} onClose={() => setShowsLicence(false)} />}
    </div>
  )
}

function Actions({ model, isInUse }: Omit<ModelLineProps, 'cores'>) {
  const { models } = useParley()
  const { id, name, stage, downloadBytes } = model
  switch (stage.stage) {
    case 'absent':
      return (
        <Button aria-label={text.downloadOf(name)} onClick={() => void models.download(id)}>
          {text.download}
        </Button>
      )
    case 'downloading':
    case 'paused': {
      const isPaused = stage.stage === 'paused'
      const sizes = [fileSize(stage.received), fileSize(downloadBytes)] as const
      return (
        <div className={styles['progress']}>
          <Progress label={text.progressOf(name)} share={stage.received / downloadBytes} />
          <span className={styles['facts']}>
            {isPaused ? text.paused(...sizes) : text.progress(...sizes)}
            {' · '}
            <LinkButton
              aria-label={isPaused ? text.resumeOf(name) : text.pauseOf(name)}
              onClick={() => void (isPaused ? models.download(id) : models.pause(id))}
            >
              {isPaused ? text.resume : text.pause}
            </LinkButton>
            {' · '}
            <LinkButton
              aria-label={isPaused ? text.discardOf(name) : text.cancelOf(name)}
              onClick={() => void models.cancel(id)}
            >
              {isPaused ? text.discard : text.cancel}
            </LinkButton>
          </span>
        </div>
      )
    }
    case 'checking':
      return <Hint role="status">{text.checking}</Hint>
    case 'installed':
    case 'set-aside':
      return <InstalledActions model={model} isInUse={isInUse} />
  }
}

function InstalledActions({ model, isInUse }: Omit<ModelLineProps, 'cores'>) {
  const { models, settings } = useParley()
  const [asks, setAsks] = useState(false)
  const { id, name, stage, family, source } = model
  const removeText = source === null ? text.removeOwnText : text.removeText
  return (
    <div className={styles['actions']}>
      {stage.stage === 'set-aside' && (
        <Button aria-label={text.tryAgainOf(name)} onClick={() => void models.tryAgain(id)}>
          {text.tryAgain}
        </Button>
      )}
      {stage.stage === 'installed' && !isInUse && family !== 'speakers' && (
        <Button
          aria-label={text.useOf(name)}
          onClick={() => void settings.save({ installedModel: id })}
        >
          {text.use}
        </Button>
      )}
      <Button aria-label={text.removeOf(name)} onClick={() => setAsks(true)}>
        {text.remove}
      </Button>
      <Confirm
        open={asks}
        title={text.removeTitle(name)}
        text={isInUse ? text.removeInUseText : removeText}
        action={text.remove}
        onConfirm={() => {
          setAsks(false)
          void models.remove(id)
        }}
        onClose={() => setAsks(false)}
      />
    </div>
  )
}
