import { useEffect, useState } from 'react'
import type { Result } from '../../../common/errors'
import type { ModelRow } from '../../../common/model'
import { messages } from '../../../common/text/window'
import { Button } from '../components/button'
import { Buttons } from '../components/card'
import { Dialog } from '../components/dialog'
import { Hint, Mono } from '../components/form'
import { Problem } from '../components/problem'
import { useParley } from '../context'
import styles from './models.module.css'

const text = messages.models

interface LicenceDialogProps {
  readonly model: ModelRow
  readonly onClose: () => void
}

/** The text of a model's licence, and where the model is published. */
export function LicenceDialog({ model, onClose }: LicenceDialogProps) {
  const { models } = useParley()
  const [licence, setLicence] = useState<Result<string> | null>(null)
  const { id, name } = model
  useEffect(() => {
    void models.licence(id).then(setLicence)
  }, [models, id])
  return (
    <Dialog open title={text.licenceTitle(name, model.licence ?? '')} onClose={onClose}>
      {model.source !== null && <Hint>{text.publishedAt(model.source)}</Hint>}
      {licence?.ok === false && <Problem error={licence.error} />}
      {licence?.ok === true && (
        // A scrolled text must have the focus for the arrow keys.
        <div
          className={styles['licence']}
          tabIndex={0}
          role="region"
          aria-label={text.licenceOf(name, model.licence ?? '')}
        >
          <Mono>{licence.value}</Mono>
        </div>
      )}
      <Buttons>
        <Button onClick={onClose}>{text.close}</Button>
      </Buttons>
    </Dialog>
  )
}
