import { useEffect, useState } from 'react'
import { messages } from '../../../preload/messages'
import type { Result } from '../../../preload/errors'
import type { StorageUse } from '../../../preload/model'
import { Card } from '../components/card'
import { useParley } from '../context'
import { fileSize } from '../format'
import { useStore } from '../stores/store'
import { Problem } from './problem'
import styles from './settings.module.css'

const text = messages.settings.storage

/** How much space what takes, and how much is left. */
export function SpaceCard() {
  const { stores, actions } = useParley()
  const meetings = useStore(stores.meetings)
  const [use, setUse] = useState<Result<StorageUse> | null>(null)
  useEffect(() => {
    let isWanted = true
    void actions.ask('storage:use', undefined).then((answer) => isWanted && setUse(answer))
    return () => {
      isWanted = false
    }
    // Sound that was compressed is told as a change of its meeting.
  }, [actions, meetings])
  if (use === null) return null
  return (
    <Card>
      <h2>{text.space}</h2>
      {use.ok ? <Sizes use={use.value} /> : <Problem error={use.error} />}
      {use.ok && use.value.problem && <Problem error={use.value.problem} />}
    </Card>
  )
}

function Sizes({ use }: { readonly use: StorageUse }) {
  const rows = [
    [text.audio, use.audioBytes],
    [text.text, use.textBytes],
    [text.models, use.modelBytes],
  ] as const
  return (
    <>
      <dl className={styles['sizes']}>
        {rows.map(([name, bytes]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fileSize(bytes)}</dd>
          </div>
        ))}
      </dl>
      {use.freeBytes !== null && (
        <p className={styles['sub']}>{text.free(fileSize(use.freeBytes))}</p>
      )}
    </>
  )
}
