import { existsSync } from 'node:fs'
import { copyFile, cp, mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { closeSession, openSession, runInSession } from './bare-machine/session'
import { prepare } from './setup/prepare'

interface Options {
  /** The file for the results, if they are wanted. */
  readonly json: string | undefined
  /** The results of an earlier run, to compare with. */
  readonly compare?: string | undefined
  /** The folder for traces, if they are wanted. */
  readonly trace?: string | undefined
  /** A folder of speech to measure with. */
  readonly speech?: string | undefined
  readonly args: readonly string[]
}

/** Runs `test/<name>/main.ts` in a session. Returns its exit code: 1 if a target is missed. */
export async function measure(
  name: string,
  { json, compare, trace, speech, args }: Options,
): Promise<number> {
  const prepared = await prepare({ session: true })
  const session = await openSession(prepared.account)
  try {
    // The account may be unable to read and write where the caller has and wants the results.
    const figures = join(session.output, `${name}.json`)
    const earlier = join(session.folder, 'earlier.json')
    const traces = join(session.output, 'traces')
    const spoken = join(session.folder, 'speech')
    if (speech !== undefined) await cp(resolve(speech), spoken, { recursive: true })
    if (compare !== undefined) await copyFile(resolve(compare), earlier)
    const { code } = await runInSession({ session, prepared }, [
      ...[prepared.node, join('node_modules', 'tsx', 'dist', 'cli.mjs')],
      ...[join('test', name, 'main.ts'), '--json', figures],
      ...(compare === undefined ? [] : ['--compare', earlier]),
      ...(trace === undefined ? [] : ['--trace', traces]),
      ...(speech === undefined ? [] : ['--speech', spoken]),
      ...args,
    ])
    if (json !== undefined && existsSync(figures)) {
      const target = resolve(json)
      await mkdir(dirname(target), { recursive: true })
      await copyFile(figures, target)
    }
    if (trace !== undefined && existsSync(traces)) {
      await cp(traces, resolve(trace), { recursive: true })
    }
    return code ?? 1
  } finally {
    await closeSession(session, null)
  }
}
