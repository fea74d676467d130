"""What a webcam does to a picture: blur, motion, ghosts, light, glare, noise, sharpening, compression."""

import cv2
import numpy as np


def photograph(rng: np.random.Generator, scene: np.ndarray, cap: float, hard: float = 1.0) -> np.ndarray:
    """Return the uint8 picture a webcam takes of a float32 scene whose capitals are `cap` pixels high.

    hard: 0 is a scanner, 1 the worst that should still be readable, more is beyond.
    """
    picture = defocus(rng, scene, cap, hard)
    if rng.random() < 0.35 * hard:
        picture = shake(picture, max(1.0, rng.uniform(0.06, 0.5 * hard) * cap), rng.uniform(0, np.pi))
    if rng.random() < 0.08 * hard:
        picture = ghost(rng, picture, cap)
    picture = light(rng, picture, cap, hard)
    if rng.random() < 0.04 * hard:
        picture = on_a_screen(rng, picture, cap)
    return sense(rng, picture, hard)


def defocus(rng: np.random.Generator, picture: np.ndarray, cap: float, hard: float) -> np.ndarray:
    """Blur by a Gaussian or by a disk, up to a fraction of the capitals' height."""
    dice = rng.random()
    radius = max(0.25, min(rng.uniform(0.2, 0.115 * hard * cap + 0.25), rng.uniform(0.3, 4.0)))
    if dice < 0.55:
        return cv2.GaussianBlur(picture, (0, 0), radius)
    if dice < 0.75:
        return cv2.filter2D(picture, -1, disk(radius * 1.7), borderType=cv2.BORDER_REPLICATE)
    return picture


def disk(radius: float) -> np.ndarray:
    """Return a normalised disk kernel with soft edges."""
    reach = int(np.ceil(radius)) + 1
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    kernel = np.clip(radius + 0.5 - np.hypot(x, y), 0, 1).astype(np.float32)
    return kernel / kernel.sum()


def shake(picture: np.ndarray, length: float, angle: float) -> np.ndarray:
    """Blur along a straight movement of `length` pixels."""
    size = 2 * int(np.ceil(length / 2)) + 3
    kernel = np.zeros((size, size), np.float32)
    steps = np.linspace(-0.5, 0.5, 4 * size) * length
    middle = size // 2
    for step in steps:
        x, y = middle + step * np.cos(angle), middle + step * np.sin(angle)
        left, top = int(x), int(y)
        right, low = x - left, y - top
        kernel[top : top + 2, left : left + 2] += np.outer([1 - low, low], [1 - right, right])
    return cv2.filter2D(picture, -1, kernel / kernel.sum(), borderType=cv2.BORDER_REPLICATE)


def ghost(rng: np.random.Generator, picture: np.ndarray, cap: float) -> np.ndarray:
    """Add a weaker second image, as lamination and slow shutters do."""
    shift_x, shift_y = rng.normal(0, 0.15 * cap, 2)
    matrix = np.array([[1, 0, shift_x], [0, 1, shift_y]], np.float32)
    rows, columns = picture.shape
    second = cv2.warpAffine(picture, matrix, (columns, rows), borderMode=cv2.BORDER_REPLICATE)
    share = rng.uniform(0.1, 0.4)
    return picture * (1 - share) + second * share


def light(rng: np.random.Generator, picture: np.ndarray, cap: float, hard: float) -> np.ndarray:
    """Light a picture unevenly: slope, glare, shadow, veil, dusk."""
    rows, columns = picture.shape
    x, y = np.arange(columns, dtype=np.float32), np.arange(rows, dtype=np.float32)[:, None]
    if rng.random() < 0.6:
        slope_x, slope_y = rng.uniform(-0.35, 0.35, 2)
        picture = picture * (1 + slope_x * (2 * x / columns - 1) + slope_y * (y / rows - 0.5))
    if rng.random() < 0.16 * hard:
        picture = glare(rng, picture, cap)
    if rng.random() < 0.14:
        edge = x - rng.uniform(0, columns) + (y - rows / 2) * rng.uniform(-1.5, 1.5)
        picture = picture * (
            1 - rng.uniform(0.1, 0.5) / (1 + np.exp(np.clip(-edge / rng.uniform(1, 14), -30, 30)))
        )
    if rng.random() < 0.15 * hard:
        veil = rng.uniform(0.1, 0.55)
        picture = picture * (1 - veil) + veil * rng.uniform(90, 255)
    if rng.random() < 0.22 * hard:
        picture = picture * rng.uniform(0.25, 0.7)
    return picture


def glare(rng: np.random.Generator, picture: np.ndarray, cap: float) -> np.ndarray:
    """Add a lamp's reflection: a blob or a band, from a tint to burnt out."""
    rows, columns = picture.shape
    along, across = rng.uniform(0.5, 8) * cap, rng.uniform(0.4, 3) * cap
    angle = rng.uniform(0, np.pi)
    x = np.arange(columns, dtype=np.float32) - np.float32(rng.uniform(0, columns))
    y = np.arange(rows, dtype=np.float32)[:, None] - np.float32(rng.uniform(0, rows))
    u = (x * np.cos(angle) + y * np.sin(angle)) / along
    v = (y * np.cos(angle) - x * np.sin(angle)) / across
    return picture + np.float32(rng.uniform(30, 190)) * np.exp(-(u * u + v * v)).astype(np.float32)


def on_a_screen(rng: np.random.Generator, picture: np.ndarray, cap: float) -> np.ndarray:
    """Show a picture on a telephone: the grid of its pixels beats with the sensor's."""
    rows, columns = picture.shape
    x, y = np.arange(columns, dtype=np.float32), np.arange(rows, dtype=np.float32)[:, None]
    step = rng.uniform(1.6, max(2.0, 0.5 * cap))
    turn = rng.normal(0, 0.15)
    grid = np.sin(2 * np.pi * (x + turn * y) / step) + np.sin(2 * np.pi * (y - turn * x) / step)
    return picture * (1 + rng.uniform(0.02, 0.12) * grid.astype(np.float32))


def sense(rng: np.random.Generator, picture: np.ndarray, hard: float) -> np.ndarray:
    """Turn light into a compressed 8-bit picture: sharpening, noise, tone curve, JPEG."""
    if rng.random() < 0.35:
        soft = cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.7, 1.8))
        picture = picture + (picture - soft) * rng.uniform(0.2, 1.5)
    if rng.random() < 0.8:
        noise = rng.standard_normal(picture.shape, np.float32) * rng.uniform(0.5, 2 + 7 * hard)
        if rng.random() < 0.4:
            noise = cv2.GaussianBlur(noise, (0, 0), 0.6) * 1.8
        picture = picture + noise
    picture = np.clip(picture, 0, 255)
    if rng.random() < 0.3:
        picture = 255 * (picture / 255) ** rng.uniform(0.6, 1.6)
    taken = np.clip(picture, 0, 255).astype(np.uint8)
    if rng.random() < 0.55:
        quality = int(rng.integers(30, 96))
        taken = cv2.imdecode(cv2.imencode(".jpg", taken, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], 0)
    return taken
