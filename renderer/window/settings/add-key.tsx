import { useState } from 'react'
import { messages } from '../../../preload/messages'
import type { Zone } from '../../../preload/model'
import { Card, Row } from '../components/card'
import { Field } from '../components/field'
import { Select } from '../components/select'
import { useParley } from '../context'
import { KeyInput } from './key-input'
import styles from './settings.module.css'

const text = messages.keys
const zones = Object.entries(text.zoneOption).map(([value, label]) => ({
  value: value as Zone,
  label,
}))

/** A new key: its name, the key, its zone. `suggestName` fills the name in for the first one. */
export function AddKey({ suggestName }: { readonly suggestName: boolean }) {
  const { ask, openLink } = useParley().actions
  const [name, setName] = useState<string | null>(null)
  const [zone, setZone] = useState<Zone>('default')
  const shownName = name ?? (suggestName ? text.nameHint : '')
  return (
    <Card aria-label={text.add}>
      <Row>
        <h2>{text.add}</h2>
        <button
          type="button"
          className={styles['link']}
          onClick={() => void openLink('assemblyai-keys')}
        >
          {text.where}
        </button>
      </Row>
      <KeyInput
        hint={text.keyHint}
        save={(key, keep) => ask('keys:add', { name: shownName, zone, key, keep })}
        onSaved={() => setName(null)}
        before={
          <Field
            className={styles['keyName']}
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
