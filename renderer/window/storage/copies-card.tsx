import { useEffect, useState } from 'react'
import { messages } from '../../../common/text/window'
import type { ErrorValue } from '../../../common/errors'
import type { LibraryCopy } from '../../../common/model'
import { Button } from '../components/button'
import { Card, Row } from '../components/card'
import { Confirm } from '../components/confirm'
import { Hint } from '../components/form'
import { Problem } from '../components/problem'
import { useParley } from '../context'
import { dateWithTime, fileSize } from '../format'

const text = messages.settings.storage

/** The daily copies of the library, each of which can be restored. */
export function CopiesCard() {
  const { storage } = useParley()
  const [copies, setCopies] = useState<readonly LibraryCopy[]>([])
  const [chosen, setChosen] = useState<LibraryCopy | null>(null)
  const [problem, setProblem] = useState<ErrorValue | null>(null)
  useEffect(() => {
    let isWanted = true
    void storage.copies().then((answer) => {
      if (!isWanted) return
      if (answer.ok) setCopies(answer.value)
      else setProblem(answer.error)
    })
    return () => {
      isWanted = false
    }
  }, [storage])
  return (
    <Card spaced>
      <h2>{text.copies}</h2>
      <Hint>{copies.length === 0 ? text.noCopies : text.copiesText}</Hint>
      {copies.map((copy) => (
        <Row key={copy.name}>
          <span>
            {dateWithTime(copy.at)} · {fileSize(copy.bytes)}
          </span>
          <Button onClick={() => setChosen(copy)}>{text.restore}</Button>
        </Row>
      ))}
      {problem && <Problem error={problem} />}
      <Confirm
        open={chosen !== null}
        title={text.restoreTitle}
        text={text.restoreText(chosen ? dateWithTime(chosen.at) : '')}
        action={text.restore}
        onConfirm={() => {
          const name = chosen?.name ?? ''
          setChosen(null)
          void storage.restore(name).then((answer) => !answer.ok && setProblem(answer.error))
        }}
        onClose={() => setChosen(null)}
      />
    </Card>
  )
}
