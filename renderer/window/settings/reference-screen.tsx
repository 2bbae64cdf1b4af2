import { lazy, Suspense } from 'react'
import { messages } from '../../../preload/messages'
import { Button } from '../components/button'
import { useParley } from '../context'
import styles from './reference.module.css'

const ReferencePage = lazy(() =>
  import('./reference-page').then((module) => ({ default: module.ReferencePage })),
)

/** The reference of tokens, read on a page of its own; loaded when it is first opened. */
export function ReferenceScreen() {
  const { actions } = useParley()
  return (
    <main className={styles['screen']}>
      <div className={styles['top']}>
        <Button onClick={() => actions.openSettings('keys')}>{messages.token.backToKeys}</Button>
      </div>
      <Suspense fallback={<Loading />}>
        <ReferencePage />
      </Suspense>
    </main>
  )
}

function Loading() {
  return (
    <div className={styles['text']}>
      <h1>{messages.token.reference}</h1>
      <p>{messages.token.loadingReference}</p>
    </div>
  )
}
