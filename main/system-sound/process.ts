import type { MessagePortMain, ParentPort } from 'electron'
import type { SoundPortMessage } from '../../common/ipc/ports'
import { systemNow } from '../platform'
import { startCapture, type Capture } from './capture'
import { toProcessSchema, type FromProcess, type ToProcess } from './messages'
import { isOwn } from './programs'
import { streamRate } from './pulse/messages'
import { connectServer, parentOf } from './server'

/**
 * Entry point of the utility process "Parley sound": a client of the sound server of this person, which
 * hears what programs play. It lives as long as one capture.
 */
export function runSoundProcess(parent: ParentPort): void {
  let capture: Capture | null = null
  const report = (message: FromProcess): void => parent.postMessage(message)

  async function open(order: ToProcess & { type: 'open' }, port: MessagePortMain): Promise<void> {
    const { client, name } = await connectServer({
      onChanged: () => capture?.changed(),
      // The recorder opens the source again; until it can, what was heard is kept.
      onClosed: () => {
        if (capture !== null) process.exit(0)
      },
    })
    // A server whose answers cannot be read is none: the browser's own way is taken then.
    await Promise.all([client.sinkInputs(), client.sinks(), client.sources()])
    capture = startCapture({
      client,
      serverName: name,
      chosen: order.program,
      isOwn: (input) => order.ownPid !== null && isOwn(input, order.ownPid, parentOf),
      onBlock: ({ channels, capturedAt }) =>
        port.postMessage({
          channels,
          rate: streamRate,
          capturedAt,
          sentAt: systemNow(),
        } satisfies SoundPortMessage),
      onState: (state) => report({ type: 'state', ...state }),
      now: systemNow,
    })
    port.on('close', () => process.exit(0))
    port.start()
    report({ type: 'opened' })
  }

  async function receive(message: ToProcess, port: MessagePortMain | undefined): Promise<void> {
    try {
      if (message.type === 'open' && port !== undefined) await open(message, port)
      else if (message.type === 'choose') capture?.choose(message.program)
      else if (message.type === 'open-monitors') capture?.openMonitors()
    } catch (cause) {
      report({ type: 'failed', detail: cause instanceof Error ? cause.message : String(cause) })
    }
  }

  parent.on('message', ({ data, ports }) => void receive(toProcessSchema.parse(data), ports[0]))
}

runSoundProcess(process.parentPort)
