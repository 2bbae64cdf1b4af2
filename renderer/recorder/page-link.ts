import type { FromWorker, PageCallInput, PageCallName, PageCallResult, ToWorker } from './messages'

/** The recorder page, as its worker sees it. */
export interface Page {
  call<N extends PageCallName>(name: N, input: PageCallInput<N>): Promise<PageCallResult<N>>
  send(message: FromWorker): void
  /** Runs at each change of the devices. Returns a function that stops it. */
  onDevicesChanged(run: () => void): () => void
  /** Runs once if the device goes away by itself. Returns a function that stops it. */
  onDeviceEnded(handle: number, run: () => void): () => void
  /** Takes a message of the page. Returns false if the message is not for this link. */
  receive(message: ToWorker): boolean
}

interface PendingCall {
  readonly resolve: (result: unknown) => void
  readonly reject: (cause: Error) => void
}

/** Calls the page and waits for its answers; `post` sends one message to it. */
export function createPageLink(post: (message: FromWorker) => void): Page {
  const pending = new Map<number, PendingCall>()
  const onChange = new Set<() => void>()
  const onEnded = new Map<number, () => void>()
  let lastCall = 0

  function settle(call: number): PendingCall | undefined {
    const waiting = pending.get(call)
    pending.delete(call)
    return waiting
  }

  return {
    call: <N extends PageCallName>(name: N, input: PageCallInput<N>) =>
      new Promise<PageCallResult<N>>((resolve, reject) => {
        lastCall += 1
        pending.set(lastCall, { resolve: resolve as (result: unknown) => void, reject })
        post({ type: 'call', call: lastCall, name, input } as FromWorker)
      }),
    send: post,
    onDevicesChanged: (run) => {
      onChange.add(run)
      return () => onChange.delete(run)
    },
    onDeviceEnded: (handle, run) => {
      onEnded.set(handle, run)
      return () => onEnded.delete(handle)
    },
    receive: (message) => {
      switch (message.type) {
        case 'answer':
          settle(message.call)?.resolve(message.result)
          return true
        case 'failed':
          settle(message.call)?.reject(new Error(message.reason))
          return true
        case 'devices-changed':
          for (const run of onChange) run()
          return true
        case 'device-ended':
          onEnded.get(message.handle)?.()
          return true
        default:
          return false
      }
    },
  }
}
