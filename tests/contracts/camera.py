"""What every camera keeps to. A test class inherits it and has a fixture `camera` of at least three frames."""

import numpy as np


class CameraContract:
    """The behaviour that the shell relies on, whatever the frames come from."""

    def test_frames_count_from_zero(self, camera):
        """A source numbers its frames itself."""
        assert [0, 1, 2] == [camera.read().index for _ in range(3)]

    def test_a_frame_is_a_colour_picture(self, camera):
        """(H, W, 3) uint8, whatever the device or file gives."""
        pixels = camera.read().pixels
        assert (3, 3, np.uint8) == (pixels.ndim, pixels.shape[2], pixels.dtype)

    def test_frames_differ_as_their_source_does(self, camera):
        """No frame is handed out twice in another's place."""
        first, second = camera.read().pixels, camera.read().pixels
        assert (first != second).any()

    def test_time_passes_between_frames(self, camera):
        """taken_at never goes back."""
        times = [camera.read().taken_at for _ in range(3)]
        assert sorted(times) == times

    def test_it_may_be_closed_twice(self, camera):
        """Leaving the context after closing is no error."""
        with camera:
            camera.close()
