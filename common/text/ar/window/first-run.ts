import type { Translation } from '../../catalogue'

export const firstRun: Translation['window']['firstRun'] = {
  title: 'ثلاثة فحوص، نحو دقيقة',
  text: 'يمكن تخطي كل فحص والعودة إليه في الإعدادات.',
  step: (number, name) => `${number}. ${name}`,
  done: 'تم',
  transcription: {
    title: 'التفريغ النصي',
    onDevice: 'على هذا الكمبيوتر: الإنجليزية، دون حساب، ولا يغادره شيء.',
    service: 'بمفتاحك من AssemblyAI. يُرسل الصوت إلى AssemblyAI أثناء التسجيل.',
    useKey: 'استخدام مفتاح AssemblyAI…',
    useOnDevice: 'استخدام هذا الكمبيوتر بدلًا منه',
    works: (seconds) => `المفتاح يعمل؛ وصل رمز مميز خلال ${seconds}.`,
  },
  microphone: {
    title: 'الميكروفون',
    text: 'يُرجى قول شيء ما. ينبغي أن تتحرك الأشرطة.',
    again: 'الاختبار من جديد',
    level: 'مستوى الميكروفون',
  },
  system: {
    title: 'الطرف الآخر',
    text: 'يشغّل Parley نغمة ويستمع إليها، للتأكد من أنه يسمع المكالمات على هذا الكمبيوتر.',
    play: 'تشغيل النغمة',
    again: 'تشغيلها من جديد',
  },
  opening: 'جارٍ فتح الأجهزة',
  listening: 'جارٍ الاستماع',
  skipAll: 'تخطي الكل',
  skip: 'تخطٍ',
  next: 'التالي',
  finish: 'إنهاء',
}
