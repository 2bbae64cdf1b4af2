import { Component, type ReactNode } from 'react'
import { messages } from '../../../common/text/window'
import { Button } from './button'
import styles from './error-boundary.module.css'

interface State {
  readonly cause: unknown
  readonly failed: boolean
}

/** One for each pane: a fault in one pane does not affect the others or a recording. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { cause: null, failed: false }

  static getDerivedStateFromError(cause: unknown): State {
    return { cause, failed: true }
  }

  override render(): ReactNode {
    const { cause, failed } = this.state
    if (!failed) return this.props.children
    return (
      <div className={styles['failed']} role="alert">
        <p>{messages.shell.paneFailed}</p>
        <p className={styles['detail']}>
          {messages.shell.banner.detail(cause instanceof Error ? cause.message : String(cause))}
        </p>
        <Button onClick={() => this.setState({ cause: null, failed: false })}>
          {messages.shell.tryAgain}
        </Button>
      </div>
    )
  }
}
