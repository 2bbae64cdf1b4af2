// Written by npm run css-types.
declare const styles: {
  readonly 'bar': string
  readonly 'captions': string
  readonly 'finishing': string
  readonly 'meter': string
  readonly 'paused': string
  readonly 'split': string
  readonly 'status': string
  readonly 'wave': string
}
export default styles
