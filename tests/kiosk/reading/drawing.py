"""Frames drawn for a test: a card with a code or a zone, a page with print, on a table."""

from importlib.resources import as_file, files

import numpy as np
import zxingcpp
from PIL import Image, ImageDraw, ImageFont

from kiosk.reading.opencv import cv2

WIDTH, HEIGHT = 1280, 720


def table(light=120):
    """Return an empty (720, 1280) grey frame."""
    return np.full((HEIGHT, WIDTH), light, np.uint8)


def symbol(text, name="Code128", scale=3, rows=90):
    """Return a code as a grey picture with quiet zones, a linear one `rows` high."""
    made = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, name))
    picture = np.array(zxingcpp.write_barcode_to_image(made, scale=scale, add_quiet_zones=True))
    if name not in {"QRCode", "DataMatrix"}:
        picture = np.repeat(picture[picture.shape[0] // 3][None], rows, 0)
    return np.pad(picture, 12, constant_values=255)


def card(*symbols, size=(700, 440)):
    """Return a card of grey paper with some text and codes, one below the other."""
    width, height = size
    paper = np.full((height, width), 228, np.uint8)
    cv2.putText(paper, "UNIVERSITE FICTIVE", (30, 60), cv2.FONT_HERSHEY_SIMPLEX, 1.2, 30, 2)
    top = height - 20
    for picture in symbols:
        rows, columns = picture.shape
        top -= rows + 10
        paper[top : top + rows, 30 : 30 + columns] = np.minimum(picture, 228)
    return paper


def zone_frame(lines, width=760, tone=205, ink=40):
    """Draw a card that bears these lines on a darker desk, (720, 1280) uint8."""
    with as_file(files("resources.fonts") / "OCRB.otf") as path:
        pitch = width / len(lines[0])
        advance = ImageFont.truetype(str(path), 100).getlength("H")
        font = ImageFont.truetype(str(path), 100 * pitch / advance)
    picture = Image.new("L", (1280, 720), 90)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((200, 120, 1080, 640), fill=tone)
    for number, line in enumerate(lines):
        place = (260, 600 - (len(lines) - 1 - number) * 2.5 * pitch)
        draw.text(place, line, font=font, fill=ink, anchor="ls")
    return cv2.GaussianBlur(np.asarray(picture), (0, 0), 0.8)


def page(size=(700, 480)):
    """Return a page of text without any code."""
    width, height = size
    paper = np.full((height, width), 228, np.uint8)
    for row in range(50, height - 20, 34):
        cv2.putText(paper, "SURNAME 1234 GIVEN NAMES 5678", (24, row), cv2.FONT_HERSHEY_SIMPLEX, 1.0, 20, 2)
    return paper


def laid(paper, *, angle=0.0, zoom=1.0, light=120):
    """Return a frame with a paper in its middle, turned clockwise by degrees."""
    rows, columns = paper.shape
    place = cv2.getRotationMatrix2D((columns / 2, rows / 2), -angle, zoom)
    place[:, 2] += WIDTH / 2 - columns / 2, HEIGHT / 2 - rows / 2
    frame = table(light)
    cv2.warpAffine(paper, place, (WIDTH, HEIGHT), dst=frame, borderMode=cv2.BORDER_TRANSPARENT)
    return frame


def screen():
    """Return a frame with a telephone: white blocks with words between them, in a black border."""
    view = np.full((480, 800), 255, np.uint8)
    for row in range(40, 470, 60):
        cv2.putText(view, "Mon dossier 2026", (40, row), cv2.FONT_HERSHEY_SIMPLEX, 1.3, 40, 3)
        cv2.rectangle(view, (520, row - 30), (740, row + 10), 150, -1)
    return laid(cv2.copyMakeBorder(view, 30, 30, 40, 40, cv2.BORDER_CONSTANT, value=12))


def fingers():
    """Return a frame with four fingers of a hand, nothing in it."""
    frame = table(60)
    for finger in range(4):
        cv2.line(frame, (300, 250 + 60 * finger), (700, 200 + 60 * finger), 190, 44)
    return blurred(frame, 1.5)


def reflection(at, along, across, strength=350.0):
    """Return the light that a lamp's reflection adds to a frame, brightest in its middle."""
    x = (np.arange(WIDTH) - at[0]) / along
    y = (np.arange(HEIGHT)[:, None] - at[1]) / across
    return strength * np.exp(-(x * x + y * y))


def lit(gray, light):
    """Return a picture with light added."""
    return np.clip(gray.astype(float) + light, 0, 255).astype(np.uint8)


def blurred(frame, sigma):
    """Return a frame out of focus."""
    return cv2.GaussianBlur(frame, (0, 0), sigma)


def colour(gray):
    """Return a grey frame as BGR."""
    return cv2.cvtColor(gray, cv2.COLOR_GRAY2BGR)
