import { useEffect, useState } from 'react'
import { messages } from '../../../common/text/window'
import type { Result } from '../../../common/errors'
import type { StorageUse } from '../../../common/model'
import { Card } from '../components/card'
import { Amounts, Hint } from '../components/form'
import { Problem } from '../components/problem'
import { useParley } from '../context'
import { fileSize } from '../format'
import { useStore } from '../../shared/store'

const text = messages.settings.storage

/** The disk space that Parley uses, and what is free. */
export function SpaceCard() {
  const { storage, meetings: list } = useParley()
  const meetings = useStore(list.list)
  const [use, setUse] = useState<Result<StorageUse> | null>(null)
  useEffect(() => {
    let isWanted = true
    void storage.use().then((answer) => isWanted && setUse(answer))
    return () => {
      isWanted = false
    }
    // A meeting changes when its audio is compressed, so the space is measured again.
  }, [storage, meetings])
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
  return (
    <>
      <Amounts
        rows={[
          [text.audio, fileSize(use.audioBytes)],
          [text.text, fileSize(use.textBytes)],
          [text.models, fileSize(use.modelBytes)],
        ]}
      />
      {use.freeBytes !== null && <Hint>{text.free(fileSize(use.freeBytes))}</Hint>}
    </>
  )
}
