import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Runs a program to its end and answers { code, output }; code is null where a signal ended it.
 * `show: true` lets its output through, otherwise the last `keep` characters of it are in `output`.
 * `abort` (an AbortSignal) and a signal to this process end the program and all that it started.
 */
export function run(
  command,
  args,
  { cwd, env, show = false, keep = 20_000, abort, shell = false } = {},
) {
  return new Promise((resolve, reject) => {
    const group = process.platform !== 'win32'
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      shell,
      detached: group,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    })
    let output = ''
    const collect = (chunk) => (output = (output + chunk).slice(-keep))
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', collect)
    }

    const end = (signal) => {
      try {
        if (group) process.kill(-child.pid, signal)
        else child.kill(signal)
      } catch (error) {
        if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error
      }
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    const kill = () => end('SIGKILL')
    abort?.addEventListener('abort', kill)
    for (const signal of signals) process.on(signal, end)
    const done = () => {
      abort?.removeEventListener('abort', kill)
      for (const signal of signals) process.off(signal, end)
    }
    child.once('error', (error) => (done(), reject(error)))
    child.once('exit', (code) => {
      done()
      // What outlives the program (a helper that it forgot) goes with it.
      if (group) end('SIGTERM')
      const answer = () => (clearTimeout(late), resolve({ code, output }))
      const late = setTimeout(answer, 1000)
      child.once('close', answer)
    })
  })
}

/** npm as a program: the very npm that started us where there is one. */
export function runNpm(args, options = {}) {
  const beside = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js')
  const cli = [process.env.npm_execpath ?? '', beside].find(
    (file) => file.endsWith('npm-cli.js') && existsSync(file),
  )
  // On Windows npm is a .cmd, which takes a shell to start; there Node.js has npm beside it.
  return cli ? run(process.execPath, [cli, ...args], options) : run('npm', args, options)
}

/** Whether a program by this name is on the PATH or where administrators' programs are. */
export async function hasProgram(name) {
  const { code } = await run('sh', ['-c', `command -v ${name}`], { env: withSbin() })
  return code === 0
}

/** The environment with the folders of administrators' programs, which users' PATHs often lack. */
export function withSbin(env = process.env) {
  return { ...env, PATH: `${env.PATH ?? '/usr/bin:/bin'}:/usr/sbin:/sbin` }
}
