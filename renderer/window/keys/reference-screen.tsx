import { lazy, Suspense } from 'react'
import { messages } from '../../../common/text/window'
import { ReferenceTop } from './reference-top'
import styles from './reference.module.css'

const ReferencePage = lazy(() =>
  import('./reference-page').then((module) => ({ default: module.ReferencePage })),
)

/** The token reference on its own page; its code loads when it is first opened. */
export function ReferenceScreen() {
  return (
    <main className={styles['screen']}>
      <Suspense fallback={<Loading />}>
        <ReferencePage />
      </Suspense>
    </main>
  )
}

function Loading() {
  return (
    <>
      <ReferenceTop />
      <div className={styles['text']}>
        <h1>{messages.token.reference}</h1>
        <p>{messages.token.loadingReference}</p>
      </div>
    </>
  )
}
