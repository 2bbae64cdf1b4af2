import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findFreePort } from '../../main/platform/free-port'
import type { ProxyAccount } from './company-proxy'

/** Squid of Debian and Ubuntu: a proxy that is not our own code. */
export interface Squid {
  readonly port: number
  /** The lines of its log so far: each request, with its result. */
  log(): string[]
  close(): Promise<void>
}

export interface SquidOptions {
  readonly folder: string
  /** Who is let in. */
  readonly account: ProxyAccount
  /** A proxy on this computer that everything is passed on to. */
  readonly parentPort: number
  /**
   * Whether it opens what is encrypted. Squid then lets no WebSocket through, unless its configuration
   * says so, and needs the package `squid-openssl`.
   */
  readonly inspects?: boolean
}

const program = '/usr/sbin/squid'
const helpers = '/usr/lib/squid'
const certificates = `${helpers}/security_file_certgen`

export const hasSquid = existsSync(program) && existsSync(`${helpers}/basic_ncsa_auth`)
export const squidInspects = hasSquid && existsSync(certificates)

export async function startSquid(options: SquidOptions): Promise<Squid> {
  const { account, parentPort, inspects = false } = options
  const inFolder = (name: string) => join(options.folder, name)
  const port = await findFreePort()
  const hash = execFileSync('openssl', ['passwd', '-apr1', account.password], { encoding: 'utf8' })
  writeFileSync(inFolder('squid-passwords'), `${account.user}:${hash}`)
  writeFileSync(inFolder('squid-access.log'), '')
  const listen = `http_port 127.0.0.1:${port}`
  const plain = [listen]
  const inspecting = [
    `${listen} ssl-bump cert=${inFolder('squid-ca.pem')} generate-host-certificates=on`,
    `sslcrtd_program ${certificates} -s ${inFolder('squid-certificates')} -M 4MB`,
    'sslcrtd_children 1',
    'ssl_bump bump all',
    'sslproxy_cert_error allow all',
    'tls_outgoing_options flags=DONT_VERIFY_PEER',
  ]
  if (inspects) makeAuthority(inFolder('squid-ca.pem'), inFolder('squid-certificates'))
  const configuration = [
    ...(inspects ? inspecting : plain),
    `auth_param basic program ${helpers}/basic_ncsa_auth ${inFolder('squid-passwords')}`,
    'auth_param basic children 1',
    'auth_param basic realm Company',
    'acl known proxy_auth REQUIRED',
    'http_access allow known',
    'http_access deny all',
    `cache_peer 127.0.0.1 parent ${parentPort} 0 no-query no-digest default`,
    'never_direct allow all',
    'cache deny all',
    `access_log stdio:${inFolder('squid-access.log')}`,
    `cache_log ${inFolder('squid.log')}`,
    'cache_store_log none',
    `pid_filename ${inFolder('squid.pid')}`,
    `coredump_dir ${options.folder}`,
    'netdb_filename none',
    'pinger_enable off',
    'shutdown_lifetime 0 seconds',
    'visible_hostname company',
  ]
  writeFileSync(inFolder('squid.conf'), `${configuration.join('\n')}\n`)
  const running = spawn(program, ['-N', '-f', inFolder('squid.conf')], { stdio: 'ignore' })
  const ended = new Promise((resolve) => running.once('close', resolve))
  const isReady = () => {
    const said = existsSync(inFolder('squid.log'))
      ? readFileSync(inFolder('squid.log'), 'utf8')
      : ''
    return said.includes('Accepting')
  }
  for (const until = Date.now() + 10_000; !isReady();) {
    if (running.exitCode !== null || Date.now() > until) {
      running.kill('SIGKILL')
      throw new Error('Squid does not start')
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    port,
    log: () => readFileSync(inFolder('squid-access.log'), 'utf8').trim().split('\n'),
    close: async () => {
      running.kill()
      await ended
    },
  }
}

/** A certificate authority, and the empty folder for the certificates that squid makes with it. */
function makeAuthority(file: string, made: string): void {
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2']
  const files = ['-keyout', `${file}.key`, '-out', `${file}.certificate`]
  execFileSync('openssl', [...request, '-subj', '/CN=squid', ...files], { stdio: 'ignore' })
  const [key, certificate] = ['key', 'certificate'].map((part) =>
    readFileSync(`${file}.${part}`, 'utf8'),
  )
  writeFileSync(file, `${key}${certificate}`)
  execFileSync(certificates, ['-c', '-s', made, '-M', '4MB'], { stdio: 'ignore' })
}
