#!/usr/bin/env bash
# Builds media-decoder.wasm from the sources of FFmpeg and libopus as Debian 12 has them, with
# Debian's Emscripten. It needs root once for apt, about 20 minutes, and nothing else from outside:
#   apt-get install emscripten dpkg-dev pkg-config xz-utils   (with deb-src entries for apt)
# A Node that is not Debian's finds Emscripten's packages with NODE_PATH=/usr/share/nodejs.
# The result is committed, so that nobody needs this to build Parley. Run it again for a newer FFmpeg.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=${1:-$(mktemp -d)}
cd "$work"
version=5.1.9
opus=1.3.1
# Opus is read by its reference decoder: FFmpeg's own blurs a change of mode in the middle of a word.
[ -d "opus-$opus" ] || { apt-get source --download-only opus && tar xf "opus_$opus.orig.tar.gz"; }
(
  cd "opus-$opus"
  emconfigure ./configure --host=wasm32-unknown-none --prefix="$PWD/out" --disable-shared \
    --disable-doc --disable-extra-programs --disable-intrinsics --disable-rtcd --disable-asm \
    --disable-stack-protector CFLAGS='-O3 -msimd128'
  emmake make -j"$(nproc)" install
)
export EM_PKG_CONFIG_PATH="$PWD/opus-$opus/out/lib/pkgconfig"
[ -d "ffmpeg-$version" ] || { apt-get source --download-only ffmpeg && tar xf "ffmpeg_$version.orig.tar.xz"; }
cd "ffmpeg-$version"

# Everything that records or carries speech; codecs and containers of games and of pictures are left out.
decoders=aac,aac_latm,ac3,acelp_kelvin,alac,als,amrnb,amrwb,ape,aptx,aptx_hd,atrac1,atrac3,atrac3al,atrac3p,atrac3pal,cook,dca,dolby_e,dsd_lsbf,dsd_msbf,dsd_lsbf_planar,dsd_msbf_planar,dss_sp,dst,eac3,evrc,flac,g723_1,g729,gsm,gsm_ms,ilbc,imc,iac,mace3,mace6,metasound,mlp,mp1float,mp2float,mp3float,mp3adufloat,mp3on4float,mpc7,mpc8,msnsiren,nellymoser,libopus,qcelp,qdm2,qdmc,ra_144,ra_288,ralf,sbc,shorten,sipr,siren,speex,tak,truehd,truespeech,tta,twinvq,vorbis,wavpack,wmalossless,wmapro,wmav1,wmav2,wmavoice,xma1,xma2,pcm_alaw,pcm_bluray,pcm_dvd,pcm_f16le,pcm_f24le,pcm_f32be,pcm_f32le,pcm_f64be,pcm_f64le,pcm_lxf,pcm_mulaw,pcm_s8,pcm_s8_planar,pcm_s16be,pcm_s16be_planar,pcm_s16le,pcm_s16le_planar,pcm_s24be,pcm_s24daud,pcm_s24le,pcm_s24le_planar,pcm_s32be,pcm_s32le,pcm_s32le_planar,pcm_s64be,pcm_s64le,pcm_u8,pcm_u16be,pcm_u16le,pcm_u24be,pcm_u24le,pcm_u32be,pcm_u32le,pcm_vidc,adpcm_4xm,adpcm_adx,adpcm_ct,adpcm_g722,adpcm_g726,adpcm_g726le,adpcm_ima_acorn,adpcm_ima_dk3,adpcm_ima_dk4,adpcm_ima_oki,adpcm_ima_qt,adpcm_ima_wav,adpcm_ms,adpcm_sbpro_2,adpcm_sbpro_3,adpcm_sbpro_4,adpcm_swf,adpcm_yamaha
demuxers=aa,aac,aax,ac3,act,adx,aea,aiff,amr,amrnb,amrwb,ape,aptx,aptx_hd,asf,asf_o,ast,au,avi,bit,caf,codec2,daud,dsf,dss,dts,dtshd,dv,eac3,epaf,flac,flv,g722,g723_1,g726,g726le,g729,gsm,gxf,iff,ilbc,ircam,iss,ivf,kux,live_flv,loas,lxf,matroska,mca,mlp,mov,mp3,mpc,mpc8,mpegps,mpegts,mtv,mxf,nistsphere,nsv,nut,ogg,oma,pvf,qcp,r3d,rl2,rm,rso,sbc,sds,sdx,sln,smjpeg,sox,spdif,swf,tak,truehd,tta,ty,voc,vqf,w64,wav,wc3,wsd,wtv,wv,xwma,mmf,rpl,xa
parsers=aac,aac_latm,ac3,adx,amr,cook,dca,dolby_e,flac,g723_1,g729,gsm,mlp,mpegaudio,opus,sbc,sipr,tak,vorbis,xma,dvaudio,h264,hevc,mpeg4video,mpegvideo,vp8,vp9,av1

# LGPL 2.1: neither --enable-gpl nor --enable-nonfree. No protocols, no network, no threads.
emconfigure ./configure --cc=emcc --cxx=em++ --ar=emar --ranlib=emranlib --nm=emnm \
  --enable-cross-compile --target-os=none --arch=wasm32 --disable-asm --disable-x86asm \
  --disable-inline-asm --disable-pthreads --disable-network --disable-autodetect \
  --disable-everything --disable-programs --disable-doc --disable-avdevice --disable-avfilter \
  --disable-swscale --disable-postproc --disable-debug --disable-stripping --disable-runtime-cpudetect \
  --enable-libopus --pkg-config=pkg-config \
  --enable-decoder="$decoders" --enable-demuxer="$demuxers" --enable-parser="$parsers" \
  --enable-bsf=aac_adtstoasc --extra-cflags='-O3 -msimd128'
make -j"$(nproc)" libavutil/libavutil.a libavcodec/libavcodec.a libavformat/libavformat.a \
  libswresample/libswresample.a

# A module without JavaScript of its own: renderer/importer/media-decoder.ts is its other half.
emcc -O3 -msimd128 -I. "$here/media-decoder.c" libavformat/libavformat.a libavcodec/libavcodec.a \
  libswresample/libswresample.a libavutil/libavutil.a "../opus-$opus/out/lib/libopus.a" -o "$here/media-decoder.wasm" --no-entry -sSTANDALONE_WASM=1 \
  -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=1GB -sERROR_ON_UNDEFINED_SYMBOLS=0 -sFILESYSTEM=0
ls -l "$here/media-decoder.wasm"
