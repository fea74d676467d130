#!/bin/sh
# Train the three networks from nothing and put them into the program: packaging/mrz_model/train.sh [--rehearse] [WORK_FOLDER]
# Seeded. Some three and a half hours on two free cores (reckoned). Needs python3, apt-get (Debian) and npm for the fonts; no root.
# --rehearse goes the whole way in some minutes, a hundred steps a network, and leaves the program's networks alone: what it
# makes reads nothing, but stands in WORK_FOLDER/models as the others would in the program.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
models=$here/../../resources/models
finder_steps=12000 wide_reader_steps=12000 reader_steps=6000
rehearses=false
if [ "${1:-}" = --rehearse ]; then
    rehearses=true
    shift
fi
work=${1:-${TMPDIR:-/tmp}/mrz_model}
fonts=$work/fonts
mkdir -p "$fonts"
if [ $rehearses = true ]; then
    models=$work/models
    finder_steps=100 wide_reader_steps=100 reader_steps=100
    mkdir -p "$models"
fi

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

# Threads that wait by spinning take the core that the drawing process needs.
export OMP_WAIT_POLICY=PASSIVE OMP_NUM_THREADS=1
python=$work/venv/bin/python
"$python" "$here/train_finder.py" --fonts "$fonts" --output "$work/finder.pt" --steps $finder_steps
"$python" "$here/export.py" finder "$work/finder.pt" "$work/finder.onnx"
"$python" "$here/train_reader.py" --fonts "$fonts" --output "$work/wide_reader.pt" --steps $wide_reader_steps
"$python" "$here/export.py" wide_reader "$work/wide_reader.pt" "$work/wide_reader.onnx"
"$python" "$here/train_reader.py" --fonts "$fonts" --output "$work/reader.pt" --teacher "$work/wide_reader.onnx" \
    --steps $reader_steps --seed 41
"$python" "$here/export.py" reader "$work/reader.pt" "$work/reader.onnx"
"$python" "$here/publish.py" "$models" "$work/finder.onnx" "$work/reader.onnx" "$work/wide_reader.onnx"
