// Written by npm run css-types.
declare const styles: {
  readonly 'actions': string
  readonly 'buttons': string
  readonly 'head': string
  readonly 'help': string
  readonly 'hover': string
  readonly 'mark': string
  readonly 'noSound': string
  readonly 'outcome': string
  readonly 'picture': string
  readonly 'play': string
  readonly 'position': string
  readonly 'skip': string
  readonly 'speed': string
  readonly 'timeLine': string
  readonly 'unsure': string
}
export default styles
