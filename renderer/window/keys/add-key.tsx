import { useState } from 'react'
import { messages } from '../../../common/text/window'
import type { Zone } from '../../../common/model'
import { Card, Row } from '../components/card'
import { Field } from '../components/field'
import { LinkButton } from '../components/form'
import { Select } from '../components/select'
import { useParley } from '../context'
import { KeyInput } from './key-input'
import styles from './keys.module.css'

const text = messages.keys
const zones = Object.entries(text.zoneOption).map(([value, label]) => ({
  value: value as Zone,
  label,
}))

/** Adds a key with a name and a zone. `suggestName` fills in a name for the first key. */
export function AddKey({ suggestName }: { readonly suggestName: boolean }) {
  const { keys, navigation } = useParley()
  const [name, setName] = useState<string | null>(null)
  const [zone, setZone] = useState<Zone>('default')
  const shownName = name ?? (suggestName ? text.nameHint : '')
  return (
    <Card aria-label={text.add}>
      <Row>
        <h2>{text.add}</h2>
        <LinkButton onClick={() => void navigation.openLink('assemblyai-keys')}>
          {text.where}
        </LinkButton>
      </Row>
      <KeyInput
        hint={text.keyHint}
        save={(key, keep) => keys.add({ name: shownName, zone, key, keep })}
        onSaved={() => setName(null)}
        before={
          <Field
            className={styles['name']}
            label={text.name}
            labelHidden
            placeholder={text.name}
            value={shownName}
            onChange={(event) => setName(event.target.value)}
            maxLength={60}
          />
        }
        after={
          <Select
            className={styles['zone']}
            label={text.zoneLabel}
            value={zone}
            options={zones}
            onChange={setZone}
          />
        }
      />
    </Card>
  )
}
