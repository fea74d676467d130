"""Small widgets that only the desk has: seen from a chair, worked with by keyboard."""
