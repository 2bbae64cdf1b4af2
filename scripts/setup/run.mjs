import { spawn } from 'node:child_process'

/**
 * Runs a program to its end and answers { code, output }; code is null where a signal or the time
 * limit ended it. `show: true` lets its output through, otherwise the last `keep` characters of it
 * are in `output`.
 * A signal to this process ends the program and all that it started.
 */
export function run(
  command,
  args,
  { cwd, env, show = false, keep = 20_000, timeoutMs, shell = false } = {},
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
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)

    const end = (signal) => {
      try {
        if (group) process.kill(-child.pid, signal)
        else child.kill(signal)
      } catch (error) {
        if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error
      }
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    const timer = timeoutMs && setTimeout(() => end('SIGKILL'), timeoutMs)
    const forward = (signal) => end(signal)
    for (const signal of signals) process.on(signal, forward)
    const done = () => {
      clearTimeout(timer)
      for (const signal of signals) process.off(signal, forward)
    }
    child.once('error', (error) => (done(), reject(error)))
    child.once('exit', (code) => {
      done()
      // What outlives the program (a helper that it forgot) goes with it.
      if (group) end('SIGTERM')
      const answer = () => resolve({ code, output })
      child.once('close', answer)
      setTimeout(answer, 1000).unref()
    })
  })
}

/** npm as a program: the very npm that started us where there is one. */
export function runNpm(args, options = {}) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], options)
  // npm is a .cmd on Windows, which only a shell can start; all arguments here are our own words.
  return run('npm', args, { ...options, shell: process.platform === 'win32' })
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
