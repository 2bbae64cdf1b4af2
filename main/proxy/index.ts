// Signs in at the proxies of companies.
export { type Proxy, setupProxy } from './setup'
