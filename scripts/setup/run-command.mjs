import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {Readonly<Record<string, string | undefined>>} [env]
 * @property {boolean} [show] lets the output through instead of collecting it
 * @property {number} [keep] how many characters of the end of the output are collected
 * @property {AbortSignal} [abort] ends the program
 *
 * @typedef {object} RunResult
 * @property {number | null} code the exit code, or null if a signal ended the program
 * @property {string} output
 */

/** @type {readonly NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
/**
 * What ends each running program. They share one listener, since Node warns of more than ten.
 * @type {Set<(signal: NodeJS.Signals) => void>}
 */
const running = new Set()
const endAll = (/** @type {NodeJS.Signals} */ signal) => running.forEach((end) => end(signal))

/**
 * Runs a program to its end. The `abort` signal, or a signal to this process, ends the program and
 * everything that it started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, { cwd, env, show = false, keep = 20_000, abort } = {}) {
  return new Promise((resolve, reject) => {
    const group = process.platform !== 'win32'
    const child = spawn(command, args, {
      ...(cwd !== undefined && { cwd }),
      env: /** @type {NodeJS.ProcessEnv} */ (env ?? process.env),
      detached: group,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    })
    let output = ''
    const collect = (/** @type {string} */ chunk) => (output = (output + chunk).slice(-keep))
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', collect)
    }

    const end = (/** @type {NodeJS.Signals} */ signal) => {
      try {
        if (group && child.pid !== undefined) process.kill(-child.pid, signal)
        else child.kill(signal)
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : null
        if (code !== 'ESRCH' && code !== 'EPERM') throw error
      }
    }
    const kill = () => end('SIGKILL')
    abort?.addEventListener('abort', kill)
    if (running.size === 0) for (const signal of signals) process.on(signal, endAll)
    running.add(end)
    const stopListening = () => {
      abort?.removeEventListener('abort', kill)
      running.delete(end)
      if (running.size === 0) for (const signal of signals) process.off(signal, endAll)
    }
    child.once('error', (error) => {
      stopListening()
      reject(error)
    })
    child.once('exit', (code) => {
      stopListening()
      // A helper that the program left running ends with it.
      if (group) end('SIGTERM')
      const finish = () => {
        clearTimeout(late)
        resolve({ code, output })
      }
      const late = setTimeout(finish, 1000)
      child.once('close', finish)
    })
  })
}

/**
 * Runs npm: the npm that started this process, if there is one.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNpm(args, options = {}) {
  const beside = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js')
  const cli = [process.env.npm_execpath ?? '', beside].find(
    (file) => file.endsWith('npm-cli.js') && existsSync(file),
  )
  // npm is a .cmd on Windows, which only a shell can start; Node.js brings npm-cli.js there.
  return cli ? run(process.execPath, [cli, ...args], options) : run('npm', args, options)
}

/**
 * Whether a program is on the PATH or in the folders of administrators' programs.
 * @param {string} name
 */
export async function hasProgram(name) {
  const { code } = await run('sh', ['-c', `command -v ${name}`], { env: withSbin() })
  return code === 0
}

/** The environment with the folders of administrators' programs, which a user's PATH often lacks. */
export function withSbin(env = process.env) {
  return { ...env, PATH: `${env.PATH ?? '/usr/bin:/bin'}:/usr/sbin:/sbin` }
}
