import type { Translation } from '../../catalogue'

export const captions: Translation['window']['captions'] = {
  title: '字幕',
  words: '实时字幕',
  idle: '没有在录音。',
  starting: '正在开始',
  controls: '字幕控制',
  keys: '使用方向键移动字幕。按住 Shift 可更改宽度。按 Escape 关闭。',
  textSize: '文字大小',
  sizes: { small: '小号文字', medium: '中号文字', large: '大号文字' },
  letter: '字',
  clear: '透明背景',
  clickThrough: '点击穿透',
  clickThroughText: '点击会作用于字幕下方的窗口。',
  clicksGoThrough: '点击现在会穿透字幕。要关闭，请使用 Parley 中“字幕”旁的菜单或托盘。',
  goThere: '转到字幕',
  close: '关闭',
}
