/*
 * The decoder of imported files: FFmpeg's demuxers and audio decoders behind a few plain functions.
 * It has no file system, no network and no clock. Bytes come from `host_read` alone, and sound goes
 * out as planes of float samples in this module's memory. renderer/importer/media-decoder.ts calls it.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "libavcodec/avcodec.h"
#include "libavformat/avformat.h"
#include "libavutil/avstring.h"
#include "libavutil/channel_layout.h"
#include "libavutil/dict.h"
#include "libavutil/opt.h"
#include "libswresample/swresample.h"

#define EXPORT(name) __attribute__((export_name(#name))) name
#define IMPORT(name) __attribute__((import_module("host"), import_name(#name))) name

/** Copies up to `length` bytes from `offset` to `into`; gives how many, 0 at the end of the file. */
int IMPORT(host_read)(uint8_t *into, double offset, int length);

enum { io_buffer_size = 65536, max_streams = 64, max_channels = 64, text_size = 65536 };

/** Results of `decoder_next` that are no stream. */
enum { at_end = -1, failed = -2, nothing_yet = -3 };

static AVFormatContext *format;
static AVIOContext *io;
static AVPacket *packet;
static AVFrame *frame;
static AVCodecContext *codecs[max_streams];
static double file_size;
static double position;
/** The stream whose decoder may have more frames, or -1. */
static int draining = -1;
static int ended;
static int big_endian;
static int damaged;
static float *planes;
static int plane_room;
static char text[text_size];

static int on_read(void *opaque, uint8_t *into, int length) {
  int got = host_read(into, position, length);
  if (got <= 0) return AVERROR_EOF;
  position += got;
  return got;
}

static int64_t on_seek(void *opaque, int64_t offset, int whence) {
  if (whence & AVSEEK_SIZE) return (int64_t)file_size;
  whence &= ~AVSEEK_FORCE;
  double target = whence == SEEK_SET ? (double)offset
                : whence == SEEK_CUR ? position + (double)offset
                : whence == SEEK_END ? file_size + (double)offset : -1;
  if (target < 0) return AVERROR(EINVAL);
  position = target;
  return (int64_t)position;
}

/** Room of `size` bytes for what the host writes. */
void *EXPORT(decoder_alloc)(int size) { return av_malloc(size); }
void EXPORT(decoder_free)(void *memory) { av_free(memory); }

/** The text that the last call left: an error, or metadata. */
char *EXPORT(decoder_text)(void) { return text; }

/**
 * Opens a file of `size` bytes. `name` hints at its kind by its ending. With `ignore_length` the
 * lengths in the header of a WAV file are not believed; with `swapped` its samples are big-endian
 * (RIFX), which FFmpeg 5.1 does not know. Gives the number of streams, or -1 with the reason in
 * decoder_text.
 */
int EXPORT(decoder_open)(double size, const char *name, int ignore_length, int swapped) {
  big_endian = swapped;
  av_log_set_level(AV_LOG_QUIET);
  file_size = size;
  position = 0;
  format = avformat_alloc_context();
  uint8_t *buffer = av_malloc(io_buffer_size);
  packet = av_packet_alloc();
  frame = av_frame_alloc();
  if (!format || !buffer || !packet || !frame) return -1;
  io = avio_alloc_context(buffer, io_buffer_size, 0, NULL, on_read, NULL, on_seek);
  format->pb = io;
  format->flags |= AVFMT_FLAG_CUSTOM_IO;
  format->probesize = 10 * 1024 * 1024;
  format->max_analyze_duration = 10 * AV_TIME_BASE;
  AVDictionary *options = NULL;
  // Sound may follow a long header or other data; by default ffmpeg gives up after 1 MB.
  av_dict_set(&options, "formatprobesize", "4194304", 0);
  if (ignore_length) av_dict_set(&options, "ignore_length", "1", 0);
  int result = avformat_open_input(&format, name, NULL, &options);
  av_dict_free(&options);
  if (result < 0) {
    av_strerror(result, text, text_size);
    return -1;
  }
  // A failure here leaves streams without parameters, which decoder_select then refuses.
  avformat_find_stream_info(format, NULL);
  return format->nb_streams > max_streams ? max_streams : (int)format->nb_streams;
}

static double seconds(int64_t value, AVRational base) {
  return value == AV_NOPTS_VALUE ? NAN : (double)value * av_q2d(base);
}

/** 1 for sound, 0 for everything else. */
int EXPORT(stream_is_audio)(int index) {
  return format->streams[index]->codecpar->codec_type == AVMEDIA_TYPE_AUDIO;
}

/** Sets decoder_text to the name of the stream's codec. */
void EXPORT(stream_codec)(int index) {
  AVCodecParameters *parameters = format->streams[index]->codecpar;
  const AVCodecDescriptor *known = avcodec_descriptor_get(parameters->codec_id);
  if (known) av_strlcpy(text, known->long_name ? known->long_name : known->name, text_size);
  else if (parameters->codec_tag)
    snprintf(text, text_size, "%s", av_fourcc2str(parameters->codec_tag));
  else text[0] = 0;
}

