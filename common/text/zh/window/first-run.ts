import type { Translation } from '../../catalogue'

export const firstRun: Translation['window']['firstRun'] = {
  title: '三项检查，大约一分钟',
  text: '每项检查都可以跳过，之后可在设置中找到。',
  step: (number, name) => `${number}. ${name}`,
  done: '完成',
  transcription: {
    title: '转写',
    onDevice: '在这台电脑上进行：仅英语，无需账户，数据不会离开电脑。',
    service: '使用 AssemblyAI 的 API 密钥。录音期间，音频会发送到 AssemblyAI。',
    useKey: '使用 AssemblyAI 的 API 密钥…',
    useOnDevice: '改用这台电脑',
    works: (seconds) => `API 密钥有效，获取令牌用时 ${seconds}。`,
  },
  microphone: {
    title: '麦克风',
    text: '请说几句话。声音条应随之变化。',
    again: '再次测试',
    level: '麦克风电平',
  },
  system: {
    title: '对方的声音',
    text: 'Parley 会播放一段提示音并聆听，以确认能听到这台电脑上的通话。',
    play: '播放提示音',
    again: '再次播放',
  },
  opening: '正在打开设备',
  listening: '正在聆听',
  skipAll: '全部跳过',
  skip: '跳过',
  next: '下一步',
  finish: '完成',
}
