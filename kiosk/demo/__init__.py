"""The fictional campus: students, specimen cards and documents, videos of them being held to a camera."""