/** The start and the length of a stream in seconds; NAN if the file does not say. */
double EXPORT(stream_start)(int index) {
  AVStream *stream = format->streams[index];
  return seconds(stream->start_time, stream->time_base);
}
double EXPORT(stream_duration)(int index) {
  AVStream *stream = format->streams[index];
  return seconds(stream->duration, stream->time_base);
}

/** The same of the whole file. */
double EXPORT(file_start)(void) { return seconds(format->start_time, AV_TIME_BASE_Q); }
double EXPORT(file_duration)(void) { return seconds(format->duration, AV_TIME_BASE_Q); }
/** 1 if the time stamps of this container may start again. */
int EXPORT(file_may_restart)(void) { return (format->iformat->flags & AVFMT_TS_DISCONT) != 0; }
/** 1 if the length was guessed from the bit rate. */
int EXPORT(file_duration_guessed)(void) {
  return format->duration_estimation_method == AVFMT_DURATION_FROM_BITRATE;
}
/** Sets decoder_text to the short name of the container. */
void EXPORT(file_format)(void) { av_strlcpy(text, format->iformat->name, text_size); }

static void add_tags(AVDictionary *tags) {
  AVDictionaryEntry *tag = NULL;
  while ((tag = av_dict_get(tags, "", tag, AV_DICT_IGNORE_SUFFIX))) {
    size_t from = strlen(text);
    av_strlcatf(text, text_size, "%.80s=%.400s", tag->key, tag->value);
    for (char *at = text + from; *at; at++) if (*at == '\r' || *at == '\n') *at = ' ';
    av_strlcat(text, "\n", text_size);
  }
}

/** Sets decoder_text to the tags of the file, then those of its streams: lines of key=value. */
void EXPORT(file_tags)(void) {
  text[0] = 0;
  add_tags(format->metadata);
  for (unsigned i = 0; i < format->nb_streams; i++) add_tags(format->streams[i]->metadata);
}

static enum AVCodecID swapped_codec(enum AVCodecID id) {
  switch (id) {
    case AV_CODEC_ID_PCM_S16LE: return AV_CODEC_ID_PCM_S16BE;
    case AV_CODEC_ID_PCM_S24LE: return AV_CODEC_ID_PCM_S24BE;
    case AV_CODEC_ID_PCM_S32LE: return AV_CODEC_ID_PCM_S32BE;
    case AV_CODEC_ID_PCM_S64LE: return AV_CODEC_ID_PCM_S64BE;
    case AV_CODEC_ID_PCM_F32LE: return AV_CODEC_ID_PCM_F32BE;
    case AV_CODEC_ID_PCM_F64LE: return AV_CODEC_ID_PCM_F64BE;
    default: return id;
  }
}

/** Prepares the decoding of a stream: 0, or -1 if nothing here can decode it. */
int EXPORT(decoder_select)(int index) {
  AVStream *stream = format->streams[index];
  if (big_endian) stream->codecpar->codec_id = swapped_codec(stream->codecpar->codec_id);
  const AVCodec *codec = avcodec_find_decoder(stream->codecpar->codec_id);
  if (!codec) return -1;
  AVCodecContext *context = avcodec_alloc_context3(codec);
  if (!context) return -1;
  if (avcodec_parameters_to_context(context, stream->codecpar) < 0) goto refuse;
  context->pkt_timebase = stream->time_base;
  context->request_sample_fmt = AV_SAMPLE_FMT_FLTP;
  if (avcodec_open2(context, codec, NULL) < 0) goto refuse;
  codecs[index] = context;
  return 0;
refuse:
  avcodec_free_context(&context);
  return -1;
}

/** Leaves out the packets of a stream that nobody selected. */
void EXPORT(decoder_ignore)(int index) { format->streams[index]->discard = AVDISCARD_ALL; }

static int next_undrained(void) {
  for (int i = 0; i < max_streams; i++) if (codecs[i]) return i;
  return -1;
}

#define CONVERT(type, scale, offset)                                              \
  do {                                                                            \
    for (int channel = 0; channel < channels; channel++) {                        \
      float *out = planes + (size_t)channel * plane_room;                         \
      const type *in = (const type *)(planar ? frame->extended_data[channel]      \
                                             : frame->extended_data[0]);          \
      int step = planar ? 1 : channels;                                           \
      if (!planar) in += channel;                                                 \
      for (int at = 0; at < count; at++) out[at] = ((float)in[at * step] - offset) * scale; \
    }                                                                             \
  } while (0)

