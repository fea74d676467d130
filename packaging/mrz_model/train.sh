#!/bin/sh
# Train the three networks from nothing and put them into the program: packaging/mrz_model/train.sh [--part PERCENT] [FOLDER]
# Seeded. Some three hours on two free cores (reckoned from the parts). Needs python3, apt-get (Debian) and npm for the fonts; no root.
# --part goes the whole way with that share of the steps and leaves the program's networks alone: what it makes stands in
# FOLDER/PERCENT/models. One percent takes some minutes and reads nothing. A network that stands in FOLDER is not trained again.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
part=100
if [ "${1:-}" = --part ]; then
    part=$2
    shift 2
fi
work=${1:-${TMPDIR:-/tmp}/mrz_model}
fonts=$work/fonts made=$work/$part
models=$here/../../resources/models
if [ "$part" -ne 100 ]; then
    models=$made/models
fi
mkdir -p "$fonts" "$made" "$models"

if [ ! -x "$work/venv/bin/python" ]; then
    python3 -m venv "$work/venv"
    "$work/venv/bin/pip" install --quiet torch==2.13.0 "numpy>=2.2" "opencv-python>=5,<6" "pillow>=12" "onnx>=1.23" "onnxruntime>=1.32"
fi

if [ ! -f "$fonts/OCRB7.ttf" ]; then
    (cd "$fonts" && apt-get download fonts-ocr-b && dpkg-deb -x fonts-ocr-b_*.deb debian)
    cp "$fonts"/debian/usr/share/fonts/opentype/ocr-b/OCRB.otf "$fonts"
    cp "$fonts"/debian/usr/share/fonts/opentype/ocr-b/OCRBS.otf "$fonts"
    cp "$fonts"/debian/usr/share/fonts/opentype/ocr-b/OCRBL.otf "$fonts"
    rm -r "$fonts/debian"
    (cd "$fonts" && npm pack --silent bwip-js@4.11.4 && tar -xzf bwip-js-4.11.4.tgz package/fonts/OCRB7.ttf)
    mv "$fonts/package/fonts/OCRB7.ttf" "$fonts"
    rm -r "$fonts/package"
    (cd "$fonts" && apt-get download fonts-dejavu-core fonts-noto-mono)
    for package in "$fonts"/fonts-dejavu-core_*.deb "$fonts"/fonts-noto-mono_*.deb; do
        dpkg-deb -x "$package" "$fonts/debian"
    done
    find "$fonts/debian" \( -name DejaVuSansMono.ttf -o -name NotoMono-Regular.ttf \
        -o -name NotoSansMono-Regular.ttf \) -exec cp {} "$fonts" \;
    rm -r "$fonts/debian"
fi

# Threads that wait by spinning take the core that the drawing process needs; memory that goes back to the system and is got
# again page by page costs a step a seventh.
export OMP_WAIT_POLICY=PASSIVE OMP_NUM_THREADS=1
export MALLOC_MMAP_THRESHOLD_=4000000000 MALLOC_TRIM_THRESHOLD_=8000000000
python=$work/venv/bin/python

# train NAME SCRIPT STEPS_OF_THE_WHOLE [OPTION...]
train() {
    name=$1 script=$2 steps=$(($3 * part / 100))
    shift 3
    if [ ! -f "$made/$name.onnx" ]; then
        "$python" "$here/$script" --fonts "$fonts" --output "$made/$name.pt" --steps "$steps" "$@"
        "$python" "$here/export.py" "$name" "$made/$name.pt" "$made/$name.onnx"
    fi
}

train finder train_finder.py 12000 &
finder=$!
trap 'pkill -P $finder || true' EXIT
train wide_reader train_reader.py 12000
train reader train_reader.py 6000 --teacher "$made/wide_reader.onnx" --seed 41
wait $finder
"$python" "$here/publish.py" "$models" "$made/finder.onnx" "$made/reader.onnx" "$made/wide_reader.onnx"