static int convert(void) {
  int channels = frame->ch_layout.nb_channels;
  int count = frame->nb_samples;
  if (channels < 1 || channels > max_channels || count < 1) return -1;
  if (count > plane_room) {
    av_free(planes);
    planes = NULL;
    plane_room = count + 4096;
  }
  if (!planes) planes = av_malloc_array((size_t)plane_room * max_channels, sizeof(float));
  if (!planes) {
    plane_room = 0;
    return -1;
  }
  int planar = av_sample_fmt_is_planar(frame->format);
  switch (av_get_packed_sample_fmt(frame->format)) {
    case AV_SAMPLE_FMT_U8: CONVERT(uint8_t, 1.0f / 128, 128); break;
    case AV_SAMPLE_FMT_S16: CONVERT(int16_t, 1.0f / 32768, 0); break;
    case AV_SAMPLE_FMT_S32: CONVERT(int32_t, 1.0f / 2147483648.0f, 0); break;
    case AV_SAMPLE_FMT_S64: CONVERT(int64_t, 1.0f / 9223372036854775808.0f, 0); break;
    case AV_SAMPLE_FMT_FLT: CONVERT(float, 1, 0); break;
    case AV_SAMPLE_FMT_DBL: CONVERT(double, 1, 0); break;
    default: return -1;
  }
  return 0;
}

/**
 * The next decoded frame: the index of its stream; -1 at the end, -2 if reading failed, -3 if this
 * step gave nothing. The frame is valid until the next call.
 */
int EXPORT(decoder_next)(void) {
  if (draining >= 0) {
    int result = avcodec_receive_frame(codecs[draining], frame);
    if (result == 0) return convert() == 0 ? draining : nothing_yet;
    if (result != AVERROR(EAGAIN) && result != AVERROR_EOF) damaged++;
    if (ended) avcodec_free_context(&codecs[draining]);
    draining = -1;
    return nothing_yet;
  }
  if (ended) {
    int next = next_undrained();
    if (next < 0) return at_end;
    avcodec_send_packet(codecs[next], NULL);
    draining = next;
    return nothing_yet;
  }
  int result = av_read_frame(format, packet);
  if (result == AVERROR(EAGAIN)) return nothing_yet;
  if (result < 0) {
    ended = 1;
    return nothing_yet;
  }
  int index = packet->stream_index;
  if (index < max_streams && codecs[index]) {
    if (packet->flags & AV_PKT_FLAG_CORRUPT) damaged++;
    if (avcodec_send_packet(codecs[index], packet) < 0) damaged++;
    draining = index;
  }
  av_packet_unref(packet);
  return nothing_yet;
}

/** How many packets or frames could not be decoded so far. */
int EXPORT(decoder_damaged)(void) { return damaged; }

/** The frame: its time in seconds (NAN if it has none), its samples, rate and channels. */
double EXPORT(frame_time)(int index) {
  return seconds(frame->best_effort_timestamp, format->streams[index]->time_base);
}
int EXPORT(frame_samples)(void) { return frame->nb_samples; }
int EXPORT(frame_rate)(void) { return frame->sample_rate; }
int EXPORT(frame_channels)(void) { return frame->ch_layout.nb_channels; }
/** What a channel is: its AVChannel number (0 front left, 1 front right, 2 centre, 3 LFE …), or -1. */
int EXPORT(frame_channel)(int channel) {
  return (int)av_channel_layout_channel_from_index(&frame->ch_layout, channel);
}
float *EXPORT(frame_plane)(int channel) { return planes + (size_t)channel * plane_room; }

static SwrContext *resamplers[max_streams];
static float *resampler_in;
static float *resampler_out;
static int in_room;
static int out_room;

static int grow(float **buffer, int *room, int count) {
  if (count <= *room) return 0;
  av_free(*buffer);
  *buffer = av_malloc_array(count, sizeof(float));
  *room = *buffer ? count : 0;
  return *buffer ? 0 : -1;
}

/** Prepares one channel of a stream from `rate` Hz to `wanted` Hz: 0, or -1. */
int EXPORT(resampler_open)(int index, int rate, int wanted) {
  AVChannelLayout mono = AV_CHANNEL_LAYOUT_MONO;
  swr_free(&resamplers[index]);
  if (swr_alloc_set_opts2(&resamplers[index], &mono, AV_SAMPLE_FMT_FLT, wanted, &mono,
                          AV_SAMPLE_FMT_FLT, rate, 0, NULL) < 0) return -1;
  av_opt_set_int(resamplers[index], "filter_size", 64, 0);
  av_opt_set_double(resamplers[index], "cutoff", 0.96, 0);
  return swr_init(resamplers[index]) < 0 ? -1 : 0;
}

/** Where the host writes `count` samples for resampler_run; 0 if there is no memory. */
float *EXPORT(resampler_input)(int count) {
  return grow(&resampler_in, &in_room, count) < 0 ? NULL : resampler_in;
}

/** Takes `count` samples, or with 0 gives what is held back: how many came out, or -1. */
int EXPORT(resampler_run)(int index, int count) {
  SwrContext *resampler = resamplers[index];
  int most = swr_get_out_samples(resampler, count);
  if (most < 0 || grow(&resampler_out, &out_room, most + 64) < 0) return -1;
  const uint8_t *in = (const uint8_t *)resampler_in;
  uint8_t *out = (uint8_t *)resampler_out;
  return swr_convert(resampler, &out, out_room, count > 0 ? &in : NULL, count);
}

float *EXPORT(resampler_output)(void) { return resampler_out; }
